//! The rules of run-time control, one function each, on whatever this is compiled for.
//!
//! A board comes up once per program. So each case is a run of its own: a process on a host, a reset on a chip.

pub(crate) mod boards;
pub(crate) mod clock;
pub(crate) mod drivers;
pub(crate) mod fault;
pub(crate) mod trace;

pub(crate) mod boot;
pub(crate) mod claims;
pub(crate) mod contexts;
pub(crate) mod handles;
pub(crate) mod holds;
pub(crate) mod levels;
pub(crate) mod optional;
pub(crate) mod promises;
pub(crate) mod rails;
pub(crate) mod settling;
pub(crate) mod suspend;
pub(crate) mod waits;
