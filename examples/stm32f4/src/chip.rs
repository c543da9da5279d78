//! The peripherals and pins of the board, named as in the data sheet.
use core::fmt::Write;
use stm32f4xx_hal::gpio::alt::usart2;
use stm32f4xx_hal::gpio::{Input, Output, Pin};
#[cfg(feature = "flash")]
use stm32f4xx_hal::gpio::{PB0, PB12, alt::spi2};
use stm32f4xx_hal::pac;
use stm32f4xx_hal::prelude::*;
use stm32f4xx_hal::rcc::{Config, Rcc};
use stm32f4xx_hal::serial::Serial2;

/// LD2 of a Nucleo; on a Black Pill the LED is at PC13.
#[cfg(not(feature = "f411"))]
type LedPin<MODE> = Pin<'A', 5, MODE>;
#[cfg(feature = "f411")]
type LedPin<MODE> = Pin<'C', 13, MODE>;

pub type Led = LedPin<Output>;

/// What the board description may claim.
#[allow(non_snake_case)]
pub struct Peripherals {
    pub RCC: Rcc,
    pub SYST: pac::SYST,
    pub LED: LedPin<Input>,
    pub USART2: pac::USART2,
    pub USART2_TX: usart2::Tx,
    pub USART2_RX: usart2::Rx,
    #[cfg(feature = "flash")]
    pub SPI2: pac::SPI2,
    #[cfg(feature = "flash")]
    pub SPI2_SCK: spi2::Sck,
    #[cfg(feature = "flash")]
    pub SPI2_MISO: spi2::Miso,
    #[cfg(feature = "flash")]
    pub SPI2_MOSI: spi2::Mosi,
    #[cfg(feature = "flash")]
    pub PB0: PB0,
    #[cfg(feature = "flash")]
    pub PB12: PB12,
}

impl Peripherals {
    /// `Some` the first time only.
    pub fn take() -> Option<Self> {
        Some(Self::split(pac::Peripherals::take()?, cortex_m::Peripherals::take()?))
    }

    /// For the report of a failed boot.
    ///
    /// # Safety
    /// Nothing else uses any of the peripherals from now on.
    pub unsafe fn steal() -> Self {
        // SAFETY: the caller's promise.
        unsafe { Self::split(pac::Peripherals::steal(), cortex_m::Peripherals::steal()) }
    }

    fn split(dp: pac::Peripherals, cp: cortex_m::Peripherals) -> Self {
        let mut rcc = dp.RCC.constrain();
        let a = dp.GPIOA.split(&mut rcc);
        #[cfg(feature = "flash")]
        let b = dp.GPIOB.split(&mut rcc);
        #[cfg(feature = "f411")]
        let c = dp.GPIOC.split(&mut rcc);
        Peripherals {
            RCC: rcc,
            SYST: cp.SYST,
            #[cfg(not(feature = "f411"))]
            LED: a.pa5,
            #[cfg(feature = "f411")]
            LED: c.pc13,
            USART2: dp.USART2,
            USART2_TX: a.pa2.into(),
            USART2_RX: a.pa3.into(),
            #[cfg(feature = "flash")]
            SPI2: dp.SPI2,
            #[cfg(feature = "flash")]
            SPI2_SCK: b.pb13.into(),
            #[cfg(feature = "flash")]
            SPI2_MISO: b.pb14.into(),
            #[cfg(feature = "flash")]
            SPI2_MOSI: b.pb15.into(),
            #[cfg(feature = "flash")]
            PB0: b.pb0,
            #[cfg(feature = "flash")]
            PB12: b.pb12,
        }
    }
}

/// From the internal oscillator, 16 MHz. Any other frequency starts the PLL.
pub fn start_clocks(rcc: Rcc, hz: u32) -> Rcc {
    rcc.freeze(Config::hsi().sysclk(hz.Hz()))
}

pub fn led(pin: LedPin<Input>, console: &mut Serial2) -> Led {
    // a serial port that takes no more text does not keep the LED from working
    let _ = writeln!(console, "up    led\r");
    pin.into_push_pull_output()
}
