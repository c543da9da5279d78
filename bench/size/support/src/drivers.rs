//! Drivers that do nothing but leave a trace, and fail on request. They are opaque, so that no implementation is
//! measured with a part of them inlined.
use crate::run::failing;
use crate::trace::{DELAY, DOWN, TRANSFER, UP, note};
use core::num::NonZeroU8;

/// Why a driver failed. Not 0, so that a `Result` is as small as a status byte in C.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(transparent)]
pub struct Error(pub NonZeroU8);

/// What every implementation of a boot reports. `N` is its type for a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Failure<N> {
    pub node: N,
    pub cause: Error,
}

/// Waits so many microseconds.
#[unsafe(no_mangle)]
#[unsafe(link_section = ".drv.delay_us")]
#[inline(never)]
pub extern "C" fn delay_us(us: u32) {
    // Milliseconds, without a division that some cores call a library for.
    note(DELAY, (us / 1024 + 1) as u8);
}

#[doc(hidden)]
#[inline(always)]
pub fn up(node: u8) -> Result<(), Error> {
    note(UP, node);
    result(node)
}

#[doc(hidden)]
#[inline(always)]
pub fn transfer(node: u8) -> Result<(), Error> {
    note(TRANSFER, node);
    result(node)
}

#[inline(always)]
fn result(node: u8) -> Result<(), Error> {
    // The compiler must not find out that all fail in the same way.
    if failing(node) { Err(Error(core::hint::black_box(NonZeroU8::MIN))) } else { Ok(()) }
}

#[doc(hidden)]
#[inline(always)]
pub fn down(node: u8) {
    note(DOWN, node);
}

/// Makes a module with `init` and `deinit` for each driver. Where it is used with feature `c` there are `NAME_init` and
/// `NAME_deinit` for C as well.
#[macro_export]
macro_rules! drivers {
    ($($name:ident = $node:literal),* $(,)?) => { $(
        pub mod $name {
            #[unsafe(link_section = concat!(".drv.", stringify!($name), ".init"))]
            #[inline(never)]
            pub fn init() -> Result<(), $crate::Error> {
                $crate::up($node)
            }

            #[unsafe(link_section = concat!(".drv.", stringify!($name), ".deinit"))]
            #[inline(never)]
            pub fn deinit() {
                $crate::down($node);
            }

            #[cfg(feature = "c")]
            #[unsafe(export_name = concat!(stringify!($name), "_init"))]
            #[unsafe(link_section = concat!(".drv.", stringify!($name), ".c_init"))]
            extern "C" fn c_init() -> Option<$crate::Error> {
                $crate::up($node).err()
            }

            #[cfg(feature = "c")]
            #[unsafe(export_name = concat!(stringify!($name), "_deinit"))]
            #[unsafe(link_section = concat!(".drv.", stringify!($name), ".c_deinit"))]
            extern "C" fn c_deinit() {
                $crate::down($node);
            }
        }
    )* }
}
