use crate::{Dev, DevError, Sharing};
use embedded_hal::i2c::{AddressMode, Error, ErrorKind, ErrorType, I2c, Operation};

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

// All four, not only `transaction`: a HAL may serve the simple ones in a better way.
impl<A: AddressMode, T: I2c<A>, S: Sharing> I2c<A> for Dev<T, S> {
    #[inline]
    fn read(&mut self, address: A, read: &mut [u8]) -> Result<(), Self::Error> {
        self.call(|bus| bus.read(address, read))
    }

    #[inline]
    fn write(&mut self, address: A, write: &[u8]) -> Result<(), Self::Error> {
        self.call(|bus| bus.write(address, write))
    }

    #[inline]
    fn write_read(&mut self, address: A, write: &[u8], read: &mut [u8]) -> Result<(), Self::Error> {
        self.call(|bus| bus.write_read(address, write, read))
    }

    #[inline]
    fn transaction(&mut self, address: A, operations: &mut [Operation<'_>]) -> Result<(), Self::Error> {
        self.call(|bus| bus.transaction(address, operations))
    }
}
