//! What run-time control knows of a board, and how it acts on it.

use super::board::{asynchronous, number};
use super::boot;
use super::failure;
use super::rails;
use super::rows::{self, Rows};
use super::scope::{Scope, local};
use super::table;
use super::teardown;
use crate::control::Control;
use crate::model::{NodeId, NodeKind, Rail};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The table, and the functions that bring one node up or down by its number.
pub(super) fn control(scope: &Scope, control: &Control) -> TokenStream {
    if scope.built.is_empty() {
        return TokenStream::new();
    }
    let rows = Rows::new(scope);
    let (board, start) = (board(scope, control, rows.as_ref()), start(scope, rows.as_ref()));
    quote!(#board #start)
}

fn board(scope: &Scope, control: &Control, rows: Option<&Rows>) -> TokenStream {
    let krate = scope.krate();
    let runtime = quote!(#krate::__private);
    let table = table::table(scope, control);
    let (set, vertices) = (table::set_type(control.needs.len()), Literal::usize_unsuffixed(control.needs.len()));
    let nodes = control.order.iter().filter_map(|number| scope.built.get(*number)).map(|id| {
        let variant = scope.variant(*id);
        quote!(Node::#variant)
    });
    let nodes = if control.order.is_sorted() {
        names(nodes)
    } else {
        let (nodes, count) = (nodes.collect::<Vec<_>>(), scope.built.len());
        let last = nodes.last();
        quote! {
            static NODES: [Node; #count] = [#(#nodes),*];
            NODES.get(node).copied().unwrap_or(#last)
        }
    };
    let levels = names(scope.model.levels.iter().map(|level| {
        let variant = scope.level_variant(level);
        quote!(Level::#variant)
    }));
    let shared = |call: TokenStream, default: TokenStream| {
        let arms = scope.built().filter(|id| scope.is_shared(*id)).map(|id| {
            let (number, slot) = (number(scope, id), scope.slot(id));
            quote!(#number => unsafe { #slot.#call() },)
        });
        quote!(match node { #(#arms)* _ => #default })
    };
    let may_stay = scope.built().any(|id| teardown::may_stay(scope, id));
    let in_rows = |id: &NodeId| rows.is_some() && rows::is_plain(scope, *id);
    let downs: Vec<_> = scope.built().filter(|id| !in_rows(id)).filter_map(|id| down(scope, id, may_stay)).collect();
    let row = rows.map(Rows::row).map(|row| quote!(if let ::core::option::Option::Some(row) = #row { (row.down)() }));
    // Where no node can stay up, that is known without a look at the answer.
    let down = if may_stay {
        quote!(match node { #(#downs)* _ => { #row true } })
    } else {
        quote!(match node { #(#downs)* _ => { #row } } true)
    };
    let (is_busy, begin) = (shared(quote!(is_busy), quote!(false)), shared(quote!(begin), quote!(true)));
    let abandon = shared(quote!(finish), quote!({}));
    let (failure, attempt) = if scope.retries() {
        (quote!((__user::__Error, ::core::primitive::u8)), quote!(failure))
    } else {
        (quote!(__user::__Error), quote!((failure, 1)))
    };
    let failures_kept = failure::keep(scope);
    let (permit, failures, forced) = (local("permit"), local("failures"), local("forced"));
    quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        struct __Control;

        impl #runtime::control::Board for __Control {
            type Node = Node;
            type Level = Level;
            type Error = __user::__Error;
            type Failure = #failure;

            #table

            fn attempt(failure: #failure) -> (__user::__Error, ::core::primitive::u8) { #attempt }

            fn state(&self, _: #runtime::Permit) -> &#runtime::control::State<#set> {
                static STATE: #runtime::control::State<#set, [#runtime::control::Holds; #vertices]> =
                    #runtime::control::State::new();
                &STATE
            }

            fn marks(&self, _: #runtime::Permit) -> &#runtime::control::Marks<#set> {
                static MARKS: #runtime::control::Marks<#set> = #runtime::control::Marks::new();
                &MARKS
            }

            fn node(&self, node: ::core::primitive::usize) -> Node { #nodes }

            fn level(&self, node: ::core::primitive::usize) -> Level { #levels }

            fn is_busy(&self, _: #runtime::Permit, node: ::core::primitive::usize) -> ::core::primitive::bool {
                #is_busy
            }

            fn begin(&self, _: #runtime::Permit, node: ::core::primitive::usize) -> ::core::primitive::bool { #begin }

            fn abandon(&self, _: #runtime::Permit, node: ::core::primitive::usize) { #abandon }

            fn down(
                &self,
                #permit: #runtime::Permit,
                node: ::core::primitive::usize,
                #forced: ::core::primitive::bool,
                #failures: &#runtime::Failures,
            ) -> ::core::primitive::bool {
                let _ = (#permit, #forced, #failures);
                #down
            }

            #failures_kept
        }
    }
}

/// The last name stands for every number from its own on, so that no number is out of range.
fn names(names: impl Iterator<Item = TokenStream>) -> TokenStream {
    let names: Vec<_> = names.collect();
    let numbers = (0..names.len().saturating_sub(1)).map(Literal::usize_unsuffixed);
    let (last, rest) = match names.split_last() {
        Some((last, rest)) => (quote!(#last), rest),
        None => return quote!(loop {}),
    };
    quote!(match node { #(#numbers => #rest,)* _ => #last })
}

/// One arm: takes a node down and, if some node `may_stay` up, tells whether it is.
fn down(scope: &Scope, id: NodeId, may_stay: bool) -> Option<TokenStream> {
    let node = scope.node(id);
    let (call, number) = (teardown::call(scope, id), number(scope, id));
    let stays = teardown::may_stay(scope, id);
    let is_down = may_stay.then(|| quote!(true));
    let whole = if stays { call.clone() } else { quote!({ #call; #is_down }) };
    match &node.kind {
        NodeKind::Device(device) => teardown::has_down(scope, id, device).then(|| quote!(#number => #whole,)),
        NodeKind::Rail(rail) if rail.always_on.is_some() || rail.disable.is_none() => None,
        NodeKind::Rail(rail) => {
            let (permit, forced) = (local("permit"), local("forced"));
            let call = match rails::rest(rail).map(|_| scope.off(id)) {
                Some(off) if stays => quote!({ let down = #call; if down { __user::#off(#permit); } down }),
                Some(off) => quote!({ #call; __user::#off(#permit); #is_down }),
                None => whole,
            };
            // It was on before the board came up, and stays so unless it is suspended.
            let call = if rail.boot_on.is_some() { quote!(if #forced { #call } else { #is_down }) } else { call };
            (rail.boot_on.is_none() || rail.can_suspend()).then(|| quote!(#number => #call,))
        }
    }
}

/// The functions that bring nodes up.
fn start(scope: &Scope, rows: Option<&Rows>) -> TokenStream {
    let krate = scope.krate();
    let control = quote!(#krate::__private::control);
    let (asynchronous, wait) = asynchronous(scope);
    let in_rows = |id: &NodeId| rows.is_some() && rows::is_plain(scope, *id);
    let arms = scope.built().filter(|id| !in_rows(id)).filter_map(|id| up(scope, id));
    let failure = first_attempt(scope);
    let row = rows.map(|rows| {
        let row = rows.row();
        let noted = scope.built().filter(|id| in_rows(id) && settles_when_switched(scope, *id)).map(|id| {
            let (number, note) = (number(scope, id), note(scope, id));
            quote!(#number => #note)
        });
        quote! {
            if let ::core::option::Option::Some(row) = #row {
                let attempt = (row.up)() #failure;
                match node { #(#noted,)* _ => {} }
                return attempt;
            }
        }
    });
    let settles: Vec<_> = scope.built().filter(|id| settles_when_switched(scope, *id)).collect();
    let settling = settles.iter().map(|id| {
        let (settle, permit, failure) = (scope.settle(*id), local("permit"), first_attempt(scope));
        quote!(__user::#settle(#permit) #wait #failure)
    });
    let settling: Vec<_> = settling.collect();
    let (permit, forced) = (local("permit"), local("forced"));
    // The last one stands for all that do not settle.
    let settling = settling.split_last().map(|(last, rest)| {
        let numbers = settles.iter().map(|id| number(scope, *id));
        match rest {
            [] => quote!(#last),
            rest => quote!(match node { #(#numbers => #rest,)* _ => #last }),
        }
    });
    let settling = settling.unwrap_or_else(|| quote!(::core::result::Result::Ok(())));
    let (acquire, resume) = if asynchronous.is_empty() {
        (quote!(acquire), quote!(resume))
    } else {
        (quote!(acquire_async), quote!(resume_async))
    };
    let new = quote!(let permit = unsafe { #krate::__private::Permit::new() };);
    let switched = scope.built().any(|id| scope.node(id).rail().is_some_and(Rail::can_suspend));
    let resume = switched.then(|| {
        quote! {
            #asynchronous fn __resume(rail: ::core::primitive::usize) -> ::core::result::Result<(), AcquireError> {
                #new
                #control::#resume(&__Control, permit, rail, __settle, __start) #wait
            }
        }
    });
    let up = quote! {
        let _ = (#permit, #forced);
        match node { #(#arms)* _ => { #row ::core::result::Result::Ok(()) } }
    };
    let (permit_type, attempt) = (quote!(#krate::__private::Permit), quote!(#control::Attempt<__Control>));
    let (number, bool) = (quote!(::core::primitive::usize), quote!(::core::primitive::bool));
    quote! {
        #asynchronous fn __settle(#permit: #permit_type, node: #number) -> #attempt {
            let _ = (#permit, node);
            #settling
        }

        #asynchronous fn __start(#permit: #permit_type, node: #number, #forced: #bool) -> #attempt { #up }

        #asynchronous fn __acquire(
            roots: ::core::ops::Range<::core::primitive::usize>,
        ) -> ::core::result::Result<(), AcquireError> {
            #new
            #control::#acquire(&__Control, permit, roots, __settle, __start) #wait
        }

        #resume
    }
}

fn settles_when_switched(scope: &Scope, id: NodeId) -> bool {
    scope.node(id).rail().is_some_and(Rail::settles_when_switched)
}

/// Remembers that a rail came on.
fn note(scope: &Scope, id: NodeId) -> TokenStream {
    let on = scope.on_since(id);
    quote!({ unsafe { #on.note::<__user::__Clock>() } })
}

/// Makes the error of something that is tried once a failure.
fn first_attempt(scope: &Scope) -> Option<TokenStream> {
    scope.retries().then(|| quote!(.map_err(|cause| (cause, 1))))
}

/// One arm: brings a node up.
fn up(scope: &Scope, id: NodeId) -> Option<TokenStream> {
    let (call, number) = (boot::call_any(scope, id)?, number(scope, id));
    let tokens = call.tokens;
    let run = match (call.fallible, scope.retried(id)) {
        (false, _) => quote!({ #tokens; ::core::result::Result::Ok(()) }),
        (true, false) => {
            let failure = first_attempt(scope);
            quote!({ #tokens #failure })
        }
        (true, true) => quote!({ #tokens }),
    };
    let Some(rail) = scope.node(id).rail() else { return Some(quote!(#number => #run)) };
    let permit = local("permit");
    let rest = rails::rest(rail).map(|_| {
        let rest = scope.rest(id);
        let (_, wait) = asynchronous(scope);
        quote!(__user::#rest(#permit) #wait;)
    });
    let noted = settles_when_switched(scope, id).then(|| note(scope, id));
    let run = match noted {
        Some(note) => quote!({ #rest let attempt = #run; #note attempt }),
        None => quote!({ #rest #run }),
    };
    if rail.always_on.is_some() {
        return None;
    }
    if rail.boot_on.is_none() {
        return Some(quote!(#number => #run));
    }
    let forced = local("forced");
    rail.can_suspend().then(|| quote!(#number => if #forced #run else { ::core::result::Result::Ok(()) },))
}
