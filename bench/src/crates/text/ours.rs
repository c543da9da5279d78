//! The board as a `.board` file.

use bringup::Dev;

bringup::board!(include_str!("hub.board"));

/// The counter of the simulation.
pub struct Counter;

impl bringup::Clock for Counter {
    fn now() -> u32 {
        drivers::now()
    }

    fn wait_until(t0: u32, us: u32) {
        drivers::wait_until(t0.wrapping_add(us));
    }
}

fn main() {
    if let Some(steps) = std::env::args().nth(1).and_then(|steps| steps.parse().ok()) {
        drivers::fail_after(steps);
    }
    let Some(fresh) = hub::Fresh::take(hub::Inputs { p: drivers::Peripherals::take() }) else { return };
    match fresh.boot() {
        Ok(mut board) => {
            if let Err(error) = application(board.parts()) {
                println!("{error:?}");
            }
        }
        Err(error) => println!("{:?}: {:?}", error.node, error.cause),
    }
}

