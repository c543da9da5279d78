//! The init lists of an interpreter port as a board: the same order, and soft resets that leak nothing.
//!
//! A port of MicroPython starts its drivers by lists of calls in `main`: one for the hard reset, one that runs again at
//! each soft reset. The order in them is knowledge that nobody has written down, a new driver is an edit of `main`,
//! and the calls that take things down again are a third list somewhere else, which has to be kept in step.
//! [`by_hand`] has such lists.
//!
//! `mcu.board` says the same once per driver, next to what else there is to say of it:
//!
//! * `level` is the list it is in: `driver` for those that survive a soft reset, `service` and `app` for the others.
//! * `priority` is its place in that list. Numbers with gaps leave room, and any list can be replicated with them.
//! * What a driver needs is an edge (`&spi`, `depends`). With these, most priorities could go: they are here to show
//!   that moving from a list to a board changes nothing at first.
//! * `deinit` stands next to `init`. Nobody keeps an order for it: down is up in reverse.
//! * A claim `p.SPI1` is one driver's alone, and `deinit (p.SPI1) = …` gives it back. That is why the driver can come
//!   up again; one that kept its peripheral would be refused with the reason.
//!
//! A soft reset is then two levels down and two levels up, see [`run`]; what was not given back would show, see
//! [`Forget`]. `tests/order.rs` holds the board to the lists. It is the test to start with when moving a port: the
//! board is right when it passes, and the lists can go when nobody looks at them any more.
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
