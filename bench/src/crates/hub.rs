//! The board that is built: groups of twelve nodes, as many as fit.

use std::fmt::Write;

/// A node or rail.
pub(crate) struct Node {
    pub(crate) name: String,
    /// Counts its group, or the buses.
    pub(crate) number: usize,
    pub(crate) kind: Kind,
}

pub(crate) enum Kind {
    Rail {
        ramp_ms: u32,
    },
    Clock,
    /// A bus controller on the first rail of its group.
    Bus {
        clock: String,
        rail: String,
    },
    Chip {
        chip: &'static Chip,
        bus: String,
        rail: String,
    },
}

pub(crate) struct Chip {
    pub(crate) ty: &'static str,
    pub(crate) address: u8,
    /// In the `.board` file, and as a number.
    pub(crate) setting: Option<(&'static str, &'static str)>,
}

pub(crate) const CLOCK_HZ: u32 = 84_000_000;
pub(crate) const BUS_HZ: u32 = 400_000;

const IMU: Chip = Chip { ty: "Imu", address: 0x68, setting: Some(("200Hz", "200")) };
const BAROMETER: Chip = Chip { ty: "Barometer", address: 0x76, setting: None };
const EEPROM: Chip = Chip { ty: "Eeprom", address: 0x50, setting: Some(("4KiB", "4096")) };
const EXPANDER: Chip = Chip { ty: "Expander", address: 0x20, setting: None };

/// The first `count` nodes of group after group. Each stands behind what it needs.
pub(crate) fn nodes(count: usize) -> Vec<Node> {
    (0..count.div_ceil(12)).flat_map(group).take(count).collect()
}

fn group(group: usize) -> [Node; 12] {
    let node = |name: String, number, kind| Node { name, number, kind };
    let (core, io) = (format!("vdd_{group}"), format!("vio_{group}"));
    let rail = |name: &String, number, ramp_ms| node(name.clone(), number, Kind::Rail { ramp_ms });
    let clock = || format!("clock_{group}");
    let bus = |number| node(format!("i2c_{number}"), number, Kind::Bus { clock: clock(), rail: core.clone() });
    let chip = |name: &str, bus: usize, rail: &String, chip: &'static Chip| {
        let kind = Kind::Chip { chip, bus: format!("i2c_{bus}"), rail: rail.clone() };
        node(format!("{name}_{bus}"), bus, kind)
    };
    let (first, second) = (2 * group, 2 * group + 1);
    [
        rail(&core, first, 2),
        node(clock(), group, Kind::Clock),
        bus(first),
        chip("imu", first, &core, &IMU),
        rail(&io, second, 5),
        chip("barometer", first, &io, &BAROMETER),
        chip("eeprom", first, &io, &EEPROM),
        chip("expander", first, &io, &EXPANDER),
        bus(second),
        chip("imu", second, &core, &IMU),
        chip("eeprom", second, &io, &EEPROM),
        chip("expander", second, &io, &EXPANDER),
    ]
}

/// The chips, in the order of the board.
pub(crate) fn chips(nodes: &[Node]) -> impl Iterator<Item = &Node> {
    nodes.iter().filter(|node| matches!(node.kind, Kind::Chip { .. }))
}

/// The `.board` file.
pub(crate) fn file(nodes: &[Node]) -> String {
    let mut text = "board! {\n    pub board hub;\n\n    levels core, bus, device;\n    error = drivers::Error;\n    \
                    clock = crate::Counter;\n\n    input p: drivers::Peripherals;\n"
        .to_owned();
    for node in nodes {
        let _ = statement(&mut text, node, nodes);
    }
    text + "}\n"
}

fn statement(text: &mut String, Node { name, number, kind }: &Node, nodes: &[Node]) -> std::fmt::Result {
    match kind {
        Kind::Rail { ramp_ms } => writeln!(
            text,
            "\n    rail {name} {{\n        enable = drivers::rail({number}, true)?; \
             disable = drivers::rail({number}, false)?;\n        ramp = {ramp_ms}ms;\n    }}"
        ),
        Kind::Clock => writeln!(
            text,
            "\n    {name}: drivers::Clock {{ level = core; init = drivers::Clock::start({number}, {CLOCK_HZ}Hz)?; }}"
        ),
        Kind::Bus { clock, rail } => {
            writeln!(
                text,
                "\n    {name}: drivers::I2c {{\n        level = bus; power = &{rail};\n        \
                 init = drivers::I2c::new(p.I2C{number}, &mut {clock}, {BUS_HZ}Hz)?; deinit = this.disable();\n"
            )?;
            for node in chips(nodes) {
                let Kind::Chip { chip, bus, rail } = &node.kind else { continue };
                if bus == name {
                    nested(text, &node.name, chip, bus, rail)?;
                }
            }
            writeln!(text, "    }}")
        }
        Kind::Chip { .. } => Ok(()),
    }
}

fn nested(text: &mut String, name: &str, chip: &Chip, bus: &str, rail: &str) -> std::fmt::Result {
    let Chip { ty, address, setting } = chip;
    let (property, argument) = match setting {
        Some((value, _)) => (format!(" setting = {value};"), ", self.setting"),
        None => (String::new(), ""),
    };
    writeln!(
        text,
        "        {name}: drivers::{ty}<Dev<drivers::I2c>> @ {address:#x} {{\n            level = device; power = &{rail};\
         {property}\n            init = drivers::{ty}::new(&{bus}, self.reg{argument})?;\n        }}"
    )
}

/// What the firmware does with the chips: `path` leads to one.
pub(crate) fn application(nodes: &[Node], board: &str, path: impl Fn(&Node) -> String) -> String {
    let reads: String = chips(nodes).map(|node| format!("    board.{}.read()?;\n", path(node))).collect();
    format!("fn application(board: {board}) -> Result<(), drivers::Error> {{\n{reads}    Ok(())\n}}\n")
}
