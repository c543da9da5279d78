//! What the forms have in common about kinds of edges.

use super::scene::Scene;
use bringup_compiler::graph::EdgeKind;

/// In the order of the legend.
pub(crate) const KINDS: [EdgeKind; 8] = [
    EdgeKind::Bus,
    EdgeKind::Lent,
    EdgeKind::Held,
    EdgeKind::Depends,
    EdgeKind::After,
    EdgeKind::Power,
    EdgeKind::From,
    EdgeKind::Control,
];

/// For programs, and as a class.
pub(crate) fn name(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::After => "after",
        EdgeKind::Depends => "depends",
        EdgeKind::Power => "power",
        EdgeKind::From => "from",
        EdgeKind::Control => "control",
        EdgeKind::Held => "held",
        EdgeKind::Lent => "lent",
        EdgeKind::Bus => "bus",
    }
}

/// What a legend says of an edge from A to B.
pub(crate) fn meaning(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::After => "order only: after",
        EdgeKind::Depends => "depends",
        EdgeKind::Power => "power",
        EdgeKind::From => "feeds a rail",
        EdgeKind::Control => "switches a rail",
        EdgeKind::Held => "used: &x",
        EdgeKind::Lent => "borrowed: &mut x",
        EdgeKind::Bus => "bus, or group",
    }
}

/// Outside of pictures of our own: `style` of Graphviz and its `arrowhead`, and `stroke-dasharray` of Mermaid.
pub(crate) struct Look {
    pub(crate) colour: &'static str,
    pub(crate) width: &'static str,
    pub(crate) style: &'static str,
    pub(crate) head: &'static str,
    pub(crate) arrow: &'static str,
    pub(crate) dashes: &'static str,
}

pub(crate) const RED: &str = "#cf222e";

impl Look {
    /// Colour and width.
    pub(crate) fn stroke(&self, in_cycle: bool) -> (&'static str, &'static str) {
        if in_cycle { (RED, "3") } else { (self.colour, self.width) }
    }
}

pub(crate) fn look(kind: EdgeKind) -> Look {
    let (colour, width, style, head, arrow, dashes) = match kind {
        EdgeKind::Bus => ("#0969da", "2.4", "bold", "box", "==>", "0"),
        EdgeKind::Lent => ("#8250df", "1.4", "dashed", "diamond", "-->", "9 3 2 3"),
        EdgeKind::Held => ("#1a7f37", "1.4", "solid", "normal", "-->", "0"),
        EdgeKind::Depends => ("#0a7d87", "1.4", "dashed", "onormal", "-->", "7 4"),
        EdgeKind::After => ("#59636e", "1.4", "dotted", "vee", "-.->", "2 4"),
        EdgeKind::Power => ("#b58a3a", "1", "solid", "none", "---", "0"),
        EdgeKind::From => ("#9a6700", "2", "solid", "normal", "==>", "0"),
        EdgeKind::Control => ("#59636e", "1.4", "dashed", "odot", "--o", "4 3"),
    };
    Look { colour, width, style, head, arrow, dashes }
}

/// Which of two edges between the same nodes says more: what it is wired to, then what it is used for, then mere order.
pub(crate) fn drawn_instead(one: EdgeKind, other: EdgeKind) -> EdgeKind {
    let rank = |kind: EdgeKind| match kind {
        EdgeKind::After => 0,
        EdgeKind::Depends => 1,
        EdgeKind::Held => 2,
        EdgeKind::Lent => 3,
        EdgeKind::Power => 4,
        EdgeKind::Control => 5,
        EdgeKind::From => 6,
        EdgeKind::Bus => 7,
    };
    if rank(other) > rank(one) { other } else { one }
}

/// The kinds that are drawn, in the order of the legend.
pub(crate) fn occurring(scene: &Scene) -> Vec<EdgeKind> {
    KINDS.into_iter().filter(|kind| scene.pairs.iter().any(|pair| pair.kind == *kind)).collect()
}
