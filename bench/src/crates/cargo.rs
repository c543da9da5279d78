//! Runs cargo, and says what that took.

use super::project::Project;
use super::wrong;
use firmware_tests::Result;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// What a build took.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Of cargo and what it has started, on all cores.
    pub(crate) cpu: Duration,
    pub(crate) wall: Duration,
}

impl Cost {
    /// The best of two runs: what disturbs a run makes it longer.
    pub(crate) fn min(self, other: Cost) -> Cost {
        Cost { cpu: self.cpu.min(other.cpu), wall: self.wall.min(other.wall) }
    }
}

/// How a crate is built. Each has its own folder for what it builds.
#[derive(Clone, Copy)]
pub(crate) struct Build {
    pub(crate) name: &'static str,
    pub(crate) arguments: &'static [&'static str],
    pub(crate) incremental: bool,
}

impl Build {
    pub(crate) fn run(self, project: &Project, krate: &str) -> Result<Cost> {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(self.arguments).args(["--quiet", "--package", krate]).current_dir(&project.folder);
        command.env("CARGO_TARGET_DIR", project.folder.join("target").join(self.name));
        command.env("CARGO_INCREMENTAL", if self.incremental { "1" } else { "0" });
        let start = Instant::now();
        let mut child = command.stderr(Stdio::piped()).spawn().map_err(wrong("cargo"))?;
        let mut said = String::new();
        child.stderr.take().map(|mut stderr| stderr.read_to_string(&mut said)).transpose().map_err(wrong("cargo"))?;
        let used = child.wait4().map_err(wrong("cargo"))?;
        let cost = Cost { wall: start.elapsed(), cpu: used.rusage.utime + used.rusage.stime };
        // A build that has something to say is not the one that is measured.
        if used.status.success() && said.is_empty() { Ok(cost) } else { Err(said.into()) }
    }
}
