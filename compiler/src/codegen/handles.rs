//! How the firmware reaches what is up.

use super::docs;
use super::scope::Scope;
use crate::model::NodeId;
use crate::plan::Handle;
use proc_macro2::TokenStream;
use quote::quote;

/// One method per handle.
pub(super) fn accessors(scope: &Scope, up: &[NodeId]) -> TokenStream {
    let krate = scope.krate();
    let accessors = up.iter().map(|id| {
        let (docs, label, ty, slot) =
            (docs::node(scope, *id), scope.label(*id), scope.handle_type(*id), scope.slot(*id));
        if scope.handle(*id) == Handle::Shared {
            let body = scope.body(quote!(unsafe { #slot.dev() }));
            quote!(#docs #[inline] #[must_use] pub fn #label(&self) -> #krate::Dev<__user::#ty> { #body })
        } else {
            let body = scope.body(quote!(unsafe { #slot.get() }));
            quote!(#docs #[inline] #[must_use] pub fn #label(&mut self) -> &mut __user::#ty { #body })
        }
    });
    quote!(#(#accessors)*)
}

/// All handles at once.
pub(super) struct Parts {
    /// The methods of the last stage.
    pub(super) methods: TokenStream,
    /// What they return.
    pub(super) types: TokenStream,
}

pub(super) fn parts(scope: &Scope, up: &[NodeId]) -> Parts {
    let krate = scope.krate();
    let labels: Vec<_> = up.iter().map(|id| scope.label(*id)).collect();
    let values: Vec<_> = up
        .iter()
        .map(|id| {
            let slot = scope.slot(*id);
            let reach = if scope.handle(*id) == Handle::Shared { quote!(dev) } else { quote!(get) };
            quote!(unsafe { #slot.#reach() })
        })
        .collect();
    let fields = |lifetime: TokenStream| {
        up.iter()
            .map(|id| {
                let (docs, label, ty) = (docs::node(scope, *id), scope.label(*id), scope.handle_type(*id));
                let shared = scope.handle(*id) == Handle::Shared;
                let ty = if shared { quote!(#krate::Dev<__user::#ty>) } else { quote!(&#lifetime mut __user::#ty) };
                quote!(#docs pub #label: #ty,)
            })
            .collect::<TokenStream>()
    };
    let (borrowed, forever) = (fields(quote!('board)), fields(quote!('static)));
    // Without an owned handle nothing else would use the lifetime.
    let owned = up.iter().any(|id| scope.handle(*id) == Handle::Owned);
    let (phantom, phantom_value) = if owned {
        Default::default()
    } else {
        let ty = quote!(::core::marker::PhantomData<&'board mut Running>);
        (quote!(board: #ty,), quote!(board: ::core::marker::PhantomData,))
    };
    let parts = scope.body(quote!(Parts { #(#labels: #values,)* #phantom_value }));
    let into_static = scope.body(quote!(StaticParts { #(#labels: #values,)* }));
    Parts {
        methods: quote! {
            #[doc = " All handles at once."]
            #[inline]
            pub fn parts(&mut self) -> Parts<'_> { #parts }

            #[doc = " All handles, for ever: the board never goes down again."]
            #[inline]
            pub fn into_static(self) -> StaticParts { #into_static }
        },
        types: quote! {
            #[doc = " All handles of a running board at once."]
            #[must_use]
            pub struct Parts<'board> { #borrowed #phantom }

            #[doc = " All handles of a board that never goes down again."]
            #[must_use]
            pub struct StaticParts { #forever }
        },
    }
}
