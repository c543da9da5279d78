#![allow(unused)]
use bringup::{Atomic, Dev};
use std::rc::Rc;

bringup::board! {
    board interrupts;
    tick: Rc<u8> { irq; init = Rc::new(0); }
}

bringup::board! {
    board everywhere;
    share = atomic;
    bus: Rc<u8> { init = Rc::new(0); }
    imu: Dev<Rc<u8>, Atomic> { init = &bus; }
}

struct Mine;

impl bringup::Sharing for Mine {}

fn main() {}
