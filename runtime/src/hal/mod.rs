//! `Dev<T>` as a bus or a pin.

mod digital;
#[cfg(feature = "embedded-hal-async")]
mod future;
mod i2c;
mod spi;

#[cfg(test)]
mod tests;
