//! How the firmware reaches the nodes of a board under run-time control.

use super::board::number;
use super::docs::doc;
use super::handles;
use super::names::plain;
use super::scope::{Scope, located_at};
use crate::model::NodeId;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The methods of `Board` that give handles.
pub(super) fn accessors(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
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
        let slot = scope.slot(id);
        let (docs_out, docs_in) = (
            doc(&format!(
                "Moves the handle of `{}` out, such as into a task. It stays up until it is back.",
                label.name
            )),
            doc(&format!("Takes the handle of `{}` in again.", label.name)),
        );
        let out = scope.body(quote!(unsafe { #control::take_out(&__Control, &#slot) }));
        let back = scope.body(quote!(unsafe { #control::put_back(&__Control, &#slot, out) }));
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

/// A handle as far as it is there.
fn value(scope: &Scope, id: NodeId) -> TokenStream {
    let slot = scope.slot(id);
    if scope.is_shared(id) {
        let get = scope.get_handle(id);
        return quote!(unsafe { #slot.#get() });
    }
    let (krate, number) = (scope.krate(), number(scope, id));
    quote!(unsafe { #krate::__private::control::handle(&__Control, #number, &#slot) })
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

/// `Split`, and the method that returns it.
pub(super) fn split(scope: &Scope) -> (TokenStream, TokenStream) {
    let nodes: Vec<_> = scope.handled().collect();
    let (labels, values) = (nodes.iter().map(|id| scope.label(*id)), nodes.iter().map(|id| value(scope, *id)));
    let (fields, unused) = (handles::fields(scope, &nodes, |_| true, quote!('board)), handles::unused(scope, &nodes));
    let (field, value) = (unused.field, unused.value);
    let body = scope.body(quote!(Split { #(#labels: #values,)* #value }));
    let ty = quote! {
        #[doc = " All handles of a board at once, as far as they are there."]
        #[must_use]
        pub struct Split<'board> { #fields #field }
    };
    let method = quote! {
        #[doc = " All handles at once, as far as they are there."]
        #[inline]
        pub fn split(&mut self) -> Split<'_> { #body }
    };
    (ty, method)
}
