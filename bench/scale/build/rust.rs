//! Drivers, the boot by hand, and the `.board` file.
use super::{Node, each};

pub(super) fn drivers(board: &[Node]) -> String {
    let drivers = each(board, |node| format!("{} = {}, ", node.name(), node.number));
    format!("size_support::drivers! {{ {drivers} }}\npub const NODES: u8 = {};\n", board.len())
}

pub(super) fn expert(board: &[Node]) -> String {
    let names = each(board, |node| format!("N{}, ", node.number));
    let steps = each(board, |node| {
        let (name, number) = (node.name(), node.number);
        let wait = if node.waits { "    delay_us(5_000);\n" } else { "" };
        format!("{wait}    let {name} = Up::new(Node::N{number}, {name}::init, {name}::deinit)?;\n")
    });
    let forget = each(board, |node| format!("    core::mem::forget({});\n", node.name()));
    format!(
        "#[derive(Clone, Copy)]\nenum Node {{ {names} }}\n\n#[unsafe(no_mangle)]\n#[inline(never)]\n\
         fn init_all() -> Result<(), Failure<Node>> {{\n{steps}{forget}    Ok(())\n}}\n"
    )
}

pub(super) fn generated(board: &[Node], codegen: &str) -> String {
    let nodes = each(board, |node| {
        let name = node.name();
        if let Some(ramp) = node.ramp() {
            return format!(
                "    rail {name} {{ level = power; ramp = {ramp}ms; enable = {name}::init()?; disable = {name}::deinit(); }}\n"
            );
        }
        let power = node.power.map_or(String::new(), |rail| format!(" power = &n{rail};"));
        let need = node.need.map_or(String::new(), |need| format!(" depends = [&n{need}];"));
        format!("    {name} {{ level = device;{power}{need} init = {name}::init()?; deinit = {name}::deinit(); }}\n")
    });
    format!(
        "bringup::board! {{\n    board board;\n    codegen = {codegen};\n    levels power, device;\n    \
         error = Error;\n    clock = Delay;\n{nodes}}}\n"
    )
}
