//! The same board as an expert writes it: ramps overlap, and what was up goes down again if a node fails.

use crate::clock::Clock;
use crate::drivers::{Error, driver_down as down, driver_up as up};
use bringup::Clock as _;
use core::mem;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};

#[derive(Clone, Copy, Debug)]
pub enum Node {
    Clocks,
    Gpio,
    V3v3,
    Vlcd,
    Uart,
    I2c0,
    Spi0,
    Imu,
    Lcd,
    Eeprom,
    Touch,
}

pub type BootError = bringup::BootError<Node, Error>;

pub struct Fresh(());

impl Fresh {
    pub fn take() -> Option<Fresh> {
        static TAKEN: AtomicBool = AtomicBool::new(false);
        (!TAKEN.swap(true, Relaxed)).then_some(Fresh(()))
    }

    pub fn boot(self) -> Result<(), BootError> {
        let clocks = start(Node::Clocks, 1)?;
        let gpio = start(Node::Gpio, 2)?;
        let vlcd = start(Node::Vlcd, 4)?;
        let v3v3 = start(Node::V3v3, 3)?;
        let on = Clock::now();
        let uart = start(Node::Uart, 5)?;
        let i2c0 = start(Node::I2c0, 6)?;
        let spi0 = start(Node::Spi0, 7)?;
        Clock::wait_until(on, 5_000);
        let imu = start(Node::Imu, 8)?;
        let eeprom = start(Node::Eeprom, 10)?;
        Clock::wait_until(on, 10_000);
        let lcd = start(Node::Lcd, 9)?;
        let touch = start(Node::Touch, 11)?;
        mem::forget((clocks, gpio, vlcd, v3v3, uart, i2c0, spi0, imu, eeprom, lcd, touch));
        Ok(())
    }
}

/// A node that is up, until it is dropped.
struct Up(u32);

impl Drop for Up {
    fn drop(&mut self) {
        down(self.0);
    }
}

fn start(node: Node, number: u32) -> Result<Up, BootError> {
    match up(number) {
        Ok(()) => Ok(Up(number)),
        Err(cause) => Err(BootError { node, attempt: 1, cause, rollback_failures: 0 }),
    }
}
