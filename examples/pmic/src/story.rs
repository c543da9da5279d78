//! What the firmware does with its board once it is up: rails off and on again, one after the other and all at once.
use crate::cam::{Board, Level, Node, Rail};
use crate::console::chapter;
use crate::error::Error;
use crate::log;
use embedded_hal::i2c::I2c;

pub fn tell(mut board: Board) -> Result<(), &'static str> {
    chapter("what the devices say");
    report(&mut board)?;

    chapter("the camera without its clock");
    without(&mut board, Rail::Xclk)?;

    chapter("the sensors without their supply");
    without(&mut board, Rail::Vsens)?;

    chapter("devices and bus down");
    board.release_level(Level::Device).map_err(|_| "a device does not go down")?;
    report(&mut board)?;
    board.release_level(Level::Bus).map_err(|_| "the bus does not go down")?;

    chapter("the camera alone");
    board.acquire(Node::Camera).map_err(|_| "the camera does not come up")?;
    report(&mut board)?;
    board.release(Node::Camera).map_err(|_| "the camera does not go down")
}

/// Takes a rail away from whoever is on it, looks, and gives it back.
fn without(board: &mut Board, rail: Rail) -> Result<(), &'static str> {
    let suspended = board.suspend(rail).map_err(|_| "the rail cannot be suspended")?;
    report(board)?;
    board.resume(suspended).map_err(|_| "what was suspended does not come back")?;
    report(board)
}

fn report(board: &mut Board) -> Result<(), &'static str> {
    ask(board).map_err(|_| "a device that is up does not answer")
}

/// What the PMIC says of its outputs, each device of itself, and the bus of a device that is down.
fn ask(board: &mut Board) -> Result<(), Error> {
    const TMP: u8 = crate::cam::tmp::ADDRESS as u8;
    if let Some(pmic) = board.pmic() {
        log!("pmic: outputs {:#04x}", pmic.outputs()?);
    }
    match board.tmp() {
        Some(tmp) => log!("tmp: {} C", tmp.read_temperature().map_err(|_| Error::NoAnswer)? as i32),
        None => {
            let answers = board.i2c1().write(TMP, &[0]).is_ok();
            log!("tmp: down, and {} at its address", if answers { "something answers" } else { "nothing answers" });
        }
    }
    match board.camera() {
        Some(camera) => log!("camera: part {:02x}{:02x}", camera.part[0], camera.part[1]),
        None => log!("camera: down"),
    }
    Ok(())
}
