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
        let of_level: Vec<usize> = steps.iter().copied().filter(|at| board.nodes[*at].turn.0 == level).collect();
        if ups(line) != of_level {
            return Err(format!("level {level} by itself has another order"));
        }
        let usual = board.reference.steps.iter().copied().filter(|at| board.nodes[*at].turn.0 == level);
        if board.is_calm(level) && !of_level.iter().copied().eq(usual) {
            return Err(format!("nothing settles in level {level}, and it has another order"));
        }
    }
    edges(board, &steps)?;
    turns(board, &steps)
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
    if !steps.iter().filter(|at| !board.nodes[**at].eager).is_sorted_by_key(turn) {
        return Err("turns are not in order".to_owned());
    }
    Ok(())
}
