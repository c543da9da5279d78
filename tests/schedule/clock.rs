//! A boot on a clock, with whatever things really take.

use crate::board::{Board, Lines, at};
use bringup_compiler::schedule::Op;

/// What one boot meets, by vertex. Times are nanoseconds.
#[derive(Debug)]
pub(crate) struct Weather {
    pub(crate) takes: Vec<u64>,
    /// How long after it is switched on a rail is good.
    pub(crate) good: Vec<u64>,
    /// What does not come up.
    pub(crate) broken: Vec<bool>,
}

/// What the board waits with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Clock {
    /// It tells the time.
    Counter,
    /// It can delay, and that is all.
    Delay,
}

/// Both ways to boot, on both clocks: nobody starts too early, and it takes no longer than rail by rail.
pub(crate) fn check(board: &Board, lines: &Lines, weather: &Weather) -> Result<(), String> {
    for clock in [Clock::Counter, Clock::Delay] {
        let naive = naive(board, weather);
        let wrong = |what: &str, why: String| format!("{what} with a {clock:?}: {why}\n{weather:?}");
        let all = boot(board, &[&lines.all], weather, clock).map_err(|why| wrong("at once", why))?;
        if all > naive {
            return Err(wrong("at once", format!("it takes {all}, and {naive} rail by rail")));
        }
        let levels: Vec<&[Op]> = lines.levels.iter().map(Vec::as_slice).collect();
        let all = boot(board, &levels, weather, clock).map_err(|why| wrong("by levels", why))?;
        if all > naive {
            return Err(wrong("by levels", format!("it takes {all}, and {naive} rail by rail")));
        }
    }
    Ok(())
}

/// The order without ramps; after each rail all of its ramp.
fn naive(board: &Board, weather: &Weather) -> u64 {
    let mut run = Run::new(board, weather, Clock::Counter);
    for step in &board.reference.steps {
        run.up(*step);
        let node = &board.nodes[*step];
        if node.rises && run.is_up[*step] {
            run.now = run.now.max(run.settled(*step));
        }
    }
    run.now
}

fn boot(board: &Board, lines: &[&[Op]], weather: &Weather, clock: Clock) -> Result<u64, String> {
    let mut run = Run::new(board, weather, clock);
    for line in lines {
        run.stamps.clear();
        for op in line.iter() {
            match *op {
                Op::Up(id) => {
                    run.start(at(id))?;
                    run.up(at(id));
                    run.leave();
                }
                Op::Stamp(number) => run.stamps.push((number, run.now)),
                Op::Wait { rail, stamp, time, left } if run.is_up[at(rail)] => run.wait(stamp, time, left)?,
                Op::Good { rail, .. } => run.ask(at(rail)),
                Op::Wait { .. } => {}
            }
        }
        let up = (0..board.nodes.len()).filter(|at| run.is_up[*at]);
        if let Some(rail) = up.into_iter().find(|at| !run.has_settled(*at)) {
            return Err(format!("v{rail} has not settled at the end"));
        }
    }
    Ok(run.now)
}

struct Run<'a> {
    board: &'a Board,
    weather: &'a Weather,
    clock: Clock,
    now: u64,
    stamps: Vec<(usize, u64)>,
    is_up: Vec<bool>,
    had_turn: Vec<bool>,
    on_at: Vec<u64>,
    asked: Vec<bool>,
}

impl<'a> Run<'a> {
    fn new(board: &'a Board, weather: &'a Weather, clock: Clock) -> Self {
        let nodes = board.nodes.len();
        let no = || vec![false; nodes];
        let (is_up, had_turn, asked) = (no(), no(), no());
        Run { board, weather, clock, now: 0, stamps: Vec::new(), is_up, had_turn, on_at: vec![0; nodes], asked }
    }

    /// Everything that it needs is there.
    fn start(&self, at: usize) -> Result<(), String> {
        let unsettled = |need: &&usize| self.is_up[**need] && !self.has_settled(**need);
        match self.board.nodes[at].needs.iter().find(unsettled) {
            Some(rail) if self.comes(at) => Err(format!("v{at} starts at {} on v{rail}", self.now)),
            _ => Ok(()),
        }
    }

    fn comes(&self, at: usize) -> bool {
        self.board.nodes[at].holds.iter().all(|need| self.is_up[*need])
    }

    fn up(&mut self, at: usize) {
        let node = &self.board.nodes[at];
        self.had_turn[at] = true;
        if !self.comes(at) {
            return;
        }
        let broken = node.tolerated && node.runs && self.weather.broken[at];
        if node.runs {
            self.now += self.weather.takes[at];
        }
        self.on_at[at] = self.now;
        let asked_at_once = node.timeout.filter(|_| !node.rises);
        if let Some(timeout) = asked_at_once {
            self.now = if broken { self.now + timeout } else { self.settled(at) };
            self.asked[at] = true;
        }
        self.is_up[at] = !broken;
    }

    /// What came up only for what did not come goes down again.
    fn leave(&mut self) {
        for at in self.board.reference.steps.iter().rev().copied() {
            let users = |user: &&usize| self.board.nodes[**user].holds.contains(&at);
            let ended = |user: &usize| self.had_turn[*user] && !self.is_up[*user];
            if self.board.nodes[at].support && self.board.reference.steps.iter().filter(users).all(ended) {
                self.is_up[at] = false;
            }
        }
    }

    fn wait(&mut self, stamp: usize, time: u64, left: u64) -> Result<(), String> {
        let from = self.stamps.iter().find(|(number, _)| *number == stamp);
        let (_, from) = from.ok_or(format!("stamp {stamp} was not taken"))?;
        self.now = match self.clock {
            Clock::Counter => self.now.max(from + time),
            Clock::Delay => self.now + left,
        };
        Ok(())
    }

    fn ask(&mut self, rail: usize) {
        if self.is_up[rail] {
            self.now = self.now.max(self.on_at[rail] + self.weather.good[rail]);
            self.asked[rail] = true;
        }
    }

    /// When it can be used.
    fn settled(&self, at: usize) -> u64 {
        let node = &self.board.nodes[at];
        let good = node.timeout.map_or(0, |_| self.weather.good[at]);
        self.on_at[at] + node.settling.max(good)
    }

    fn has_settled(&self, at: usize) -> bool {
        let node = &self.board.nodes[at];
        node.timeout.is_none_or(|_| self.asked[at]) && self.settled(at) <= self.now
    }
}
