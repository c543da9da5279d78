//! The tokens: `Fresh`, one type per level that is up, `Running`.

use super::board;
use super::boot;
use super::docs::doc;
use super::failure;
use super::handles;
use super::inputs;
use super::names::{camel, ident, plain};
use super::scope::{Scope, local, located_at};
use crate::model::{LevelId, NodeId};
use crate::plan::{Handle, Step};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// `Token`, `BootError` and the stages.
pub(super) fn stages(scope: &Scope) -> TokenStream {
    let levels = scope.model.levels.len() as u32;
    let token = token(scope);
    let error = error(scope);
    let fresh = stage(scope, None);
    let stages = (0..levels).map(|level| stage(scope, Some(LevelId(level))));
    quote!(#token #error #fresh #(#stages)*)
}

/// One state of the board: nothing is up, or everything up to and including level `reached`.
fn stage(scope: &Scope, reached: Option<LevelId>) -> TokenStream {
    let levels = scope.model.levels.len() as u32;
    let name = name(scope, reached);
    let up = nodes_up(scope, reached);
    let docs = match reached {
        None => doc("Nothing is up."),
        Some(level) if level.0 + 1 == levels => doc("Everything that boots is up."),
        Some(level) => doc(&format!("Everything up to level `{}` is up.", scope.model.level(level).name)),
    };
    let take = reached.is_none().then(|| inputs::take(scope));
    let boot_all = reached.is_none().then(|| boot_all(scope));
    let accessors = reached.map(|_| handles::accessors(scope, &up));
    let next = LevelId(reached.map_or(0, |level| level.0 + 1));
    let boot = (next.0 < levels).then(|| boot_level(scope, next));
    let parts = (next.0 == levels).then(|| handles::parts(scope, &up));
    let (methods, types) = parts.map(|parts| (parts.methods, parts.types)).unzip();
    let failure = reached.map(|_| failure::method(scope));
    let dynamic = board::dynamic(scope, reached);
    quote! {
        #docs
        #[must_use = "the board does nothing without it"]
        #[derive(::core::fmt::Debug)]
        pub struct #name { token: Token<#name> }

        impl #name { #take #boot_all #boot #accessors #methods #failure #dynamic }

        #types
    }
}

/// The private proof inside each stage. It is sent to where its handles and inputs may go, and shared nowhere.
fn token(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let inputs = (0..scope.model.inputs.len() as u32).map(|id| {
        let ty = scope.input_type(crate::model::InputId(id));
        quote!(__user::#ty)
    });
    let handles = scope.handled().map(|id| {
        let ty = scope.handle_type(id);
        if scope.is_shared(id) { scope.dev_type(id) } else { quote!(__user::#ty) }
    });
    // The failures that are kept go where the token goes.
    let error = scope.tolerated().next().map(|_| quote!(__user::__Error));
    quote!(type Token<Stage> = #krate::__private::Token<Stage, (#(#inputs,)* #(#handles,)* #error)>;)
}

fn error(scope: &Scope) -> TokenStream {
    let krate = scope.krate();
    let number =
        |varies: bool, only: u8| if varies { quote!(::core::primitive::u8) } else { quote!(#krate::Always<#only>) };
    let (attempt, failures) = (number(attempts_vary(scope), 1), number(failures_vary(scope), 0));
    quote! {
        #[doc = " Why the board did not come up."]
        pub type BootError = #krate::BootError<Node, __user::__Error, #attempt, #failures>;
    }
}

/// Whether the error of a boot says which attempt it was. That of an optional node always does.
fn attempts_vary(scope: &Scope) -> bool {
    scope.retries() || scope.tolerated().next().is_some()
}

/// Whether it counts steps of the rollback that failed. Also asked for when a model has errors, and then there is no order.
fn failures_vary(scope: &Scope) -> bool {
    scope.built().any(|id| boot::down_can_fail(scope, id)) || scope.tolerated().next().is_some()
}

fn boot_all(scope: &Scope) -> TokenStream {
    let docs = doc(
        "Brings up everything that boots, all levels in order. If a step fails, what was up goes down again in reverse.",
    );
    let last = LevelId(scope.model.levels.len() as u32 - 1);
    method(scope, &docs, &format_ident!("boot"), last, &boot::all(), scope.steps)
}

fn boot_level(scope: &Scope, level: LevelId) -> TokenStream {
    let named = scope.model.level(level);
    let docs = doc(&format!(
        "Brings up level `{}`. If a step fails, everything that is up goes down again in reverse.",
        named.name
    ));
    let name = Ident::new(&format!("boot_{}", plain(&named.name)), located_at(scope.span(named.span)));
    let only = scope.model.levels.len() == 1;
    let function = if only { boot::all() } else { boot::level_up(scope, level) };
    method(scope, &docs, &name, level, &function, &boot::of_level(scope, level))
}

fn method(
    scope: &Scope,
    docs: &TokenStream,
    name: &Ident,
    reached: LevelId,
    function: &Ident,
    steps: &[Step],
) -> TokenStream {
    let krate = scope.krate();
    let next = self::name(scope, Some(reached));
    let (permit, failures) = (local("permit"), local("failures"));
    let (counter, argument, count) = if boot::can_fail(scope) {
        (quote!(let #failures = #krate::__private::Failures::new();), quote!(, &#failures), quote!(#failures.get()))
    } else if failures_vary(scope) {
        (TokenStream::new(), TokenStream::new(), quote!(0))
    } else {
        (TokenStream::new(), TokenStream::new(), quote!(#krate::Always))
    };
    let (attempt, attempt_field) = if scope.retries() {
        (quote!(attempt,), quote!(attempt))
    } else if attempts_vary(scope) {
        (TokenStream::new(), quote!(attempt: 1))
    } else {
        (TokenStream::new(), quote!(attempt: #krate::Always))
    };
    let awaits = boot::awaits(scope, steps);
    let (asynchronous, wait) = if awaits { (quote!(async), quote!(.await)) } else { Default::default() };
    let body = scope.body(quote! {
        let #permit = unsafe { #krate::__private::Permit::new() };
        #counter
        match #function(#permit #argument) #wait {
            ::core::result::Result::Ok(()) => {
                ::core::result::Result::Ok(#next { token: unsafe { #krate::__private::Token::new() } })
            }
            ::core::result::Result::Err((node, #attempt cause)) => {
                ::core::result::Result::Err(BootError { node, #attempt_field, cause, rollback_failures: #count })
            }
        }
    });
    let errors = doc("What failed and why, after the rollback.");
    quote! {
        #docs
        #[doc = ""]
        #[doc = " # Errors"]
        #errors
        #[inline]
        pub #asynchronous fn #name(self) -> ::core::result::Result<#next, BootError> { #body }
    }
}

/// `Fresh`, `AfterBus`, `Running`
fn name(scope: &Scope, reached: Option<LevelId>) -> Ident {
    match reached {
        None => format_ident!("Fresh"),
        Some(level) if level.0 as usize + 1 == scope.model.levels.len() => format_ident!("Running"),
        Some(level) => {
            let level = scope.model.level(level);
            let span = located_at(scope.span(level.span));
            ident(&format!("After{}", camel(&level.name)), span)
        }
    }
}

/// What is up once level `reached` is, in declaration order.
fn nodes_up(scope: &Scope, reached: Option<LevelId>) -> Vec<NodeId> {
    let mut up: Vec<_> =
        scope.steps.iter().filter(|step| Some(step.level) <= reached).map(|step| step.node).collect();
    up.sort();
    up.retain(|id| scope.handle(*id) != Handle::None);
    up
}
