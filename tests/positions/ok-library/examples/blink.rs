//! A board of an example, inside a module.

mod board {
    bringup::board!(include_str!("blink.board"));

    fn led() -> u8 {
        1
    }
}

fn main() {
    let fresh = board::blink::Fresh::take(board::blink::Inputs {});
    if let Some(Ok(mut running)) = fresh.map(board::blink::Fresh::boot) {
        *running.led() += 1;
    }
}
