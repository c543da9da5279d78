//! What the text of a board says about time.

use crate::random::Vertex;
use crate::reference::Reference;
use bringup_compiler::model::NodeId;
use bringup_compiler::plan::Plan;
use bringup_compiler::schedule::Op;

pub(crate) struct Board {
    pub(crate) nodes: Vec<Node>,
    pub(crate) reference: Reference,
}

/// Times are nanoseconds.
pub(crate) struct Node {
    pub(crate) rail: bool,
    pub(crate) boots: bool,
    /// Whether a boot can do without it.
    pub(crate) tolerated: bool,
    /// Whether it goes down with the last that needs it.
    pub(crate) support: bool,
    /// Whether a boot runs something to bring it up.
    pub(crate) runs: bool,
    pub(crate) takes: u64,
    /// Whether others wait for it once it is switched on. They do not wait for a rail that is asked whether it is good
    /// before anything else happens, because a boot can do without it.
    pub(crate) rises: bool,
    pub(crate) settling: u64,
    /// When a rail has failed that is not good.
    pub(crate) timeout: Option<u64>,
    /// What must be up.
    pub(crate) holds: Vec<usize>,
    /// What comes up earlier, if it comes up.
    pub(crate) needs: Vec<usize>,
    /// The same of what boots, also through others that do not.
    pub(crate) before: Vec<usize>,
    pub(crate) turn: (usize, u32),
    /// A rail that may come before its turn: it rises, or one of its level that does needs it.
    pub(crate) eager: bool,
}

/// What the plan says about it.
#[derive(Clone)]
pub(crate) struct Lines {
    pub(crate) all: Vec<Op>,
    pub(crate) levels: Vec<Vec<Op>>,
}

impl Lines {
    pub(crate) fn new(plan: &Plan) -> Lines {
        for id in plan.model.ids() {
            assert_eq!(plan.model.label(id), format!("v{}", id.0));
        }
        Lines { all: plan.schedule.all.clone(), levels: plan.schedule.levels.clone() }
    }
}

impl Lines {
    /// One operation per line, for reports.
    pub(crate) fn written(&self) -> String {
        let line = |ops: &[Op]| ops.iter().map(|op| format!("    {}\n", written(op))).collect::<String>();
        let levels = self.levels.iter().map(|ops| format!("level\n{}", line(ops)));
        format!("all\n{}{}", line(&self.all), levels.collect::<String>())
    }
}

fn written(op: &Op) -> String {
    match op {
        Op::Up(id) => format!("v{}", id.0),
        Op::Stamp(number) => format!("stamp {number}"),
        Op::Wait { rail, stamp, time, left } => format!("wait for v{}: {time} from {stamp}, {left} left", rail.0),
        Op::Good { rail, stamp } => format!("ask v{} from {stamp}", rail.0),
    }
}

pub(crate) fn at(id: NodeId) -> usize {
    id.0 as usize
}

/// What a line brings up.
pub(crate) fn ups(line: &[Op]) -> Vec<usize> {
    line.iter().filter_map(|op| if let Op::Up(id) = op { Some(at(*id)) } else { None }).collect()
}

impl Board {
    pub(crate) fn new(vertices: &[Vertex]) -> Board {
        let reference = Reference::new(vertices);
        let mut nodes: Vec<Node> = (0..vertices.len()).map(|at| node(vertices, &reference, at)).collect();
        // Users come later.
        for at in reference.order.iter().rev().copied() {
            let here = |user: &&usize| nodes[**user].turn.0 == nodes[at].turn.0;
            let users: Vec<usize> = (0..nodes.len()).filter(|user| nodes[*user].needs.contains(&at)).collect();
            let eager = users.iter().filter(here).any(|user| nodes[*user].eager);
            nodes[at].eager |= nodes[at].rail && nodes[at].boots && eager;
        }
        Board { nodes, reference }
    }

    /// Whether `user` has to wait for `rail`, both of one line.
    pub(crate) fn waits_for(&self, user: usize, rail: usize) -> bool {
        self.nodes[rail].rises && self.nodes[user].needs.contains(&rail)
    }

    /// Whether nothing in a level gives a reason to leave the order that it has without ramps.
    pub(crate) fn is_calm(&self, level: usize) -> bool {
        let here = |at: &usize| self.nodes[*at].turn.0 == level;
        let steps = || self.reference.steps.iter().copied().filter(here);
        !steps().any(|at| self.nodes[at].rises || self.nodes[at].needs.iter().any(|need| self.nodes[*need].rises))
    }
}

fn node(vertices: &[Vertex], reference: &Reference, at: usize) -> Node {
    let (vertex, raw) = (&vertices[at], &vertices[at].raw);
    let nanoseconds = |time: u32| u64::from(time) * 1_000;
    let (boots, tolerated) = (reference.steps.contains(&at), reference.tolerated[at]);
    let runs = boots && vertex.has_up() && !vertex.on_at_reset();
    let settling = nanoseconds(raw.times.settling());
    let asked_at_once = tolerated && vertex.has_good();
    let takes = if raw.rail && !runs { 0 } else { nanoseconds(raw.times.takes.unwrap_or(0)) };
    let mut before = Vec::new();
    booting_before(vertices, reference, at, &mut before);
    let rises = runs && vertex.rises_at_boot() && !asked_at_once;
    Node {
        rail: raw.rail,
        boots,
        tolerated,
        support: tolerated && (raw.rail || raw.deferred),
        runs,
        takes,
        rises,
        settling: if runs && raw.rail { settling } else { 0 },
        timeout: raw.times.timeout().filter(|_| runs && vertex.has_good()).map(nanoseconds),
        holds: vertex.holds().collect(),
        needs: vertex.edges.iter().map(|(to, _)| *to).collect(),
        before,
        turn: reference.turns[at],
        eager: rises,
    }
}

fn booting_before(vertices: &[Vertex], reference: &Reference, at: usize, found: &mut Vec<usize>) {
    for (to, _) in &vertices[at].edges {
        if reference.steps.contains(to) {
            found.push(*to);
        } else {
            booting_before(vertices, reference, *to, found);
        }
    }
}
