//! The board as constants: `GRAPH` in the generated module. It takes no flash unless it is used.

/// A board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Graph {
    /// The name of the board.
    pub name: &'static str,
    /// The run levels, in order.
    pub levels: &'static [&'static str],
    /// Nodes and rails, in the order of declaration.
    pub nodes: &'static [Node],
    /// Who needs whom, and why.
    pub edges: &'static [Edge],
    /// The boot order, as indices into `nodes`.
    pub order: &'static [u16],
}

/// A node or rail of the board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Node {
    /// Its label.
    pub name: &'static str,
    /// What it is.
    pub kind: NodeKind,
    /// Its level, as an index into [`Graph::levels`]. A rail has one only if the file gives it one.
    pub level: Option<u16>,
    /// Its priority: lower comes first inside a level.
    pub priority: Option<u16>,
    /// Its address on the bus around it.
    pub address: Option<u64>,
    /// Whether boot passes it over, unless a node that boots needs it.
    pub deferred: bool,
    /// Its documentation.
    pub docs: &'static str,
}

/// What a [`Node`] is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum NodeKind {
    /// Anything with an `init`, and the groups around such things.
    Device,
    /// A power rail.
    Rail,
}

/// `from` needs `to`. Both are indices into [`Graph::nodes`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Edge {
    /// Comes up later.
    pub from: u16,
    /// Comes up earlier.
    pub to: u16,
    /// Why.
    pub kind: EdgeKind,
}

/// Why one node needs another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum EdgeKind {
    /// It sits on it: nested in the file.
    Bus,
    /// `depends`.
    Depends,
    /// `after`: order only.
    After,
    /// `power`: a device and its rail.
    Power,
    /// `from`: a rail and the rail upstream.
    From,
    /// `control`: a rail and the node that switches it.
    Control,
    /// `&label` in its `init`: it keeps a handle.
    Held,
    /// `&mut label` in its `init`: it borrows the node for that call.
    Lent,
}

impl Graph {
    /// The node called `name`.
    pub fn node(&self, name: &str) -> Option<&'static Node> {
        self.nodes.iter().find(|node| node.name == name)
    }

    /// The nodes that boot brings up, in order.
    pub fn boot_order(&self) -> impl DoubleEndedIterator<Item = &'static Node> + Clone + use<> {
        let nodes = self.nodes;
        self.order.iter().filter_map(move |index| nodes.get(usize::from(*index)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec::Vec;

    const fn node(name: &'static str, kind: NodeKind) -> Node {
        Node { name, kind, level: None, priority: None, address: None, deferred: false, docs: "" }
    }

    const GRAPH: Graph = Graph {
        name: "tiny",
        levels: &["main"],
        nodes: &[node("led", NodeKind::Device), node("v3v3", NodeKind::Rail)],
        edges: &[Edge { from: 0, to: 1, kind: EdgeKind::Power }],
        order: &[1, 0, 9],
    };

    #[test]
    fn nodes_are_found_by_name() {
        assert_eq!(GRAPH.node("v3v3").map(|node| node.kind), Some(NodeKind::Rail));
        assert_eq!(GRAPH.node("v5"), None);
    }

    #[test]
    fn the_boot_order_lists_nodes_and_passes_over_a_bad_index() {
        let names: Vec<_> = GRAPH.boot_order().map(|node| node.name).collect();
        assert_eq!(names, ["v3v3", "led"]);
        let down: Vec<_> = GRAPH.boot_order().rev().map(|node| node.name).collect();
        assert_eq!(down, ["led", "v3v3"]);
    }
}
