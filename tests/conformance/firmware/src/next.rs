//! A number that survives a reset.

use core::mem::MaybeUninit;
use core::ptr::{addr_of, addr_of_mut};

/// Tells the number from what is in the RAM when power comes on.
const MARK: u32 = 0xB0A2_D5E7;

#[unsafe(link_section = ".uninit.NEXT")]
static mut NEXT: MaybeUninit<[u32; 2]> = MaybeUninit::uninit();

/// The number, if there is one. Then there is none.
pub(crate) fn take() -> Option<usize> {
    // SAFETY: one context, and no reference; RAM that nobody wrote has some value, and any will do.
    let [mark, number] = unsafe { addr_of!(NEXT).cast::<[u32; 2]>().read_volatile() };
    write([0, 0]);
    (mark == MARK).then_some(number as usize)
}

/// For the [`take`] after the reset.
pub(crate) fn put(number: usize) {
    write([MARK, number as u32]);
}

fn write(words: [u32; 2]) {
    // SAFETY: one context, and no reference.
    unsafe { addr_of_mut!(NEXT).cast::<[u32; 2]>().write_volatile(words) };
}
