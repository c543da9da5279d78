//! The first device on each rail waits until that has settled.
use scale_firmware::{Error, delay_us};

include!(concat!(env!("OUT_DIR"), "/powered.rs"));
