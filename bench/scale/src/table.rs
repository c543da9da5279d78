//! The nodes, in the order in which they come up.
use crate::powered;
use crate::steps::Step;
use scale_firmware::*;

include!(concat!(env!("OUT_DIR"), "/steps.rs"));
