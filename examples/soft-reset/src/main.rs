//! The story on the host: `soft-reset`, or with a mistake `soft-reset --forget handler` or `--forget memory`.

use soft_reset::{Forget, run};
use std::env;
use std::fmt;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mistake = match words[..] {
        [] => Forget::Nothing,
        ["--forget", "handler"] => Forget::Handler,
        ["--forget", "memory"] => Forget::Memory,
        _ => {
            let _ = writeln!(stderr(), "usage: soft-reset [--forget handler | --forget memory]");
            return ExitCode::from(2);
        }
    };
    match run(&mut Stdout, mistake) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            let _ = writeln!(stderr(), "stopped: {wrong}");
            ExitCode::FAILURE
        }
    }
}

struct Stdout;

impl fmt::Write for Stdout {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        stdout().write_all(text.as_bytes()).map_err(|_| fmt::Error)
    }
}
