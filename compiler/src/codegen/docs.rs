//! Documentation of the generated items.

use super::scope::Scope;
use crate::model::{Node, NodeId, NodeKind};
use proc_macro2::TokenStream;
use quote::quote;

/// One paragraph of documentation, as from `/// TEXT`.
pub(super) fn doc(text: &str) -> TokenStream {
    let text = format!(" {text}");
    quote!(#[doc = #text])
}

/// What the user wrote.
pub(super) fn lines(docs: &[String]) -> TokenStream {
    quote!(#(#[doc = #docs])*)
}

/// What the user wrote about a node, and where it stands.
pub(super) fn node(scope: &Scope, id: NodeId) -> TokenStream {
    let node = scope.node(id);
    let place = place(scope, node);
    if node.docs.is_empty() {
        return doc(&place);
    }
    let (docs, place) = (lines(&node.docs), doc(&place));
    quote!(#docs #[doc = ""] #place)
}

fn place(scope: &Scope, node: &Node) -> String {
    let label = &node.label.name;
    match &node.kind {
        NodeKind::Rail(_) => format!("Rail `{label}`."),
        NodeKind::Device(device) => {
            let address = device.address.map(|address| format!(" at {:#x}", address.value)).unwrap_or_default();
            let level = &scope.model.level(device.level.value).name;
            format!("Node `{label}`{address}: level `{level}`, priority {}.", device.priority)
        }
    }
}

/// The text of the user's documentation.
pub(super) fn text(docs: &[String]) -> String {
    let lines: Vec<_> = docs.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n")
}
