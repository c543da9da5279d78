//! Every rule and promise of run-time control on a Cortex-M, the same source as on the host.
//!
//! A board comes up once per program, so the chip is reset after each case, and goes on with the next.
//!
//!     cargo run --release        in QEMU; see .cargo/config.toml
#![no_std]
#![no_main]

#[macro_use]
#[path = "../../cases/list.rs"]
mod list;

#[path = "../../cases/mod.rs"]
mod cases;
mod machine;
mod next;
#[cfg(feature = "mistakes")]
#[path = "../../cases/wrong.rs"]
mod wrong;

use core::fmt::Write;
use cortex_m::peripheral::SCB;
use cortex_m_semihosting::debug::{self, EXIT_FAILURE, EXIT_SUCCESS};
use cortex_m_semihosting::hio;

macro_rules! array {
    ($($module:ident: $($name:ident)*;)*) => {
        const CASES: &[(&str, fn())] = &[
            $($((stringify!($name), cases::$module::$name),)*)*
            #[cfg(feature = "mistakes")]
            ("wrong", wrong::wrong),
        ];
    };
}

cases!(array);

#[cortex_m_rt::entry]
fn main() -> ! {
    let index = next::take().unwrap_or(if cfg!(feature = "mistakes") { 1 } else { 0 });
    let Some((name, case)) = CASES.get(index) else {
        say(format_args!("{index} cases"));
        exit(true)
    };
    case();
    say(format_args!("ok {name}"));
    next::put(index + 1);
    SCB::sys_reset()
}

fn say(line: core::fmt::Arguments<'_>) {
    let told = hio::hstdout().is_ok_and(|mut out| writeln!(out, "{line}").is_ok());
    if !told {
        exit(false);
    }
}

fn exit(success: bool) -> ! {
    debug::exit(if success { EXIT_SUCCESS } else { EXIT_FAILURE });
    loop {
        cortex_m::asm::wfi();
    }
}

#[panic_handler]
fn panic(wrong: &core::panic::PanicInfo<'_>) -> ! {
    say(format_args!("{wrong}"));
    exit(false)
}
