use crate::{Dev, DevError, Sharing};
use embedded_hal::spi::{Error, ErrorKind, ErrorType, Operation, SpiBus, SpiDevice};

impl<E: Error> Error for DevError<E> {
    #[inline]
    fn kind(&self) -> ErrorKind {
        match self {
            DevError::Bus(error) => error.kind(),
            DevError::Down | DevError::Busy => ErrorKind::Other,
        }
    }
}

impl<T: ErrorType, S: Sharing> ErrorType for Dev<T, S> {
    type Error = DevError<T::Error>;
}

impl<W: Copy + 'static, T: SpiBus<W>, S: Sharing> SpiBus<W> for Dev<T, S> {
    #[inline]
    fn read(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.call(|bus| bus.read(words))
    }

    #[inline]
    fn write(&mut self, words: &[W]) -> Result<(), Self::Error> {
        self.call(|bus| bus.write(words))
    }

    #[inline]
    fn transfer(&mut self, read: &mut [W], write: &[W]) -> Result<(), Self::Error> {
        self.call(|bus| bus.transfer(read, write))
    }

    #[inline]
    fn transfer_in_place(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.call(|bus| bus.transfer_in_place(words))
    }

    #[inline]
    fn flush(&mut self) -> Result<(), Self::Error> {
        self.call(|bus| bus.flush())
    }
}

impl<W: Copy + 'static, T: SpiDevice<W>, S: Sharing> SpiDevice<W> for Dev<T, S> {
    #[inline]
    fn transaction(&mut self, operations: &mut [Operation<'_, W>]) -> Result<(), Self::Error> {
        self.call(|device| device.transaction(operations))
    }

    #[inline]
    fn read(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.call(|device| device.read(words))
    }

    #[inline]
    fn write(&mut self, words: &[W]) -> Result<(), Self::Error> {
        self.call(|device| device.write(words))
    }

    #[inline]
    fn transfer(&mut self, read: &mut [W], write: &[W]) -> Result<(), Self::Error> {
        self.call(|device| device.transfer(read, write))
    }

    #[inline]
    fn transfer_in_place(&mut self, words: &mut [W]) -> Result<(), Self::Error> {
        self.call(|device| device.transfer_in_place(words))
    }
}
