//! The board of twelve nodes, booted in each way.

mod on_the_spot {
    use crate::time::{spend, wait};
    bringup::board!(include_str!("../boards/on_the_spot.board"));
}

mod delay {
    use crate::time::spend;
    type Clock = bringup::clock::Delay<crate::time::Spin>;
    bringup::board!(include_str!("../boards/blocking.board"));
}

mod clock {
    use crate::time::{Counter as Clock, spend};
    bringup::board!(include_str!("../boards/blocking.board"));
}

mod sequence {
    use crate::time::nap;
    use bringup::clock::Embassy as Clock;
    bringup::board!(include_str!("../boards/sequence.board"));
}

mod concurrent {
    use crate::time::nap;
    use bringup::clock::Embassy as Clock;
    bringup::board!(include_str!("../boards/concurrent.board"));
}

pub async fn boot() {
    crate::time_boot!("hub on-the-spot", on_the_spot::hub);
    crate::time_boot!("hub delay", delay::hub);
    crate::time_boot!("hub clock", clock::hub);
    crate::time_boot!("hub async", sequence::hub, await);
    crate::time_boot!("hub concurrent", concurrent::hub, await);
}
