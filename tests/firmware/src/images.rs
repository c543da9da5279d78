//! The images of a size benchmark: several programs of one folder, built in one way.
use crate::config::Config;
use crate::toolchain::{Toolchain, run};
use crate::{Firmware, Result, repository, target_dir};
use std::fs;
use std::sync::{Mutex, PoisonError};

/// The targets that are measured.
pub const TARGETS: [&str; 4] =
    ["thumbv6m-none-eabi", "thumbv7m-none-eabi", "thumbv7em-none-eabi", "riscv32imac-unknown-none-elf"];

/// The `opt-level`s that are measured.
pub const OPT_LEVELS: [&str; 3] = ["s", "z", "3"];

/// How to build.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Images<'a> {
    /// Relative to the repository.
    pub folder: &'a str,
    /// One of [`TARGETS`].
    pub target: &'a str,
    /// One of [`OPT_LEVELS`].
    pub opt_level: &'a str,
    /// Link-time optimisation: `fat`, or none.
    pub lto: bool,
    /// Variable `NODES` of the build, for boards of several sizes.
    pub nodes: Option<u32>,
    /// Features of the folder.
    pub features: &'a [&'a str],
}

impl Images<'_> {
    /// Builds the programs with these names, all in one go, and answers with one image for each.
    pub fn build(&self, names: &[&str]) -> Result<Vec<Firmware>> {
        // Cargo has one file for a program, however it is built: nothing else may build before that is copied
        static BUILDING: Mutex<()> = Mutex::new(());
        let _building = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
        let path = repository().join(self.folder);
        let config = Config::of(&path, self.target)?;
        // Cargo tells builds apart by their flags, but not by a variable that a build script reads
        let flags = self.nodes.map(|nodes| format!("--cfg=nodes=\"{nodes}\""));
        let mut cargo = Toolchain::find(self.target)?.cargo_with_sysroot("build", self.target, flags.as_slice())?;
        cargo.current_dir(&path).args(["--release", "--quiet", "--target", self.target]);
        cargo.args(["--features", &self.features.join(",")]).args(names.iter().flat_map(|name| ["--bin", name]));
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level);
        cargo.env("CARGO_PROFILE_RELEASE_LTO", if self.lto { "fat" } else { "off" });
        cargo.envs(self.nodes.map(|nodes| ("NODES", nodes.to_string())));
        let folder = target_dir().join("size");
        cargo.env("CARGO_TARGET_DIR", &folder);
        run(cargo, format_args!("{self} does not build"))?;
        let made = folder.join(self.target).join("release");
        let kept = folder.join("elf").join(self.to_string().replace(['/', ' ', ','], "-"));
        let keep = |name: &&str| {
            fs::create_dir_all(&kept)
                .and_then(|()| fs::copy(made.join(name), kept.join(name)))
                .map_err(|error| format!("{} to {}: {error}", made.display(), kept.display()))?;
            Ok(Firmware::of(kept.join(name), config.runner.clone()))
        };
        names.iter().map(keep).collect()
    }
}

impl std::fmt::Display for Images<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Images { folder, target, opt_level, .. } = self;
        let lto = if self.lto { "with" } else { "without" };
        write!(f, "{folder} for {target} at opt-level {opt_level} {lto} LTO")?;
        self.nodes.map_or(Ok(()), |nodes| write!(f, ", {nodes} nodes"))
    }
}
