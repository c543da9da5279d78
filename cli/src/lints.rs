//! `--deny` and `--allow`.

use bringup_dsl::{Code, Diagnostic};
use codespan_reporting::diagnostic::Severity;
use std::str::FromStr;

/// Which lints are errors, and which are not wanted.
#[derive(clap::Args, Default)]
pub(crate) struct Lints {
    /// Makes a lint an error: a code such as L0903, or `warnings` for all
    #[arg(long, value_name = "CODE")]
    deny: Vec<Which>,
    /// Silences a lint: a code such as L0903, or `warnings` for all. A code counts for more than `warnings`, and `--deny`
    /// for more than `--allow`
    #[arg(long, value_name = "CODE")]
    allow: Vec<Which>,
}

/// One lint, or all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Which {
    One(Code),
    All,
}

impl FromStr for Which {
    type Err = String;

    fn from_str(word: &str) -> Result<Which, String> {
        if word == "warnings" {
            return Ok(Which::All);
        }
        match Code::from_name(&word.to_uppercase()) {
            Some(code) if code.is_lint() => Ok(Which::One(code)),
            Some(code) => Err(format!("{code} is an error; only lints can be denied or allowed")),
            None => Err("there is no such lint; `bringup explain` lists all codes".to_owned()),
        }
    }
}

impl Lints {
    /// How much it counts; `None` if it is not wanted.
    pub(crate) fn severity(&self, diagnostic: &Diagnostic) -> Option<Severity> {
        let code = diagnostic.code;
        if !code.is_lint() {
            return Some(Severity::Error);
        }
        for which in [Which::One(code), Which::All] {
            if self.deny.contains(&which) {
                return Some(Severity::Error);
            }
            if self.allow.contains(&which) {
                return None;
            }
        }
        Some(Severity::Warning)
    }
}
