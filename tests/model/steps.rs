//! How the reference brings nodes up and takes them down.

use crate::fault::{Event, Failure, Fate, Outcome};
use crate::layout::{Node, Set};
use crate::reference::Reference;

/// What a call brings up.
pub(crate) struct Goal {
    pub(crate) nodes: Set,
    /// Which of them may still keep others up.
    pub(crate) coming: Set,
    /// What cannot be missing, optional or not.
    pub(crate) required: Set,
    pub(crate) waits: bool,
}

/// Why a bring-up ended early: what it returns, or an unwinding panic and the like.
pub(crate) struct Stop {
    pub(crate) came: Set,
    pub(crate) outcome: Outcome,
}

/// A deinit panicked.
pub(crate) struct Panicked;

impl Reference<'_> {
    pub(crate) fn bring_up(&mut self, goal: &Goal) -> Result<Set, Stop> {
        let mut came = Set::new();
        for (position, node) in self.layout.order.iter().copied().enumerate() {
            if !goal.nodes.contains(&node) || self.up.contains(&node) {
                continue;
            }
            let missing = self.node(node).holds.iter().find(|need| !self.up.contains(*need));
            if let Some(need) = missing {
                self.failures[node] = Failure::Of(*need);
            }
            if missing.is_some() || self.is_spent(node) {
                self.tidy(goal, position, &mut came)?;
                continue;
            }
            let lent = self.node(node).lent_up.iter().find(|lent| self.is_in_use(**lent));
            let lent = lent.or_else(|| self.node(node).lent_down.iter().find(|lent| self.out.contains(*lent)));
            if let Some(lent) = lent {
                return Err(Stop { came, outcome: Outcome::InUse(*lent) });
            }
            let outcome = match self.start(node, goal.waits) {
                Fate::Done => {
                    self.up.insert(node);
                    came.insert(node);
                    if self.layout.dispensable.contains(&node) {
                        self.failures[node] = Failure::None;
                    }
                    continue;
                }
                Fate::Error => {
                    let (cause, attempt) = self.faults.error();
                    if self.can_be_missing(node, goal) {
                        let rollback_failures = self.tidy(goal, position, &mut came)?;
                        self.failures[node] = Failure::Own { attempt, cause, rollback_failures };
                        continue;
                    }
                    Outcome::Failed { node, attempt, cause, rollback_failures: 0 }
                }
                Fate::Panic => Outcome::Panicked,
                Fate::Drop => Outcome::Dropped,
                Fate::Forget => {
                    self.half.insert(node);
                    // They were lent to what was forgotten.
                    let lent = self.node(node).lent_up.iter();
                    self.busy.extend(lent.filter(|lent| self.layout.nodes[**lent].shared));
                    Outcome::Forgotten
                }
            };
            return Err(Stop { came, outcome });
        }
        Ok(came)
    }

    /// Takes down what came up for what failed, and for nothing that is up or still to come.
    fn tidy(&mut self, goal: &Goal, position: usize, came: &mut Set) -> Result<u8, Stop> {
        let mut failures = 0;
        let order = &self.layout.order;
        for node in order[..position].iter().rev().copied().filter(|node| came.contains(node)).collect::<Vec<_>>() {
            let later = order[position + 1..].iter().filter(|node| goal.coming.contains(node));
            let needed = later.chain(&self.up).any(|user| self.node(*user).holds.contains(&node));
            // It is on from now on, whoever needs it.
            let switched_on = self.node(node).stays_on && self.suspended.contains(&node);
            if needed || switched_on || self.held[node] > 0 || !self.layout.is_support(node) {
                continue;
            }
            let taken_down = self.take_down(&Set::from([node]));
            came.retain(|node| self.up.contains(node));
            match taken_down {
                Ok(more) => failures += more,
                Err(Panicked) => return Err(Stop { came: came.clone(), outcome: Outcome::Panicked }),
            }
        }
        Ok(failures)
    }

    pub(crate) fn undo(&mut self, stop: Stop) -> Outcome {
        if stop.outcome == Outcome::Forgotten {
            return stop.outcome;
        }
        match (self.take_down(&stop.came), stop.outcome) {
            (Err(Panicked), _) => Outcome::Panicked,
            (Ok(rollback_failures), Outcome::Failed { node, attempt, cause, .. }) => {
                Outcome::Failed { node, attempt, cause, rollback_failures }
            }
            (Ok(_), outcome) => outcome,
        }
    }

    /// In reverse order. What is in use stays up, and what that needs.
    pub(crate) fn take_down(&mut self, nodes: &Set) -> Result<u8, Panicked> {
        let mut failures = 0;
        for node in self.reversed(nodes) {
            if self.up.iter().any(|user| self.node(*user).holds.contains(&node)) {
                continue;
            }
            if self.obstacle(node).is_some() {
                self.events.push(Event::Stuck(node));
                failures += 1;
                continue;
            }
            failures += self.stop(node)?;
        }
        Ok(failures)
    }

    fn start(&mut self, node: usize, waits: bool) -> Fate {
        let Node { claims, returns, has_up, stays_on, rail, .. } = *self.node(node);
        if !has_up || stays_on && !self.suspended.contains(&node) {
            self.events.push(Event::CameUp(node));
            return Fate::Done;
        }
        let (meanwhile, fate) = self.faults.up(node, waits);
        if let Some(which) = meanwhile
            && let Some(node) = self.layout.touched(node, &self.up, which)
            && !self.busy.remove(&node)
        {
            self.busy.insert(node);
        }
        self.events.push(Event::Up(node, fate));
        self.inputs[node] &= !claims;
        match fate {
            Fate::Done if rail => drop(self.on.insert(node)),
            Fate::Error => self.inputs[node] |= returns,
            _ => {}
        }
        fate
    }

    fn stop(&mut self, node: usize) -> Result<u8, Panicked> {
        let Node { gives_back, has_down, stays_on, .. } = *self.node(node);
        self.up.remove(&node);
        if !has_down || stays_on && !self.suspended.contains(&node) {
            self.events.push(Event::WentDown(node));
            return Ok(0);
        }
        let fate = self.faults.down(node);
        self.events.push(Event::Down(node, fate));
        self.on.remove(&node);
        match fate {
            Fate::Done => {
                self.inputs[node] |= gives_back;
                Ok(0)
            }
            Fate::Error => Ok(1),
            Fate::Panic | Fate::Drop | Fate::Forget => Err(Panicked),
        }
    }
}
