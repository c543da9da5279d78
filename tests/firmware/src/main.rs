//! Runs or lints one firmware folder, with whatever compiler for its target is there.

use firmware_tests::{Firmware, Result, lint};
use std::env;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

const USAGE: &str = "usage: firmware-tests run FOLDER [FEATURE ...]      build it and run it in QEMU
       firmware-tests clippy FOLDER [FEATURE ...]   lint it, warnings being errors
FOLDER is relative to the repository, as in examples/lm3s6965";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["run", folder, ref features @ ..] => run(folder, features),
        ["clippy", folder, ref features @ ..] => lint(folder, features).map(|()| true),
        _ => {
            let _ = writeln!(stderr(), "{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(wrong) => {
            let _ = writeln!(stderr(), "{wrong:?}");
            ExitCode::FAILURE
        }
    }
}

fn run(folder: &str, features: &[&str]) -> Result<bool> {
    let outcome = Firmware::build(folder, features)?.run().finish()?;
    // a reader that has gone away does not change how the firmware ended
    let _ = stdout().write_all(outcome.transcript.as_bytes());
    Ok(outcome.success)
}
