//! The two loops of a bring-up.

use super::Request;
use crate::control::set::Set;
use crate::control::walk::Walk;
use crate::control::{Acquired, Attempt, Board};
use crate::token::Permit;
use crate::undo::Undo;
use core::mem;

impl<'a, B: Board> Request<'a, B> {
    #[inline(always)]
    pub(crate) fn run(
        mut self,
        settle: impl Fn(Permit, usize) -> Attempt<B>,
        up: impl Fn(Permit, usize, bool) -> Attempt<B>,
    ) -> Acquired<B> {
        let walk = self.walk;
        let result = loop {
            let (node, rails) = self.next();
            let mut failure = None;
            let step = match settle_all(walk, rails, &mut failure, &settle) {
                Some(rail) => self.unsettled(rail, rails, failure),
                None => {
                    self.rising = self.rising.without(rails);
                    let Some(node) = node else { continue };
                    match self.start(node) {
                        Ok(Some(forced)) => {
                            let attempt = up(walk.permit, node, forced);
                            self.came(node, forced, attempt)
                        }
                        Ok(None) => break Ok(()),
                        Err(lent) => Err(self.refuse(lent)),
                    }
                }
            };
            if step.is_err() {
                break step;
            }
        };
        // It has come to an end, and so is dropped early only if something panics.
        mem::forget(self);
        result
    }

    pub(crate) async fn run_async(
        mut self,
        settle: impl AsyncFn(Permit, usize) -> Attempt<B>,
        up: impl AsyncFn(Permit, usize, bool) -> Attempt<B>,
    ) -> Acquired<B> {
        let walk = self.walk;
        loop {
            let (node, rails) = self.next();
            let mut unsettled = None;
            for rail in walk.order().filter(|rail| rails.has(*rail)) {
                let settled = match walk.borrow(rail) {
                    Ok(()) => settle(walk.permit, rail).await.map_err(Some),
                    Err(_) => Err(None),
                };
                if let Err(failure) = settled {
                    unsettled = Some((rail, failure));
                    break;
                }
                self.rising.remove(rail);
                walk.settled(rail);
            }
            if let Some((rail, failure)) = unsettled {
                self.unsettled(rail, rails, failure)?;
                continue;
            }
            let Some(node) = node else { continue };
            match self.start(node) {
                Ok(Some(forced)) => {
                    let starting = self.starting(node);
                    let attempt = up(walk.permit, node, forced).await;
                    drop(starting);
                    self.came(node, forced, attempt)?;
                    if self.rising.has(node) && walk.table().settles.has(node) {
                        walk.leave_rising(B::Set::of(node));
                    }
                }
                Ok(None) => return Ok(()),
                Err(lent) => return Err(self.refuse(lent)),
            }
        }
    }

    /// While the init of `node` is awaited. Whoever forgets the future leaves it so.
    fn starting(&self, node: usize) -> Undo<impl FnMut() + use<'a, B>> {
        // The walk and not the set: a future that moves to another context can take it along.
        let walk = self.walk;
        walk.marks().starting.add(node);
        Undo(move || walk.marks().starting.remove(node))
    }
}

/// Waits until all of these have settled. The first that does not, and why in `failure`, unless it is because something is
/// in use that it borrows. As a value it would take room and code where no rail can fail.
#[inline(never)]
fn settle_all<B: Board>(
    walk: Walk<'_, B>,
    rails: B::Set,
    failure: &mut Option<B::Failure>,
    settle: impl Fn(Permit, usize) -> Attempt<B>,
) -> Option<usize> {
    for rail in walk.order() {
        if rails.has(rail) {
            // A forgotten call may have left it rising, and what it borrows may be elsewhere since.
            if walk.borrow(rail).is_err() {
                return Some(rail);
            }
            if let Err(why) = settle(walk.permit, rail) {
                *failure = Some(why);
                return Some(rail);
            }
            walk.settled(rail);
        }
    }
    None
}
