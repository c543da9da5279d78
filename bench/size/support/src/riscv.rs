//! RISC-V, 32 bits.
use core::arch::{asm, global_asm};

global_asm!(
    ".section .startup.reset, \"ax\"",
    ".global reset, restart_scenario",
    "reset:",
    "la t0, FAILING",
    "sb zero, 0(t0)",
    "restart_scenario:",
    "la sp, __stack_start",
    "la t0, fault",
    "csrw mtvec, t0",
    "la t0, __data_start",
    "la t1, __data_end",
    "la t2, __data_load",
    "j 2f",
    "1: lw t3, 0(t2)",
    "sw t3, 0(t0)",
    "addi t0, t0, 4",
    "addi t2, t2, 4",
    "2: bne t0, t1, 1b",
    "la t0, __bss_start",
    "la t1, __bss_end",
    "j 4f",
    "3: sw zero, 0(t0)",
    "addi t0, t0, 4",
    "4: bne t0, t1, 3b",
    "la t0, __stack_end",
    "li t1, {paint}",
    "5: sw t1, 0(t0)",
    "addi t0, t0, 4",
    "bne t0, sp, 5b",
    "call main",
    paint = const super::PAINT,
);

#[unsafe(link_section = ".startup.semihost")]
#[inline(never)]
pub(super) fn semihost(operation: usize, argument: usize) {
    // SAFETY: a semihosting call changes no register but a0; all calls made here only read what `argument` points to.
    unsafe {
        asm!(
            // three instructions of four bytes each are what makes the middle one a call
            ".option push", ".option norvc", "slli x0, x0, 0x1f", "ebreak", "srai x0, x0, 7", ".option pop",
            inout("a0") operation => _, in("a1") argument, options(nostack)
        )
    }
}
