//! Checks a board description, orders its init graph and writes it as Rust.
//!
//! ```text
//! text --read--> Statements --resolve--> Model --Graph::new--> Graph --Power::new--> Power --checks--> Plan --codegen--> tokens
//! ```
//! Every arrow is one function, pushes what it finds into one [`Diagnostics`] and goes on: a bad board gives all its
//! errors in one run.

mod checks;
pub mod codegen;
pub mod control;
mod eager;
pub mod flow;
pub mod graph;
mod include;
mod lints;
mod messages;
pub mod model;
mod order;
mod overlap;
pub mod plan;
pub mod power;
pub mod render;
mod resolve;
pub mod runs;
pub mod schedule;
pub mod timeline;
pub mod timing;
pub mod view;

use bringup_dsl::{Diagnostics, FileId, SourceMap};
use graph::{Edge, Graph};
use model::Model;
use plan::Plan;
use power::Power;

/// Where a board starts.
#[derive(Clone, Copy, Debug)]
pub enum Root {
    /// A file: `board! { … }`.
    File(FileId),
    /// What stands between the braces of `board! { … }` in Rust source.
    Inline(FileId),
}

/// What became of a board that has errors.
#[derive(Debug)]
pub enum Broken {
    /// It has a name, and what could be read of it.
    Checked(Box<Checked>),
    /// Not even that.
    Unnamed,
}

/// What there is to say about a board that has errors.
#[derive(Debug)]
pub struct Checked {
    /// What could be read of it.
    pub model: Model,
    /// By [`model::NodeId`], what boot would bring up.
    pub boots: Vec<bool>,
    /// The cycles that are reported, each from the node that is declared first.
    pub cycles: Vec<Vec<Edge>>,
}

/// From text to plan.
///
/// Lints do not stop it. `diagnostics` is ordered by place afterwards.
///
/// # Errors
/// The board has errors: they are in `diagnostics`.
pub fn compile(sources: &mut SourceMap, root: Root, diagnostics: &mut Diagnostics) -> Result<Plan, Broken> {
    let statements = include::read(sources, root, diagnostics);
    let whole = !diagnostics.has_errors();
    let model = resolve::resolve(statements, diagnostics);
    let plan = model.ok_or(Broken::Unnamed).and_then(|model| {
        let graph = Graph::new(&model);
        let power = Power::new(&model, &graph);
        let cycles = checks::run(&model, &graph, &power, whole, diagnostics);
        let broken = |model: Model, cycles| {
            let boots = order::boot_set(&model, &graph);
            Err(Broken::Checked(Box::new(Checked { model, boots, cycles })))
        };
        if diagnostics.has_errors() {
            return broken(model, cycles);
        }
        let plan = Plan::new(model, &graph, power, sources);
        checks::run_on_plan(&plan, &graph, diagnostics);
        if diagnostics.has_errors() { broken(plan.model, cycles) } else { Ok(plan) }
    });
    if let Ok(plan) = &plan {
        lints::run(plan, diagnostics);
    }
    diagnostics.sort();
    plan
}
