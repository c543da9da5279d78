//! Random boards whose inits and ramps take time, by a seed.

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

/// The boards of the scheduler that the compiler's one goes back to.
pub(crate) const MIXED: Shape = Shape { nodes: (3, 16), rails: 30, levels: 4, priorities: 3, edges: 25 };

/// A board that only waits and spends time.
pub(crate) struct Board {
    pub(crate) levels: u64,
    pub(crate) nodes: Vec<Node>,
}

/// Times are microseconds.
pub(crate) struct Node {
    pub(crate) rail: bool,
    /// A rail comes up with its level; if not, with its first user.
    pub(crate) rooted: bool,
    pub(crate) level: u64,
    pub(crate) priority: u64,
    pub(crate) takes: u64,
    pub(crate) ramp: u64,
    /// What it needs, all of it before it in the list.
    pub(crate) needs: Vec<usize>,
}

/// How a board is written.
pub(crate) struct Style<'a> {
    /// What stands in front of the nodes, after the levels.
    pub(crate) head: &'a str,
    /// Spends so many microseconds.
    pub(crate) spend: fn(u64) -> String,
    /// Each rail is waited for in its `enable`.
    pub(crate) naive: bool,
}

/// SplitMix64.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number from the first to the last.
    pub(crate) fn within(&mut self, (first, last): (u64, u64)) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        first + (mixed ^ mixed >> 31) % (last - first + 1)
    }

    /// In so many of a hundred cases.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.within((1, 100)) <= percent
    }
}

impl Board {
    pub(crate) fn random(seed: u64, shape: Shape) -> Board {
        const RAMPS: [u64; 4] = [0, 1_000, 5_000, 10_000];
        let mut random = Random(seed);
        let count = random.within(shape.nodes);
        let mut nodes: Vec<Node> = (0..count).map(|_| {
            let rail = random.chance(shape.rails);
            let rooted = rail && random.chance(50);
            let level = if rail { 0 } else { random.within((0, shape.levels - 1)) };
            let ramp = if rail { RAMPS[random.within((0, 3)) as usize] } else { 0 };
            let (priority, takes) = (10 * random.within((1, shape.priorities)), random.within((0, 3_000)));
            Node { rail, rooted, level, priority, takes, ramp, needs: Vec::new() }
        }).collect();
        nodes.sort_by_key(|node| node.level);
        for at in 0..nodes.len() {
            let (earlier, node) = (&nodes[..at], &nodes[at]);
            let may = |need: &Node| {
                let in_turn = (need.level, need.priority) <= (node.level, node.priority);
                (in_turn || need.rail) && (!node.rail || need.rail || need.level == 0)
            };
            let needs = (0..at).filter(|need| random.chance(shape.edges) && may(&earlier[*need]));
            nodes[at].needs = needs.collect();
            if nodes[at].rail {
                // One node switches a rail, and that is all it needs but rails.
                let mut switched = false;
                let keep = |need: &usize| nodes[*need].rail || !std::mem::replace(&mut switched, true);
                let needs = nodes[at].needs.iter().copied().filter(keep).collect();
                nodes[at].needs = needs;
            }
        }
        for at in 0..nodes.len() {
            // A rail that nobody holds would stay off. Rails hold the first one that they need.
            let held = |node: &Node| {
                let rails = node.needs.iter().filter(|need| nodes[**need].rail);
                rails.take(if node.rail { 1 } else { usize::MAX }).any(|rail| *rail == at)
            };
            let held = nodes.iter().any(held);
            nodes[at].rooted |= nodes[at].rail && !held;
        }
        Board { levels: shape.levels, nodes }
    }

    /// All inits and ramps one after the other.
    pub(crate) fn one_by_one(&self) -> u64 {
        self.nodes.iter().map(|node| node.takes + node.ramp).sum()
    }

    pub(crate) fn text(&self, name: &str, style: &Style<'_>) -> String {
        let levels: Vec<String> = (0..self.levels).map(|level| format!("l{level}")).collect();
        let mut text = format!("board! {{\n    board {name};\n    levels {};\n{}", levels.join(", "), style.head);
        for (at, node) in self.nodes.iter().enumerate() {
            let line = if node.rail { self.rail(at, node, style) } else { self.device(at, node, style) };
            // Writing into a String cannot fail.
            let _ = writeln!(text, "    {line}");
        }
        text + "}\n"
    }

    fn device(&self, at: usize, node: &Node, style: &Style<'_>) -> String {
        let (rails, nodes): (Vec<usize>, Vec<usize>) = node.needs.iter().partition(|need| self.nodes[**need].rail);
        let power: String = rails.iter().map(|rail| format!(" power = &n{rail};")).collect();
        let Node { level, priority, takes, .. } = node;
        let spend = (style.spend)(*takes);
        format!(
            "n{at} {{ level = l{level}; priority = {priority};{power}{} time = {takes}us; init = {spend}; }}",
            list("depends", &nodes)
        )
    }

    fn rail(&self, at: usize, node: &Node, style: &Style<'_>) -> String {
        let (rails, nodes): (Vec<usize>, Vec<usize>) = node.needs.iter().partition(|need| self.nodes[**need].rail);
        let control: String = nodes.iter().map(|node| format!(" control = &n{node};")).collect();
        let from = rails.first().map_or(String::new(), |rail| format!(" from = &n{rail};"));
        let after = list("after", rails.get(1..).unwrap_or_default());
        let level = if node.rooted { " level = l0;" } else { "" };
        let (takes, ramp) = if style.naive { (node.takes + node.ramp, 0) } else { (node.takes, node.ramp) };
        let ramp = if ramp > 0 { format!(" ramp = {ramp}us;") } else { String::new() };
        let spend = (style.spend)(takes);
        format!("rail n{at} {{{level}{control}{from}{after} time = {takes}us;{ramp} enable = {spend}; }}")
    }
}

fn list(property: &str, ids: &[usize]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("&n{id}")).collect();
    if ids.is_empty() { String::new() } else { format!(" {property} = [{}];", ids.join(", ")) }
}
