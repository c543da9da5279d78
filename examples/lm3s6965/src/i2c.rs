//! I2C master of the Stellaris parts as an embedded-hal 1.0 bus.
use crate::chip::CORE_HZ;
use crate::gpio::Port;
use embedded_hal::i2c::{ErrorKind, ErrorType, I2c, NoAcknowledgeSource, Operation, SevenBitAddress};
use safe_mmio::fields::{ReadPureWrite, ReadWrite};
use safe_mmio::{UniqueMmioPointer, field};

#[repr(C)]
pub struct I2cRegisters {
    /// Address, and in bit 0 the direction.
    msa: ReadPureWrite<u32>,
    /// Reads as status, writes as command.
    mcs: ReadWrite<u32>,
    mdr: ReadWrite<u32>,
    /// Timer period: SCL = core clock / (20 * (1 + period)).
    mtpr: ReadPureWrite<u32>,
    _0: [u32; 4],
    mcr: ReadPureWrite<u32>,
}

const RUN: u32 = 1;
const START: u32 = 1 << 1;
const STOP: u32 = 1 << 2;
const ACK: u32 = 1 << 3;

const BUSY: u32 = 1;
const FAILED: u32 = 1 << 1;
const ARBITRATION_LOST: u32 = 1 << 4;

const MASTER_ENABLE: u32 = 1 << 4;

/// A byte takes about 100 us at 100 kHz; a controller that is still busy after this many looks is stuck.
const PATIENCE: u32 = 20_000;

/// The only master of its bus.
pub struct StellarisI2c {
    registers: UniqueMmioPointer<'static, I2cRegisters>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// No device took the address or the byte.
    NoAcknowledge,
    /// The controller stays busy.
    Stuck,
    /// An empty read or write: the controller cannot send an address alone.
    Empty,
}

impl embedded_hal::i2c::Error for Error {
    fn kind(&self) -> ErrorKind {
        match self {
            Error::NoAcknowledge => ErrorKind::NoAcknowledge(NoAcknowledgeSource::Unknown),
            Error::Stuck => ErrorKind::Bus,
            Error::Empty => ErrorKind::Other,
        }
    }
}

impl StellarisI2c {
    pub fn new(mut registers: UniqueMmioPointer<'static, I2cRegisters>, porta: &mut Port, hz: u32) -> Self {
        const PA6_PA7: u8 = 0b1100_0000;
        porta.hand_over(PA6_PA7);
        porta.open_drain(PA6_PA7);
        field!(registers, mcr).write(MASTER_ENABLE);
        let period = (CORE_HZ / 20).div_ceil(hz.max(1)).saturating_sub(1).clamp(1, 127);
        field!(registers, mtpr).write(period);
        crate::log!("up    i2c1     {} kHz", CORE_HZ / 20 / (1 + period) / 1000);
        StellarisI2c { registers }
    }

    pub fn release(mut self) -> UniqueMmioPointer<'static, I2cRegisters> {
        field!(self.registers, mcr).write(0);
        crate::log!("down  i2c1");
        self.registers
    }

    fn command(&mut self, command: u32) -> Result<(), Error> {
        field!(self.registers, mcs).write(command);
        for _ in 0..PATIENCE {
            let status = field!(self.registers, mcs).read();
            if status & BUSY != 0 {
                continue;
            }
            // nobody to lose arbitration to on this bus; QEMU reports an absent device this way
            if status & (FAILED | ARBITRATION_LOST) == 0 {
                return Ok(());
            }
            if command & STOP == 0 {
                field!(self.registers, mcs).write(STOP);
            }
            return Err(Error::NoAcknowledge);
        }
        Err(Error::Stuck)
    }
}

impl ErrorType for StellarisI2c {
    type Error = Error;
}

impl I2c<SevenBitAddress> for StellarisI2c {
    /// Operations of the same direction are one transfer. Between a write and a read there is a stop and a start where
    /// embedded-hal asks for a repeated start, because QEMU's model of the controller has none. With one master
    /// on the bus nobody can come in between.
    fn transaction(&mut self, address: u8, operations: &mut [Operation<'_>]) -> Result<(), Error> {
        let mut begins = true;
        let mut rest = operations.iter_mut().peekable();
        while let Some(operation) = rest.next() {
            let reads = matches!(operation, Operation::Read(_));
            let ends = rest.peek().is_none_or(|next| matches!(next, Operation::Read(_)) != reads);
            if begins {
                field!(self.registers, msa).write(u32::from(address) << 1 | u32::from(reads));
            }
            let start = if begins { START } else { 0 };
            let stop = if ends { STOP } else { 0 };
            match operation {
                Operation::Write(bytes) => self.write_bytes(bytes, start, stop)?,
                Operation::Read(bytes) => self.read_bytes(bytes, start, stop)?,
            }
            begins = ends;
        }
        Ok(())
    }
}

impl StellarisI2c {
    fn write_bytes(&mut self, bytes: &[u8], mut start: u32, stop: u32) -> Result<(), Error> {
        let (last, others) = bytes.split_last().ok_or(Error::Empty)?;
        for byte in others {
            field!(self.registers, mdr).write(u32::from(*byte));
            self.command(RUN | start)?;
            start = 0;
        }
        field!(self.registers, mdr).write(u32::from(*last));
        self.command(RUN | start | stop)
    }

    fn read_bytes(&mut self, bytes: &mut [u8], mut start: u32, stop: u32) -> Result<(), Error> {
        let (last, others) = bytes.split_last_mut().ok_or(Error::Empty)?;
        for byte in others {
            self.command(RUN | start | ACK)?;
            start = 0;
            *byte = field!(self.registers, mdr).read() as u8;
        }
        // the last byte of a transfer is not acknowledged: that tells the device to let go of the bus
        self.command(RUN | start | if stop == 0 { ACK } else { STOP })?;
        *last = field!(self.registers, mdr).read() as u8;
        Ok(())
    }
}
