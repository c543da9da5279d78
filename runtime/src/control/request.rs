//! Bringing things up at run time.

use super::state::{CUT, MARK, NEW, OUT, REQUIRED, RISING, STARTING, SUSPENDED, TAKEN, UP};
use super::table::{CLAIMS, Index, LOST_FAILED, PROMPT, SETTLES, STAYS_ON, SUPPORT, TOLERATED};
use super::walk::Walk;
use super::{AcquireError, Acquired, Attempt, Board, Turn};
use crate::BootError;
use crate::token::Permit;
use crate::undo::Failures;
use core::ops::Range;

/// A bring-up under way. Dropped before its end, as when the future around it is, it takes down exactly what it brought
/// up (S9).
pub struct Request<'a, B: Board> {
    walk: Walk<'a, B>,
    task: Task,
    /// Next position of the order.
    at: usize,
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
    up: impl FnMut(usize, Turn) -> Attempt<B::Error>,
) -> Acquired<B> {
    Request::acquire(Walk::new(board, permit), roots)?.run(up)
}

/// [`acquire`] for boards that await.
pub async fn acquire_async<B: Board>(
    board: &B,
    permit: Permit,
    roots: Range<usize>,
    up: impl AsyncFnMut(usize, Turn) -> Attempt<B::Error>,
) -> Acquired<B> {
    Request::acquire(Walk::new(board, permit), roots)?.run_async(up).await
}

impl<'a, B: Board> Request<'a, B> {
    fn acquire(walk: Walk<'a, B>, roots: Range<usize>) -> Acquired<B, Self> {
        walk.begin();
        for root in roots.clone() {
            if walk.vertex(root).is_none_or(|vertex| vertex.holds.get() == u16::MAX) {
                return Err(AcquireError::TooManyHolds(walk.root(&(root..root + 1))));
            }
            walk.mark(root);
        }
        walk.require(roots.start);
        Request::start(walk, Task::Acquire { roots })
    }

    /// The rail is on again as far as `walk` can tell; it goes back to CUT if this fails.
    /// `None` if it was not suspended.
    pub(crate) fn resume(walk: Walk<'a, B>, rail: usize) -> Acquired<B, Option<Self>> {
        walk.begin();
        if !walk.is(rail, CUT) {
            return Ok(None);
        }
        walk.clear(rail, CUT);
        for node in walk.order().filter(|node| walk.is(*node, CUT)) {
            walk.set(node, MARK);
        }
        walk.mark_users();
        for node in walk.order() {
            // What stands below another suspended rail waits for that one.
            let back = walk.is(node, SUSPENDED) && !walk.is(node, MARK);
            walk.clear(node, MARK);
            walk.set(node, if back { MARK } else { 0 });
        }
        walk.require(rail);
        // What they need comes along, unless it is optional and failed. It may be down for other reasons: it came up only
        // for what failed, or nobody holds it because nobody uses the rail that it switches and that stays on.
        for node in walk.order().rev().filter(|node| walk.is(*node, MARK)) {
            for need in walk.needs(node) {
                let failed = walk.has(need, TOLERATED) && !walk.has(need, SUPPORT) && !walk.is(need, REQUIRED);
                if !failed || walk.vertex(need).is_some_and(|vertex| vertex.users.get() == 0) {
                    walk.set(need, MARK);
                }
            }
        }
        Request::start(walk, Task::Resume { rail }).map(Some).inspect_err(|_| walk.set(rail, CUT))
    }

    /// Looks first whether everything that is missing and required can come up.
    fn start(walk: Walk<'a, B>, task: Task) -> Acquired<B, Self> {
        let mut request = Request { walk, task, at: 0, current: None, prompt: None, finished: true };
        for node in walk.order().filter(|node| walk.is(*node, MARK) && !walk.is(*node, UP)) {
            if walk.is(node, CUT) {
                return Err(AcquireError::Down(walk.board.node(node)));
            }
            if walk.is(node, STARTING) {
                return Err(AcquireError::InUse(walk.board.node(node)));
            }
            if walk.is(node, TAKEN) && !request.tolerates(node) {
                return Err(AcquireError::Spent(walk.board.node(node)));
            }
        }
        request.finished = false;
        Ok(request)
    }

    pub(crate) fn run(mut self, mut up: impl FnMut(usize, Turn) -> Attempt<B::Error>) -> Acquired<B> {
        while let Some((node, turn)) = self.next()? {
            let attempt = up(node, turn);
            self.came(node, turn, attempt)?;
        }
        Ok(())
    }

    pub(crate) async fn run_async(
        mut self,
        mut up: impl AsyncFnMut(usize, Turn) -> Attempt<B::Error>,
    ) -> Acquired<B> {
        while let Some((node, turn)) = self.next()? {
            let attempt = up(node, turn).await;
            self.came(node, turn, attempt)?;
        }
        Ok(())
    }

    /// Whether this call goes on without `node`.
    fn tolerates(&self, node: usize) -> bool {
        self.walk.has(node, TOLERATED) && !self.walk.is(node, REQUIRED)
    }

    /// The next node to start, or rail to wait for.
    fn next(&mut self) -> Acquired<B, Option<(usize, Turn)>> {
        let walk = self.walk;
        if let Some(rail) = self.prompt.take() {
            return Ok(Some((rail, Turn::Settle)));
        }
        loop {
            let Some(node) = walk.board.table().order.get(self.at).map(|node| node.get()) else {
                // What else rises was forgotten by another call, and waits for whoever needs it.
                let rising = walk.rising(walk.order().filter(|node| walk.is(*node, MARK)));
                if rising.is_none() {
                    self.commit();
                }
                return rising.map(|rail| self.settle(rail)).transpose();
            };
            if !walk.is(node, MARK) || walk.is(node, UP) {
                self.at += 1;
                continue;
            }
            // Only where something tolerated failed.
            let missing = walk.needs(node).find(|need| !walk.is(*need, UP));
            let left_out = missing.is_some() || walk.is(node, TAKEN);
            if let Some(rail) = walk.rising(walk.needs(node)).filter(|_| !left_out) {
                return self.settle(rail).map(Some);
            }
            self.at += 1;
            if let Some(need) = missing {
                walk.board.blame(walk.permit, node, need);
            }
            if left_out {
                self.tidy(&Failures::new());
                continue;
            }
            self.borrow(node)?;
            if !walk.board.begin(walk.permit, node) {
                return Err(AcquireError::InUse(walk.board.node(node)));
            }
            walk.set(node, if walk.has(node, CLAIMS) { STARTING | TAKEN } else { STARTING });
            self.current = Some(node);
            return Ok(Some((node, Turn::Up { forced: walk.is(node, SUSPENDED) })));
        }
    }

    /// Whether what `node` borrows is there.
    fn borrow(&self, node: usize) -> Acquired<B> {
        let (walk, table) = (self.walk, self.walk.board.table());
        let lent = table.lent_up.of(node).find(|lent| walk.in_use(*lent));
        // What its teardown borrows must be in place in case of a rollback
        let lent = lent.or_else(|| table.lent_down.of(node).find(|lent| walk.is(*lent, OUT)));
        lent.map_or(Ok(()), |lent| Err(AcquireError::InUse(walk.board.node(lent))))
    }

    /// A forgotten call may have left it rising, and what it borrows may be elsewhere since.
    fn settle(&self, rail: usize) -> Acquired<B, (usize, Turn)> {
        self.borrow(rail).map(|()| (rail, Turn::Settle))
    }

    /// How its turn went.
    fn came(&mut self, node: usize, turn: Turn, attempt: Attempt<B::Error>) -> Acquired<B> {
        let walk = self.walk;
        let Err((cause, attempt)) = attempt else {
            if turn == Turn::Settle {
                walk.clear(node, RISING);
                return Ok(());
            }
            if B::SETTLES && walk.has(node, SETTLES) {
                if !walk.has(node, STAYS_ON) || turn.is_forced() {
                    walk.set(node, RISING);
                }
                self.prompt = Some(node).filter(|node| walk.has(*node, PROMPT) && walk.is(*node, RISING));
            }
            self.current = None;
            walk.clear(node, STARTING);
            walk.set(node, UP | NEW);
            if walk.has(node, TOLERATED) {
                walk.board.record(walk.permit, node, None);
            }
            return Ok(());
        };
        self.abandon();
        if !walk.has(node, LOST_FAILED) {
            walk.clear(node, TAKEN);
        }
        let failures = Failures::new();
        let mut tolerated = self.tolerates(node);
        if B::SETTLES && turn == Turn::Settle {
            // It is up: it goes down by itself, or with the rest, even if an earlier call has switched it on.
            walk.set(node, NEW);
            let step = Failures::new();
            tolerated = tolerated && walk.take_down(node, &step);
            // What is stuck is counted with the rest.
            if tolerated {
                failures.add(&step);
            }
        }
        if tolerated {
            self.tidy(&failures);
        } else {
            self.roll_back(&failures);
        }
        let rollback_failures = failures.get();
        let error = BootError { node: walk.board.node(node), attempt, cause, rollback_failures };
        if tolerated {
            walk.board.record(walk.permit, node, Some(error));
            return Ok(());
        }
        Err(AcquireError::Failed(error))
    }

    fn abandon(&mut self) {
        if let Some(node) = self.current.take() {
            self.walk.clear(node, STARTING);
            self.walk.board.abandon(self.walk.permit, node);
        }
    }

    /// After a tolerated failure: takes down what came up only for it.
    fn tidy(&mut self, failures: &Failures) {
        let walk = self.walk;
        let table = walk.board.table();
        let (past, coming) = table.order.split_at_checked(self.at).unwrap_or_default();
        for node in past.iter().rev().map(|node| node.get()) {
            let held = walk.vertex(node).is_some_and(|vertex| vertex.holds.get() > 0);
            // Taken down, it would be off for good.
            let back = walk.has(node, STAYS_ON) && walk.is(node, SUSPENDED);
            if !walk.is(node, UP) || !walk.is(node, NEW) || !walk.has(node, SUPPORT) || held || back {
                continue;
            }
            let mut up = walk.order().filter(|user| walk.is(*user, UP));
            let mut coming = coming.iter().map(|user| user.get()).filter(|user| walk.is(*user, MARK));
            let needs = |user: usize| walk.needs(user).any(|need| need == node);
            if !up.any(needs) && !coming.any(needs) {
                walk.take_down(node, failures);
            }
        }
    }

    /// Everything marked is up, or tolerated.
    fn commit(&mut self) {
        self.finished = true;
        let walk = self.walk;
        for node in walk.order().filter(|node| walk.is(*node, MARK)) {
            // What stays on and is off has to be switched on some time.
            if walk.is(node, UP) || !walk.has(node, STAYS_ON) {
                walk.clear(node, SUSPENDED);
            }
        }
        match &self.task {
            Task::Acquire { roots } => roots.clone().for_each(|root| walk.count(root)),
            // What came up only to switch on a rail that nobody uses now.
            Task::Resume { .. } => walk.sweep(&Failures::new(), |vertex| vertex.is(NEW) && vertex.users.get() == 0),
        }
    }

    /// Takes down what this call brought up.
    fn roll_back(&mut self, failures: &Failures) {
        self.finished = true;
        let walk = self.walk;
        if let Task::Resume { rail } = self.task {
            walk.set(rail, CUT);
        }
        walk.sweep(failures, |vertex| vertex.is(NEW));
    }
}

impl<B: Board> Drop for Request<'_, B> {
    fn drop(&mut self) {
        if !self.finished {
            self.abandon();
            self.roll_back(&Failures::new());
        }
    }
}
