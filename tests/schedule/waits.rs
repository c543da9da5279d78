//! Which waits there are: one for each rail at most, where it is needed, and none that another covers.

use crate::board::{Board, Lines, at};
use bringup_compiler::schedule::Op;

pub(crate) fn check(board: &Board, lines: &Lines) -> Result<(), String> {
    line(board, &lines.all).map_err(|why| format!("all: {why}"))?;
    for (level, ops) in lines.levels.iter().enumerate() {
        line(board, ops).map_err(|why| format!("level {level}: {why}"))?;
    }
    Ok(())
}

/// A wait that is over.
struct Past {
    /// How many nodes came up before it.
    group: usize,
    rail: usize,
    /// Where its stamp was taken.
    from: usize,
    time: u64,
    left: u64,
}

fn line(board: &Board, ops: &[Op]) -> Result<(), String> {
    let mut past: Vec<Past> = Vec::new();
    let (mut asked, mut group) = (Vec::new(), 0);
    for (position, op) in ops.iter().enumerate() {
        match *op {
            Op::Up(_) => group += 1,
            Op::Stamp(number) => stamp(ops, position, number)?,
            Op::Wait { rail, stamp, time, left } => {
                let rail = at(rail);
                let from = counts_from(board, ops, position, rail, stamp)?;
                place(board, ops, position, rail)?;
                if past.iter().any(|wait| wait.rail == rail) {
                    return Err(format!("v{rail} is waited for twice"));
                }
                if time != board.nodes[rail].settling || time == 0 {
                    return Err(format!("v{rail} is waited for {time}"));
                }
                let certain = || past.iter().filter(|wait| !board.nodes[wait.rail].tolerated);
                if certain().any(|wait| wait.from >= from && wait.time >= time) {
                    return Err(format!("the wait for v{rail} is covered by an earlier one"));
                }
                let for_nothing = |wait: &&Past| wait.group == group && wait.from <= from && wait.time <= time;
                if let Some(wait) = past.iter().find(for_nothing).filter(|_| !board.nodes[rail].tolerated) {
                    return Err(format!("the wait for v{} is right before one that covers it", wait.rail));
                }
                // Where in the line each was waited for is its place in `past`.
                let since = certain().filter(|wait| waited_at(ops, wait.rail) > from);
                let covered: u64 = since.map(|wait| wait.left).sum();
                if left != time.saturating_sub(covered) {
                    return Err(format!("of the wait for v{rail} {left} should be left after {covered} of {time}"));
                }
                past.push(Past { group, rail, from, time, left });
            }
            Op::Good { rail, stamp } => {
                let rail = at(rail);
                counts_from(board, ops, position, rail, stamp)?;
                place(board, ops, position, rail)?;
                if board.nodes[rail].timeout.is_none() || asked.contains(&rail) {
                    return Err(format!("v{rail} is asked, and has no answer or has given it"));
                }
                asked.push(rail);
            }
        }
    }
    Ok(())
}

fn waited_at(ops: &[Op], rail: usize) -> usize {
    let is = |op: &Op| matches!(op, Op::Wait { rail: of, .. } if at(*of) == rail);
    ops.iter().position(is).unwrap_or(0)
}

/// A stamp is taken once, and something counts from it.
fn stamp(ops: &[Op], position: usize, number: usize) -> Result<(), String> {
    let counts = |op: &Op| matches!(op, Op::Wait { stamp, .. } | Op::Good { stamp, .. } if *stamp == number);
    if ops.iter().filter(|op| **op == Op::Stamp(number)).count() != 1 || !ops[position..].iter().any(counts) {
        return Err(format!("stamp {number} is taken twice or for nothing"));
    }
    Ok(())
}

/// The place of the stamp. It is taken after the rail is switched on, and between the two there are only others that are
/// switched on as well.
fn counts_from(board: &Board, ops: &[Op], position: usize, rail: usize, stamp: usize) -> Result<usize, String> {
    let up = ops[..position].iter().position(|op| matches!(op, Op::Up(id) if at(*id) == rail));
    let from = ops[..position].iter().position(|op| *op == Op::Stamp(stamp));
    let (Some(up), Some(from)) = (up, from) else { return Err(format!("v{rail} counts from nowhere")) };
    let rises = |op: &Op| matches!(op, Op::Up(id) if board.nodes[at(*id)].rises);
    if up > from || !ops[up..from].iter().all(rises) {
        return Err(format!("the stamp of v{rail} is not taken after it"));
    }
    Ok(from)
}

/// What comes next needs the rail. At the end of the line, nothing of the line does.
fn place(board: &Board, ops: &[Op], position: usize, rail: usize) -> Result<(), String> {
    let next = ops[position..].iter().find_map(|op| if let Op::Up(id) = op { Some(at(*id)) } else { None });
    let needed = match next {
        Some(next) => board.waits_for(next, rail),
        None => !ops.iter().any(|op| matches!(op, Op::Up(id) if board.waits_for(at(*id), rail))),
    };
    if needed { Ok(()) } else { Err(format!("v{rail} is waited for where nobody needs it")) }
}
