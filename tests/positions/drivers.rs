//! Drivers that do nothing, with the signatures of real ones.

/// The peripherals.
pub struct Peripherals {
    /// A bus.
    pub i2c1: I2c1,
    /// Its clock pin.
    pub scl: Pin,
}

/// A peripheral.
pub struct I2c1;
/// A pin.
pub struct Pin;

/// What can go wrong.
#[derive(Debug)]
pub enum Error {
    /// No answer.
    NoAck = 1,
}

/// A clock tree.
pub struct Clocks;

impl Clocks {
    /// Always works.
    pub fn new() -> Clocks {
        Clocks
    }
}

/// A bus.
pub struct I2c(I2c1, Pin);

impl I2c {
    /// Takes the peripheral and its pin.
    pub fn new(i2c1: I2c1, scl: Pin, _clocks: &mut Clocks, _hz: u32) -> Result<I2c, Error> {
        Ok(I2c(i2c1, scl))
    }

    /// Gives them back.
    pub fn release(self) -> (I2c1, Pin) {
        (self.0, self.1)
    }
}

/// A sensor on any bus.
pub struct Imu<B>(B);

impl<B> Imu<B> {
    /// Finds the sensor.
    pub fn new(bus: B, _address: u8) -> Result<Imu<B>, Error> {
        Ok(Imu(bus))
    }

    /// The bus.
    pub fn bus(&self) -> &B {
        &self.0
    }
}

/// Switches the sensor rail.
pub fn sensor_rail(_on: bool) -> Result<(), Error> {
    Ok(())
}
