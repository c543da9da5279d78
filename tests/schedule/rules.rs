//! The order of what comes up: edges, levels, turns, and what may change places.

use crate::board::{Board, Lines, ups};

pub(crate) fn check(board: &Board, lines: &Lines) -> Result<(), String> {
    let steps = ups(&lines.all);
    let mut sorted = (steps.clone(), board.reference.steps.clone());
    sorted.0.sort_unstable();
    sorted.1.sort_unstable();
    if sorted.0 != sorted.1 {
        return Err(format!("these come up: {:?}, and these should: {:?}", sorted.0, sorted.1));
    }
    for (level, line) in lines.levels.iter().enumerate() {
        let of_level: Vec<usize> =
            steps.iter().copied().filter(|at| board.nodes[*at].turn.0 == level).collect();
        if ups(line) != of_level {
            return Err(format!("level {level} by itself has another order"));
        }
        let usual = board.reference.steps.iter().copied().filter(|at| board.nodes[*at].turn.0 == level);
        if board.is_calm(level) && !of_level.iter().copied().eq(usual) {
            return Err(format!("nothing settles in level {level}, and it has another order"));
        }
    }
    edges(board, &steps)?;
    turns(board, &steps)?;
    Pace { board, steps: &steps, now: 0, settled: vec![0; board.nodes.len()] }.check()
}

fn edges(board: &Board, steps: &[usize]) -> Result<(), String> {
    for (position, at) in steps.iter().enumerate() {
        let missing = board.nodes[*at].before.iter().find(|need| !steps[..position].contains(need));
        if let Some(need) = missing {
            return Err(format!("v{at} comes up before v{need}"));
        }
    }
    Ok(())
}

fn turns(board: &Board, steps: &[usize]) -> Result<(), String> {
    let turn = |at: &usize| board.nodes[*at].turn;
    if !steps.is_sorted_by_key(|at| turn(at).0) {
        return Err("levels are not in order".to_owned());
    }
    if !steps.iter().filter(|at| !board.nodes[**at].eager).is_sorted_by_key(|at| turn(at)) {
        return Err("turns are not in order".to_owned());
    }
    Ok(())
}

/// What comes next, if all takes as long as the board says.
struct Pace<'a> {
    board: &'a Board,
    steps: &'a [usize],
    now: u64,
    /// When a rail has settled.
    settled: Vec<u64>,
}

impl Pace<'_> {
    fn check(mut self) -> Result<(), String> {
        for (position, at) in self.steps.iter().copied().enumerate() {
            let start = self.ready(at).max(self.now);
            for other in self.others(position) {
                self.compare(at, start, other)?;
            }
            self.now = start + self.board.nodes[at].takes + self.asked_at_once(at);
            self.settled[at] = self.now + if self.board.nodes[at].rises { self.board.nodes[at].settling } else { 0 };
        }
        Ok(())
    }

    /// What could have had this position as well.
    fn others(&self, position: usize) -> Vec<usize> {
        let node = |at: usize| &self.board.nodes[at];
        let (before, after) = self.steps.split_at(position);
        let level = node(after[0]).turn.0;
        let left = || after.iter().copied().filter(|at| node(*at).turn.0 == level);
        let turn = left().filter(|at| !node(*at).eager).map(|at| node(at).turn).min();
        let in_turn = |at: &usize| node(*at).eager || Some(node(*at).turn) == turn;
        let possible = |at: &usize| node(*at).before.iter().all(|need| before.contains(need));
        left().skip(1).filter(in_turn).filter(possible).collect()
    }

    fn compare(&self, at: usize, start: u64, other: usize) -> Result<(), String> {
        let (node, rival) = (&self.board.nodes[at], &self.board.nodes[other]);
        let ready = self.ready(other);
        if start > self.now && ready < start {
            return Err(format!("v{at} is waited for at {} until {start}, and v{other} can start at {ready}", self.now));
        }
        if ready > start {
            return Ok(());
        }
        if rival.eager && !node.eager {
            return Err(format!("v{other} can be switched on before v{at}"));
        }
        let usual = |at: usize| self.board.reference.steps.iter().position(|step| *step == at);
        if node.eager == rival.eager && !node.leads && !node.rises && usual(other) < usual(at) {
            return Err(format!("v{other} comes before v{at} otherwise, and there is no reason to change that"));
        }
        Ok(())
    }

    fn ready(&self, at: usize) -> u64 {
        self.board.nodes[at].needs.iter().map(|need| self.settled[*need]).max().unwrap_or(0)
    }

    fn asked_at_once(&self, at: usize) -> u64 {
        let node = &self.board.nodes[at];
        if node.timeout.is_some() && !node.rises { node.settling } else { 0 }
    }
}
