//! Schedules that are broken on purpose.

use crate::board::{Board, Lines, at};
use bringup_compiler::schedule::Op;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mutant {
    /// A rail is not waited for.
    NoWait,
    /// Nobody asks whether a rail is good.
    NoQuestion,
    /// What is left of a wait counts what has not been waited for.
    LessLeft,
    /// The same wait once more.
    WaitTwice,
    /// A wait right after the stamp, and not where it is needed.
    WaitAtOnce,
    /// The stamp of a rail is that of one before it.
    EarlierStamp,
    /// A node comes up before its rail.
    BeforeItsRail,
    SwappedLevels,
    SwappedTurns,
    /// Two nodes change places where nothing settles.
    SwappedForNothing,
}

impl Mutant {
    pub(crate) const ALL: [Mutant; 10] = [
        Mutant::NoWait,
        Mutant::NoQuestion,
        Mutant::LessLeft,
        Mutant::WaitTwice,
        Mutant::WaitAtOnce,
        Mutant::EarlierStamp,
        Mutant::BeforeItsRail,
        Mutant::SwappedLevels,
        Mutant::SwappedTurns,
        Mutant::SwappedForNothing,
    ];

    /// What must be said about it.
    pub(crate) fn complaint(self) -> &'static str {
        match self {
            Mutant::NoWait | Mutant::NoQuestion | Mutant::LessLeft => "starts at",
            Mutant::WaitTwice => "is waited for twice",
            Mutant::WaitAtOnce => "is waited for where nobody needs it",
            Mutant::EarlierStamp => "is not taken after it",
            Mutant::BeforeItsRail => "comes up before",
            Mutant::SwappedLevels => "levels are not in order",
            Mutant::SwappedTurns => "turns are not in order",
            Mutant::SwappedForNothing => "it has another order",
        }
    }

    /// The same mistake in every line in which there is room for it. `None`: in none of them.
    pub(crate) fn apply(self, board: &Board, lines: &Lines) -> Option<Lines> {
        let mut broken = lines.clone();
        let mut changed = false;
        for line in std::iter::once(&mut broken.all).chain(&mut broken.levels) {
            changed |= self.change(board, line).is_some();
        }
        changed.then_some(broken)
    }

    fn change(self, board: &Board, line: &mut Vec<Op>) -> Option<()> {
        let node = |op: &Op| if let Op::Up(id) = op { Some(&board.nodes[at(*id)]) } else { None };
        let is_wait = |op: &Op| matches!(op, Op::Wait { .. });
        let pair = |fits: &dyn Fn(usize, usize) -> bool| (1..line.len()).find(|second| fits(second - 1, *second));
        match self {
            Mutant::NoWait => drop(line.remove(line.iter().position(is_wait)?)),
            Mutant::NoQuestion => drop(line.remove(line.iter().position(|op| matches!(op, Op::Good { .. }))?)),
            Mutant::LessLeft => {
                let op = line.iter_mut().find(|op| is_wait(op))?;
                if let Op::Wait { left, .. } = op {
                    *left = left.saturating_sub(1_000);
                }
            }
            Mutant::WaitTwice => {
                let position = line.iter().position(is_wait)?;
                line.insert(position, line[position]);
            }
            Mutant::WaitAtOnce => {
                let is_early =
                    |op: &Op, from: usize| matches!(op, Op::Wait { stamp, .. } if line[from] == Op::Stamp(*stamp));
                let stamps = (0..line.len()).filter(|from| matches!(line[*from], Op::Stamp(_)));
                let mut places =
                    stamps.filter_map(|from| Some((from, line.iter().position(|op| is_early(op, from))?)));
                let (from, wait) =
                    places.find(|(from, wait)| line[*from..*wait].iter().any(|op| node(op).is_some()))?;
                let op = line.remove(wait);
                line.insert(from + 1, op);
            }
            Mutant::EarlierStamp => {
                let later = |op: &&mut Op| matches!(op, Op::Wait { stamp, .. } if *stamp > 0);
                if let Op::Wait { stamp, .. } = line.iter_mut().find(later)? {
                    *stamp = 0;
                }
            }
            Mutant::BeforeItsRail => {
                let needs = |user: usize, rail: usize| match (&line[rail], &line[user]) {
                    (Op::Up(rail), Op::Up(user)) => board.waits_for(at(*user), at(*rail)),
                    _ => false,
                };
                let mut pairs = (0..line.len()).flat_map(|user| (0..user).map(move |rail| (rail, user)));
                let (rail, user) = pairs.find(|(rail, user)| needs(*user, *rail))?;
                let op = line.remove(user);
                line.insert(rail, op);
            }
            Mutant::SwappedLevels | Mutant::SwappedTurns => {
                let later = |first: usize, second: usize| match (node(&line[first]), node(&line[second])) {
                    (Some(a), Some(b)) if self == Mutant::SwappedLevels => a.turn.0 < b.turn.0,
                    (Some(a), Some(b)) => a.turn.0 == b.turn.0 && a.turn.1 < b.turn.1 && !a.eager && !b.eager,
                    _ => false,
                };
                let second = pair(&later)?;
                line.swap(second - 1, second);
            }
            Mutant::SwappedForNothing => {
                let calm = |first: usize, second: usize| match (node(&line[first]), node(&line[second])) {
                    (Some(a), Some(b)) => a.turn == b.turn && board.is_calm(a.turn.0),
                    _ => false,
                };
                let second = pair(&calm)?;
                line.swap(second - 1, second);
            }
        }
        Some(())
    }
}
