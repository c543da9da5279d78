//! Plain calls for run-time control, in a table: it takes less than an arm for each way of each node.

use super::board::place;
use super::rails;
use super::runs::path;
use super::scope::Scope;
use crate::model::{Expr, NodeId};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::ops::Range;

/// The nodes of a board that run-time control brings up and takes down by a table.
pub(super) struct Rows {
    /// Their places in the order, and those between them.
    places: Range<usize>,
}

impl Rows {
    /// `None`: the table would not pay.
    pub(super) fn new(scope: &Scope) -> Option<Rows> {
        scope.runs.filter(|runs| runs.pay_at_run_time())?;
        let places = || scope.built().filter(|id| is_plain(scope, *id)).map(|id| place(scope, id));
        let (first, last, count) = (places().min()?, places().max()?, places().count());
        let places = first..last + 1;
        (count * 2 >= places.len()).then_some(Rows { places })
    }

    /// The row of `node`, which nothing else is known of.
    pub(super) fn row(&self) -> TokenStream {
        let first = Literal::usize_unsuffixed(self.places.start);
        let at = if self.places.start == 0 { quote!(node) } else { quote!(node.wrapping_sub(#first)) };
        quote!(__user::__ROWS.get(#at))
    }

    /// The table, for the board's own module.
    pub(super) fn table(&self, scope: &Scope) -> TokenStream {
        let (krate, error, count) = (scope.krate_inside(), scope.error(), self.places.len());
        let mut rows = vec![quote!(#krate::__private::Plain::NONE); count];
        for id in scope.built().filter(|id| is_plain(scope, *id)) {
            if let Some(row) = rows.get_mut(place(scope, id) - self.places.start) {
                *row = self::row(scope, id);
            }
        }
        quote!(pub(super) static __ROWS: [#krate::__private::Plain<#error>; #count] = [#(#rows),*];)
    }
}

/// Whether a row does all there is to do for a node, but for remembering when a rail came on.
pub(super) fn is_plain(scope: &Scope, id: NodeId) -> bool {
    let rests = scope.node(id).rail().and_then(rails::rest).is_some();
    !rests && scope.runs.is_some_and(|runs| runs.is_plain(id))
}

fn row(scope: &Scope, id: NodeId) -> TokenStream {
    let krate = scope.krate_inside();
    let path = |expr: &Expr| path(scope, expr);
    let up = scope.node(id).starts().map(path);
    let down = scope.node(id).stops().map_or_else(|| quote!(#krate::__private::nothing), path);
    quote!(#krate::__private::Plain { up: #up, down: #down })
}
