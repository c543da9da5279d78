//! Cortex-M.
use core::arch::{asm, global_asm};

global_asm!(
    ".section .vectors, \"a\"",
    ".word __stack_start",
    ".word reset",
    ".rept 14",
    ".word fault",
    ".endr",
    ".section .startup.reset, \"ax\"",
    ".global reset, restart_scenario",
    ".type reset, %function",
    ".type restart_scenario, %function",
    ".thumb_func",
    "reset:",
    "ldr r0, =FAILING",
    "movs r1, #0",
    "strb r1, [r0]",
    ".thumb_func",
    "restart_scenario:",
    "ldr r0, =__stack_start",
    "mov sp, r0",
    "ldr r0, =__data_start",
    "ldr r1, =__data_end",
    "ldr r2, =__data_load",
    "b 2f",
    "1: ldr r3, [r2]",
    "str r3, [r0]",
    "adds r0, #4",
    "adds r2, #4",
    "2: cmp r0, r1",
    "bne 1b",
    "ldr r0, =__bss_start",
    "ldr r1, =__bss_end",
    "movs r2, #0",
    "b 4f",
    "3: str r2, [r0]",
    "adds r0, #4",
    "4: cmp r0, r1",
    "bne 3b",
    "ldr r0, =__stack_end",
    "mov r1, sp",
    "ldr r2, ={paint}",
    "5: str r2, [r0]",
    "adds r0, #4",
    "cmp r0, r1",
    "bne 5b",
    "bl main",
    ".pool",
    paint = const super::PAINT,
);

#[unsafe(link_section = ".startup.semihost")]
#[inline(never)]
pub(super) fn semihost(operation: usize, argument: usize) {
    // SAFETY: a semihosting call changes no register but r0; all calls made here only read what `argument` points to.
    unsafe { asm!("bkpt 0xab", inout("r0") operation => _, in("r1") argument, options(nostack)) }
}
