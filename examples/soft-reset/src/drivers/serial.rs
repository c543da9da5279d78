//! What talks to a terminal.
use super::Storage;
use crate::chip::{Handler, Interrupt, Memory, OTG_FS, USART6};
use crate::error::Error;
use crate::forget::{self, Forget};
use crate::trace::Up;
use bringup::Dev;

/// An interrupt handler and the buffer it fills.
struct Receiver {
    handler: Handler,
    buffer: Memory,
}

impl Receiver {
    fn new(interrupt: Interrupt, bytes: u32) -> Result<Self, Error> {
        Ok(Receiver { handler: Handler::register(interrupt)?, buffer: Memory::take(bytes)? })
    }
}

pub(crate) struct Uart {
    port: USART6,
    _receiver: Receiver,
    _up: Up,
}

impl Uart {
    pub(crate) fn new(port: USART6, baud: u32) -> Result<Self, (Error, USART6)> {
        // what arrives in 10 ms, with ten bits to the byte
        match Receiver::new(Interrupt::Usart6, baud / 10 / 100) {
            Ok(receiver) => Ok(Uart { port, _receiver: receiver, _up: Up::new("uart") }),
            Err(error) => Err((error, port)),
        }
    }

    pub(crate) fn release(self) -> USART6 {
        self.port
    }
}

pub(crate) struct Readline {
    _history: Memory,
    _up: Up,
}

impl Readline {
    pub(crate) fn new() -> Result<Self, Error> {
        const LINES: u32 = 8;
        const LENGTH: u32 = 80;
        Ok(Readline { _history: Memory::take(LINES * LENGTH)?, _up: Up::new("readline") })
    }
}

pub(crate) struct Usb {
    port: OTG_FS,
    receiver: Receiver,
    _up: Up,
}

impl Usb {
    pub(crate) fn new(port: OTG_FS, storage: Dev<Storage>) -> Result<Self, (Error, OTG_FS)> {
        let block = storage.with(Storage::block).map_err(Error::from).and_then(|block| block);
        match block.and_then(|block| Receiver::new(Interrupt::OtgFs, block)) {
            Ok(receiver) => Ok(Usb { port, receiver, _up: Up::new("usb") }),
            Err(error) => Err((error, port)),
        }
    }

    pub(crate) fn release(self) -> OTG_FS {
        let Receiver { handler, buffer } = self.receiver;
        forget::drop_unless(Forget::Handler, handler);
        forget::drop_unless(Forget::Memory, buffer);
        self.port
    }
}
