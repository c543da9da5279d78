//! `Board`: bringing nodes up and taking them down at run time.

use super::failure;
use super::holds;
use super::reach;
use super::scope::{Body, Scope};
use super::suspend;
use super::table;
use crate::model::{LevelId, NodeId};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// `Board` with its types. A board without nodes has none.
pub(super) fn board(scope: &Scope) -> TokenStream {
    if scope.built.is_empty() {
        return TokenStream::new();
    }
    let (aliases, lease, holds) = (aliases(scope), holds::lease(scope), holds::methods(scope));
    let place = holds::place_of_node(scope);
    let (accessors, (split_type, split)) = (reach::accessors(scope), reach::split(scope));
    let (failure, (rail, suspend)) = (failure::method(scope), suspend::suspend(scope));
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
            #holds
            #failure
            #suspend
            #accessors
            #split
        }

        #place
        #lease
        #rail
        #split_type
    }
}

/// What run-time control answers with.
fn aliases(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    quote! {
        #[doc = " What can be held."]
        pub type Root = #krate::Root<Node, Level>;
        #[doc = " Why something did not come up at run time."]
        pub type AcquireError = #krate::AcquireError<Node, __user::__Error>;
        #[doc = " Why a hold was not given up."]
        pub type ReleaseError = #krate::ReleaseError<Node, Level>;
        #[doc = " Why nothing was done."]
        pub type Refused = #krate::Refused<Node>;
    }
}

/// `dynamic` or `into_board`: from straight-line code to run-time control.
pub(super) fn dynamic(scope: &Scope, reached: Option<LevelId>) -> TokenStream {
    if scope.built.is_empty() {
        return TokenStream::new();
    }
    let krate = scope.krate();
    let control = quote!(#krate::__private::control);
    let token = quote!(Board { token: unsafe { #krate::__private::Token::new() } });
    let Some(level) = reached else {
        let body = scope.body(token);
        return quote! {
            #[doc = " Run-time control of the board, with nothing up and nothing held."]
            #[inline]
            pub fn dynamic(self) -> Board { #body }
        };
    };
    let permit = permit(scope);
    let booted: Vec<_> = scope.steps.iter().filter(|step| step.level <= level).map(|step| step.node).collect();
    let vertices = scope.built.len() + scope.model.levels.len();
    let of = |nodes: &mut dyn Iterator<Item = NodeId>| table::set(vertices, nodes.map(|id| place(scope, id)));
    let claims = |id: &NodeId| scope.control.is_some_and(|control| control.traits[place(scope, *id)].claims);
    let all = || booted.iter().copied();
    let (first, end) = (scope.built.len(), scope.built.len() + level.0 as usize + 1);
    let held = quote!(#first..#end);
    let (up, taken) = (of(&mut all()), of(&mut all().filter(claims)));
    let left_out = all().filter(|id| scope.body == Body::Real && scope.is_tolerated(*id)).map(|id| {
        let (outcome, number) = (scope.outcome(id), number(scope, id));
        let back = claims(&id)
            .then(|| quote!(if !unsafe { #outcome.is_lost() } { #control::Set::remove(&mut taken, #number); }));
        quote! {
            if !unsafe { #outcome.is_up() } {
                #control::Set::remove(&mut up, #number);
                #back
            }
        }
    });
    let left_out: Vec<_> = left_out.collect();
    let body = scope.body(if left_out.is_empty() {
        quote!(#control::adopt(&__Control, #permit, #held, #up, #taken); #token)
    } else {
        quote! {
            let (mut up, mut taken) = (#up, #taken);
            #(#left_out)*
            #control::adopt(&__Control, #permit, #held, up, taken);
            #token
        }
    });
    quote! {
        #[doc = " Run-time control of the board. Each level that is up is held once."]
        pub fn into_board(self) -> Board { #body }
    }
}

/// The right to act, for whoever has the token.
pub(super) fn permit(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    quote!(unsafe { #krate::__private::Permit::new() })
}

/// The number by which run-time control knows a node: its place in the order in which they come up.
pub(super) fn place(scope: &Scope, id: NodeId) -> usize {
    let number = scope.number(id);
    scope.control.and_then(|control| control.places.get(number)).copied().unwrap_or(number)
}

/// The same as a literal.
pub(super) fn number(scope: &Scope, id: NodeId) -> Literal {
    Literal::usize_unsuffixed(place(scope, id))
}

/// Whether bringing something up at run time awaits.
pub(super) fn awaits(scope: &Scope) -> bool {
    let some = || scope.built().flat_map(|id| scope.node(id).rises()).any(|expr| expr.awaits.is_some());
    scope.board().concurrent.is_some() || *scope.facts.awaits.get_or_init(some)
}

/// `async` and `.await`, if bringing something up awaits.
pub(super) fn asynchronous(scope: &Scope) -> (TokenStream, TokenStream) {
    if awaits(scope) { (quote!(async), quote!(.await)) } else { Default::default() }
}
