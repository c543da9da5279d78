//! A line on the terminal while something takes long.

use crate::terminal::Terminal;
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

/// `checking 12 of 300: src/hub.board`, after a second, and only where a person sees it.
pub(crate) struct Progress {
    verb: &'static str,
    all: usize,
    done: usize,
    next: Instant,
}

impl Progress {
    pub(crate) fn new(verb: &'static str, all: usize) -> Progress {
        Progress { verb, all, done: 0, next: Instant::now() + Duration::from_secs(1) }
    }

    /// The next one, before it is done.
    pub(crate) fn step(&mut self, terminal: &Terminal, name: &str) {
        self.done += 1;
        let now = Instant::now();
        if now >= self.next && stderr().is_terminal() {
            self.next = now + Duration::from_millis(100);
            terminal.status(&format!("{} {} of {}: {name}", self.verb, self.done, self.all));
        }
    }
}
