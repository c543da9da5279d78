//! The clock of the generated boards: a delay, as the implementations by hand have it.

pub struct Delay;

impl bringup::Clock for Delay {
    const COUNTS: bool = false;

    #[inline]
    fn now() -> u32 {
        0
    }

    #[inline]
    fn wait_until(_t0: u32, us: u32) {
        crate::delay_us(us);
    }

    #[inline]
    fn wait(_t0: u32, _us: u32, left: u32) {
        crate::delay_us(left);
    }
}
