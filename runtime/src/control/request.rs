//! Bringing things up at run time.

use super::set::Set;
use super::state::Extra;
use super::table::Sets;
use super::walk::Walk;
use super::{AcquireError, Acquired, Attempt, Board, Turn};
use crate::BootError;
use crate::token::Permit;
use crate::undo::{Failures, Undo};
use core::mem;
use core::ops::Range;

/// A bring-up under way. Dropped before its end, as when the future around it is, it takes down exactly what it brought
/// up (S9).
pub struct Request<'a, B: Board> {
    walk: Walk<'a, B>,
    task: Task,
    /// What has to be up in the end.
    goal: B::Set,
    /// What cannot be missing then, optional or not.
    required: B::Set,
    /// What was up before.
    before: B::Set,
    /// What had its turn, and is not up.
    missed: B::Set,
    /// Rails that were switched on and have not settled.
    rising: B::Set,
    /// The node whose init runs.
    current: Option<usize>,
    /// A rail that settles before anything else starts.
    prompt: Option<usize>,
    finished: bool,
}

enum Task {
    /// To hold these roots.
    Acquire { roots: Range<usize> },
    /// To bring back what went down with a rail.
    Resume { rail: usize },
}

/// Brings up what is missing of `roots` and counts a hold of each.
///
/// # Errors
/// What keeps it from that. Then nothing has changed, but for what a failing teardown left behind.
pub fn acquire<B: Board>(
    board: &B,
    permit: Permit,
    roots: Range<usize>,
    up: impl FnMut(Permit, usize, Turn) -> Attempt<B>,
) -> Acquired<B> {
    Request::acquire(Walk::new(board, permit), roots)?.run(up)
}

/// [`acquire`] for boards that await.
pub async fn acquire_async<B: Board>(
    board: &B,
    permit: Permit,
    roots: Range<usize>,
    up: impl AsyncFnMut(Permit, usize, Turn) -> Attempt<B>,
) -> Acquired<B> {
    Request::acquire(Walk::new(board, permit), roots)?.run_async(up).await
}

impl<'a, B: Board> Request<'a, B> {
    #[inline(always)]
    fn acquire(walk: Walk<'a, B>, roots: Range<usize>) -> Acquired<B, Self> {
        walk.begin();
        let mut goal = B::Set::EMPTY;
        for root in roots.clone() {
            if walk.extra(root).get() == Extra::MOST {
                return Err(AcquireError::TooManyHolds(walk.root(root)));
            }
            goal.add(root);
        }
        let required = Request::required(walk, if roots.start < walk.table().nodes { goal } else { B::Set::EMPTY });
        Request::start(walk, Task::Acquire { roots }, walk.below(goal), required)
    }

    /// The rail is on again as far as the state can tell; it is suspended again if this fails.
    /// `None` if it was not suspended.
    pub(crate) fn resume(walk: Walk<'a, B>, rail: usize) -> Acquired<B, Option<Self>> {
        walk.begin();
        if !walk.cut().has(rail) {
            return Ok(None);
        }
        let (table, marks) = (walk.table(), walk.marks());
        marks.cut.remove(rail);
        // What stands below another suspended rail waits for that one.
        let mut goal = marks.suspended.get().without(walk.above(marks.cut.get()));
        let required = Request::required(walk, B::Set::of(rail));
        // What they need comes along, unless it is optional and failed. It may be down for other reasons: it came up only
        // for what failed, or nobody holds it because nobody uses the rail that it switches and that stays on.
        let failed = table.tolerated.without(table.support).without(required).and(walk.needed());
        for node in walk.order().rev() {
            if goal.has(node) {
                goal = goal.or(table.needs.of(node).without(failed));
            }
        }
        Request::start(walk, Task::Resume { rail }, goal, required).map(Some).inspect_err(|_| marks.cut.add(rail))
    }

    /// What cannot be missing: these nodes, those that are held as such, and what they need.
    #[inline(always)]
    fn required(walk: Walk<'a, B>, nodes: B::Set) -> B::Set {
        if walk.table().tolerated.is_empty() {
            return B::Set::EMPTY;
        }
        walk.below(nodes.or(walk.held_nodes()))
    }

    /// Looks first whether everything that is missing and required can come up.
    #[inline(always)]
    fn start(walk: Walk<'a, B>, task: Task, goal: B::Set, required: B::Set) -> Acquired<B, Self> {
        let (table, state, marks) = (walk.table(), walk.state(), walk.marks());
        let dispensable = table.tolerated.without(required);
        let spent = marks.taken.get().without(dispensable);
        let barred = walk.cut().or(marks.starting.get()).or(spent).without(state.up.get());
        if let Some(node) = walk.any(goal.and(barred)) {
            let name = walk.board.node(node);
            return Err(match () {
                () if walk.cut().has(node) => AcquireError::Down(name),
                () if marks.starting.has(node) => AcquireError::InUse(name),
                () => AcquireError::Spent(name),
            });
        }
        let (before, missed, rising) = (state.up.get(), B::Set::EMPTY, B::Set::EMPTY);
        Ok(Request {
            walk,
            task,
            goal,
            required,
            before,
            missed,
            rising,
            current: None,
            prompt: None,
            finished: false,
        })
    }

    #[inline(always)]
    pub(crate) fn run(mut self, mut up: impl FnMut(Permit, usize, Turn) -> Attempt<B>) -> Acquired<B> {
        let result = loop {
            let step = match self.next() {
                Ok(Some((node, turn))) => {
                    let attempt = up(self.walk.permit, node, turn);
                    self.came(node, turn, attempt)
                }
                Ok(None) => break Ok(()),
                Err(lent) => Err(self.refuse(lent)),
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
        mut up: impl AsyncFnMut(Permit, usize, Turn) -> Attempt<B>,
    ) -> Acquired<B> {
        loop {
            match self.next() {
                Ok(Some((node, turn))) => {
                    let starting = (turn != Turn::Settle).then(|| self.starting(node));
                    let attempt = up(self.walk.permit, node, turn).await;
                    drop(starting);
                    self.came(node, turn, attempt)?;
                    if self.rising.has(node) {
                        self.walk.leave_rising(B::Set::of(node));
                    }
                }
                Ok(None) => return Ok(()),
                Err(lent) => return Err(self.refuse(lent)),
            }
        }
    }

    /// Something is in use that is needed for a moment.
    fn refuse(&mut self, lent: usize) -> AcquireError<B::Node, B::Level, B::Error> {
        self.roll_back(&Failures::new());
        AcquireError::InUse(self.walk.board.node(lent))
    }

    /// Whether this call goes on without `node`.
    #[inline(always)]
    fn tolerates(&self, node: usize) -> bool {
        self.walk.table().tolerated.has(node) && !self.required.has(node)
    }

    /// The next node to start, or rail to wait for. The error is a node that is in use.
    #[inline(always)]
    fn next(&mut self) -> Result<Option<(usize, Turn)>, usize> {
        let walk = self.walk;
        let (table, state, marks) = (walk.table(), walk.state(), walk.marks());
        if let Some(rail) = self.prompt.take() {
            return Ok(Some((rail, Turn::Settle)));
        }
        loop {
            let up = state.up.get();
            let node = walk.first(self.goal.without(up).without(self.missed));
            let last = node == table.nodes;
            // What else rises in the end was forgotten by another call, and waits for whoever needs it.
            let needs = if last { self.goal } else { table.needs.of(node) };
            // Only where something tolerated failed.
            if !table.tolerated.is_empty() && !last {
                let missing = needs.without(up);
                if !missing.is_empty() || marks.taken.has(node) {
                    self.missed.add(node);
                    if let Some(need) = walk.any(missing) {
                        walk.board.blame(walk.permit, node, need);
                    }
                    self.tidy(&Failures::new());
                    continue;
                }
            }
            if !table.settles.is_empty()
                && let Some(rail) = walk.any(needs.and(up).and(self.rising.or(walk.rising())))
            {
                // A forgotten call may have left it rising, and what it borrows may be elsewhere since.
                return self.borrow(rail).map(|()| Some((rail, Turn::Settle)));
            }
            if last {
                self.commit();
                return Ok(None);
            }
            self.borrow(node)?;
            if !walk.board.begin(walk.permit, node) {
                return Err(node);
            }
            if table.claims.has(node) {
                marks.taken.add(node);
            }
            self.current = Some(node);
            return Ok(Some((node, Turn::Up { forced: walk.suspended().has(node) })));
        }
    }

    /// Whether what `node` borrows is there.
    #[inline(always)]
    fn borrow(&self, node: usize) -> Result<(), usize> {
        let (walk, table) = (self.walk, self.walk.table());
        // What its teardown borrows must be in place in case of a rollback.
        let out = table.lent_down.of(node).and(walk.marks().out.get());
        let lent = walk.lent_away(table.lent_up.of(node));
        let lent = lent.or_else(|| walk.any(out));
        lent.map_or(Ok(()), Err)
    }

    /// While the init of `node` is awaited. Whoever forgets the future leaves it so.
    fn starting(&self, node: usize) -> Undo<impl FnMut() + use<'a, B>> {
        // The walk and not the set: a future that moves to another context can take it along.
        let walk = self.walk;
        walk.marks().starting.add(node);
        Undo(move || walk.marks().starting.remove(node))
    }

    /// How its turn went.
    #[inline(always)]
    fn came(&mut self, node: usize, turn: Turn, attempt: Attempt<B>) -> Acquired<B> {
        let (table, state) = (self.walk.table(), self.walk.state());
        let Err(failure) = attempt else {
            if turn == Turn::Settle {
                self.rising.remove(node);
                self.walk.settled(node);
                return Ok(());
            }
            if table.settles.has(node) && (!table.stays_on.has(node) || turn.is_forced()) {
                self.rising.add(node);
            }
            if table.prompt.has(node) && self.rising.or(self.walk.rising()).has(node) {
                self.prompt = Some(node);
            }
            self.current = None;
            state.up.add(node);
            if table.tolerated.has(node) {
                self.walk.board.record(self.walk.permit, node, None);
            }
            return Ok(());
        };
        self.failed(node, turn, failure)
    }

    #[inline(always)]
    fn failed(&mut self, node: usize, turn: Turn, failure: B::Failure) -> Acquired<B> {
        let walk = self.walk;
        let (table, marks) = (walk.table(), walk.marks());
        self.abandon();
        if table.claims.has(node) && !table.lost_failed.has(node) {
            marks.taken.remove(node);
        }
        let failures = Failures::new();
        let mut tolerated = self.tolerates(node);
        if turn == Turn::Settle {
            // It is up: it goes down by itself, or with the rest, even if an earlier call has switched it on.
            self.before.remove(node);
            let step = Failures::new();
            tolerated = tolerated && walk.take_down(node, &step);
            // What is stuck is counted with the rest.
            if tolerated {
                failures.add(&step);
            }
        }
        if tolerated {
            self.missed.add(node);
            self.tidy(&failures);
        } else {
            self.roll_back(&failures);
        }
        let (cause, attempt) = B::attempt(failure);
        let error = BootError { node: walk.board.node(node), attempt, cause, rollback_failures: failures.get() };
        if tolerated {
            walk.board.record(walk.permit, node, Some(error));
            return Ok(());
        }
        Err(AcquireError::Failed(error))
    }

    #[inline(always)]
    fn abandon(&mut self) {
        if let Some(node) = self.current.take() {
            self.walk.board.abandon(self.walk.permit, node);
        }
    }

    /// After a tolerated failure: takes down what came up only for it.
    fn tidy(&mut self, failures: &Failures) {
        let walk = self.walk;
        let (table, state) = (walk.table(), walk.state());
        // Taken down, a rail would be off for good that stays on.
        let back = table.stays_on.and(walk.suspended());
        let lonely = table.support.without(self.before).without(walk.held_nodes()).without(back);
        let mut needed = B::Set::EMPTY;
        for node in walk.order().rev() {
            if state.up.has(node) && lonely.has(node) && !needed.has(node) && walk.take_down(node, failures) {
                self.missed.add(node);
            } else if state.up.has(node) || self.goal.has(node) && !self.missed.has(node) {
                needed = needed.or(table.needs.of(node));
            }
        }
    }

    /// What has to be up is, or tolerated.
    #[inline(always)]
    fn commit(&mut self) {
        self.finished = true;
        let walk = self.walk;
        let (table, state, marks) = (walk.table(), walk.state(), walk.marks());
        if marks.suspends.get() {
            // What stays on and is off has to be switched on some time.
            let off = table.stays_on.without(state.up.get());
            marks.suspended.set(marks.suspended.get().without(self.goal.without(off)));
        }
        match &self.task {
            Task::Acquire { roots } => {
                roots.clone().for_each(|root| walk.hold(root));
            }
            // What came up only to switch on a rail that nobody uses now.
            Task::Resume { .. } => {
                walk.sweep(state.up.get().without(self.before).without(walk.needed()), &Failures::new());
            }
        }
    }

    /// Takes down what this call brought up.
    #[inline(always)]
    fn roll_back(&mut self, failures: &Failures) {
        self.finished = true;
        let (walk, state) = (self.walk, self.walk.state());
        if let Task::Resume { rail } = self.task {
            walk.marks().cut.add(rail);
        }
        let stuck = walk.sweep(state.up.get().without(self.before), failures);
        if !stuck.is_empty() {
            walk.leave_rising(self.rising.and(state.up.get()));
        }
    }
}

impl<B: Board> Drop for Request<'_, B> {
    fn drop(&mut self) {
        self.walk.leave_rising(self.rising.and(self.walk.state().up.get()));
        if !self.finished {
            self.abandon();
            self.roll_back(&Failures::new());
        }
    }
}
