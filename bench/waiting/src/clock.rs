//! What the board waits with.

pub struct Clock;

#[cfg(not(feature = "no-wait"))]
impl bringup::Clock for Clock {
    fn now() -> u32 {
        crate::drivers::driver_now()
    }
}

#[cfg(feature = "no-wait")]
impl bringup::Clock for Clock {
    fn now() -> u32 {
        0
    }

    fn wait_until(_t0: u32, _us: u32) {}
}
