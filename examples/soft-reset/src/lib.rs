//! The init lists of an interpreter port as a board: the same order, and soft resets that leak nothing.
//!
//! A port of MicroPython starts its drivers by lists of calls in `main`: one for the hard reset, others that run again
//! at each soft reset. Nobody has written down which part of their order matters, each new driver is an edit of `main`,
//! and the calls that take drivers down again are one more list, to be kept in step. [`by_hand`] has such lists.
//!
//! `mcu.board` says the same, once per driver:
//!
//! * `level` is the list it is in: `driver` for those that outlive a soft reset, `service` and `app` for the others.
//! * `priority` is its place in that list. Any list can be replicated with them, and gaps leave room for the next.
//! * What a driver needs is an edge: `&spi`, `depends`. With these most priorities could go. They are here to show that
//!   moving from lists to a board changes nothing.
//! * `deinit` stands next to `init`. Nobody keeps an order for it: down is up in reverse.
//! * A claim such as `p.SPI1` is one driver's alone, and `deinit (p.SPI1) = …` gives it back. So the driver can come
//!   up again; the next attempt on one that keeps it is an error, `Spent`.
//!
//! A new driver is one more node, next to what it has to do with. There is no call to add and no linker script.
//!
//! A soft reset is then two levels down and two levels up: [`run`] makes ten, and finds after each that everything is
//! as it was after the first boot. With a [`Forget`] it finds what is not.
//!
//! `tests/order.rs` holds the board to the lists. For a port on the move it is the test to start with.
#![no_std]

pub mod by_hand;
mod chip;
mod drivers;
mod error;
mod forget;
mod rounds;
mod trace;

pub use forget::Forget;
pub use rounds::run;

bringup::board!(include_str!("mcu.board"));
