//! `concurrent;`: the line as tasks that share one future.

use super::boot::{self, down, error, failure, has_down, parameters};
use super::line::Line;
use super::scope::{Scope, local};
use super::settling;
use super::tolerated;
use super::waits::Clock;
use crate::flow::{Flow, Task};
use crate::model::{LevelId, NodeId};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

/// The function that runs the tasks.
pub(super) fn function(line: &Line, name: &Ident, earlier: &[LevelId], flow: &Flow) -> TokenStream {
    let scope = line.scope;
    let krate = scope.krate();
    let (parameters, error, count) =
        (parameters(scope, boot::can_fail(scope)), failure(scope), Literal::usize_unsuffixed(flow.tasks.len()));
    let (earlier, guards) = line.earlier(earlier);
    let gates = flow.gates.iter().enumerate().map(|(number, tasks)| {
        let (gate, tasks) = (gate(number), numbers(tasks));
        quote!(const #gate: &[::core::primitive::u16] = &[#(#tasks),*];)
    });
    let downs = flow.tasks.iter().enumerate().rev().filter(|(_, task)| !task.settles && has_down(scope, task.node));
    let downs = downs.map(|(number, task)| take_down(scope, number, task.node));
    let started = flow.tasks.iter().filter(|task| !task.settles).map(|task| task.node);
    let tolerated: Vec<NodeId> = started.filter(|id| scope.is_tolerated(*id)).collect();
    let failures = tolerated.iter().map(|id| {
        let (failure, ty) = (tolerated::failure(scope, *id), tolerated::failure_type());
        quote!(let mut #failure: #ty = ::core::option::Option::None;)
    });
    let aftermaths = tolerated.iter().map(|id| tolerated::aftermath(scope, line.supports, *id));
    let tasks = flow.tasks.iter().enumerate().map(|(number, task)| {
        let (name, body) = (local(&format!("task_{number}")), body(scope, task));
        let after = numbers(&task.after);
        let gate = task.gate.map_or_else(
            || quote!(&[]),
            |number| {
                let gate = gate(number);
                quote!(#gate)
            },
        );
        let first = !task.after.is_empty() || task.gate.is_some();
        let until = first.then(|| quote!(flow.until(&[#(#after),*], #gate).await;));
        quote! {
            let #name = async {
                #until
                #body
                ::core::result::Result::Ok::<(), #error>(())
            };
            let mut #name = ::core::pin::pin!(#name);
        }
    });
    let polls = (0..flow.tasks.len()).map(|number| {
        let (name, number) = (local(&format!("task_{number}")), Literal::usize_unsuffixed(number));
        quote!(#number => ::core::future::Future::poll(#name.as_mut(), context),)
    });
    quote! {
        #[inline]
        async fn #name(#parameters) -> ::core::result::Result<(), #error> {
            #(#gates)*
            #earlier
            let flow = #krate::__private::Flow::<#count>::new();
            let undo = #krate::__private::Undo(|| { #(#downs)* });
            #(#failures)*
            {
                #(#tasks)*
                flow.run(|task, context| match task {
                    #(#polls)*
                    _ => ::core::task::Poll::Ready(::core::result::Result::Ok(())),
                })
                .await?;
            }
            #(#aftermaths)*
            undo.disarm();
            #(#guards.disarm();)*
            ::core::result::Result::Ok(())
        }
    }
}

/// What a task does once it may start.
fn body(scope: &Scope, task: &Task) -> TokenStream {
    let id = task.node;
    if task.settles {
        return settle(scope, id);
    }
    if scope.is_tolerated(id) {
        let (failure, start) = (tolerated::failure(scope, id), tolerated::start(scope, id, true));
        return quote!(#failure = #start;);
    }
    boot::up(scope, id)
}

/// Waits for a rail that has just been switched on.
fn settle(scope: &Scope, id: NodeId) -> TokenStream {
    let Some(rail) = scope.node(id).rail() else { return TokenStream::new() };
    let (start, clock, settling) = (local("start"), Clock::outside(scope, true), rail.settling());
    let stamp = clock.stamp(&start);
    let pause = (settling.value > 0).then(|| clock.wait(&start, settling, settling.value));
    let good = rail.good.as_ref().map(|_| {
        let (call, error) = (settling::call_good(scope, id, &start), error(scope, id));
        quote!(#call.map_err(#error)?;)
    });
    let wait = quote!(#stamp #pause #good);
    if !scope.is_tolerated(id) {
        return wait;
    }
    let outcome = scope.outcome(id);
    quote!(if unsafe { #outcome.is_up() } { #wait })
}

/// Takes a node down whose task has ended. One that may be missing knows itself whether it is up.
fn take_down(scope: &Scope, number: usize, id: NodeId) -> TokenStream {
    let (down, number) = (down(scope, id), Literal::usize_unsuffixed(number));
    if scope.is_tolerated(id) { down } else { quote!(if flow.has_ended(#number) #down) }
}

fn gate(number: usize) -> Ident {
    format_ident!("GATE_{number}")
}

fn numbers(tasks: &[usize]) -> impl Iterator<Item = Literal> {
    tasks.iter().map(|task| Literal::usize_unsuffixed(*task))
}
