//! Register blocks of the LM3S6965 as owned values. Nearly all `unsafe` of this firmware is here.
use crate::error::Error;
use crate::gpio::PortRegisters;
use crate::i2c::I2cRegisters;
use arm_pl011_uart::PL011Registers;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicBool, Ordering};
use safe_mmio::fields::{ReadPure, ReadPureWrite};
use safe_mmio::{UniqueMmioPointer, field, field_shared};

/// 400 MHz PLL / 2 / 16.
pub const CORE_HZ: u32 = 12_500_000;

const PORT_G: usize = 0x4002_6000;

/// The blocks this board uses.
#[allow(non_snake_case)]
pub struct Peripherals {
    pub SYSCTL: UniqueMmioPointer<'static, SysctlRegisters>,
    pub GPIOA: UniqueMmioPointer<'static, PortRegisters>,
    pub GPIOG: UniqueMmioPointer<'static, PortRegisters>,
    pub UART0: UniqueMmioPointer<'static, PL011Registers>,
    pub I2C1: UniqueMmioPointer<'static, I2cRegisters>,
}

impl Peripherals {
    /// `Some` the first time only.
    pub fn take() -> Option<Self> {
        static TAKEN: AtomicBool = AtomicBool::new(false);
        if TAKEN.swap(true, Ordering::Relaxed) {
            return None;
        }
        // SAFETY: the addresses are those of the data sheet, each block is as large as its type, the blocks do not
        // overlap, and `TAKEN` makes these the only pointers to them.
        unsafe {
            Some(Peripherals {
                SYSCTL: block(0x400F_E000),
                GPIOA: block(0x4000_4000),
                GPIOG: block(PORT_G),
                UART0: block(0x4000_C000),
                I2C1: block(0x4002_1000),
            })
        }
    }
}

/// # Safety
/// `address` is a register block of type `T`, and this is the only pointer to it.
unsafe fn block<T>(address: usize) -> UniqueMmioPointer<'static, T> {
    // SAFETY: no register block is at address 0; the rest is the caller's promise.
    unsafe { UniqueMmioPointer::new(NonNull::new_unchecked(address as *mut T)) }
}

/// Level of PG0, whoever owns port G now.
pub fn pg0_is_high() -> bool {
    const PG0_DATA: *const u32 = (PORT_G + (1 << 2)) as *const u32;
    // SAFETY: the address is the data register of port G masked to bit 0. Reading it has no side effect, so it
    // disturbs no owner.
    unsafe { PG0_DATA.read_volatile() & 1 != 0 }
}

#[repr(C)]
pub struct SysctlRegisters {
    _0: [u32; 20],
    /// 0x050: raw interrupt status.
    ris: ReadPure<u32>,
    _1: [u32; 3],
    /// 0x060: run-mode clock configuration.
    rcc: ReadPureWrite<u32>,
    _2: [u32; 40],
    /// 0x104, 0x108: clock gates of the serial blocks, and of the ports.
    rcgc1: ReadPureWrite<u32>,
    rcgc2: ReadPureWrite<u32>,
}

/// 8 MHz crystal, PLL, divided to [`CORE_HZ`]; then the gates.
pub fn start_clocks(mut sysctl: UniqueMmioPointer<'static, SysctlRegisters>) -> Result<(), Error> {
    const XTAL_8MHZ: u32 = 0xE << 6;
    const SOURCE_AND_XTAL: u32 = 0b11 << 4 | 0xF << 6;
    const BYPASS: u32 = 1 << 11;
    const POWER_DOWN: u32 = 1 << 13;
    const DIVIDE_BY_16: u32 = 0xF << 23 | 1 << 22;
    const MAIN_OSC_OFF: u32 = 1;
    const PLL_LOCKED: u32 = 1 << 6;

    let rcc = (field_shared!(sysctl, rcc).read() | BYPASS) & !(1 << 22);
    field!(sysctl, rcc).write(rcc);
    let rcc = (rcc & !(SOURCE_AND_XTAL | POWER_DOWN | MAIN_OSC_OFF)) | XTAL_8MHZ | DIVIDE_BY_16;
    field!(sysctl, rcc).write(rcc);
    let locked = (0..32_768).any(|_| field_shared!(sysctl, ris).read() & PLL_LOCKED != 0);
    if !locked {
        return Err(Error::Pll);
    }
    field!(sysctl, rcc).write(rcc & !BYPASS);

    field!(sysctl, rcgc1).write(1 << 14 | 1); // I2C1, UART0
    field!(sysctl, rcgc2).write(1 << 6 | 1); // ports G, A
    // the gates open three cycles later: read back before anybody touches a block
    field_shared!(sysctl, rcgc2).read();
    field_shared!(sysctl, rcgc2).read();
    Ok(())
}
