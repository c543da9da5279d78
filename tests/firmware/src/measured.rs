//! What an image of the size benchmark takes and does.
use crate::trace::count;
use crate::{Firmware, Result, elf, sizes};

/// Figures of one image. Drivers, start-up code and the state of both are left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Measured {
    /// Bytes: code, constants, and the first values of statics.
    pub flash: u64,
    /// Bytes of statics.
    pub ram: u64,
    /// One run without a failure, then one for each node that fails, in order of the nodes.
    pub runs: Vec<Figures>,
}

/// Figures of one run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figures {
    /// What happened: `+N` node up, `-N` node down, `~T` wait, `#` success, `!N` failure of the node.
    pub events: String,
    /// Most bytes of stack ever in use.
    pub stack: u64,
    /// Instructions executed, for each part of the run that is marked.
    pub instructions: Vec<u64>,
}

impl Measured {
    /// Runs the image.
    pub fn read(firmware: &Firmware) -> Result<Self> {
        let sizes = sizes(firmware)?;
        let total = |wanted: &dyn Fn(&str) -> bool| -> u64 {
            let sections = sizes.iter().filter(|(name, _)| elf::is_counted(name) && wanted(name));
            sections.map(|(_, size)| size).sum()
        };
        let (outcome, spans) = count(firmware.run(), elf::code(firmware)?)?;
        let wrong = |what: &str| format!("{}: {what}:\n{}", firmware.elf().display(), outcome.transcript);
        let lines: Vec<_> = outcome.transcript.lines().collect();
        if !outcome.success || spans.is_empty() || spans.len() != lines.len() {
            return Err(wrong("the runs have not all come to their end").into());
        }
        let run = |(at, (line, spans)): (usize, (&&str, &Vec<u64>))| {
            let [failing, events, stack] = line.split(' ').collect::<Vec<_>>()[..] else { return None };
            let stack = (failing == at.to_string()).then(|| stack.parse().ok())??;
            Some(Figures { events: events.to_string(), stack, instructions: spans.clone() })
        };
        let runs = lines.iter().zip(&spans).enumerate().map(run).collect::<Option<_>>();
        Ok(Measured {
            flash: total(&|name| name != ".bss"),
            ram: total(&|name| name == ".data" || name == ".bss"),
            runs: runs.ok_or_else(|| wrong("other lines than expected"))?,
        })
    }
}
