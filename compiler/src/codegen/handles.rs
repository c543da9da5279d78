//! How the firmware reaches what is up.

use super::docs;
use super::scope::Scope;
use crate::model::NodeId;
use crate::plan::Handle;
use proc_macro2::TokenStream;
use quote::quote;

/// One method per handle of a stage.
pub(super) fn accessors(scope: &Scope, up: &[NodeId]) -> TokenStream {
    let accessors = up.iter().map(|id| {
        let value = value(scope, *id);
        accessor(scope, *id, scope.is_tolerated(*id), value)
    });
    quote!(#(#accessors)*)
}

/// The method for one handle. `maybe` an owned one is not there.
pub(super) fn accessor(scope: &Scope, id: NodeId, maybe: bool, value: TokenStream) -> TokenStream {
    let (docs, label) = (docs::node(scope, id), scope.label(id));
    let (ty, body) = (ty(scope, id, maybe, &TokenStream::new()), scope.body(value));
    let this = if scope.is_shared(id) { quote!(&self) } else { quote!(&mut self) };
    quote!(#docs #[inline] #[must_use] pub fn #label(#this) -> #ty { #body })
}

/// What the firmware gets of a node.
pub(super) fn ty(scope: &Scope, id: NodeId, maybe: bool, lifetime: &TokenStream) -> TokenStream {
    if scope.is_shared(id) {
        return scope.dev_type(id);
    }
    let ty = scope.handle_type(id);
    let reference = quote!(&#lifetime mut __user::#ty);
    if maybe { quote!(::core::option::Option<#reference>) } else { reference }
}

/// The handle of a node, as far as straight-line code knows.
fn value(scope: &Scope, id: NodeId) -> TokenStream {
    let slot = scope.slot(id);
    if scope.is_shared(id) {
        let get = scope.get_handle(id);
        return quote!(unsafe { #slot.#get() });
    }
    if !scope.is_tolerated(id) {
        return quote!(unsafe { #slot.get() });
    }
    let outcome = scope.outcome(id);
    quote!(if unsafe { #outcome.is_up() } {
        ::core::option::Option::Some(unsafe { #slot.get() })
    } else {
        ::core::option::Option::None
    })
}

/// All handles at once.
pub(super) struct Parts {
    /// The methods of the last stage.
    pub(super) methods: TokenStream,
    /// What they return.
    pub(super) types: TokenStream,
}

pub(super) fn parts(scope: &Scope, up: &[NodeId]) -> Parts {
    let labels: Vec<_> = up.iter().map(|id| scope.label(*id)).collect();
    let values: Vec<_> = up.iter().map(|id| value(scope, *id)).collect();
    let maybe = |id: NodeId| scope.is_tolerated(id);
    let borrowed = fields(scope, up, maybe, quote!('board));
    let forever = fields(scope, up, maybe, quote!('static));
    let unused = unused(scope, up);
    let (phantom, phantom_value) = (unused.field, unused.value);
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

/// One field per node.
pub(super) fn fields(
    scope: &Scope,
    nodes: &[NodeId],
    maybe: impl Fn(NodeId) -> bool,
    lifetime: TokenStream,
) -> TokenStream {
    let fields = nodes.iter().map(|id| {
        let (docs, label, ty) = (docs::node(scope, *id), scope.label(*id), ty(scope, *id, maybe(*id), &lifetime));
        quote!(#docs pub #label: #ty,)
    });
    quote!(#(#fields)*)
}

/// A field that uses `'board` where no handle does.
pub(super) struct Unused {
    pub(super) field: TokenStream,
    pub(super) value: TokenStream,
}

pub(super) fn unused(scope: &Scope, nodes: &[NodeId]) -> Unused {
    if nodes.iter().any(|id| scope.handle(*id) == Handle::Owned) {
        return Unused { field: TokenStream::new(), value: TokenStream::new() };
    }
    Unused {
        field: quote!(board: ::core::marker::PhantomData<&'board mut ()>,),
        value: quote!(board: ::core::marker::PhantomData,),
    }
}
