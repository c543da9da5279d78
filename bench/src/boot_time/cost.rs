//! What waiting costs: bytes of flash, and instructions besides those of the drivers.

use crate::table::{number, table};
use firmware_tests::{Firmware, Result, sizes, target_dir};
use object::{Object, ObjectSymbol};
use std::fs;
use std::ops::Range;

struct Cost {
    bytes: u64,
    instructions: u64,
}

pub(crate) fn measure() -> Result<String> {
    let rows = [("generated", &[][..]), ("by hand", &["by-hand"])];
    let rows = rows.iter().map(|(title, features)| {
        let without = Cost::of(&[features, &["no-wait"][..]].concat())?;
        let with = Cost::of(features)?;
        let cells = [with.bytes, with.bytes.saturating_sub(without.bytes)];
        let counts = [with.instructions, with.instructions.saturating_sub(without.instructions)];
        Ok([vec![(*title).to_owned()], cells.map(number).to_vec(), counts.map(number).to_vec()].concat())
    });
    let rows = rows.collect::<Result<Vec<_>>>()?;
    Ok(table(&["boot", "bytes", "of these for waiting", "instructions", "of these for waiting"], &rows))
}

impl Cost {
    fn of(features: &[&str]) -> Result<Cost> {
        let firmware = Firmware::build("bench/waiting", features)?;
        let flash = sizes(&firmware)?.into_iter().filter(|(name, _)| name == ".text" || name == ".rodata");
        let flash: u64 = flash.map(|(_, size)| size).sum();
        let places = Places::of(&firmware)?;
        let hardware: u64 = places.hardware.iter().map(|function| function.end - function.start).sum();
        Ok(Cost { bytes: flash.saturating_sub(hardware), instructions: instructions(&firmware, &places)? })
    }
}

/// How many instructions run between the marks, outside of what stands for hardware.
fn instructions(firmware: &Firmware, places: &Places) -> Result<u64> {
    let log = target_dir().join("executed.log");
    let path = log.to_string_lossy();
    let trace = ["-accel", "tcg,one-insn-per-tb=on", "-d", "exec,nochain", "-D", &path];
    if !firmware.run().with(&trace).finish()?.success {
        return Err(format!("{} fails", firmware.elf().display()).into());
    }
    let text = fs::read_to_string(&log).map_err(|error| format!("{path}: {error}"))?;
    let counters = text.lines().filter_map(counter);
    let between = counters.skip_while(|at| *at != places.begin).take_while(|at| *at != places.end);
    let own = |at: &u64| !places.hardware.iter().any(|function| function.contains(at));
    Ok(between.filter(own).count() as u64)
}

/// The program counter of a line such as `Trace 0: 0x7f9a [00000100/0000043c/…/…] main`.
fn counter(line: &str) -> Option<u64> {
    let (_, numbers) = line.split_once('[')?;
    u64::from_str_radix(numbers.split('/').nth(1)?, 16).ok()
}

/// Addresses.
struct Places {
    /// The two marks.
    begin: u64,
    end: u64,
    /// What does not count: they, and what stands for hardware.
    hardware: Vec<Range<u64>>,
}

impl Places {
    fn of(firmware: &Firmware) -> Result<Places> {
        let wrong = |what: &dyn std::fmt::Display| format!("{}: {what}", firmware.elf().display());
        let bytes = fs::read(firmware.elf()).map_err(|error| wrong(&error))?;
        let image = object::File::parse(&*bytes).map_err(|error| wrong(&error))?;
        let functions = |prefix: &'static str| {
            let named =
                image.symbols().filter(move |symbol| symbol.name().is_ok_and(|name| name.starts_with(prefix)));
            // The lowest bit says that it is Thumb code.
            named.map(|symbol| symbol.address() & !1..(symbol.address() & !1) + symbol.size())
        };
        let start = |name| functions(name).next().map(|mark| mark.start).ok_or_else(|| wrong(&name));
        let hardware = functions("driver_").chain(functions("mark_")).collect();
        Ok(Places { begin: start("mark_begin")?, end: start("mark_end")?, hardware })
    }
}
