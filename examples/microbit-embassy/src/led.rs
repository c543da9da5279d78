//! The light in the corner of the display: row 1, column 1.
use crate::pin::Drive;
use embassy_nrf::Peri;
use embassy_nrf::gpio::Level;
use embassy_nrf::peripherals::{P0_04, P0_13};
use embassy_time::{Duration, Timer};

pub struct Led {
    row: Drive<P0_13>,
    column: Drive<P0_04>,
}

impl Led {
    pub fn new(row: Peri<'static, P0_13>, column: Peri<'static, P0_04>) -> Self {
        Led { row: Drive::new(row, Level::Low), column: Drive::new(column, Level::Low) }
    }

    pub async fn flash(&mut self, time: Duration) {
        self.row.set(Level::High);
        Timer::after(time).await;
        self.row.set(Level::Low);
    }

    pub fn release(self) -> (Peri<'static, P0_13>, Peri<'static, P0_04>) {
        (self.row.release(), self.column.release())
    }
}
