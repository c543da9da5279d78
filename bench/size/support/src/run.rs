//! One run of the scenario after the other.
use crate::arch;
use crate::trace::{self, FAILURE, SUCCESS, note};
use core::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// Number of the node that fails in this run, plus one. Start-up code sets it to 0 at reset only.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".noinit.failing")]
static FAILING: AtomicU8 = AtomicU8::new(0);

#[inline(always)]
pub(crate) fn failing(node: u8) -> bool {
    FAILING.load(Relaxed) == node + 1
}

/// Counting begins here: the harness looks for the address.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".startup.marker_begin")]
#[inline(never)]
pub extern "C" fn marker_begin() {
    core::hint::black_box(0);
}

/// Counting ends here.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".startup.marker_end")]
#[inline(never)]
pub extern "C" fn marker_end() {
    core::hint::black_box(1);
}

/// Notes how a part of the scenario ended: with the node that failed, if one did.
#[unsafe(link_section = ".startup.note_end")]
#[inline(never)]
pub fn note_end(failed: Option<u8>) {
    match failed {
        None => note(SUCCESS, 0),
        Some(node) => note(FAILURE, node),
    }
}

/// Before the scenario.
#[unsafe(link_section = ".startup.begin")]
#[inline(never)]
pub fn begin() {
    trace::clear();
}

/// After the scenario: prints the line of this run, and starts the next if there is one.
#[unsafe(link_section = ".startup.end")]
#[inline(never)]
pub fn end(nodes: u8) -> ! {
    let stack = arch::stack_used();
    let failing = FAILING.load(Relaxed);
    print_number(failing.into());
    arch::print(b' ');
    trace::each(|kind, number| {
        arch::print(kind);
        if kind != SUCCESS {
            print_number(number.into());
        }
    });
    arch::print(b' ');
    print_number(stack);
    arch::print(b'\n');
    if failing == nodes {
        arch::exit(true)
    }
    FAILING.store(failing + 1, Relaxed);
    arch::restart()
}

/// Without a division, which some cores call a library for.
#[unsafe(link_section = ".startup.print_number")]
#[inline(never)]
fn print_number(mut number: u32) {
    let mut unit = 10_000;
    let mut started = false;
    for next in [1000, 100, 10, 1, 0] {
        let mut digit = b'0';
        while number >= unit && unit > 0 {
            number -= unit;
            digit += 1;
        }
        started |= digit > b'0' || unit == 1;
        if started {
            arch::print(digit);
        }
        unit = next;
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    arch::exit(false)
}
