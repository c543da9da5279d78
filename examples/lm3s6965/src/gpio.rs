//! A PL061 port.
use safe_mmio::fields::ReadPureWrite;
use safe_mmio::{UniqueMmioPointer, field, field_shared};

#[repr(C)]
pub struct PortRegisters {
    /// Word `i` reads and writes only the pins whose bit is set in `i`.
    data: [ReadPureWrite<u32>; 256],
    dir: ReadPureWrite<u32>,
    _0: [u32; 7],
    afsel: ReadPureWrite<u32>,
    _1: [u32; 58],
    odr: ReadPureWrite<u32>,
    pur: ReadPureWrite<u32>,
    _2: [u32; 2],
    den: ReadPureWrite<u32>,
}

/// Eight pins. A set of pins is a mask.
pub struct Port(UniqueMmioPointer<'static, PortRegisters>);

impl Port {
    pub fn new(registers: UniqueMmioPointer<'static, PortRegisters>) -> Self {
        Port(registers)
    }

    /// All pins become inputs again.
    pub fn release(mut self) -> UniqueMmioPointer<'static, PortRegisters> {
        field!(self.0, dir).write(0);
        self.0
    }

    /// Gives `pins` to the peripheral they belong to.
    pub fn hand_over(&mut self, pins: u8) {
        let pins = u32::from(pins);
        field!(self.0, afsel).modify_mut(|v| *v |= pins);
        field!(self.0, den).modify_mut(|v| *v |= pins);
    }

    /// `pins` only pull low; the pull-up makes them high.
    pub fn open_drain(&mut self, pins: u8) {
        let pins = u32::from(pins);
        field!(self.0, odr).modify_mut(|v| *v |= pins);
        field!(self.0, pur).modify_mut(|v| *v |= pins);
    }

    /// Makes `pins` outputs and drives them; answers whether they read back as driven.
    pub fn drive(&mut self, pins: u8, high: bool) -> bool {
        let mask = u32::from(pins);
        let level = if high { mask } else { 0 };
        // the level first: an output that was high must not glitch to low
        self.write_data(pins, level);
        field!(self.0, dir).modify_mut(|v| *v |= mask);
        field!(self.0, den).modify_mut(|v| *v |= mask);
        self.write_data(pins, level);
        self.read(pins) == level as u8
    }

    /// The levels of `pins`.
    pub fn read(&self, pins: u8) -> u8 {
        let data = field_shared!(self.0, data);
        data.get(usize::from(pins)).map_or(0, |word| word.read() as u8)
    }

    fn write_data(&mut self, pins: u8, level: u32) {
        let mut data = field!(self.0, data);
        if let Some(mut word) = data.get(usize::from(pins)) {
            word.write(level);
        }
    }
}
