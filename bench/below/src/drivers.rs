//! The same drivers in other forms.

/// Drivers that cannot fail.
pub mod sure {
    macro_rules! sure {
        ($($name:ident)*) => { $(
            #[unsafe(link_section = concat!(".drv.sure.", stringify!($name)))]
            #[inline(never)]
            pub fn $name() {
                let _ = crate::$name::init();
            }
        )* };
    }
    sure!(clocks gpio watchdog);
}

/// Makes drivers whose error is an enum of their own.
macro_rules! with_error {
    ($module:ident, $first:literal, $section:literal) => {
        #[doc = concat!("Drivers with an error that starts at ", stringify!($first), ".")]
        pub mod $module {
            #[derive(Clone, Copy)]
            #[repr(u8)]
            pub enum Error {
                NoAnswer = $first,
                Busy,
                Overrun,
            }

            #[derive(Clone, Copy)]
            pub struct Failure<N> {
                pub node: N,
                pub cause: Error,
            }

            #[inline(always)]
            fn up(node: u8) -> Result<(), Error> {
                // the compiler must not find out that one of them never happens
                let cause = match core::hint::black_box(node) & 3 {
                    0 => Error::NoAnswer,
                    1 => Error::Busy,
                    _ => Error::Overrun,
                };
                size_support::up(node).map_err(|_| cause)
            }

            with_error!(@ $section, clocks = 0, gpio = 1, watchdog = 2, vio = 3, vcam = 4, i2c = 5, spi = 6, imu = 7, camera = 8);
        }
    };
    (@ $section:literal, $($name:ident = $node:literal),*) => { $(
        #[unsafe(link_section = concat!(".drv.", $section, stringify!($name)))]
        #[inline(never)]
        pub fn $name() -> Result<(), Error> {
            up($node)
        }
    )* };
}

with_error!(zero, 0, "zero.");
with_error!(plain, 1, "plain.");
