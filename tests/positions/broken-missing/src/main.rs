bringup::board!(include_str!("nowhere.board"));

fn main() {}
