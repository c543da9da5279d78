#![allow(unused)]
#[path = "../dynamic.rs"]
mod dynamic;

use dynamic::hub::{self, Level, Node, Rail};
use dynamic::{board, fresh, other};

fn main() {
    let state = &hub::__Control;
    let start = hub::__start;
    let acquire = hub::__acquire(0..1);
    let imu = unsafe { hub::SLOT_imu.take() };
    let card = unsafe { hub::OUTCOME_card.leave() };
    let permit = bringup::__private::Permit(());
}
