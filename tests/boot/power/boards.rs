//! The boards.

use super::drivers::{Driver, ask, good, switch, switch_on};

bringup::board!(include_str!("blocking/input.board"));
bringup::board!(include_str!("waiting/input.board"));
