//! The devices, as Zephyr would list them.
use crate::levels::{Device, State, devices};
use crate::powered;
use scale_firmware::*;

include!(concat!(env!("OUT_DIR"), "/devices.rs"));
