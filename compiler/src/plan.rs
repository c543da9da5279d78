//! The order in which a board comes up: the one thing that code generators and views read.

use crate::control::Control;
use crate::flow::{Flows, Source};
use crate::graph::{Edge, Graph};
use crate::model::{Expr, LevelId, Model, NodeId, PartKind};
use crate::order::{self, Order};
use crate::power::Power;
use crate::runs::Runs;
use crate::schedule::Schedule;
use crate::timeline::Timeline;
use bringup_dsl::SourceMap;

/// A checked board and its order.
#[derive(Debug)]
pub struct Plan {
    /// The board. Disabled nodes are still in it, and in nothing else of the plan.
    pub model: Model,
    /// Every edge between nodes that are built, by the node that needs the other, each in source order.
    pub edges: Vec<Edge>,
    /// What boot brings up, in order. Teardown is the reverse.
    pub steps: Vec<Step>,
    /// The same with the waits in between.
    pub schedule: Schedule,
    /// What of that comes up from tables.
    pub runs: Runs,
    /// The same as tasks that wait for each other, of a board that is `concurrent`.
    pub flows: Option<Flows>,
    /// When all of that happens.
    pub timeline: Timeline,
    /// By [`NodeId`], what a boot can do without: optional nodes, and what boots only because they need it.
    pub tolerated: Vec<bool>,
    /// What the rails give and carry.
    pub power: Power,
    /// How the firmware reaches each node, by [`NodeId`].
    pub handles: Vec<Handle>,
    /// What run-time control works with.
    pub control: Control,
}

/// One position of the order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// What comes up.
    pub node: NodeId,
    /// The level in which it comes up: its own, or that of the node that pulled it in. Never decreases along the order.
    pub level: LevelId,
    /// The priority with which it comes up in that level: its own, or that of the node that pulled it in. One more than
    /// the greatest is that of a rail with a level of its own.
    pub turn: u32,
    /// The node that needed it before its own turn came. Every rail has one that has no level of its own.
    pub pulled_by: Option<NodeId>,
}

/// How the firmware reaches a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handle {
    /// No handle: a group, a rail, `()`.
    None,
    /// Nobody keeps a reference: the firmware gets `&mut T`.
    Owned,
    /// Some expression says `&label`: everybody gets `Dev<T>`.
    Shared,
    /// `irq;`: everybody gets `Irq<T>`, interrupt handlers too.
    Irq,
}

impl Plan {
    /// Plans a model without errors.
    pub(crate) fn new(model: Model, graph: &Graph, power: Power, sources: &SourceMap) -> Plan {
        let Order { all, steps, tolerated } = order::order(&model, graph);
        let built = |id: NodeId| model.node(id).disabled().is_none();
        let edges: Vec<Edge> = graph.edges().copied().filter(|edge| built(edge.from)).collect();
        let handles = handles(&model);
        let booting: Vec<NodeId> = steps.iter().map(|step| step.node).collect();
        let control = Control::new(&model, graph, &all, &booting, &handles, &tolerated);
        let schedule = Schedule::new(&model, graph, &tolerated, &steps);
        let runs = Runs::new(&model, &tolerated, sources);
        let source = Source { model: &model, edges: &edges, handles: &handles, tolerated: &tolerated };
        let flows = model.board.concurrent.map(|_| Flows::new(&source, graph, &steps));
        let timeline = Timeline::new(&source, graph, &steps, &schedule, flows.as_ref());
        Plan { model, edges, steps, schedule, runs, flows, timeline, tolerated, power, handles, control }
    }
}

/// The steps of one level.
pub(crate) fn of_level(steps: &[Step], level: LevelId) -> Vec<Step> {
    steps.iter().copied().filter(|step| step.level == level).collect()
}

impl Handle {
    /// Whether it can be in use when somebody asks for it.
    pub(crate) fn is_shared(self) -> bool {
        matches!(self, Handle::Shared | Handle::Irq)
    }
}

/// Whether one of the nodes that `expr` borrows may be in use.
pub(crate) fn may_be_busy(handles: &[Handle], expr: &Expr) -> bool {
    expr.parts.iter().any(|part| matches!(part.kind, PartKind::Lent(id) if handles[id.0 as usize].is_shared()))
}

/// How each node is reached. Also asked for when a model has errors, so that the generated skeleton has the same shape.
pub(crate) fn handles(model: &Model) -> Vec<Handle> {
    let mut handles: Vec<Handle> = Vec::with_capacity(model.nodes.len());
    for node in &model.nodes {
        let typed = node.device().is_some_and(|device| device.ty.is_some());
        handles.push(if typed { Handle::Owned } else { Handle::None });
    }
    for node in model.nodes.iter().filter(|node| node.disabled().is_none()) {
        for part in node.expressions().flat_map(|expr| &expr.parts) {
            if let PartKind::Shared(to) = part.kind {
                handles[to.0 as usize] = Handle::Shared;
            }
        }
    }
    for (handle, node) in handles.iter_mut().zip(&model.nodes) {
        if node.device().is_some_and(|device| device.irq.is_some()) && *handle != Handle::None {
            *handle = Handle::Irq;
        }
    }
    handles
}
