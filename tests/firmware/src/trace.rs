//! Counts the instructions that a machine executes.
use crate::qemu::{Outcome, Run};
use crate::{Result, Wrong};
use std::io::{BufRead, BufReader, Read};
use std::ops::Range;

/// Instructions between markers, one number for each time that code passes from the first to the second, run by run.
#[derive(Default)]
struct Spans {
    runs: Vec<Vec<u64>>,
    open: Option<u64>,
}

/// What to count.
pub(crate) struct Code {
    /// Addresses of the instructions that count.
    pub(crate) counted: Vec<Range<u64>>,
    /// Where a run starts.
    pub(crate) run: u64,
    /// Where counting starts and ends.
    pub(crate) begin: u64,
    pub(crate) end: u64,
}

/// Runs to the end with one line for each instruction, of those that matter here.
pub(crate) fn count(run: Run, code: Code) -> Result<(Outcome, Vec<Vec<u64>>)> {
    let marks = [code.run, code.begin, code.end].map(|at| at..at + 1);
    let ranges = code.counted.iter().chain(&marks).filter(|range| !range.is_empty());
    let ranges = ranges.map(|range| format!("{:#x}+{:#x}", range.start, range.end - range.start));
    let ranges: Vec<String> = ranges.collect();
    let log = ["-accel", "tcg,one-insn-per-tb=on", "-d", "exec,nochain", "-dfilter", &ranges.join(",")];
    let (outcome, spans) = run.with(&log).read(move |errors| spans(errors, &code))?;
    match spans {
        Spans { open: Some(_), .. } => Err(Wrong::from(format!("no end of a span:\n{}", outcome.transcript))),
        Spans { runs, open: None } => Ok((outcome, runs)),
    }
}

/// The spans, and what is not part of the trace.
fn spans(errors: impl Read, code: &Code) -> (Vec<u8>, Spans) {
    let (mut rest, mut spans) = (Vec::new(), Spans::default());
    for line in BufReader::new(errors).split(b'\n').map_while(std::io::Result::ok) {
        match (address(&line), &mut spans.open, spans.runs.last_mut()) {
            (None, ..) => rest.extend(line.into_iter().chain([b'\n'])),
            (Some(at), ..) if at == code.run => spans.runs.push(Vec::new()),
            (Some(at), ..) if at == code.begin => spans.open = Some(0),
            (Some(at), open, Some(run)) if at == code.end => run.extend(open.take()),
            (Some(_), Some(count), _) => *count += 1,
            (Some(_), None, _) => {}
        }
    }
    (rest, spans)
}

/// `Trace 0: 0x7fd0f0001fc0 [00800400/000000000000067a/00000110/ff020201] name` is about address 0x67a.
fn address(line: &[u8]) -> Option<u64> {
    let line = std::str::from_utf8(line.strip_prefix(b"Trace ")?).ok()?;
    u64::from_str_radix(line.split('/').nth(1)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::{Code, spans};

    #[test]
    fn instructions_between_the_markers_are_counted_and_nothing_else_is() {
        let line = |at: u64| format!("Trace 0: 0x7fd0f0001fc0 [00800400/{at:016x}/00000110/ff020201] f/g\n");
        let trace: String = [9, 3, 1, 9, 8, 7, 2, 9, 1, 2, 3, 9, 3, 1, 9, 2].map(line).concat() + "qemu: no\n";
        let (rest, spans) = spans(trace.as_bytes(), &Code { counted: vec![], run: 3, begin: 1, end: 2 });
        assert_eq!((String::from_utf8_lossy(&rest).as_ref(), spans.open), ("qemu: no\n", None));
        assert_eq!(spans.runs, [vec![3, 0], vec![], vec![1]]);
    }
}
