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
        for node in 0..self.layout.nodes.len() {
            if !goal.nodes.contains(&node) || self.up.contains(&node) || !self.can_start(goal, node, &mut came)? {
                continue;
            }
            if let Some(lent) = self.lent_away(node) {
                return Err(Stop { came, outcome: Outcome::InUse(lent) });
            }
            let outcome = match self.start(node, goal.waits) {
                Fate::Done => {
                    self.up.insert(node);
                    came.insert(node);
                    if self.layout.dispensable.contains(&node) {
                        self.failures[node] = Failure::None;
                    }
                    if self.node(node).prompt && self.rising.contains(&node) {
                        self.settle(goal, node + 1, node, &mut came)?;
                    }
                    continue;
                }
                Fate::Error => {
                    let (cause, attempt) = self.faults.error();
                    if self.can_be_missing(node, goal) {
                        let rollback_failures = self.tidy(goal, node + 1, &mut came)?;
                        self.failures[node] = Failure::Own { attempt, cause, rollback_failures };
                        continue;
                    }
                    Outcome::Failed { node, attempt, cause, rollback_failures: 0 }
                }
                Fate::Panic => Outcome::Panicked,
                Fate::Drop => Outcome::Dropped,
                Fate::Forget => {
                    self.half.insert(node);
                    self.forget_lent(node);
                    Outcome::Forgotten
                }
            };
            return Err(Stop { came, outcome });
        }
        for rail in goal.nodes.iter().copied() {
            if self.up.contains(&rail) && self.rising.contains(&rail) {
                self.settle(goal, self.layout.nodes.len(), rail, &mut came)?;
            }
        }
        Ok(came)
    }

    /// Whether a node has all that it needs, settled. What has not is left out.
    fn can_start(&mut self, goal: &Goal, node: usize, came: &mut Set) -> Result<bool, Stop> {
        loop {
            let missing = self.node(node).holds.iter().find(|need| !self.up.contains(*need));
            if let Some(need) = missing {
                self.failures[node] = Failure::Of(*need);
            }
            if missing.is_some() || self.is_spent(node) {
                self.tidy(goal, node + 1, came)?;
                return Ok(false);
            }
            let Some(rail) = self.node(node).holds.iter().find(|need| self.rising.contains(*need)) else {
                return Ok(true);
            };
            self.settle(goal, node, *rail, came)?;
        }
    }

    /// Waits until a rail has settled. One that does not goes down. What is at `next` is still to come.
    fn settle(&mut self, goal: &Goal, next: usize, rail: usize, came: &mut Set) -> Result<(), Stop> {
        let outcome = match self.lent_away(rail) {
            Some(lent) => Outcome::InUse(lent),
            None => {
                let fate = self.run(rail, goal.waits, self.node(rail).fails_late);
                self.events.push(Event::Settle(rail, fate));
                match fate {
                    Fate::Done => {
                        self.rising.remove(&rail);
                        return Ok(());
                    }
                    Fate::Error => {
                        let (cause, attempt) = self.faults.error();
                        came.insert(rail);
                        let mut rollback_failures = 0;
                        if self.can_be_missing(rail, goal) {
                            rollback_failures = self.leave(rail, came)?;
                        }
                        if !self.up.contains(&rail) {
                            rollback_failures += self.tidy(goal, next, came)?;
                            self.failures[rail] = Failure::Own { attempt, cause, rollback_failures };
                            return Ok(());
                        }
                        Outcome::Failed { node: rail, attempt, cause, rollback_failures: 0 }
                    }
                    Fate::Panic => Outcome::Panicked,
                    Fate::Drop => Outcome::Dropped,
                    Fate::Forget => {
                        if self.node(rail).asks {
                            self.forget_lent(rail);
                        }
                        Outcome::Forgotten
                    }
                }
            }
        };
        Err(Stop { came: came.clone(), outcome })
    }

    /// What keeps a node from borrowing what it borrows on its way up, or would on its way down.
    fn lent_away(&self, node: usize) -> Option<usize> {
        let up = self.node(node).lent_up.iter().find(|lent| self.is_in_use(**lent));
        up.or_else(|| self.node(node).lent_down.iter().find(|lent| self.out.contains(*lent))).copied()
    }

    /// It was lent to what was forgotten.
    fn forget_lent(&mut self, node: usize) {
        let lent = self.node(node).lent_up.iter();
        self.busy.extend(lent.filter(|lent| self.layout.nodes[**lent].shared));
    }

    /// Takes down what came up for what failed, and for nothing that is up or still to come, from `next` on.
    fn tidy(&mut self, goal: &Goal, next: usize, came: &mut Set) -> Result<u8, Stop> {
        let mut failures = 0;
        for node in came.range(..next).rev().copied().collect::<Vec<_>>() {
            let later = goal.coming.range(next..);
            let needed = later.chain(&self.up).any(|user| self.node(*user).holds.contains(&node));
            // It is on from now on, whoever needs it.
            let switched_on = self.node(node).stays_on && self.suspended.contains(&node);
            if needed || switched_on || self.held[node] > 0 || !self.layout.is_support(node) {
                continue;
            }
            failures += self.leave(node, came)?;
        }
        Ok(failures)
    }

    /// Takes down one node before the call is over.
    fn leave(&mut self, node: usize, came: &mut Set) -> Result<u8, Stop> {
        let taken_down = self.take_down(&Set::from([node]));
        came.retain(|node| self.up.contains(node));
        taken_down.map_err(|Panicked| Stop { came: came.clone(), outcome: Outcome::Panicked })
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
        let Node { claims, returns, has_up, stays_on, rail, settles, fails_late, .. } = *self.node(node);
        if !has_up || stays_on && !self.suspended.contains(&node) {
            self.events.push(Event::CameUp(node));
            return Fate::Done;
        }
        let fate = self.run(node, waits, !fails_late);
        self.events.push(Event::Up(node, fate));
        self.inputs[node] &= !claims;
        match fate {
            Fate::Done if rail => {
                self.on.insert(node);
                if settles {
                    self.rising.insert(node);
                }
            }
            Fate::Error => self.inputs[node] |= returns,
            _ => {}
        }
        fate
    }

    /// How something ends that may fail, and what another task does meanwhile.
    fn run(&mut self, node: usize, waits: bool, weak: bool) -> Fate {
        let (meanwhile, fate) = self.faults.up(node, waits, weak);
        if let Some(which) = meanwhile
            && let Some(node) = self.layout.touched(node, &self.up, which)
            && !self.busy.remove(&node)
        {
            self.busy.insert(node);
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
        self.rising.remove(&node);
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
