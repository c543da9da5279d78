//! Start-up code and semihosting, for the cores that differ in them.
#[cfg(target_arch = "arm")]
#[path = "arm.rs"]
mod core_specific;
#[cfg(target_arch = "riscv32")]
#[path = "riscv.rs"]
mod core_specific;

use core_specific::semihost;

/// What start-up code fills the stack with.
const PAINT: u32 = 0xa5a5_a5a5;

unsafe extern "C" {
    safe fn restart_scenario() -> !;
    static __stack_end: u32;
    static __stack_start: u32;
}

/// Sets the memory as at reset, except what is in `.noinit`, and runs `main` again.
#[inline(always)]
pub(crate) fn restart() -> ! {
    restart_scenario()
}

/// How many bytes of stack have been written to since start-up painted it.
#[inline(always)]
pub(crate) fn stack_used() -> u32 {
    let (mut end, start) = (&raw const __stack_end, &raw const __stack_start);
    // SAFETY: the linker script gives all words between the two to the stack, and start-up code has written each.
    while end < start && unsafe { end.read_volatile() } == PAINT {
        end = end.wrapping_add(1);
    }
    (start as usize - end as usize) as u32
}

#[inline(always)]
pub(crate) fn print(character: u8) {
    const SYS_WRITEC: usize = 0x03;
    semihost(SYS_WRITEC, (&raw const character).expose_provenance());
}

/// Ends QEMU, with exit status 0 or 1.
#[unsafe(link_section = ".startup.exit")]
#[inline(never)]
pub(crate) fn exit(success: bool) -> ! {
    const SYS_EXIT: usize = 0x18;
    const APPLICATION_EXIT: usize = 0x20026;
    const RUN_TIME_ERROR: usize = 0x20023;
    semihost(SYS_EXIT, if success { APPLICATION_EXIT } else { RUN_TIME_ERROR });
    loop {
        core::hint::spin_loop();
    }
}

/// What start-up code makes of exceptions.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".startup.fault")]
extern "C" fn fault() -> ! {
    exit(false)
}
