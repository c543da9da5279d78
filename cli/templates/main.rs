//! Brings up what `{{name}}.board` describes, and reads its thermometer.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

mod parts;
mod ticks;

use semihosting::{print, println, process::ExitCode};

bringup::board!(include_str!("{{name}}.board"));

use {{module}}::{Fresh, GRAPH, Inputs};

#[{{entry}}]
fn main() -> ! {
    if let Err(error) = run() {
        println!("stopped: {error}");
        ExitCode::FAILURE.exit_process();
    }
    ExitCode::SUCCESS.exit_process()
}

fn run() -> Result<(), parts::Error> {
{{take}}
    print!("boots");
    for node in GRAPH.boot_order() {
        print!(" {}", node.name);
    }
    println!();

    let mut board = fresh.boot().map_err(|error| {
        let failed = error.node.name();
        println!("{failed} failed, and all before it is down again");
        error.cause
    })?;
    println!("board is up");
    println!("{} degrees Celsius", board.thermometer().read()?);
    Ok(())
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    println!("{info}");
    ExitCode::FAILURE.exit_process()
}
