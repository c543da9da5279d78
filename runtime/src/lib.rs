//! Board bring-up from one `.board` file.
//!
//! A `.board` file lists the parts of a board: buses, devices, power rails, what each needs and the Rust expression that
//! starts it. [`board!`] checks the whole of it while the firmware compiles and turns it into straight-line code that
//! brings everything up in order, and takes back down exactly what was up if a step fails.
//!
//! ```text
//! use bringup::board;
//! board!(include_str!("sensor_hub.board"));
//!
//! let running = sensor_hub::Fresh::take(sensor_hub::Inputs { p }).unwrap().boot()?;
//! ```
//!
//! Firmware meets few names from this crate: [`Dev`], the handle of a part that others use as well, with its errors;
//! [`Irq`], the handle of one that interrupt handlers use; [`Out`], a handle that was checked out;
//! [`BootError`], [`AcquireError`], [`ReleaseError`] and [`Refused`], what went wrong; [`Clock`], what a board that waits needs; [`mod@graph`], the description
//! of the board as constants.
//!
//! The crate is `no_std` and never allocates. Features: `embedded-hal` (default) and `embedded-hal-async` make `Dev<T>`
//! a bus or a pin when `T` is one; of the clocks in [`clock`], `embedded-hal` also brings `Delay`, `embassy-time`
//! `Embassy`, and `std` `Std`.

#![no_std]

#[cfg(any(feature = "std", test))]
extern crate std;

pub mod clock;
#[doc(hidden)]
pub mod control;
mod dev;
mod error;
mod flow;
pub mod graph;
#[cfg(feature = "embedded-hal")]
mod hal;
mod input;
mod irq;
mod off_since;
mod on_since;
mod once;
mod out;
mod outcome;
mod plain;
mod settle;
mod shared;
mod sharing;
mod slot;
mod token;
mod undo;

pub use clock::Clock;
pub use control::{AcquireError, Refused, ReleaseError, Root};
pub use dev::Dev;
pub use error::{Always, BootError, Busy, DevError, Timeout, Unavailable};
pub use irq::Irq;
pub use out::Out;
pub use sharing::{Atomic, Local, Sharing};

/// Turns a board description into a module.
///
/// From a file next to this one:
///
/// ```text
/// bringup::board!(include_str!("sensor_hub.board"));
/// ```
///
/// With the statements in place:
///
/// ```
/// struct Led {
///     on: bool,
/// }
///
/// bringup::board! {
///     board tiny;
///     led: crate::Led { init = crate::Led { on: true }; }
/// }
///
/// fn main() {
///     let mut running = tiny::Fresh::take(tiny::Inputs {}).unwrap().boot().unwrap();
///     assert!(running.led().on);
///     assert!(tiny::Fresh::take(tiny::Inputs {}).is_none(), "there is one board");
/// }
/// ```
#[macro_export]
macro_rules! board {
    ($($tokens:tt)*) => {
        $crate::__private::expand! { [$crate] [root] $($tokens)* }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __bringup_board_in_file {
    ($($tokens:tt)*) => {
        $crate::__private::expand! { [$crate] [file] $($tokens)* }
    };
}

/// For the code that [`board!`] writes, and for nobody else: no promise of stability.
///
/// # Invariants
///
/// Everything unsafe in this crate rests on these; generated code keeps them, and a `SAFETY` comment names those it
/// relies on.
///
/// * **S1** Storage is private statics of the generated module. They never move and nothing else names them.
/// * **S2** A leaf's [`Slot`](__private::Slot) is full exactly while its node is up and not checked out, and only the
///   holder of the token changes that. Straight-line code knows it from the stage it is in; run-time control keeps it in
///   [`State`](__private::control::State) and [`Marks`](__private::control::Marks), and neither borrows nor takes down what
///   is checked out.
/// * **S3** There is one token (`Fresh`, a stage, `Running` or `Board`). It is not `Clone`, it is `!Sync`, and it is
///   `Send` only if every handle and input of the board is; a [`Dev`] is only with [`Atomic`]. So all calls come from
///   one context at a time.
/// * **S4** The value of an inner node is reached only through [`Shared`](__private::Shared), as `&mut T` only in the
///   step from FREE to BUSY, and it is BUSY for as long as that reference lives. Of all who try to leave FREE one
///   succeeds; the step from BUSY is made by whoever has that reference, the steps from DOWN and STARTING by the token.
/// * **S5** An input, or a field of one, is in its [`Input`](__private::Input) exactly while the node that claims it is
///   down and not spent. A boot that is forgotten half way has used up the only token, so nothing can be taken again.
///   Run-time control notes that inputs are out before it starts an init, and that they are back only after an init or a
///   deinit that says so: a failure, a panic or a forgotten future in between leaves the node spent.
/// * **S6** Straight-line code runs only by consuming `Fresh`, or the stage before it.
/// * **S7** What hands out `&'static mut` consumes the token.
/// * **S8** The user's expressions never see the token or the storage.
/// * **S9** Unwinding and dropped futures run the same guards as an early return: [`Undo`](__private::Undo) in straight-line
///   code, [`Request`](__private::control::Request) in run-time control. A node counts as down before its deinit runs.
/// * **S10** A node or level counts its own holds, of which there are at most 32 768, and refuses the next: no count can
///   overflow. What is needed is worked out from what is held, each time anew.
#[doc(hidden)]
pub mod __private {
    pub use crate::__bringup_board_in_file as board_in_file;
    pub use crate::control;
    pub use crate::flow::Flow;
    pub use crate::input::Input;
    pub use crate::off_since::OffSince;
    pub use crate::on_since::OnSince;
    pub use crate::once::Once;
    pub use crate::outcome::Outcome;
    pub use crate::plain::{Plain, down_all, nothing, up_all};
    pub use crate::settle::{settle, settle_async};
    pub use crate::shared::{Shared, SharedLend};
    pub use crate::slot::{Lend, Slot};
    pub use crate::token::{Permit, Token};
    pub use crate::undo::{Failures, Undo, undo, undo_counting};
    pub use bringup_macro::expand;
}
