//! A board whose statements come out of a macro of the user's own.
#![deny(warnings)]

macro_rules! two_of {
    ($name:ident, $ty:ty, $value:expr) => {
        bringup::board! {
            board $name;
            one: $ty { init = $value; }
            two: $ty { init = $value + 1; }
        }
    };
}

two_of!(hub, u8, 40);

fn main() {
    let mut running = hub::Fresh::take(hub::Inputs {}).expect("first").boot().expect("cannot fail");
    assert_eq!(*running.one() + *running.two(), 81);
}
