//! A board under run-time control, and another of the same kind, for the cases beside it.

pub struct Bus;
pub struct Imu(pub bringup::Dev<Bus>);

impl Imu {
    pub fn read(&mut self) -> u8 {
        self.0.with(|_| 1).unwrap_or(0)
    }
}

fn start(works: bool) -> Result<u8, u8> {
    if works { Ok(1) } else { Err(7) }
}

bringup::board! {
    pub board hub;
    error = u8;

    rail vio { enable = start(true)?; disable = start(true)?; }
    bus: Bus { init = Bus; }
    imu: Imu { power = &vio; init = Imu(&bus); }
    baro: Imu { power = &vio; init = Imu(&bus); }
    card: u8 { optional; init = start(false)?; }
    count: u32 { init = 0; }
}

bringup::board! {
    pub board other;
    error = u8;

    rail vio { enable = start(true)?; disable = start(true)?; }
    bus: Bus { init = Bus; }
    imu: Imu { power = &vio; init = Imu(&bus); }
}

#[allow(dead_code)]
pub fn fresh() -> hub::Fresh {
    hub::Fresh::take(hub::Inputs {}).unwrap()
}

#[allow(dead_code)]
pub fn board() -> hub::Board {
    fresh().boot().unwrap().into_board()
}

#[allow(dead_code)]
pub fn other() -> other::Board {
    other::Fresh::take(other::Inputs {}).unwrap().dynamic()
}
