use crate::{Dev, DevError};
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

impl<T: ErrorType> ErrorType for Dev<T> {
    type Error = DevError<T::Error>;
}

impl<T: OutputPin> OutputPin for Dev<T> {
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

impl<T: StatefulOutputPin> StatefulOutputPin for Dev<T> {
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

impl<T: InputPin> InputPin for Dev<T> {
    #[inline]
    fn is_high(&mut self) -> Result<bool, Self::Error> {
        self.call(T::is_high)
    }

    #[inline]
    fn is_low(&mut self) -> Result<bool, Self::Error> {
        self.call(T::is_low)
    }
}
