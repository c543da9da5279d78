//! The board: two rails that ramp for 10 and 5 ms, a quarter of the nodes less one without either, and the rest in two halves, on
//! the second rail and on the first.
mod c;
mod rust;
mod tables;

/// A node, by its number.
struct Node {
    number: usize,
    /// The rail that powers it.
    power: Option<usize>,
    /// What it needs besides.
    need: Option<usize>,
    /// The first on its rail: 5 ms are waited before it.
    waits: bool,
}

const RAILS: usize = 2;

/// Name and text of each file.
pub fn all(nodes: usize) -> Vec<(&'static str, String)> {
    let board = board(nodes);
    vec![
        ("drivers.rs", rust::drivers(&board)),
        ("expert.rs", rust::expert(&board)),
        ("inline.rs", rust::generated(&board, "inline")),
        ("table.rs", rust::generated(&board, "table")),
        ("steps.rs", tables::steps(&board)),
        ("powered.rs", tables::powered(&board)),
        ("linker.rs", tables::linker(&board, false)),
        ("linker_rollback.rs", tables::linker(&board, true)),
        ("devices.rs", tables::devices(&board)),
        ("descriptions.rs", tables::descriptions(&board)),
        ("board.c", c::board(&board)),
    ]
}

/// In the order in which they come up.
fn board(nodes: usize) -> Vec<Node> {
    let plain = nodes / 4 - 1;
    let first = RAILS + plain;
    let second = first + (nodes - first) / 2;
    let node = |number| Node {
        number,
        power: (number >= first).then_some(usize::from(number < second)),
        need: (number >= first && plain > 0).then_some(RAILS),
        waits: number == first || number == second,
    };
    (0..nodes).map(node).collect()
}

impl Node {
    /// How long it takes to settle, if it is a rail.
    fn ramp(&self) -> Option<u32> {
        [10, 5].get(self.number).copied()
    }

    fn name(&self) -> String {
        format!("n{}", self.number)
    }

    /// What brings it up where there is no other place for the wait.
    fn init(&self) -> String {
        let module = if self.waits { "powered::" } else { "" };
        let end = if self.waits { "" } else { "::init" };
        format!("{module}{}{end}", self.name())
    }
}

/// One piece of text for each.
fn each(board: &[Node], text: impl FnMut(&Node) -> String) -> String {
    board.iter().map(text).collect()
}
