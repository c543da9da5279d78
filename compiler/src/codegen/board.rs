//! `Board`: bringing nodes up and taking them down at run time.

use super::boot;
use super::docs::doc;
use super::enums;
use super::handles;
use super::names::plain;
use super::rails;
use super::scope::{Body, Scope, located_at};
use super::tolerated;
use crate::model::{LevelId, NodeId};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// `Board` with its types. A board without nodes has none.
pub(super) fn board(scope: &Scope) -> TokenStream {
    if scope.built.is_empty() {
        return TokenStream::new();
    }
    let (aliases, lease, split) = (aliases(scope), lease(scope), split(scope));
    let (acquire, accessors, failure) = (acquire(scope), accessors(scope), failure(scope));
    let (rail, suspend) = suspend(scope);
    quote! {
        #aliases

        #[doc = " The board under run-time control: what is held is up."]
        #[must_use = "without it, nothing of the board goes up or down any more"]
        #[derive(::core::fmt::Debug)]
        pub struct Board { token: Token<Board> }

        impl Board {
            #[doc = " The node with this name in the board file."]
            #[must_use]
            pub fn by_name(name: &::core::primitive::str) -> ::core::option::Option<Node> { Node::from_name(name) }
            #acquire
            #failure
            #suspend
            #accessors
            #split
        }

        #lease
        #rail
    }
}

fn aliases(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let split: Vec<_> = scope.handled().collect();
    let unused = handles::unused(scope, &split).field;
    let fields = handles::fields(scope, &split, |_| true, quote!('board));
    quote! {
        #[doc = " What can be held."]
        pub type Root = #krate::Root<Node, Level>;
        #[doc = " Why something did not come up at run time."]
        pub type AcquireError = #krate::AcquireError<Node, Level, __user::__Error>;
        #[doc = " Why a hold was not given up."]
        pub type ReleaseError = #krate::ReleaseError<Node, Level>;
        #[doc = " Why nothing was done."]
        pub type Refused = #krate::Refused<Node>;

        #[doc = " All handles of a board at once, as far as they are there."]
        #[must_use]
        pub struct Split<'board> { #fields #unused }
    }
}

/// Whether bringing something up at run time awaits.
fn awaits(scope: &Scope) -> bool {
    scope.built().filter_map(|id| boot::starter(scope, id)).any(|expr| expr.awaits.is_some())
}

/// `async` and `.await`, if bringing something up awaits.
pub(super) fn asynchronous(scope: &Scope) -> (TokenStream, TokenStream) {
    if awaits(scope) { (quote!(async), quote!(.await)) } else { Default::default() }
}

fn acquire(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let (asynchronous, wait) = asynchronous(scope);
    let control = quote!(#krate::__private::control);
    let (nodes, levels) = (scope.built.len(), scope.model.levels.len());
    let all = {
        let end = nodes + levels;
        quote!(#nodes..#end)
    };
    let node = quote!(let root = node as ::core::primitive::usize;);
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
    let functions = quote! {
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
        #[doc = " failed: the rest is done."]
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
    };
    functions
}

/// The right to act, for whoever has the token.
fn permit(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    quote!(unsafe { #krate::__private::Permit::new() })
}

fn lease(scope: &Scope) -> TokenStream {
    let release = scope.body(quote!(let _ = self.board.release(self.node);));
    let (shared, exclusive) = (scope.body(quote!(self.board)), scope.body(quote!(self.board)));
    quote! {
        #[doc = " A hold that ends when this is dropped. It gives access to the board meanwhile. A node that is in use at"]
        #[doc = " that moment stays up and held."]
        #[must_use = "what is dropped at once is released at once"]
        #[derive(::core::fmt::Debug)]
        pub struct Lease<'board> { board: &'board mut Board, node: Node }

        impl ::core::ops::Deref for Lease<'_> {
            type Target = Board;

            #[inline]
            fn deref(&self) -> &Board { #shared }
        }

        impl ::core::ops::DerefMut for Lease<'_> {
            #[inline]
            fn deref_mut(&mut self) -> &mut Board { #exclusive }
        }

        impl ::core::ops::Drop for Lease<'_> {
            #[inline]
            fn drop(&mut self) { #release }
        }
    }
}

/// A handle as far as it is there.
fn value(scope: &Scope, id: NodeId) -> TokenStream {
    let slot = scope.slot(id);
    if scope.is_shared(id) {
        let get = scope.get_handle(id);
        return quote!(unsafe { #slot.#get() });
    }
    let (krate, permit, number) = (scope.krate(), permit(scope), number(scope, id));
    quote!(if #krate::__private::control::is_here(&__Control, #permit, #number) {
        ::core::option::Option::Some(unsafe { #slot.get() })
    } else {
        ::core::option::Option::None
    })
}

pub(super) fn number(scope: &Scope, id: NodeId) -> Literal {
    Literal::usize_unsuffixed(scope.number(id))
}

fn accessors(scope: &Scope) -> TokenStream {
    let (krate, permit) = (scope.krate(), permit(scope));
    let control = quote!(#krate::__private::control);
    let accessors = scope.handled().map(|id| {
        let value = value(scope, id);
        let accessor = handles::accessor(scope, id, true, value);
        if scope.is_shared(id) {
            return accessor;
        }
        let label = &scope.node(id).label;
        let name =
            |verb: &str| Ident::new(&format!("{verb}_{}", plain(&label.name)), located_at(scope.span(label.span)));
        let (check_out, check_in, module) = (name("check_out"), name("check_in"), scope.label(id));
        let (slot, number) = (scope.slot(id), number(scope, id));
        let (docs_out, docs_in) = (
            doc(&format!(
                "Moves the handle of `{}` out, such as into a task. It stays up until it is back.",
                label.name
            )),
            doc(&format!("Takes the handle of `{}` in again.", label.name)),
        );
        let out = scope.body(quote! {
            #control::check_out(&__Control, #permit, #number)?;
            ::core::result::Result::Ok(unsafe { #krate::Out::new(#slot.take()) })
        });
        let back = scope.body(quote! {
            unsafe { #slot.put(#krate::Out::into_value(out)) };
            #control::check_in(&__Control, #permit, #number);
        });
        quote! {
            #accessor

            #docs_out
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = " It is down, or checked out already."]
            pub fn #check_out(&mut self) -> ::core::result::Result<#module::Out, Refused> { #out }

            #docs_in
            pub fn #check_in(&mut self, out: #module::Out) { #back }
        }
    });
    quote!(#(#accessors)*)
}

/// The type of a handle that is checked out, for the node's own module.
pub(super) fn out(scope: &Scope, id: NodeId) -> TokenStream {
    // One module further in.
    let (krate, ty, number) = (scope.krate_from_node(), scope.handle_type(id), number(scope, id));
    quote! {
        #[doc = " The handle, checked out of the board."]
        pub type Out = #krate::Out<super::Board, super::__user::#ty, #number>;
    }
}

fn split(scope: &Scope) -> TokenStream {
    let nodes: Vec<_> = scope.handled().collect();
    let (labels, values) = (nodes.iter().map(|id| scope.label(*id)), nodes.iter().map(|id| value(scope, *id)));
    let unused = handles::unused(scope, &nodes).value;
    let body = scope.body(quote!(Split { #(#labels: #values,)* #unused }));
    quote! {
        #[doc = " All handles at once, as far as they are there."]
        #[inline]
        pub fn split(&mut self) -> Split<'_> { #body }
    }
}

/// `failure`, of boards that can do without something.
pub(super) fn failure(scope: &Scope) -> TokenStream {
    if scope.tolerated().next().is_none() {
        return TokenStream::new();
    }
    let arms = scope.tolerated().map(|id| {
        let (variant, why) = (scope.variant(id), tolerated::why(scope, id));
        quote!(Node::#variant => #why,)
    });
    let every = scope.tolerated().count() == scope.built.len();
    let rest = (!every).then(|| quote!(_ => ::core::option::Option::None,));
    let body = scope.body(quote!(match node { #(#arms)* #rest }));
    quote! {
        #[doc = " Why `node` is not up although the board is: an optional node that failed, or that needs one that did."]
        #[must_use]
        pub fn failure(&self, node: Node) -> ::core::option::Option<&BootError> { #body }
    }
}

/// `suspend` and `resume` with their types, of boards with a rail that can be switched both ways.
fn suspend(scope: &Scope) -> (TokenStream, TokenStream) {
    let switched: Vec<_> =
        scope.built().filter(|id| scope.node(*id).rail().is_some_and(rails::can_suspend)).collect();
    if switched.is_empty() {
        return Default::default();
    }
    let rail = enums::rail(scope, &switched);
    let krate = scope.krate();
    let (asynchronous, wait) = asynchronous(scope);
    let (variants, numbers) =
        (switched.iter().map(|id| scope.variant(*id)), switched.iter().map(|id| number(scope, *id)));
    let permit = permit(scope);
    let off = scope.body(quote! {
        let failures = #krate::__private::control::suspend(&__Control, #permit, rail.__number())?;
        ::core::result::Result::Ok(Suspended { rail, failures })
    });
    let on = scope.body(quote! {
        match __resume(suspended.rail.__number()) #wait {
            ::core::result::Result::Ok(()) => ::core::result::Result::Ok(()),
            ::core::result::Result::Err(error) => ::core::result::Result::Err((suspended, error)),
        }
    });
    let types = quote! {
        #rail

        impl Rail {
            fn __number(self) -> ::core::primitive::usize {
                match self { #(Self::#variants => #numbers,)* }
            }
        }

        #[doc = " A rail that is switched off under its users. Without this it stays so."]
        #[must_use = "only this brings the rail back"]
        #[derive(::core::fmt::Debug)]
        pub struct Suspended { rail: Rail, failures: ::core::primitive::u8 }

        impl Suspended {
            #[doc = " Which rail it is."]
            #[must_use]
            pub fn rail(&self) -> Rail { self.rail }

            #[doc = " How many steps failed on the way down."]
            #[must_use]
            pub fn failures(&self) -> ::core::primitive::u8 { self.failures }
        }
    };
    let methods = quote! {
        #[doc = " Takes down in reverse all that is up and needs `rail`, and switches it off. What is held stays held."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " The rail is off, something is in use, or something could not come up again. Nothing changes."]
        pub fn suspend(&mut self, rail: Rail) -> ::core::result::Result<Suspended, Refused> { #off }

        #[doc = " Switches the rail on and brings up again what went down with it and is still held."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " What this call brought up is down again, and the rail is still suspended."]
        pub #asynchronous fn resume(
            &mut self,
            suspended: Suspended,
        ) -> ::core::result::Result<(), (Suspended, AcquireError)> { #on }
    };
    (types, methods)
}

/// `dynamic` or `into_board`: from straight-line code to run-time control.
pub(super) fn dynamic(scope: &Scope, reached: Option<LevelId>) -> TokenStream {
    if scope.built.is_empty() {
        return TokenStream::new();
    }
    let krate = scope.krate();
    let token = quote!(Board { token: unsafe { #krate::__private::Token::new() } });
    let Some(level) = reached else {
        let body = scope.body(token);
        return quote! {
            #[doc = " Run-time control of the board, with nothing up and nothing held."]
            #[inline]
            pub fn dynamic(self) -> Board { #body }
        };
    };
    let (levels, permit) = (Literal::u32_unsuffixed(level.0 + 1), permit(scope));
    let ids: Vec<_> = if scope.body == Body::Real { scope.tolerated().collect() } else { Vec::new() };
    let numbers: Vec<_> = ids.iter().map(|id| number(scope, *id)).collect();
    let outcomes: Vec<_> = ids.iter().map(|id| scope.outcome(*id)).collect();
    let (came, lost) = if ids.is_empty() {
        (quote!(|_| true), quote!(|_| false))
    } else {
        let came = quote!(|node| match node { #(#numbers => unsafe { #outcomes.is_up() },)* _ => true });
        let lost = quote!(|node| match node { #(#numbers => unsafe { #outcomes.is_lost() },)* _ => false });
        (came, lost)
    };
    let body = scope.body(quote! {
        #krate::__private::control::adopt(&__Control, #permit, #levels, #came, #lost);
        #token
    });
    quote! {
        #[doc = " Run-time control of the board. Each level that is up is held once."]
        pub fn into_board(self) -> Board { #body }
    }
}
