use crate::{Dev, DevError, Sharing};
use embedded_hal::digital::{Error, ErrorKind, ErrorType, InputPin, OutputPin, PinState, StatefulOutputPin};

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

impl<T: OutputPin, S: Sharing> OutputPin for Dev<T, S> {
    #[inline]
    fn set_low(&mut self) -> Result<(), Self::Error> {
        self.call(T::set_low)
    }

    #[inline]
    fn set_high(&mut self) -> Result<(), Self::Error> {
        self.call(T::set_high)
    }

    #[inline]
    fn set_state(&mut self, state: PinState) -> Result<(), Self::Error> {
        self.call(|pin| pin.set_state(state))
    }
}

impl<T: StatefulOutputPin, S: Sharing> StatefulOutputPin for Dev<T, S> {
    #[inline]
    fn is_set_high(&mut self) -> Result<bool, Self::Error> {
        self.call(T::is_set_high)
    }

    #[inline]
    fn is_set_low(&mut self) -> Result<bool, Self::Error> {
        self.call(T::is_set_low)
    }

    #[inline]
    fn toggle(&mut self) -> Result<(), Self::Error> {
        self.call(T::toggle)
    }
}

impl<T: InputPin, S: Sharing> InputPin for Dev<T, S> {
    #[inline]
    fn is_high(&mut self) -> Result<bool, Self::Error> {
        self.call(T::is_high)
    }

    #[inline]
    fn is_low(&mut self) -> Result<bool, Self::Error> {
        self.call(T::is_low)
    }
}
