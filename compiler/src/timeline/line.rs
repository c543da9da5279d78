//! One thing at a time: the boot waits for a rail when it cannot go on without it.

use super::net::Net;
use super::{Bar, BarKind, Follows};
use crate::flow::Source;
use crate::graph::Graph;
use crate::model::NodeId;
use crate::plan::Step;
use crate::timing::Timing;

/// What takes time, and the waits in between.
///
/// `counted`: which rails settle, and after which one their time starts to count. `eager`: by node, which rails do not wait
/// for their turn.
pub(super) fn net(
    source: &Source,
    graph: &Graph,
    steps: &[Step],
    counted: &[(NodeId, NodeId)],
    eager: &[bool],
) -> (Net, Vec<Bar>) {
    let (mut net, mut waits) = (Net::default(), Vec::new());
    let mut counted = counted.iter().peekable();
    // By node, the vertex with which it can be used.
    let mut usable: Vec<Option<usize>> = vec![None; source.model.nodes.len()];
    // What the next one comes after, and since when there is nothing to do.
    let (mut last, mut idle) = (None, 0);
    for (at, step) in steps.iter().enumerate() {
        let node = source.model.node(step.node);
        let needs = graph.needs(step.node).filter_map(|edge| usable[edge.to.0 as usize]);
        let mut before: Vec<(usize, Follows)> = needs.map(|need| (need, Follows::Need)).collect();
        before.extend(last.map(|last| (last, follows(&steps[at - 1], step, eager))));
        let kind = if node.rail().is_some() { BarKind::Enable } else { BarKind::Init };
        let timing = Timing::stated(source.model, step.node);
        let up = net.add(Some((step.node, kind)), timing.takes, before);
        waits.extend(net.held_by(up).and_then(|(rail, _)| wait(&net, rail, idle)));
        (last, idle, usable[step.node.0 as usize]) = (Some(up), net.end(up), Some(up));
        let mut settle = |rail: NodeId| {
            let settling = Timing::stated(source.model, rail).settling;
            let follows = if rail == step.node { Follows::Need } else { Follows::Busy };
            let ramp = net.add(Some((rail, BarKind::Ramp)), settling, vec![(up, follows)]);
            usable[rail.0 as usize] = Some(ramp);
            ramp
        };
        if timing.settles && !Timing::new(source.model, source.tolerated, step.node).settles {
            last = Some(settle(step.node));
        }
        while let Some((rail, _)) = counted.next_if(|(_, after)| *after == step.node) {
            settle(*rail);
        }
    }
    let total = net.total();
    let end = (0..net.len()).find(|vertex| net.end(*vertex) == total);
    waits.extend(end.and_then(|rail| wait(&net, rail, idle)));
    (net, waits)
}

/// The wait since `idle` for what `vertex` is, if there is any.
fn wait(net: &Net, vertex: usize, idle: i128) -> Option<Bar> {
    let (node, _) = net.bar(vertex).filter(|_| net.end(vertex) > idle)?;
    Some(Bar { node, kind: BarKind::Wait, start: idle, end: net.end(vertex), slack: None })
}

fn follows(before: &Step, step: &Step, eager: &[bool]) -> Follows {
    let eager = eager[before.node.0 as usize] || eager[step.node.0 as usize];
    match () {
        () if before.level != step.level => Follows::Level,
        () if before.turn != step.turn && !eager => Follows::Priority,
        () => Follows::Busy,
    }
}
