//! Boot, soft resets, and the proof that each leaves everything as it was.
use crate::by_hand::{APPLICATION, HARD_RESET, LEVELS, SOFT_RESET};
use crate::chip::{Live, Peripherals, live};
use crate::forget::{self, Forget};
use crate::mcu::{self, Board, Level};
use crate::trace::{DEINITS, INITS};
use core::fmt::{self, Display, Write};

macro_rules! say {
    ($out:expr, $($text:tt)*) => {{
        // a reader that has gone away does not change what is found
        let _ = writeln!($out, $($text)*);
    }};
}

const ROUNDS: usize = 10;

/// Boots, makes ten soft resets, goes down and comes up again. Prints what it does, and compares it with [`by_hand`]
/// and the state of the chip.
///
/// [`by_hand`]: crate::by_hand
///
/// # Errors
/// Something differs, or a driver does not come up. The text says what; the last line printed has the details.
pub fn run(out: &mut dyn Write, mistake: Forget) -> Result<(), &'static str> {
    forget::make(mistake);
    compare_orders(out)?;

    let before = live();
    let fresh = mcu::Fresh::take(mcu::Inputs { p: Peripherals::new() }).ok_or("the board is taken")?;
    let running = fresh.boot().map_err(|error| told(out, "boot", &error))?;
    let mut board = running.into_board();
    let booted = live();
    say!(out, "\nboot           {booted}");
    came_up(0, all())?;

    for round in 1..=ROUNDS {
        soft_reset(out, &mut board)?;
        say!(out, "soft reset {round:>2}  {}", live());
        same(booted, "a soft reset leaves something behind")?;
    }

    let downs = DEINITS.length();
    board.deinit_all().map_err(|error| told(out, "down", &error))?;
    say!(out, "all down       {}", live());
    went_down(downs, all().rev())?;
    same(before, "the last teardown leaves something behind")?;

    let ups = INITS.length();
    board.init_all().map_err(|error| told(out, "up again", &error))?;
    say!(out, "all up         {}", live());
    came_up(ups, all())?;
    same(booted, "the second boot differs from the first")?;

    say!(out, "\n{} inits, {} deinits", INITS.length(), DEINITS.length());
    Ok(())
}

/// What the hand-kept port does at `soft_reset:`, with nothing to keep in step.
fn soft_reset(out: &mut dyn Write, board: &mut Board) -> Result<(), &'static str> {
    let (ups, downs) = (INITS.length(), DEINITS.length());
    board.release_level(Level::App).map_err(|error| told(out, "app down", &error))?;
    board.release_level(Level::Service).map_err(|error| told(out, "service down", &error))?;
    board.acquire_level(Level::Service).map_err(|error| told(out, "service up", &error))?;
    board.acquire_level(Level::App).map_err(|error| told(out, "app up", &error))?;
    let restarted = || SOFT_RESET.iter().chain(APPLICATION).copied();
    went_down(downs, restarted().rev())?;
    came_up(ups, restarted())
}

/// Both orders, level by level.
fn compare_orders(out: &mut dyn Write) -> Result<(), &'static str> {
    let mut same = true;
    for (number, (level, by_hand)) in LEVELS.iter().enumerate() {
        let in_level = |node: &&bringup::graph::Node| node.level.is_some_and(|level| usize::from(level) == number);
        let planned = || mcu::GRAPH.boot_order().filter(in_level).map(|node| node.name);
        same &= planned().eq(by_hand.iter().copied());
        say!(out, "{level:<8} by hand{}", List(|| by_hand.iter().copied()));
        say!(out, "{:<8} board  {}", "", List(planned));
    }
    let whole = mcu::GRAPH.boot_order().map(|node| node.name).eq(all());
    if same && whole { Ok(()) } else { Err("the board has another order than the lists") }
}

/// Names with a blank before each.
struct List<F>(F);

impl<F: Fn() -> I, I: Iterator<Item = &'static str>> Display for List<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)().try_for_each(|name| write!(f, " {name}"))
    }
}

fn all() -> impl DoubleEndedIterator<Item = &'static str> {
    HARD_RESET.iter().chain(SOFT_RESET).chain(APPLICATION).copied()
}

fn came_up(start: usize, expected: impl Iterator<Item = &'static str>) -> Result<(), &'static str> {
    if INITS.since(start, expected) { Ok(()) } else { Err("the drivers came up in another order") }
}

fn went_down(start: usize, expected: impl Iterator<Item = &'static str>) -> Result<(), &'static str> {
    if DEINITS.since(start, expected) { Ok(()) } else { Err("the drivers went down in another order") }
}

fn same(expected: Live, wrong: &'static str) -> Result<(), &'static str> {
    if live() == expected { Ok(()) } else { Err(wrong) }
}

/// Prints an error of the board.
fn told(out: &mut dyn Write, step: &str, error: &dyn Display) -> &'static str {
    say!(out, "{step}: {error}");
    "a driver does not come up or go down"
}
