//! The board by hand.

mod board;

fn main() {
    if let Some(steps) = std::env::args().nth(1).and_then(|steps| steps.parse().ok()) {
        drivers::fail_after(steps);
    }
    static BOARD: static_cell::StaticCell<board::Board> = static_cell::StaticCell::new();
    match board::Board::boot(drivers::Peripherals::take()) {
        Ok(board) => {
            if let Err(error) = application(BOARD.init(board)) {
                println!("{error:?}");
            }
        }
        Err(error) => println!("{:?}: {:?}", error.node, error.cause),
    }
}

