//! The boards. Each case is a run of its own, so all cases share them.

pub(crate) mod depot;
pub(crate) mod hub;
pub(crate) mod kit;
pub(crate) mod port;
pub(crate) mod power;
pub(crate) mod pulse;
pub(crate) mod settling;
pub(crate) mod waiting;
