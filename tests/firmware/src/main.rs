//! Runs or lints one firmware folder, with whatever compiler for its target is there.

use firmware_tests::{Firmware, Images, Listing, Result, beside, lint};
use std::env;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

const USAGE: &str = "usage: firmware-tests run FOLDER [FEATURE ...]      build it and run it in QEMU
       firmware-tests clippy FOLDER [FEATURE ...]   lint it, warnings being errors
       firmware-tests beside TARGET OPT LEFT RIGHT  machine code of two programs of bench/size, with LTO
FOLDER is relative to the repository, as in examples/lm3s6965; OPT is an opt-level: s, z, 3";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["run", folder, ref features @ ..] => run(folder, features),
        ["clippy", folder, ref features @ ..] => lint(folder, features).map(|()| true),
        ["beside", target, opt_level, left, right] => show(target, opt_level, [left, right]),
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

/// Whether the two are the same.
fn show(target: &str, opt_level: &str, names: [&str; 2]) -> Result<bool> {
    let images = Images { folder: "bench/size", target, opt_level, lto: true, nodes: None, features: &[] };
    let images = images.build(&names)?;
    let listings = images.iter().map(|image| Listing::read(image, "init_all")).collect::<Result<Vec<_>>>()?;
    let _ = stdout().write_all(beside((names[0], &listings[0]), (names[1], &listings[1])).as_bytes());
    Ok(listings[0].same(&listings[1]))
}
