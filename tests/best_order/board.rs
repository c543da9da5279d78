//! Random boards that do nothing but to take time, by a seed.

use std::fmt::Write;

/// What boards are like.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    /// The fewest and the most nodes, rails included.
    pub(crate) nodes: (u64, u64),
    /// How many of a hundred are rails.
    pub(crate) rails: u64,
    /// How many levels and priorities there are.
    pub(crate) levels: u64,
    pub(crate) priorities: u64,
    /// How many of a hundred possible edges there are.
    pub(crate) edges: u64,
}

/// Up to 16 nodes in four levels.
pub(crate) const MIXED: Shape = Shape { nodes: (3, 16), rails: 30, levels: 4, priorities: 3, edges: 25 };

/// A board. Everything on it boots.
pub(crate) struct Board {
    levels: u64,
    nodes: Vec<Node>,
}

/// A device or a rail. Times are microseconds.
struct Node {
    rail: bool,
    /// A rail comes up with the first level; if not, with its first user.
    rooted: bool,
    level: u64,
    priority: u64,
    takes: u64,
    ramp: u64,
    /// What it needs, all of it before it in the list.
    needs: Vec<usize>,
}

/// How a board is written.
pub(crate) struct Style<'a> {
    /// What stands in front of the nodes.
    pub(crate) head: &'a str,
    /// What stands in front of each.
    pub(crate) attribute: &'a str,
    /// Rust that takes so many microseconds.
    pub(crate) spend: fn(u64) -> String,
    /// Rust that waits so many microseconds, if each rail is waited for on the spot.
    pub(crate) on_the_spot: Option<fn(u64) -> String>,
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn within(&mut self, (first, last): (u64, u64)) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        first + (mixed ^ mixed >> 31) % (last - first + 1)
    }

    /// In so many of a hundred cases.
    fn chance(&mut self, percent: u64) -> bool {
        self.within((1, 100)) <= percent
    }

    fn node(&mut self, shape: Shape) -> Node {
        const RAMPS: [u64; 4] = [0, 1_000, 5_000, 10_000];
        let rail = self.chance(shape.rails);
        let rooted = rail && self.chance(50);
        let level = if rail { 0 } else { self.within((0, shape.levels - 1)) };
        let ramp = if rail { RAMPS[self.within((0, 3)) as usize] } else { 0 };
        let (priority, takes) = (10 * self.within((1, shape.priorities)), self.within((0, 3_000)));
        Node { rail, rooted, level, priority, takes, ramp, needs: Vec::new() }
    }
}

impl Board {
    pub(crate) fn random(seed: u64, shape: Shape) -> Board {
        let mut random = Random(seed);
        let count = random.within(shape.nodes);
        let mut nodes: Vec<Node> = (0..count).map(|_| random.node(shape)).collect();
        nodes.sort_by_key(|node| node.level);
        for at in 0..nodes.len() {
            let node = &nodes[at];
            let may = |need: &Node| {
                let in_turn = (need.level, need.priority) <= (node.level, node.priority);
                (in_turn || need.rail) && (!node.rail || need.rail || need.level == 0)
            };
            let mut needs: Vec<usize> =
                (0..at).filter(|need| random.chance(shape.edges) && may(&nodes[*need])).collect();
            if node.rail {
                // One node at most switches it.
                let mut switched = false;
                needs.retain(|need| nodes[*need].rail || !std::mem::replace(&mut switched, true));
            }
            nodes[at].needs = needs;
        }
        let mut board = Board { levels: shape.levels, nodes };
        for at in 0..board.nodes.len() {
            // A rail that nobody holds would stay off.
            let held = board.nodes.iter().any(|node| board.rails(node).0.contains(&at));
            board.nodes[at].rooted |= board.nodes[at].rail && !held;
        }
        board
    }

    /// The rails that a node holds, and those that it only comes after. A rail holds one.
    fn rails(&self, node: &Node) -> (Vec<usize>, Vec<usize>) {
        let mut rails: Vec<usize> = node.needs.iter().copied().filter(|need| self.nodes[*need].rail).collect();
        let after = rails.split_off(if node.rail { rails.len().min(1) } else { rails.len() });
        (rails, after)
    }

    /// How long it takes to switch on and wait rail by rail, in microseconds.
    pub(crate) fn one_by_one(&self) -> u64 {
        self.nodes.iter().map(|node| node.takes + node.ramp).sum()
    }

    /// How long all inits take, in microseconds.
    pub(crate) fn work(&self) -> u64 {
        self.nodes.iter().map(|node| node.takes).sum()
    }

    pub(crate) fn text(&self, name: &str, style: &Style<'_>) -> String {
        let levels: Vec<String> = (0..self.levels).map(|level| format!("l{level}")).collect();
        let mut text = format!("board! {{\n    pub board {name};\n    levels {};\n{}", levels.join(", "), style.head);
        for (at, node) in self.nodes.iter().enumerate() {
            let declared = if node.rail { self.rail(at, node, style) } else { self.device(at, node, style) };
            // Writing into a String cannot fail.
            let _ = writeln!(text, "    {}{declared}", style.attribute);
        }
        text + "}\n"
    }

    fn device(&self, at: usize, node: &Node, style: &Style<'_>) -> String {
        let Node { level, priority, takes, .. } = node;
        let power: String = self.rails(node).0.iter().map(|rail| format!(" power = &n{rail};")).collect();
        let (depends, spend) = (list("depends", &self.devices(node)), (style.spend)(*takes));
        format!(
            "n{at} {{ level = l{level}; priority = {priority};{power}{depends} time = {takes}us; init = {spend}; }}"
        )
    }

    fn rail(&self, at: usize, node: &Node, style: &Style<'_>) -> String {
        let (from, after) = self.rails(node);
        let from: String = from.iter().map(|rail| format!(" from = &n{rail};")).collect();
        let control: String = self.devices(node).iter().map(|node| format!(" control = &n{node};")).collect();
        let level = if node.rooted { " level = l0;" } else { "" };
        let after = list("after", &after);
        let (mut enable, mut takes, mut ramp) = ((style.spend)(node.takes), node.takes, node.ramp);
        if let Some(wait) = style.on_the_spot {
            enable = format!("{{ {enable}; {}; }}", wait(ramp));
            (takes, ramp) = (takes + ramp, 0);
        }
        format!("rail n{at} {{{level}{control}{from}{after} time = {takes}us; ramp = {ramp}us; enable = {enable}; }}")
    }

    fn devices(&self, node: &Node) -> Vec<usize> {
        node.needs.iter().copied().filter(|need| !self.nodes[*need].rail).collect()
    }
}

fn list(property: &str, ids: &[usize]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("&n{id}")).collect();
    if ids.is_empty() { String::new() } else { format!(" {property} = [{}];", ids.join(", ")) }
}
