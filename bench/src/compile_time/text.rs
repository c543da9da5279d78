//! Boards as `.board` files and as devicetree source.

use super::board::{Board, Device, LEVELS};
use std::fs;
use std::io;
use std::path::Path;

/// A `.board` file may have 1 MiB.
const MOST_BYTES: usize = 1_000_000;

/// Writes `board.board`, with the files that it includes, and `board.dts`.
pub(super) fn write(board: &Board, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("board.dts"), devicetree(board))?;
    let mut root = String::from("board! {\n    pub board bench;\n    levels l0");
    (1..LEVELS).for_each(|level| root += &format!(", l{level}"));
    root += ";\n    error = crate::Error;\n    clock = crate::Clock;\n";
    for (number, statements) in parts(board).into_iter().enumerate() {
        root += &format!("    include \"part{number}.board\";\n");
        let part = format!("board! {{\n    fragment part{number};\n{statements}}}\n");
        fs::write(folder.join(format!("part{number}.board")), part)?;
    }
    fs::write(folder.join("board.board"), root + "}\n")
}

/// The statements, as many to a file as fit.
fn parts(board: &Board) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut add = |statement: String| match parts.last_mut() {
        Some(part) if part.len() + statement.len() < MOST_BYTES => *part += &statement,
        _ => parts.push(statement),
    };
    for (number, rail) in board.rails.iter().enumerate() {
        let from = rail.from.map_or(String::new(), |from| format!("from = &rail{from}; "));
        let (ramp, off_delay) = (rail.ramp, rail.off_delay);
        add(format!(
            "    rail rail{number} {{ {from}enable = rails::on({number})?; disable = rails::off({number})?; \
             ramp = {ramp}us; off_delay = {off_delay}us; }}\n"
        ));
    }
    for (bus, devices) in board.by_bus() {
        let nodes: String = devices.iter().map(|device| node(device, bus)).collect();
        let Some(number) = bus else {
            devices.iter().for_each(|device| add(node(device, bus)));
            continue;
        };
        let (address, rail) = (bus_address(number), board.buses[number].rail);
        add(format!(
            "    bus{number}: soc::I2c @ {address:#x} {{\n        power = &rail{rail};\n        \
             init = soc::I2c::new(self.reg)?;\n{nodes}    }}\n"
        ));
    }
    parts
}

fn node(device: &Device, bus: Option<usize>) -> String {
    let Device { number, place, level, priority, rail, .. } = device;
    let depends: Vec<_> = device.depends.iter().map(|other| format!("&dev{other}")).collect();
    let depends = match depends.as_slice() {
        [] => String::new(),
        all => format!(" depends = [{}];", all.join(", ")),
    };
    let address = place.as_ref().map_or(String::new(), |place| format!(" @ {:#x}", place.address));
    let init = bus.map_or(String::from("init()"), |bus| format!("new(&bus{bus}, self.reg)"));
    format!(
        "        dev{number}: drivers::Dev{address} {{ level = l{level}; priority = {priority}; power = &rail{rail};{depends} \
         init = drivers::Dev::{init}?; }}\n"
    )
}

fn bus_address(number: usize) -> usize {
    0x4000_0000 + number * 0x1000
}

fn devicetree(board: &Board) -> String {
    let mut text =
        String::from("/dts-v1/;\n/ {\n    #address-cells = <1>; #size-cells = <1>; compatible = \"acme,root\";\n");
    for (number, rail) in board.rails.iter().enumerate() {
        let from = rail.from.map_or(String::new(), |from| format!(" vin-supply = <&rail{from}>;"));
        let (ramp, off_delay) = (rail.ramp, rail.off_delay);
        text += &format!(
            "    rail{number}: regulator-{number} {{ compatible = \"regulator-fixed\"; regulator-name = \"rail{number}\"; \
             startup-delay-us = <{ramp}>; off-on-delay-us = <{off_delay}>;{from} }};\n"
        );
    }
    for (bus, devices) in board.by_bus() {
        let nodes = devices.iter().map(tree_node);
        let Some(number) = bus else {
            text.extend(nodes);
            continue;
        };
        let (address, rail) = (bus_address(number), board.buses[number].rail);
        text += &format!(
            "    bus{number}: i2c@{address:x} {{\n        compatible = \"acme,i2c\"; reg = <{address:#x} 0x1000>; \
             #address-cells = <1>; #size-cells = <0>; vdd-supply = <&rail{rail}>;\n"
        );
        text.extend(nodes);
        text += "    };\n";
    }
    text + "};\n"
}

fn tree_node(device: &Device) -> String {
    let Device { number, place, level, priority, rail, .. } = device;
    let depends: Vec<_> = device.depends.iter().map(|other| format!("<&dev{other}>")).collect();
    let depends = match depends.as_slice() {
        [] => String::new(),
        all => format!(" depends = {};", all.join(", ")),
    };
    let (unit, address) = match place {
        Some(place) => (format!("@{:x}", place.address), format!(" reg = <{:#x}>;", place.address)),
        None => (format!("-{number}"), String::new()),
    };
    format!(
        "        dev{number}: dev{unit} {{ compatible = \"acme,dev\";{address} init-level = <{level}>; \
         init-priority = <{priority}>; vdd-supply = <&rail{rail}>;{depends} }};\n"
    )
}
