//! `&mut label` of a node that interrupt handlers reach: it may be in use, whether the rest can fail or not.

#![deny(warnings)]

struct Timer;

struct Pin;

struct Pins {
    pin: Pin,
}

fn paired(_: &mut Timer) -> Timer {
    Timer
}

fn on(_: Pin, _: &mut Timer) -> Result<Timer, ((), Pin)> {
    Ok(Timer)
}

bringup::board! {
    board hub;
    input p: crate::Pins;
    tick: crate::Timer { irq; init = crate::Timer; }
    tock: crate::Timer { init = crate::paired(&mut tick); }
    pwm: crate::Timer { init (p.pin) = crate::on(p.pin, &mut tick)?; }
}

fn main() {
    assert!(hub::Fresh::take(hub::Inputs { p: Pins { pin: Pin } }).unwrap().boot().is_ok());
}
