//! A board with a shared bus and two owned handles, for the cases beside it.

pub struct Bus;
pub struct Imu(pub bringup::Dev<Bus>);

impl Imu {
    pub fn read(&mut self) -> u8 {
        self.0.with(|_| 1).unwrap_or(0)
    }
}

bringup::board! {
    pub board hub;
    levels core, device;
    input seed: u32;

    bus: Bus { level = core; init = Bus; }
    rtc: u32 { level = core; init = seed; }
    imu: Imu { level = device; init = Imu(&bus); }
}

pub fn fresh() -> hub::Fresh {
    hub::Fresh::take(hub::Inputs { seed: 7 }).unwrap()
}

#[allow(dead_code)]
pub fn running() -> hub::Running {
    fresh().boot().unwrap()
}
