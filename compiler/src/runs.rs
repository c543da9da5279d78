//! Which steps a table can bring up: plain calls, several in a row.

use crate::model::{Deinit, Device, Expr, Form, Model, NodeId, NodeKind, PartKind, Rail};
use crate::schedule::Op;
use bringup_dsl::SourceMap;

/// The fewest steps in a row for which `codegen = auto` makes a table. The code that goes through tables takes as much as
/// what a table of so many steps saves; see docs/performance.md.
const AUTO: usize = 16;

/// The runs of a board.
#[derive(Debug)]
pub struct Runs {
    /// By [`NodeId`], what is a plain call up and down. Empty: nothing is asked for.
    plain: Vec<bool>,
    /// The fewest steps that make a run.
    least: usize,
}

/// What boot does at a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stretch {
    /// One thing.
    Op(Op),
    /// Nodes that come up from a table.
    Run(Vec<NodeId>),
}

impl Runs {
    pub(crate) fn new(model: &Model, tolerated: &[bool], sources: &SourceMap) -> Runs {
        let form = model.board.codegen.as_ref().map_or(Form::Inline, |codegen| codegen.form);
        let (least, wanted) = match form {
            Form::Inline => (usize::MAX, false),
            Form::Table => (2, true),
            Form::Auto => (AUTO, true),
        };
        let plain = |(at, tolerated): (usize, &bool)| !tolerated && is_plain(model, NodeId(at as u32), sources);
        // a concurrent boot has no order that a table could be in
        let wanted = wanted && model.board.concurrent.is_none();
        let plain = if wanted { tolerated.iter().enumerate().map(plain).collect() } else { Vec::new() };
        Runs { plain, least }
    }

    /// The same in stretches. O(ops).
    pub fn stretches(&self, ops: &[Op]) -> Vec<Stretch> {
        let node = |op: &Op| match op {
            Op::Up(id) if self.plain.get(id.0 as usize) == Some(&true) => Some(*id),
            _ => None,
        };
        let alike = ops.chunk_by(|a, b| node(a).is_some() && node(b).is_some());
        let stretches = alike.flat_map(|ops| {
            let nodes: Vec<NodeId> = ops.iter().filter_map(node).collect();
            if nodes.len() >= self.least {
                vec![Stretch::Run(nodes)]
            } else {
                ops.iter().copied().map(Stretch::Op).collect()
            }
        });
        stretches.collect()
    }
}

/// Whether it comes up by `PATH()?` and goes down by nothing or `PATH()`, with nothing else to do.
fn is_plain(model: &Model, id: NodeId, sources: &SourceMap) -> bool {
    let call = |expr: &Expr| calls(expr, sources);
    match &model.node(id).kind {
        NodeKind::Device(device) => device_is_plain(device, &call),
        NodeKind::Rail(rail) => rail_is_plain(rail, &call),
    }
}

fn device_is_plain(device: &Device, call: &impl Fn(&Expr) -> Option<Call>) -> bool {
    let up = device.init.as_ref().and_then(call) == Some(Call::Fallible);
    let once = device.retry.is_none() && device.returned.is_none();
    let down = |deinit: &Deinit| !deinit.pattern && call(&deinit.expr) == Some(Call::Infallible);
    device.ty.is_none() && up && once && device.deinit.as_ref().is_none_or(down)
}

fn rail_is_plain(rail: &Rail, call: &impl Fn(&Expr) -> Option<Call>) -> bool {
    let up = rail.enable.as_ref().and_then(call) == Some(Call::Fallible);
    let down = |expr: &Expr| call(expr) == Some(Call::Infallible);
    rail.boots_by_switching() && up && rail.disable.as_ref().is_none_or(down)
}

#[derive(PartialEq, Eq)]
enum Call {
    /// `PATH()?`
    Fallible,
    /// `PATH()`
    Infallible,
}

/// What kind of plain call an expression is.
fn calls(expr: &Expr, sources: &SourceMap) -> Option<Call> {
    let path_only = |kind: &PartKind| matches!(kind, PartKind::SelfPath | PartKind::SuperPath);
    if !expr.parts.iter().all(|part| path_only(&part.kind)) {
        return None;
    }
    let mut tokens = expr.rust.tokens.iter().map(|token| sources.text(token.span)).collect::<Vec<_>>();
    let question = tokens.pop_if(|token| *token == "?").is_some();
    if tokens.split_off(tokens.len().saturating_sub(2)) != ["(", ")"] {
        return None;
    }
    let path = tokens.concat();
    let mut names = path.strip_prefix("::").unwrap_or(&path).split("::");
    let apart = tokens.windows(2).all(|pair| !(is_name(pair[0]) && is_name(pair[1])));
    let fallible = if question { Call::Fallible } else { Call::Infallible };
    (apart && names.all(is_name)).then_some(fallible)
}

fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().is_some_and(|letter| letter == '_' || letter.is_alphabetic());
    first && letters.all(|letter| letter == '_' || letter.is_alphanumeric())
}
