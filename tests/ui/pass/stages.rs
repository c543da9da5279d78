//! Level by level, then for ever.
#![deny(warnings)]

#[path = "../hub.rs"]
mod board;

use board::{fresh, hub};

fn main() {
    assert_eq!(hub::GRAPH.levels, ["core", "device"]);
    let mut core = fresh().boot_core().expect("core boots");
    assert_eq!(*core.rtc(), 7);
    let bus = core.bus();
    let mut running = core.boot_device().expect("device boots");
    assert_eq!(running.imu().read(), 1);
    let parts = running.parts();
    *parts.rtc += u32::from(parts.imu.read());
    let parts = running.into_static();
    let rtc: &'static mut u32 = parts.rtc;
    assert_eq!(*rtc, 8);
    assert!(bus.with(|_| ()).is_ok());
    assert!(hub::Fresh::take(hub::Inputs { seed: 1 }).is_none(), "once per program");
}
