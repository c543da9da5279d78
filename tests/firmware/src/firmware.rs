//! One firmware example, built.
use crate::config::Config;
use crate::qemu::Run;
use crate::toolchain::{Toolchain, run};
use crate::{Result, Wrong, repository, target_dir};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A built firmware image and the command that runs it.
#[derive(Clone, Debug)]
pub struct Firmware {
    elf: PathBuf,
    runner: Vec<String>,
}

impl Firmware {
    /// Builds the firmware in `folder` (relative to the repository) with `features` on top of its defaults; once per
    /// process and set of features.
    pub fn build(folder: &str, features: &[&str]) -> Result<Self> {
        static BUILT: Mutex<BTreeMap<String, Result<Firmware>>> = Mutex::new(BTreeMap::new());
        let key = [&[folder], features].concat().join("-").replace('/', "-");
        // a test that failed while it held the lock has left nothing half done: the entry is made last
        let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        built.entry(key.clone()).or_insert_with(|| build(folder, features, &key)).clone()
    }

    pub(crate) fn of(elf: PathBuf, runner: Vec<String>) -> Self {
        Firmware { elf, runner }
    }

    /// The ELF file.
    pub fn elf(&self) -> &Path {
        &self.elf
    }

    /// The QEMU command of the example, as its users have it.
    pub fn run(&self) -> Run {
        Run::new(self.runner.clone(), self.elf.clone())
    }
}

/// Runs `cargo COMMAND` in `folder`; what it says is in the error.
fn cargo(command: &str, folder: &Path, config: &Config, features: &[&str], more: &[&str]) -> Result<()> {
    let mut cargo = Toolchain::find(&config.target)?.cargo(command);
    cargo.current_dir(folder).args(["--release", "--quiet", "--target", &config.target]);
    cargo.args(["--features", &features.join(",")]).args(more);
    run(cargo, format_args!("cargo {command} fails in {}", folder.display()))
}

/// Lints the firmware in `folder`, warnings being errors.
pub fn lint(folder: &str, features: &[&str]) -> Result<()> {
    let path = repository().join(folder);
    cargo("clippy", &path, &Config::read(&path)?, features, &["--", "-D", "warnings"])
}

fn build(folder: &str, features: &[&str], key: &str) -> Result<Firmware> {
    let path = repository().join(folder);
    let config = Config::read(&path)?;
    cargo("build", &path, &config, features, &[])?;
    // the next set of features overwrites Cargo's own file
    let name = package_name(&path)?;
    let made = target_dir().join(&config.target).join("release").join(name);
    let kept = target_dir().join("elf").join(key);
    fs::create_dir_all(target_dir().join("elf"))
        .and_then(|()| fs::copy(&made, &kept))
        .map_err(|error| format!("{} to {}: {error}", made.display(), kept.display()))?;
    Ok(Firmware { elf: kept, runner: config.runner })
}

fn package_name(folder: &Path) -> Result<String> {
    let path = folder.join("Cargo.toml");
    let wrong = |what: &str| Wrong::from(format!("{}: {what}", path.display()));
    let text = fs::read_to_string(&path).map_err(|error| wrong(&error.to_string()))?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| wrong(&error.to_string()))?;
    let name = table.get("package").and_then(|package| package.get("name")).and_then(|name| name.as_str());
    name.map(str::to_string).ok_or_else(|| wrong("no `package.name`"))
}
