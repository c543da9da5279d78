//! A board support library.
#![deny(warnings, missing_docs)]

#[path = "../../drivers.rs"]
pub mod drivers;

use bringup::{Dev, board};

board!(include_str!("hub.board"));
