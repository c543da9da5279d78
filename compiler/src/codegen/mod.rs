//! From plan to Rust. `module` reads as the outline of what a board becomes.

mod bindings;
mod board;
mod boot;
mod concurrent;
mod constants;
mod control;
mod docs;
mod enums;
mod evaluate;
mod expr;
mod failure;
mod graph;
mod handles;
mod holds;
mod inputs;
mod items;
mod line;
mod literals;
pub(crate) mod names;
mod nodes;
mod rails;
mod reach;
mod retry;
mod rows;
mod runs;
mod scope;
mod settling;
mod skeleton;
mod splice;
mod stages;
mod storage;
mod suspend;
mod table;
mod teardown;
mod tokens;
mod tolerated;
mod types;
mod visibility;
mod waits;

pub use skeleton::skeleton;
pub use tokens::{TextTokens, Tokens};

use crate::model::NodeKind;
use crate::plan::Plan;
use proc_macro2::TokenStream;
use quote::quote;
use rows::Rows;
use scope::{Body, Facts, Scope};

/// Where the generated code will stand.
pub struct Setup {
    /// The path of crate `bringup`, unless the board says `crate = PATH;`.
    pub krate: TokenStream,
    /// Whether the board is a file, which a private module around it reads in.
    pub in_file: bool,
}

/// Nodes are numbered in 16 bits, and so many held roots are counted in as many (S10 in the runtime).
const MOST_VERTICES: usize = u16::MAX as usize;

/// The module of a board. Of one with more than 65 535 nodes and levels, an error that says so.
pub fn generate(plan: &Plan, source: &dyn Tokens, setup: &Setup) -> TokenStream {
    let built: Vec<_> = plan.model.ids().filter(|id| plan.model.node(*id).disabled().is_none()).collect();
    let count = built.len() + plan.model.levels.len();
    if count > MOST_VERTICES {
        let words = format!("a board can have {MOST_VERTICES} nodes and levels, and this one has {count}");
        return quote!(::core::compile_error!(#words););
    }
    module(&Scope {
        model: &plan.model,
        built,
        handles: &plan.handles,
        steps: &plan.steps,
        edges: &plan.edges,
        schedule: Some(&plan.schedule),
        runs: Some(&plan.runs),
        flows: plan.flows.as_ref(),
        tolerated: plan.tolerated.clone(),
        control: Some(&plan.control),
        source,
        krate: setup.krate.clone(),
        in_file: setup.in_file,
        body: Body::Real,
        facts: Facts::default(),
    })
}

fn module(scope: &Scope) -> TokenStream {
    let board = scope.board();
    let visibility = visibility::visibility(scope);
    let name = names::ident(&board.name.name, scope::located_at(scope.span(board.name.span)));
    let docs = match board.docs.as_slice() {
        [] => docs::doc(&format!("Board `{}`.", board.name.name)),
        docs => docs::lines(docs),
    };
    let inputs = inputs::inputs(scope);
    let stages = stages::stages(scope);
    let node = enums::node(scope);
    let level = enums::level(scope);
    let constants = constants::modules(scope);
    let graph = graph::graph(scope);
    let dynamic = board::board(scope);
    let user = user(scope);
    let program = (scope.body == Body::Real).then(|| {
        let boot = scope.schedule.map(|schedule| boot::functions(scope, schedule));
        let storage = storage::statics(scope);
        let control = scope.control.map(|control| control::control(scope, control));
        quote!(#boot #storage #control)
    });
    quote! {
        #docs
        #visibility mod #name {
            #inputs
            #stages
            #node
            #level
            #constants
            #graph
            #dynamic
            #program
            #user
        }
    }
}

/// The module in which the board's own Rust stands. Nothing that is generated has a name there that it could meet.
fn user(scope: &Scope) -> TokenStream {
    let outside = scope.outside(0, &[]);
    let aliases = types::aliases(scope);
    let functions = (scope.body == Body::Real).then(|| {
        let proofs = types::claim_proofs(scope);
        let tables = scope.schedule.map(|schedule| runs::tables(scope, schedule));
        let functions = scope.built().map(|id| match &scope.node(id).kind {
            NodeKind::Device(device) => nodes::device(scope, id, device),
            NodeKind::Rail(rail) => rails::rail(scope, id, rail),
        });
        let rows = Rows::new(scope).map(|rows| rows.table(scope));
        quote!(#proofs #(#functions)* #tables #rows)
    });
    // A board says `crate::Error` wherever it stands, and Clippy has its own idea of how to write `400kHz`.
    quote! {
        #[allow(unused_qualifications, clippy::unreadable_literal)]
        mod __user {
            use #outside::*;
            #aliases
            #functions
        }
    }
}
