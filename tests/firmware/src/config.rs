//! `.cargo/config.toml` of a firmware folder: its target, and the QEMU command that runs it.
use crate::{Result, Wrong};
use std::fs;
use std::path::Path;
use toml::{Table, Value};

pub(crate) struct Config {
    pub(crate) target: String,
    /// Program and arguments; the path of the ELF file goes last.
    pub(crate) runner: Vec<String>,
}

impl Config {
    /// For the one target that the folder is built for.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        Self::find(folder, None)
    }

    /// For one of several targets.
    pub(crate) fn of(folder: &Path, target: &str) -> Result<Self> {
        Self::find(folder, Some(target))
    }

    fn find(folder: &Path, target: Option<&str>) -> Result<Self> {
        let path = folder.join(".cargo").join("config.toml");
        let wrong = |what: &str| Wrong::from(format!("{}: {what}", path.display()));
        let text = fs::read_to_string(&path).map_err(|error| wrong(&error.to_string()))?;
        let table: Table = text.parse().map_err(|error: toml::de::Error| wrong(&error.to_string()))?;
        let only = table.get("build").and_then(|build| build.get("target")).and_then(Value::as_str);
        let target = target.or(only).ok_or_else(|| wrong("no `build.target`"))?;
        let runner = table.get("target").and_then(|targets| targets.get(target)).and_then(|t| t.get("runner"));
        let runner = runner.and_then(words).ok_or_else(|| wrong("no `runner` for the target"))?;
        Ok(Config { target: target.to_string(), runner })
    }
}

/// As Cargo has it: a list, or one string split at blanks.
fn words(runner: &Value) -> Option<Vec<String>> {
    let words: Vec<String> = match runner {
        Value::String(line) => line.split_whitespace().map(str::to_string).collect(),
        Value::Array(list) => list.iter().map(|word| word.as_str().map(str::to_string)).collect::<Option<_>>()?,
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}
