//! What is asked of the engine and of the reference, and how it ends.

use crate::fault::{Fate, Outcome};
use crate::mutant::Phase;
use crate::play::Game;
use crate::rig::{OnPurpose, Rig, Turn};
use bringup::__private::Permit;
use bringup::__private::control::{self, Acquired};
use bringup::{AcquireError, BootError, Refused, ReleaseError};
use std::fmt::Write;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// What a call of the engine came to.
enum Ended<T> {
    Returned(T),
    Panicked,
    Dropped,
    Forgotten,
}

impl Game<'_> {
    pub(crate) fn acquire(&mut self, roots: Range<usize>, waits: bool) -> Result<Outcome, String> {
        self.begin(Phase::Up, format!("acquire {roots:?}{}", if waits { " (async)" } else { "" }));
        let expected = self.reference.acquire(roots.clone(), waits);
        let rig = &self.rig;
        let ended = if waits {
            let settle = async |_, rail| rig.up_waiting(rail, Turn::Settle).await;
            let up = async |_, node, forced| rig.up_waiting(node, Turn::Up { forced }).await;
            drive(rig, control::acquire_async(rig, permit(), roots, settle, up))
        } else {
            let settle = |_, rail| rig.up(rail, Turn::Settle);
            call(|| {
                control::acquire(rig, permit(), roots, settle, |_, node, forced| rig.up(node, Turn::Up { forced }))
            })
        }?;
        self.compare(expected, acquired(ended))
    }

    pub(crate) fn release(&mut self, roots: Range<usize>) -> Result<(), String> {
        self.begin(Phase::Down, format!("release {roots:?}"));
        let expected = self.reference.release(roots.clone());
        let ended = call(|| control::release(&self.rig, permit(), roots))?;
        let found = match ended {
            Ended::Returned(Ok(())) => Outcome::Done,
            Ended::Returned(Err(ReleaseError::NotHeld(root))) => Outcome::NotHeld(root),
            Ended::Returned(Err(ReleaseError::InUse(node))) => Outcome::InUse(node),
            Ended::Returned(Err(ReleaseError::Failures(count))) => Outcome::Failures(count),
            ended => early(&ended),
        };
        self.compare(expected, found).map(drop)
    }

    pub(crate) fn suspend(&mut self, rail: usize) -> Result<(), String> {
        self.begin(Phase::Down, format!("suspend {rail}"));
        let expected = self.reference.suspend(rail);
        let ended = call(|| control::suspend(&self.rig, permit(), rail))?;
        let found = match ended {
            Ended::Returned(Ok(0)) => Outcome::Done,
            Ended::Returned(Ok(count)) => Outcome::Failures(count),
            Ended::Returned(Err(refused)) => self::refused(refused),
            ended => early(&ended),
        };
        if matches!(found, Outcome::Done | Outcome::Failures(_)) {
            self.tokens.push(rail);
            self.tally.saw("suspend");
        }
        self.compare(expected, found).map(drop)
    }

    pub(crate) fn resume(&mut self, rail: usize, waits: bool) -> Result<(), String> {
        self.begin(Phase::Up, format!("resume {rail}{}", if waits { " (async)" } else { "" }));
        let expected = self.reference.resume(rail, waits);
        let rig = &self.rig;
        let ended = if waits {
            let settle = async |_, rail| rig.up_waiting(rail, Turn::Settle).await;
            let up = async |_, node, forced| rig.up_waiting(node, Turn::Up { forced }).await;
            drive(rig, control::resume_async(rig, permit(), rail, settle, up))
        } else {
            let settle = |_, rail| rig.up(rail, Turn::Settle);
            call(|| control::resume(rig, permit(), rail, settle, |_, node, forced| rig.up(node, Turn::Up { forced })))
        }?;
        // Whoever gets an error gets the token back.
        if !matches!(ended, Ended::Returned(Err(_))) {
            self.lose(rail);
        }
        self.tally.saw("resume");
        self.compare(expected, acquired(ended)).map(drop)
    }

    /// One token less.
    pub(crate) fn lose(&mut self, rail: usize) {
        if let Some(token) = self.tokens.iter().position(|token| *token == rail) {
            self.tokens.remove(token);
        }
    }

    pub(crate) fn check_out(&mut self, node: usize) -> Result<(), String> {
        self.begin(Phase::Down, format!("check out {node}"));
        let expected = self.reference.check_out(node);
        let found = match control::check_out(&self.rig, permit(), node) {
            Ok(()) => {
                self.rig.world.borrow_mut().out.insert(node);
                Outcome::Done
            }
            Err(refused) => self::refused(refused),
        };
        self.compare(expected, found).map(drop)
    }

    pub(crate) fn check_in(&mut self, node: usize) -> Result<(), String> {
        self.begin(Phase::Down, format!("check in {node}"));
        control::check_in(&self.rig, permit(), node);
        self.rig.world.borrow_mut().out.remove(&node);
        self.reference.out.remove(&node);
        self.compare(Outcome::Done, Outcome::Done).map(drop)
    }

    pub(crate) fn toggle_use(&mut self, node: usize) {
        let begins = !self.reference.busy.remove(&node);
        if begins {
            self.reference.busy.insert(node);
        }
        self.rig.world.borrow_mut().toggle(node);
        writeln!(self.log, "{node} is {} use", if begins { "in" } else { "out of" }).unwrap();
    }

    pub(crate) fn toggle_broken(&mut self, node: usize, init: bool) {
        let mut world = self.rig.world.borrow_mut();
        for faults in [&mut self.reference.faults, &mut world.faults] {
            let broken = if init { &mut faults.broken_up } else { &mut faults.broken_down };
            if !broken.remove(&node) {
                broken.insert(node);
            }
        }
        let broken = if init { &world.faults.broken_up } else { &world.faults.broken_down };
        let (what, works) = (if init { "init" } else { "deinit" }, !broken.contains(&node));
        writeln!(self.log, "the {what} of {node} {}", if works { "works" } else { "fails from now on" }).unwrap();
    }

    fn begin(&mut self, phase: Phase, what: String) {
        self.rig.phase.set(phase);
        self.rig.world.borrow_mut().rising.values_mut().for_each(|now| *now = false);
        writeln!(self.log, "{what}").unwrap();
        self.tally.steps += 1;
    }
}

pub(crate) fn permit() -> Permit {
    // SAFETY: the rig is a board of one owner, and the engine keeps its state.
    #[allow(unsafe_code)]
    unsafe {
        Permit::new()
    }
}

fn call<T>(engine: impl FnOnce() -> T) -> Result<Ended<T>, String> {
    match catch_unwind(AssertUnwindSafe(engine)) {
        Ok(value) => Ok(Ended::Returned(value)),
        Err(payload) if payload.is::<OnPurpose>() => Ok(Ended::Panicked),
        Err(_) => Err("the engine panicked".to_owned()),
    }
}

/// Polls to the end, or as long as the init that runs wishes.
fn drive<T>(rig: &Rig, future: impl Future<Output = T>) -> Result<Ended<T>, String> {
    let mut future = Box::pin(future);
    loop {
        let mut context = Context::from_waker(Waker::noop());
        match call(|| Pin::as_mut(&mut future).poll(&mut context))? {
            Ended::Returned(Poll::Pending) => {}
            Ended::Returned(Poll::Ready(value)) => return Ok(Ended::Returned(value)),
            _ => return Ok(Ended::Panicked),
        }
        let wish = rig.world.borrow_mut().wish.take();
        match wish {
            None => {}
            Some(Fate::Forget) => {
                std::mem::forget(future);
                return Ok(Ended::Forgotten);
            }
            Some(_) => {
                return Ok(match call(|| drop(future))? {
                    Ended::Returned(()) => Ended::Dropped,
                    _ => Ended::Panicked,
                });
            }
        }
    }
}

fn early<T>(ended: &Ended<T>) -> Outcome {
    match ended {
        Ended::Dropped => Outcome::Dropped,
        Ended::Forgotten => Outcome::Forgotten,
        Ended::Panicked | Ended::Returned(_) => Outcome::Panicked,
    }
}

fn acquired(ended: Ended<Acquired<Rig<'_>>>) -> Outcome {
    match ended {
        Ended::Returned(Ok(())) => Outcome::Done,
        Ended::Returned(Err(error)) => match error {
            AcquireError::Failed(BootError { node, attempt, cause, rollback_failures }) => {
                Outcome::Failed { node, attempt, cause, rollback_failures }
            }
            AcquireError::Spent(node) => Outcome::Spent(node),
            AcquireError::Down(rail) => Outcome::Down(rail),
            AcquireError::InUse(node) => Outcome::InUse(node),
            AcquireError::TooManyHolds => Outcome::TooManyHolds,
        },
        ended => early(&ended),
    }
}

fn refused(refused: Refused<usize>) -> Outcome {
    match refused {
        Refused::Down(node) => Outcome::Down(node),
        Refused::InUse(node) => Outcome::InUse(node),
        Refused::Spent(node) => Outcome::Spent(node),
    }
}
