//! A board with simulated parts. Without arguments: the planned order, a boot, and a boot that fails and rolls back.

mod output;
mod parts;

use bringup::Clock;
use bringup::clock::Std;
use bringup::graph::NodeKind;
use std::env;
use std::io::Write;
use std::process::{Command, ExitCode};

bringup::board!(include_str!("station.board"));

/// What the command line asks for.
enum Task {
    Tour,
    Boot { broken: Option<String> },
    Help,
}

fn main() -> ExitCode {
    match task() {
        Ok(Task::Tour) => tour(),
        Ok(Task::Boot { broken }) => boot(broken),
        Ok(Task::Help) => {
            say!("{}", usage());
            ExitCode::SUCCESS
        }
        Err(wrong) => {
            // as with `say!`, a reader that has gone away is no reason to panic
            let _ = writeln!(std::io::stderr(), "{wrong}\n\n{}", usage());
            ExitCode::from(2)
        }
    }
}

fn task() -> Result<Task, String> {
    let arguments: Vec<String> = env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] => Ok(Task::Tour),
        ["-h" | "--help"] => Ok(Task::Help),
        ["--boot"] => Ok(Task::Boot { broken: None }),
        ["--fail"] => Err("`--fail` needs the name of a node".to_string()),
        ["--fail", node] if !station::GRAPH.boot_order().any(|known| known.name == node) => {
            Err(format!("boot does not bring up a node `{node}`"))
        }
        ["--fail", node] => Ok(Task::Boot { broken: Some(node.to_string()) }),
        [unknown, ..] => Err(format!("unexpected argument `{unknown}`")),
    }
}

fn usage() -> String {
    let nodes: Vec<&str> = station::GRAPH.boot_order().map(|node| node.name).collect();
    format!(
        "usage: host-example [--boot | --fail NODE]\n\n  \
         (nothing)      the planned order, a boot, and a boot that fails\n  \
         --boot         a boot\n  \
         --fail NODE    a boot in which NODE fails; exit status 1\n\n\
         nodes: {}",
        nodes.join(" ")
    )
}

fn tour() -> ExitCode {
    order();
    say!("\nboot");
    let booted = again(&["--boot"]);
    say!("\nboot, but `touch` does not answer");
    let failed = again(&["--fail", "touch"]);
    if booted == Some(0) && failed == Some(1) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A board can be taken once per program, so each boot is a process of its own.
fn again(arguments: &[&str]) -> Option<i32> {
    let program = env::current_exe().ok()?;
    Command::new(program).args(arguments).status().ok()?.code()
}

fn order() {
    say!("planned order of `{}`", station::GRAPH.name);
    for (index, node) in station::GRAPH.boot_order().enumerate() {
        let level = node.level.and_then(|level| station::GRAPH.levels.get(usize::from(level)));
        let kind = if node.kind == NodeKind::Rail { "rail" } else { level.unwrap_or(&"") };
        say!("  {:>2}  {:<7} {:<7} {}", index + 1, kind, node.name, node.docs.trim());
    }
    let deferred: Vec<&str> =
        station::GRAPH.nodes.iter().filter(|node| node.deferred).map(|node| node.name).collect();
    say!("  on demand: {}", deferred.join(" "));
}

fn boot(broken: Option<String>) -> ExitCode {
    let broken = broken.map(|name| parts::BROKEN.get_or_init(|| name));
    let Some(fresh) = station::Fresh::take(station::Inputs {}) else {
        return ExitCode::FAILURE;
    };
    let started = Std::now();
    match fresh.boot() {
        Ok(mut board) => {
            let took = Std::now().wrapping_sub(started);
            say!("board is up after {} ms", took / 1000);
            if let Some(name) = broken {
                say!("`{name}` has no step that could fail");
            }
            match board.imu().read() {
                Ok(transfers) => say!("imu answers: transfer {transfers} on i2c1"),
                Err(fault) => say!("imu: {fault}"),
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            say!("boot failed at `{}`: {}", error.node.name(), error.cause);
            say!("everything that was up is down again, {} failures on the way", error.rollback_failures);
            ExitCode::FAILURE
        }
    }
}
