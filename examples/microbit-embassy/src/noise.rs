//! The random number generator, which gives a byte now and then.
use crate::error::Error;
use embassy_nrf::peripherals::RNG;
use embassy_nrf::rng::{InterruptHandler, Rng};
use embassy_nrf::{Peri, bind_interrupts};
use embassy_time::{Duration, with_timeout};

bind_interrupts!(struct Interrupts {
    RNG => InterruptHandler<RNG>;
});

/// Keeps the peripheral, and lends it to a driver while it is used.
pub struct Noise(Peri<'static, RNG>);

impl Noise {
    pub fn new(rng: Peri<'static, RNG>) -> Self {
        crate::log!("up    noise");
        Noise(rng)
    }

    /// Sixteen bytes that are not all the same.
    pub async fn seed(&mut self) -> Result<u32, Error> {
        let mut bytes = [0; 16];
        let mut rng = Rng::new(self.0.reborrow(), Interrupts);
        with_timeout(Duration::from_millis(50), rng.fill_bytes(&mut bytes)).await.map_err(|_| Error::Silent)?;
        let seed = u128::from_le_bytes(bytes);
        if bytes.iter().all(|byte| *byte == bytes[0]) {
            return Err(Error::Stuck);
        }
        Ok((seed ^ seed >> 32 ^ seed >> 64 ^ seed >> 96) as u32)
    }

    pub fn release(self) -> Peri<'static, RNG> {
        crate::log!("down  noise");
        self.0
    }
}
