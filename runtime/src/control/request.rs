//! Bringing things up at run time.

mod end;
mod run;
mod turns;

use super::needs::each;
use super::set::Set;
use super::table::Sets;
use super::walk::Walk;
use super::{AcquireError, Acquired, Attempt, Board};
use crate::token::Permit;
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
    /// What came up and has not settled, as far as it has to.
    rising: B::Set,
    /// Everything before it has had its turn.
    at: usize,
    /// A rail that settles before anything else starts.
    prompt: Option<usize>,
    /// The node whose init runs.
    current: Option<usize>,
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
    settle: impl Fn(Permit, usize) -> Attempt<B>,
    up: impl Fn(Permit, usize, bool) -> Attempt<B>,
) -> Acquired<B> {
    Request::acquire(Walk::new(board, permit), roots)?.run(settle, up)
}

/// [`acquire`] for boards that await.
pub async fn acquire_async<B: Board>(
    board: &B,
    permit: Permit,
    roots: Range<usize>,
    settle: impl AsyncFn(Permit, usize) -> Attempt<B>,
    up: impl AsyncFn(Permit, usize, bool) -> Attempt<B>,
) -> Acquired<B> {
    Request::acquire(Walk::new(board, permit), roots)?.run_async(settle, up).await
}

impl<'a, B: Board> Request<'a, B> {
    #[inline(always)]
    fn acquire(walk: Walk<'a, B>, roots: Range<usize>) -> Acquired<B, Self> {
        walk.begin();
        let mut full = false;
        each(roots.clone(), |root| full |= walk.is_full(root));
        if full {
            return Err(AcquireError::TooManyHolds);
        }
        let goal = walk.below_roots(roots.clone());
        let required = Request::required(walk, if roots.start < walk.table().nodes { goal } else { B::Set::EMPTY });
        Request::new(walk, Task::Acquire { roots }, goal, required)
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
        Request::new(walk, Task::Resume { rail }, goal, required).map(Some).inspect_err(|_| marks.cut.add(rail))
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
    fn new(walk: Walk<'a, B>, task: Task, goal: B::Set, required: B::Set) -> Acquired<B, Self> {
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
            at: 0,
            prompt: None,
            current: None,
            finished: false,
        })
    }
}
