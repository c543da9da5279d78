//! The machine code of a function and of all it calls, in a form that does not depend on where the linker has put it.

mod arm;
mod beside;
mod image;
mod line;
mod riscv;

pub use beside::beside;

use crate::{Firmware, Result};
use capstone::arch::arm::{ArchExtraMode as Thumb, ArchMode as Arm};
use capstone::arch::riscv::{ArchExtraMode as Compressed, ArchMode as RiscV};
use capstone::prelude::{BuildsCapstone, BuildsCapstoneExtraMode};
use capstone::{Capstone, CsResult};
use image::{Image, Symbol};
use line::{Line, Reference};
use object::Architecture;
use std::collections::BTreeMap;

/// Functions in the order in which they are first called.
#[derive(Clone, Debug)]
pub struct Listing {
    functions: Vec<Function>,
}

#[derive(Clone, Debug)]
struct Function {
    /// To be read only: two functions that do the same may have different names.
    name: String,
    lines: Vec<String>,
}

impl Listing {
    /// Of the function with this name, and the functions that it leads to but for drivers and start-up code.
    pub fn read(firmware: &Firmware, name: &str) -> Result<Self> {
        let wrong = |what: &str| format!("{}: {name}: {what}", firmware.elf().display());
        let image = Image::read(firmware)?;
        let disassembler = disassembler(image.architecture).map_err(|error| wrong(&error.to_string()))?;
        let first = image.function(name).ok_or_else(|| wrong("no such function"))?;
        let (mut order, mut functions) = (vec![first.start], Vec::new());
        while let Some(function) = order.get(functions.len()).and_then(|start| image.counted(*start)) {
            let lines = lines(&image, &disassembler, function, &mut order).ok_or_else(|| wrong("is not all code"))?;
            functions.push(Function { name: function.name.clone(), lines });
        }
        if functions.len() == order.len() { Ok(Listing { functions }) } else { Err(wrong("is not counted").into()) }
    }

    /// Whether the code is the same, whatever the functions are called.
    pub fn same(&self, other: &Listing) -> bool {
        let lines = |listing: &Listing| listing.functions.iter().map(|function| function.lines.clone()).collect();
        let (left, right): (Vec<_>, Vec<_>) = (lines(self), lines(other));
        left == right
    }

    /// Everything, line by line.
    pub fn lines(&self) -> Vec<String> {
        let function = |(at, function): (usize, &Function)| {
            let head = format!("{}: {}", number(at), function.name);
            [head].into_iter().chain(function.lines.iter().map(|line| format!("    {line}"))).collect::<Vec<_>>()
        };
        self.functions.iter().enumerate().flat_map(function).collect()
    }
}

fn number(at: usize) -> String {
    format!("<{at}>")
}

fn disassembler(architecture: Architecture) -> CsResult<Capstone> {
    match architecture {
        Architecture::Arm => Capstone::new().arm().mode(Arm::Thumb).extra_mode([Thumb::MClass].into_iter()).build(),
        _ => Capstone::new().riscv().mode(RiscV::RiscV32).extra_mode([Compressed::RiscVC].into_iter()).build(),
    }
}

/// The code of one function; `order` gets what it leads to. `None` if there are bytes that are no instruction.
fn lines(image: &Image, disassembler: &Capstone, function: &Symbol, order: &mut Vec<u64>) -> Option<Vec<String>> {
    let arm = image.architecture == Architecture::Arm;
    let mut lines = Vec::new();
    for (range, data) in image.parts(function.range()) {
        if data {
            words(image, range.start, range.end, &mut lines)?;
            continue;
        }
        let instructions = disassembler.disasm_all(image.bytes(range.clone())?, range.start).ok()?;
        let read: usize = instructions.iter().map(|instruction| instruction.bytes().len()).sum();
        if read as u64 != range.end - range.start {
            return None;
        }
        for instruction in instructions.iter() {
            let mut line = Line::new(instruction.address(), instruction.mnemonic()?, instruction.op_str()?);
            line.refers = if arm { arm::reference(&line) } else { riscv::reference(&line) };
            lines.push(line);
        }
    }
    if arm {
        arm::pair(&mut lines)
    } else {
        riscv::pair(&mut lines)
    }

    let inside = |line: &Line| match line.refers {
        Some(Reference::Code(target)) if function.range().contains(&target) => Some(target),
        _ => None,
    };
    let mut targets: BTreeMap<u64, usize> = lines.iter().filter_map(|line| Some((inside(line)?, 0))).collect();
    (1..).zip(targets.values_mut()).for_each(|(count, label)| *label = count);
    let mut text = Vec::new();
    for line in &lines {
        let label = targets.get(&line.address).map_or(String::new(), |label| format!("L{label}:"));
        let refers = line.refers.and_then(|refers| match inside(line) {
            Some(target) => targets.get(&target).map(|label| format!("L{label}")),
            None => name(image, refers, order),
        });
        text.push(format!("{label:<5}{}", line.text(refers.as_deref())));
    }
    Some(text)
}

/// Words in between code: what is loaded from there is shown where it is loaded, but they take room.
fn words(image: &Image, start: u64, end: u64, lines: &mut Vec<Line>) -> Option<()> {
    for address in (start..end).step_by(4) {
        let bytes = image.bytes(address..end.min(address + 4))?;
        let value = bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte));
        let mut line = Line::new(address, ".data", &format!("{value:#0width$x}", width = 2 + 2 * bytes.len()));
        line.refers = Some(Reference::Address(value));
        lines.push(line);
    }
    Some(())
}

/// What to write instead of an address.
fn name(image: &Image, refers: Reference, order: &mut Vec<u64>) -> Option<String> {
    let mut named = |(symbol, offset): (&Symbol, u64)| {
        let name = match image.counted(symbol.start) {
            Some(function) => {
                let known = order.iter().position(|start| *start == function.start);
                number(known.unwrap_or_else(|| {
                    order.push(function.start);
                    order.len() - 1
                }))
            }
            None => symbol.name.clone(),
        };
        if offset == 0 { name } else { format!("{name}+{offset:#x}") }
    };
    match refers {
        Reference::Code(address) => image.target(address).map(named),
        Reference::Address(value) => image.symbol(value).map(named),
        Reference::Half(before, value, after) => {
            image.symbol(value).map(|symbol| format!("{before}{}{after}", named(symbol)))
        }
        Reference::Literal(address) => {
            let value = image.word(address)?;
            Some(format!("={}", image.symbol(value).map_or_else(|| format!("{value:#x}"), named)))
        }
    }
}
