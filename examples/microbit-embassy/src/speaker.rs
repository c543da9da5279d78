//! White noise on an amplifier at the edge connector.
use crate::error::Error;
use crate::noise::Noise;
use crate::pin::Drive;
use bringup::{Atomic, Dev};
use embassy_nrf::gpio::Level;
use embassy_nrf::peripherals::{P0_02, P0_03};
use embassy_time::{Duration, Timer};

pub type Signal = Drive<P0_03>;

pub struct Speaker {
    signal: Dev<Signal, Atomic>,
    /// Of the shift register: never 0.
    state: u32,
}

impl Speaker {
    /// Takes so long because the capacitor in front of the amplifier charges.
    pub async fn start(signal: Dev<Signal, Atomic>, noise: &mut Noise) -> Result<Self, Error> {
        let state = noise.seed().await? | 1;
        crate::log!("      speaker   seeded, charges");
        Timer::after(Duration::from_millis(30)).await;
        crate::log!("up    speaker");
        Ok(Speaker { signal, state })
    }

    /// So many steps of a xorshift register; how many of them were high.
    pub fn hiss(&mut self, steps: u32) -> Result<u32, Error> {
        let mut high = 0;
        for _ in 0..steps {
            self.state ^= self.state << 13;
            self.state ^= self.state >> 17;
            self.state ^= self.state << 5;
            high += self.state & 1;
            self.signal.with(|signal| signal.set(Level::from(self.state & 1 == 1)))?;
        }
        Ok(high)
    }

    pub fn stop(self) {
        crate::log!("down  speaker");
    }
}

/// The supply of the amplifier.
pub fn power(enable: &mut Drive<P0_02>, on: bool) {
    enable.set(Level::from(on));
    crate::log!("{}  vamp", if on { "up  " } else { "down" });
}
