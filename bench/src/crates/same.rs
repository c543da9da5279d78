//! That both crates do the same: where everything works, and where one step fails, whichever it is.

use super::cargo::Build;
use super::project::{Project, WAYS, Way};
use super::wrong;
use firmware_tests::Result;
use std::process::Command;

const BUILD: Build = Build { name: "same", arguments: &["build"], incremental: false };

/// Runs every board with every failure.
pub(crate) fn assert(project: &Project, sizes: &[usize]) -> Result<()> {
    for size in sizes {
        for way in WAYS {
            BUILD.run(project, &way.krate(*size))?;
        }
        // All but the last fail: a step per node.
        for step in 0..=*size {
            let [by_hand, ours] = WAYS.map(|way| run(project, way, *size, step));
            let (by_hand, ours) = (by_hand?, ours?);
            if by_hand != ours {
                let first = by_hand.lines().zip(ours.lines()).find(|(by_hand, ours)| by_hand != ours);
                return Err(format!("{size} nodes, step {step} fails: {first:?}\n\n{by_hand}\n\n{ours}").into());
            }
            let fails = by_hand.ends_with(": NoAnswer\n");
            if fails != (step < *size) {
                return Err(format!("{size} nodes, step {step} does not do what it should:\n{by_hand}").into());
            }
        }
    }
    Ok(())
}

fn run(project: &Project, way: Way, size: usize, step: usize) -> Result<String> {
    let program = project.folder.join("target").join(BUILD.name).join("debug").join(way.krate(size));
    let output = Command::new(&program).arg(step.to_string()).output().map_err(wrong(program.display()))?;
    if !output.status.success() || !output.stderr.is_empty() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
