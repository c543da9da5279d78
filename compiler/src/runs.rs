//! Which steps a table can bring up: plain calls, several in a row, with the waits between them.

use crate::model::{Deinit, Device, Expr, Form, Model, Node, NodeId, NodeKind, PartKind, Rail};
use crate::schedule::Op;
use bringup_dsl::SourceMap;

/// The fewest steps in a row for which `codegen = auto` makes a table. The code that goes through tables takes as much as
/// what a table of so many steps saves; see docs/performance.md.
const AUTO: usize = 16;

/// The fewest plain calls, in a row or not, for which run-time control has a table: with fewer, the code that reads it takes more
/// than two jumps and two calls a node.
const AT_RUN_TIME: usize = 5;

/// The runs of a board.
#[derive(Debug)]
pub struct Runs {
    /// By [`NodeId`], what is a plain call up and down. Empty: nothing is asked for.
    plain: Vec<bool>,
    /// By [`NodeId`], rails that a table can wait for: all that boot cannot do without, unless waiting is to await.
    waited: Vec<bool>,
    /// The fewest plain calls that make a run.
    least: usize,
}

/// What boot does at a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stretch {
    /// One thing.
    Op(Op),
    /// Things that a table does: plain calls, and the stamps and waits in between.
    Run(Vec<Op>),
}

impl Runs {
    pub(crate) fn new(model: &Model, tolerated: &[bool], sources: &SourceMap) -> Runs {
        let form = model.board.codegen.as_ref().map_or(Form::Inline, |codegen| codegen.form);
        // a concurrent boot has no order that a table could be in
        let wanted = form != Form::Inline && model.board.concurrent.is_none();
        let least = if form == Form::Auto { AUTO } else { 2 };
        if !wanted {
            return Runs { plain: Vec::new(), waited: Vec::new(), least };
        }
        let built = model.nodes.iter().filter(|node| node.disabled().is_none());
        let awaits = built.flat_map(Node::rises).any(|expr| expr.awaits.is_some());
        let plain = |(at, tolerated): (usize, &bool)| !tolerated && is_plain(model, NodeId(at as u32), sources);
        Runs {
            plain: tolerated.iter().enumerate().map(plain).collect(),
            waited: tolerated.iter().map(|tolerated| !tolerated && !awaits).collect(),
            least,
        }
    }

    /// Whether a table can bring a node up.
    pub fn is_plain(&self, id: NodeId) -> bool {
        self.plain.get(id.0 as usize) == Some(&true)
    }

    /// Whether a table for run-time control is smaller than what it stands for. O(nodes).
    pub fn pay_at_run_time(&self) -> bool {
        self.plain.iter().filter(|plain| **plain).count() >= AT_RUN_TIME
    }

    /// The same in stretches. O(ops).
    pub fn stretches(&self, ops: &[Op]) -> Vec<Stretch> {
        let is = |all: &[bool], id: NodeId| all.get(id.0 as usize) == Some(&true);
        let joins = |op: &Op| match op {
            Op::Up(id) => is(&self.plain, *id),
            Op::Stamp(_) => self.waited.contains(&true),
            Op::Wait { rail, .. } | Op::Good { rail, .. } => is(&self.waited, *rail),
        };
        let mut stretches = Vec::new();
        for ops in ops.chunk_by(|a, b| joins(a) && joins(b)) {
            let (start, end) = if ops.first().is_some_and(joins) { self.run(ops) } else { (0, 0) };
            stretches.extend(ops[..start].iter().copied().map(Stretch::Op));
            if end > start {
                stretches.push(Stretch::Run(ops[start..end].to_vec()));
            }
            stretches.extend(ops[end..].iter().copied().map(Stretch::Op));
        }
        stretches
    }

    /// What of `ops`, which a table can do, is worth one: from the waits in front of the first call to the stamp after the last.
    fn run(&self, ops: &[Op]) -> (usize, usize) {
        let up = |op: &Op| matches!(op, Op::Up(_));
        let (Some(first), Some(last)) = (ops.iter().position(up), ops.iter().rposition(up)) else { return (0, 0) };
        if ops.iter().filter(|op| up(op)).count() < self.least {
            return (0, 0);
        }
        let waits = ops[..first].iter().rev().take_while(|op| !matches!(op, Op::Stamp(_))).count();
        let stamp = usize::from(matches!(ops.get(last + 1), Some(Op::Stamp(_))));
        (first - waits, last + 1 + stamp)
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
