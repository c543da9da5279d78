//! Entries of the implementations that work with tables.
use super::{Node, RAILS, each};

/// The inits that wait first.
pub(super) fn powered(board: &[Node]) -> String {
    each(board, |node| {
        let name = node.name();
        if !node.waits {
            return String::new();
        }
        format!(
            "pub fn {name}() -> Result<(), Error> {{\n    delay_us(5_000);\n    scale_firmware::{name}::init()\n}}\n\n"
        )
    })
}

pub(super) fn linker(board: &[Node], rollback: bool) -> String {
    let entries = each(board, |node| {
        let level = usize::from(node.number >= RAILS);
        let deinit = if rollback { format!(", {}::deinit", node.name()) } else { String::new() };
        format!("    N{0} \"{level}.{0:02}\" {1}{deinit};\n", node.number, node.init())
    });
    format!("register! {{\n{entries}}}\n")
}

pub(super) fn steps(board: &[Node]) -> String {
    let entries = each(board, |node| format!("    Step {{ up: {}, down: {}::deinit }},\n", node.init(), node.name()));
    format!("pub static STEPS: [Step; {}] = [\n{entries}];\n", board.len())
}

pub(super) fn devices(board: &[Node]) -> String {
    let entries = each(board, |node| format!("    N{0} n{0} {0} {1}, deferred false;\n", node.number, node.init()));
    let list = |nodes: &[Node]| each(nodes, |node| format!("&N{}, ", node.number));
    let levels = board.split_at(RAILS);
    format!(
        "devices! {{\n{entries}}}\n\npub static LEVELS: [&[&Device]; 2] = [&[{}], &[{}]];\n",
        list(levels.0),
        list(levels.1)
    )
}

pub(super) fn descriptions(board: &[Node]) -> String {
    let entries = each(board, |node| {
        let need = node.need.map_or(String::new(), |need| format!("\"n{need}\""));
        let power = node.power.map_or("None".to_string(), |rail| format!("Some(\"n{rail}\")"));
        format!("    {} {}, needs [{need}] {power}, init_skip false;\n", node.name(), node.init())
    });
    format!("pub const DEVICES: usize = {};\n\ndescribe! {{\n{entries}}}\n", board.len())
}
