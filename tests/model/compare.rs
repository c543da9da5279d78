//! Whether the engine and the reference are in the same state.

use crate::calls::permit;
use crate::fault::{Event, Failure, Fate, Outcome};
use crate::layout::Set;
use crate::play::Game;
use crate::world::Slot;
use bringup::__private::control;

impl Game<'_> {
    /// After a step: all that can be seen.
    pub(crate) fn compare(&mut self, expected: Outcome, found: Outcome) -> Result<Outcome, String> {
        let mut world = self.rig.world.borrow_mut();
        let mut wrong = std::mem::take(&mut world.wrong);
        world.wish = None;
        let reference = &mut self.reference;
        let mut differ = |what: &str, expected: &dyn std::fmt::Debug, found: &dyn std::fmt::Debug| {
            let (expected, found) = (format!("{expected:?}"), format!("{found:?}"));
            if expected != found {
                wrong.push(format!("{what}:\n  expected {expected}\n  found    {found}"));
            }
        };
        let events = (std::mem::take(&mut reference.events), std::mem::take(&mut world.events));
        differ("result", &expected, &found);
        differ("calls", &events.0, &events.1);
        let nodes = 0..self.layout.nodes.len();
        let seen = |wanted: &dyn Fn(usize) -> bool| nodes.clone().filter(|node| wanted(*node)).collect::<Vec<_>>();
        let (rig, up) = (&self.rig, &reference.up);
        let here = seen(&|node| control::is_here(rig, permit(), node));
        differ("up", up, &world.up);
        differ("is_up", &seen(&|node| up.contains(&node)), &seen(&|node| control::is_up(rig, permit(), node)));
        differ("is_here", &seen(&|node| up.contains(&node) && !reference.out.contains(&node)), &here);
        let holds = (0..self.layout.closures.len()).map(|root| usize::from(control::holds(rig, permit(), root)));
        differ("holds", &reference.held, &holds.collect::<Vec<_>>());
        differ("rails that are on", &reference.on, &world.on);
        differ("rails that rise", &reference.rising, &world.rising.keys().copied().collect::<Set>());
        differ("inputs in place", &reference.inputs, &world.inputs);
        differ("failures", &reference.failures, &world.failures);
        let busy = seen(&|node| self.layout.nodes[node].shared && world.slots[node] == Slot::Busy);
        differ("in use", &seen(&|node| reference.busy.contains(&node)), &busy);
        if wrong.is_empty() {
            drop(world);
            self.count(found, &events.1);
            return Ok(found);
        }
        Err(format!("{}\n{}", self.log, wrong.join("\n")))
    }

    fn count(&mut self, outcome: Outcome, events: &[Event]) {
        self.tally.saw(match outcome {
            Outcome::Done => "done",
            Outcome::Failures(_) => "failures",
            Outcome::NotHeld(_) => "not held",
            Outcome::Failed { rollback_failures: 0, .. } => "failed",
            Outcome::Failed { .. } => "failed, and its rollback",
            Outcome::Spent(_) => "spent",
            Outcome::Down(_) => "down",
            Outcome::InUse(_) => "in use",
            Outcome::TooManyHolds => "too many holds",
            Outcome::Panicked => "panicked",
            Outcome::Dropped => "dropped",
            Outcome::Forgotten => "forgotten",
        });
        for event in events {
            match event {
                Event::Stuck(_) => self.tally.saw("stuck"),
                Event::Down(_, Fate::Panic) => self.tally.saw("deinit panicked"),
                Event::Up(_, Fate::Panic) => self.tally.saw("init panicked"),
                Event::Settle(_, fate) => self.tally.saw(match fate {
                    Fate::Done => "settled",
                    Fate::Error => "did not settle",
                    Fate::Panic => "panicked while it settled",
                    Fate::Drop => "dropped while it settled",
                    Fate::Forget => "forgotten while it settled",
                }),
                _ => {}
            }
        }
        for failure in &self.reference.failures {
            match failure {
                Failure::None => {}
                Failure::Own { rollback_failures: 0, .. } => self.tally.saw("optional failed"),
                Failure::Own { .. } => self.tally.saw("optional failed, and its rollback"),
                Failure::Of(_) => self.tally.saw("optional left out"),
            }
        }
    }
}
