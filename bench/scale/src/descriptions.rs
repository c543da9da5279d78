//! The devices, as a board manager has them described.
use crate::manager::describe;
use crate::powered;
use scale_firmware::*;

include!(concat!(env!("OUT_DIR"), "/descriptions.rs"));
