//! What one implementation costs, built in one way.

use firmware_tests::{Figures, Images, Measured, OPT_LEVELS, Result, TARGETS, traces};
use rayon::prelude::*;

/// Another way to bring up the same board.
pub(crate) struct Implementation {
    /// Of the program.
    pub(crate) name: &'static str,
    /// What it is, for readers.
    pub(crate) is: &'static str,
    /// Whether what is up goes down when a node fails.
    pub(crate) rollback: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Way {
    pub(crate) target: &'static str,
    pub(crate) opt_level: &'static str,
    pub(crate) lto: bool,
    /// Of boards of several sizes.
    pub(crate) nodes: Option<u32>,
}

/// Without what an image that boots nothing takes.
#[derive(Clone, Debug)]
pub(crate) struct Cost {
    pub(crate) way: Way,
    pub(crate) name: &'static str,
    pub(crate) flash: u64,
    pub(crate) ram: u64,
    /// One run without a failure, then one for each node that fails.
    pub(crate) runs: Vec<Figures>,
}

impl Cost {
    pub(crate) fn stack(&self) -> u64 {
        self.runs.iter().map(|run| run.stack).max().unwrap_or(0)
    }

    pub(crate) fn success(&self) -> u64 {
        self.runs[0].instructions.iter().sum()
    }

    /// For each node that fails.
    pub(crate) fn failures(&self) -> Vec<u64> {
        self.runs[1..].iter().map(|run| run.instructions.iter().sum()).collect()
    }

    pub(crate) fn worst_failure(&self) -> u64 {
        self.failures().into_iter().max().unwrap_or(0)
    }
}

impl Way {
    /// All ways to build a board.
    pub(crate) fn all() -> Vec<Way> {
        let way = |target, opt_level, lto| Way { target, opt_level, lto, nodes: None };
        let profiles = [true, false].into_iter().flat_map(|lto| OPT_LEVELS.map(|opt_level| (opt_level, lto)));
        profiles.flat_map(|(opt_level, lto)| TARGETS.map(|target| way(target, opt_level, lto))).collect()
    }
}

/// Builds and runs each implementation in each way; answers way by way. `check` gets what each of them does.
pub(crate) fn measure(
    folder: &str,
    ways: &[Way],
    implementations: &[Implementation],
    check: impl Fn(&[Measured]) -> Result<()> + Sync,
) -> Result<Vec<Cost>> {
    let names: Vec<&str> = ["base"].into_iter().chain(implementations.iter().map(|one| one.name)).collect();
    // while one way is built, another is measured
    let costs = ways.par_iter().map(|way| {
        let Way { target, opt_level, lto, nodes } = *way;
        let images = Images { folder, target, opt_level, lto, nodes, features: &["c"] };
        let measured = images.build(&names)?.iter().map(Measured::read).collect::<Result<Vec<_>>>()?;
        check(&measured[1..]).map_err(|wrong| format!("{images}: {wrong:?}"))?;
        let base = &measured[0];
        let cost = |(one, measured): (&Implementation, &Measured)| {
            let flash = measured.flash.checked_sub(base.flash)?;
            let ram = measured.ram.checked_sub(base.ram)?;
            Some(Cost { way: *way, name: one.name, flash, ram, runs: measured.runs.clone() })
        };
        let costs = implementations.iter().zip(&measured[1..]).map(cost).collect::<Option<Vec<_>>>();
        costs.ok_or_else(|| format!("{images}: something is smaller than an image that boots nothing").into())
    });
    Ok(costs.collect::<Result<Vec<_>>>()?.concat())
}

/// All boots leave the trace of the first, on success and whichever node fails.
pub(crate) fn same_traces(implementations: &[Implementation], measured: &[Measured]) -> Result<()> {
    let success = &measured[0].runs[0].events;
    for (one, measured) in implementations.iter().zip(measured) {
        let wanted = traces(success, one.rollback)?;
        let events = || measured.runs.iter().map(|run| &run.events);
        if !events().eq(&wanted) {
            let found: Vec<_> = events().collect();
            return Err(format!("{} does {found:#?}\ninstead of {wanted:#?}", one.name).into());
        }
    }
    Ok(())
}

/// All leave the trace of the first, run by run.
pub(crate) fn alike(implementations: &[Implementation], measured: &[Measured]) -> Result<()> {
    let events = |of: &Measured| of.runs.iter().map(|run| run.events.clone()).collect::<Vec<_>>();
    let wanted = events(&measured[0]);
    let other = implementations.iter().zip(measured).find(|(_, measured)| events(measured) != wanted);
    other.map_or(Ok(()), |(one, measured)| {
        Err(format!("{} does {:#?}\ninstead of {wanted:#?}", one.name, events(measured)).into())
    })
}
