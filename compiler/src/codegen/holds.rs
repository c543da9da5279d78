//! Counting holds: what acquires and releases nodes and levels.

use super::board::{asynchronous, number, permit, place};
use super::scope::Scope;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The methods of `Board` that count.
pub(super) fn methods(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let (asynchronous, wait) = asynchronous(scope);
    let control = quote!(#krate::__private::control);
    let (nodes, levels) = (scope.built.len(), scope.model.levels.len());
    let end = nodes + levels;
    let all = quote!(#nodes..#end);
    let node = quote!(let root = node.__place(););
    let level = quote!(let root = #nodes + level as ::core::primitive::usize;);
    let one = quote!(root..root + 1);
    let up = |prepare: &TokenStream, roots: &TokenStream| scope.body(quote!(#prepare __acquire(#roots) #wait));
    let down = |prepare: &TokenStream, roots: &TokenStream| {
        let permit = permit(scope);
        scope.body(quote!(#prepare #control::release(&__Control, #permit, #roots)))
    };
    let ask = |prepare: &TokenStream, function: Ident| {
        let permit = permit(scope);
        scope.body(quote!(#prepare #control::#function(&__Control, #permit, root)))
    };
    let none = TokenStream::new();
    let (acquire, release) = (up(&node, &one), down(&node, &one));
    let (acquire_level, release_level) = (up(&level, &one), down(&level, &one));
    let (init_all, deinit_all) = (up(&none, &all), down(&none, &all));
    let (is_up, holds) = (ask(&node, format_ident!("is_up")), ask(&node, format_ident!("holds")));
    let holds_level = ask(&level, format_ident!("holds"));
    let acquired = quote!(::core::result::Result<(), AcquireError>);
    let released = quote!(::core::result::Result<(), ReleaseError>);
    let lease = scope.body(quote! {
        self.acquire(node) #wait?;
        ::core::result::Result::Ok(Lease { board: self, node })
    });
    quote! {
        #[doc = " Brings up what is missing of what `node` needs, in order, then `node`, and counts a hold of it."]
        #[doc = " What is up already is not touched."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " What this call brought up is down again, and nothing is held by it."]
        pub #asynchronous fn acquire(&mut self, node: Node) -> #acquired { #acquire }

        #[doc = " Gives up one hold of `node`. What nobody holds any more goes down in reverse."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " It is not held, or something that would go down is in use: nothing changes. Or steps of the teardown"]
        #[doc = " failed: the rest is done. A shared node that another context takes just then is such a step, and stays up"]
        #[doc = " until the next release."]
        pub fn release(&mut self, node: Node) -> #released { #release }

        #[doc = " Brings up what boots in `level` and is missing, and counts a hold of the level. An optional node that"]
        #[doc = " fails is left out."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " What this call brought up is down again, and nothing is held by it."]
        pub #asynchronous fn acquire_level(&mut self, level: Level) -> #acquired { #acquire_level }

        #[doc = " Gives up one hold of `level`. What nobody holds any more goes down in reverse."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " As for `release`."]
        pub fn release_level(&mut self, level: Level) -> #released { #release_level }

        #[doc = " Acquires every level, all or nothing."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " As for `acquire_level`."]
        pub #asynchronous fn init_all(&mut self) -> #acquired { #init_all }

        #[doc = " Gives up one hold of every level that is held. After a boot, that takes down all that booted, unless"]
        #[doc = " something else holds it."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " As for `release`, if no level is held."]
        pub fn deinit_all(&mut self) -> #released { #deinit_all }

        #[doc = " Acquires `node` until the lease is dropped."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " As for `acquire`."]
        pub #asynchronous fn lease(&mut self, node: Node) -> ::core::result::Result<Lease<'_>, AcquireError> { #lease }

        #[doc = " Whether `node` is up."]
        #[must_use]
        pub fn is_up(&self, node: Node) -> ::core::primitive::bool { #is_up }

        #[doc = " How often `node` itself is held."]
        #[must_use]
        pub fn holds(&self, node: Node) -> ::core::primitive::u16 { #holds }

        #[doc = " How often `level` is held."]
        #[must_use]
        pub fn holds_level(&self, level: Level) -> ::core::primitive::u16 { #holds_level }
    }
}

/// What tells the place of a node in the order in which they come up.
pub(super) fn place_of_node(scope: &Scope) -> TokenStream {
    let ordered = (0..).zip(scope.built()).all(|(number, id)| place(scope, id) == number);
    let place = if ordered {
        quote!(self as ::core::primitive::usize)
    } else {
        let (variants, places) =
            (scope.built().map(|id| scope.variant(id)), scope.built().map(|id| number(scope, id)));
        quote!(match self { #(Self::#variants => #places,)* })
    };
    let body = scope.body(place);
    quote! {
        impl Node {
            #[inline]
            fn __place(self) -> ::core::primitive::usize { #body }
        }
    }
}

/// `Lease`
pub(super) fn lease(scope: &Scope) -> TokenStream {
    let release = scope.body(quote!(let _ = self.board.release(self.node);));
    let board = scope.body(quote!(self.board));
    quote! {
        #[doc = " A hold that ends when this is dropped. It gives access to the board meanwhile. A node that is in use at"]
        #[doc = " that moment stays up and held."]
        #[must_use = "what is dropped at once is released at once"]
        #[derive(::core::fmt::Debug)]
        pub struct Lease<'board> { board: &'board mut Board, node: Node }

        impl ::core::ops::Deref for Lease<'_> {
            type Target = Board;

            #[inline]
            fn deref(&self) -> &Board { #board }
        }

        impl ::core::ops::DerefMut for Lease<'_> {
            #[inline]
            fn deref_mut(&mut self) -> &mut Board { #board }
        }

        impl ::core::ops::Drop for Lease<'_> {
            #[inline]
            fn drop(&mut self) { #release }
        }
    }
}
