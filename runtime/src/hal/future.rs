//! The `async` traits. The part is BUSY across the `.await`; dropping the future frees it.

use crate::{Dev, DevError, Sharing};
use embedded_hal_async::digital::Wait;
use embedded_hal_async::i2c::{AddressMode, I2c, Operation};
use embedded_hal_async::spi::{Operation as SpiOperation, SpiBus, SpiDevice};

impl<A: AddressMode, T: I2c<A>, S: Sharing> I2c<A> for Dev<T, S> {
    async fn read(&mut self, address: A, read: &mut [u8]) -> Result<(), Self::Error> {
        self.lock()?.read(address, read).await.map_err(DevError::Bus)
    }

    async fn write(&mut self, address: A, write: &[u8]) -> Result<(), Self::Error> {
        self.lock()?.write(address, write).await.map_err(DevError::Bus)
    }

    async fn write_read(&mut self, address: A, write: &[u8], read: &mut [u8]) -> Result<(), Self::Error> {
        self.lock()?.write_read(address, write, read).await.map_err(DevError::Bus)
    }

    async fn transaction(&mut self, address: A, operations: &mut [Operation<'_>]) -> Result<(), Self::Error> {
        self.lock()?.transaction(address, operations).await.map_err(DevError::Bus)
    }
}

impl<W: Copy + 'static, T: SpiBus<W>, S: Sharing> SpiBus<W> for Dev<T, S> {
    async fn read(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.lock()?.read(words).await.map_err(DevError::Bus)
    }

    async fn write(&mut self, words: &[W]) -> Result<(), Self::Error> {
        self.lock()?.write(words).await.map_err(DevError::Bus)
    }

    async fn transfer(&mut self, read: &mut [W], write: &[W]) -> Result<(), Self::Error> {
        self.lock()?.transfer(read, write).await.map_err(DevError::Bus)
    }

    async fn transfer_in_place(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.lock()?.transfer_in_place(words).await.map_err(DevError::Bus)
    }

    async fn flush(&mut self) -> Result<(), Self::Error> {
        self.lock()?.flush().await.map_err(DevError::Bus)
    }
}

impl<W: Copy + 'static, T: SpiDevice<W>, S: Sharing> SpiDevice<W> for Dev<T, S> {
    async fn transaction(&mut self, operations: &mut [SpiOperation<'_, W>]) -> Result<(), Self::Error> {
        self.lock()?.transaction(operations).await.map_err(DevError::Bus)
    }

    async fn read(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.lock()?.read(words).await.map_err(DevError::Bus)
    }

    async fn write(&mut self, words: &[W]) -> Result<(), Self::Error> {
        self.lock()?.write(words).await.map_err(DevError::Bus)
    }

    async fn transfer(&mut self, read: &mut [W], write: &[W]) -> Result<(), Self::Error> {
        self.lock()?.transfer(read, write).await.map_err(DevError::Bus)
    }

    async fn transfer_in_place(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.lock()?.transfer_in_place(words).await.map_err(DevError::Bus)
    }
}

impl<T: Wait, S: Sharing> Wait for Dev<T, S> {
    async fn wait_for_high(&mut self) -> Result<(), Self::Error> {
        self.lock()?.wait_for_high().await.map_err(DevError::Bus)
    }

    async fn wait_for_low(&mut self) -> Result<(), Self::Error> {
        self.lock()?.wait_for_low().await.map_err(DevError::Bus)
    }

    async fn wait_for_rising_edge(&mut self) -> Result<(), Self::Error> {
        self.lock()?.wait_for_rising_edge().await.map_err(DevError::Bus)
    }

    async fn wait_for_falling_edge(&mut self) -> Result<(), Self::Error> {
        self.lock()?.wait_for_falling_edge().await.map_err(DevError::Bus)
    }

    async fn wait_for_any_edge(&mut self) -> Result<(), Self::Error> {
        self.lock()?.wait_for_any_edge().await.map_err(DevError::Bus)
    }
}
