//! Plays a case on the engine and on the reference, and compares all that can be seen after each step.

use crate::case::{Case, Op};
use crate::fault::{Event, Failure, Fate, Fault, Outcome};
use crate::layout::Layout;
use crate::mutant::{Mutant, Phase, Tables};
use crate::random;
use crate::reference::Reference;
use crate::rig::{OnPurpose, Rig, Slot};
use bringup::__private::Permit;
use bringup::__private::control::{self, Acquired};
use bringup::{AcquireError, BootError, Refused, ReleaseError};
use bringup_tests::compile_text;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// What was done.
#[derive(Default, Debug)]
pub(crate) struct Tally {
    pub(crate) steps: usize,
    pub(crate) boards: usize,
    /// How often each thing happened.
    pub(crate) seen: BTreeMap<&'static str, usize>,
}

impl Tally {
    fn saw(&mut self, what: &'static str) {
        *self.seen.entry(what).or_default() += 1;
    }
}

/// Plays a case without and with faults. The error is a report.
pub(crate) fn play(case: &Case, mutant: Option<Mutant>, tally: &mut Tally) -> Result<(), String> {
    let vertices = random::vertices(case.raw.clone(), case.levels);
    let text = random::board(&vertices, case.levels);
    let compiled = compile_text(&text);
    let Some(plan) = &compiled.plan else {
        return Err(format!("the board is not valid\n{}\n{text}", compiled.rendered()));
    };
    tally.boards += 1;
    let layout = Layout::new(&vertices, case.levels, plan);
    if layout.nodes.is_empty() {
        return Ok(());
    }
    let tables = Tables::new(&layout, &plan.control, mutant);
    let run = |fault, tally: &mut Tally| {
        let mut game = Game::new(&layout, &tables, mutant, tally);
        let report = |why| format!("{text}\n{}\nWITH {fault:?}\n{why}", legend(&layout));
        game.all(case, fault).map_err(report)
    };
    let calls = run(None, tally)?;
    for (index, kind) in case.faults.iter().filter(|_| calls > 0) {
        run(Some(Fault { call: index.index(calls), kind: *kind }), tally)?;
    }
    Ok(())
}

fn legend(layout: &Layout) -> String {
    let labels: Vec<_> = layout.nodes.iter().map(|node| format!("v{}", node.label)).collect();
    let order: Vec<_> = layout.order.iter().map(|node| labels[*node].as_str()).collect();
    format!("NUMBERS 0.. are {}, then {} levels\nORDER {}", labels.join(" "), layout.levels, order.join(" "))
}

struct Game<'a> {
    layout: &'a Layout,
    reference: Reference<'a>,
    rig: Rig<'a>,
    /// Suspended rails that can be resumed.
    tokens: Vec<usize>,
    /// What was done so far, for the report.
    log: String,
    tally: &'a mut Tally,
}

/// What a call of the engine came to.
enum Ended<T> {
    Returned(T),
    Panicked,
    Dropped,
    Forgotten,
}

impl<'a> Game<'a> {
    fn new(layout: &'a Layout, tables: &'a Tables, mutant: Option<Mutant>, tally: &'a mut Tally) -> Self {
        let (reference, rig) = (Reference::new(layout), Rig::new(layout, tables, mutant));
        Game { layout, reference, rig, tokens: Vec::new(), log: String::new(), tally }
    }

    /// All steps, and then everything back. Returns how many inits and deinits ran.
    fn all(&mut self, case: &Case, fault: Option<Fault>) -> Result<usize, String> {
        self.boot(case);
        self.rig.world.borrow_mut().faults.fault = fault;
        self.reference.faults.fault = fault;
        self.compare(Outcome::Done, Outcome::Done)?;
        for op in &case.ops {
            self.step(*op)?;
        }
        let calls = self.reference.faults.calls;
        self.drain()?;
        Ok(calls)
    }

    /// What straight-line code does is taken from the reference.
    fn boot(&mut self, case: &Case) {
        let levels = usize::from(case.start.levels) % (self.layout.levels + 1);
        for (numbers, init) in [(&case.start.broken_up, true), (&case.start.broken_down, false)] {
            for node in numbers.iter().map(|number| usize::from(*number) % self.layout.nodes.len()) {
                if self.layout.dispensable.contains(&node) {
                    self.toggle_broken(node, init);
                }
            }
        }
        if levels == 0 {
            return;
        }
        self.reference.boot(levels);
        let mut world = self.rig.world.borrow_mut();
        let reference = &mut self.reference;
        reference.events.clear();
        world.faults.calls = reference.faults.calls;
        (reference.faults.calls, world.faults.calls) = (0, 0);
        world.up = reference.up.clone();
        world.on = reference.on.clone();
        world.inputs = reference.inputs.clone();
        world.failures = reference.failures.clone();
        world.up.clone().iter().for_each(|node| world.slots[*node] = Slot::Free);
        drop(world);
        let (layout, mutant) = (self.layout, self.rig.mutant);
        let came = |node| reference.up.contains(&node) || mutant == Some(Mutant::AdoptsTheMissing);
        let lost = |node: usize| {
            reference.inputs[node] != layout.nodes[node].claims && mutant != Some(Mutant::AdoptsLostInputs)
        };
        control::adopt(&self.rig, permit(), levels, came, lost);
        writeln!(self.log, "boot of {levels} levels").unwrap();
        self.tally.saw("boot");
    }

    fn step(&mut self, op: Op) -> Result<(), String> {
        let layout = self.layout;
        let nodes = 0..layout.nodes.len();
        // What makes sense is chosen more often.
        let pick = |number: u8, of: &dyn Fn(usize) -> bool, sense: &dyn Fn(usize) -> bool| {
            let all: Vec<usize> = nodes.clone().filter(|node| of(*node)).collect();
            let sensible: Vec<usize> = all.iter().copied().filter(|node| sense(*node)).collect();
            let list = if sensible.is_empty() || number % 8 == 0 { all } else { sensible };
            list.get(usize::from(number) % list.len().max(1)).copied()
        };
        let (up, out, tokens) = (&self.reference.up, &self.reference.out, &self.tokens);
        match op {
            Op::Acquire { root, waits } => self.acquire(self.roots(root), waits).map(drop),
            Op::Release { root } => {
                let held: Vec<_> = (0..layout.closures.len()).filter(|root| self.reference.held[*root] > 0).collect();
                match held.get(usize::from(root) % held.len().max(1)) {
                    Some(held) if root % 16 > 0 => self.release(*held..held + 1),
                    _ => self.release(self.roots(root)),
                }
            }
            Op::Lease { root } => {
                let roots = self.roots(root);
                if self.acquire(roots.clone(), false)? == Outcome::Done { self.release(roots) } else { Ok(()) }
            }
            Op::Suspend { rail } => {
                match pick(rail, &|node| layout.nodes[node].can_suspend, &|node| up.contains(&node)) {
                    Some(rail) => self.suspend(rail),
                    None => Ok(()),
                }
            }
            Op::Resume { token, waits } => match pick(token, &|node| tokens.contains(&node), &|_| true) {
                Some(rail) => self.resume(rail, waits),
                None => Ok(()),
            },
            Op::Lose { token } => {
                if let Some(rail) = pick(token, &|node| tokens.contains(&node), &|_| true) {
                    self.tokens.retain(|token| *token != rail);
                    writeln!(self.log, "nobody can resume {rail}").unwrap();
                }
                Ok(())
            }
            Op::CheckOut { node } => {
                match pick(node, &|node| layout.nodes[node].owned, &|node| up.contains(&node) && !out.contains(&node))
                {
                    Some(node) => self.check_out(node),
                    None => Ok(()),
                }
            }
            Op::CheckIn { node } => match pick(node, &|node| out.contains(&node), &|_| true) {
                Some(node) => self.check_in(node),
                None => Ok(()),
            },
            Op::Use { node } => {
                let usable = |node: usize| layout.nodes[node].shared && up.contains(&node);
                let lent = |node: usize| {
                    layout.nodes.iter().any(|user| user.lent_up.contains(&node) || user.lent_down.contains(&node))
                };
                if let Some(node) = pick(node, &usable, &lent) {
                    self.toggle_use(node);
                }
                Ok(())
            }
            Op::Break { node, init } => {
                // Once it failed, it should work again some time.
                let faults = &self.reference.faults;
                let broken = if init { &faults.broken_up } else { &faults.broken_down };
                let sense =
                    |node: usize| broken.contains(&node) || broken.is_empty() && layout.dispensable.contains(&node);
                if let Some(node) = pick(node, &|_| true, &sense) {
                    self.toggle_broken(node, init);
                }
                Ok(())
            }
        }
    }

    /// Everything is given back and resumed, and works: then nothing is up, and each rail is as it was.
    fn drain(&mut self) -> Result<(), String> {
        self.reference.faults.fault = None;
        self.rig.world.borrow_mut().faults.fault = None;
        for node in self.reference.faults.broken_up.clone() {
            self.toggle_broken(node, true);
        }
        for node in self.reference.faults.broken_down.clone() {
            self.toggle_broken(node, false);
        }
        for node in self.reference.out.clone() {
            self.check_in(node)?;
        }
        for node in self.reference.busy.clone() {
            self.toggle_use(node);
        }
        let mut released = false;
        for root in 0..self.layout.closures.len() {
            while self.reference.held[root] > 0 {
                self.release(root..root + 1)?;
                released = true;
            }
        }
        for rail in self.tokens.clone() {
            self.resume(rail, false)?;
        }
        let world = self.rig.world.borrow();
        if released && !world.up.is_empty() {
            return Err(format!("{}nothing is held, and these are up: {:?}", self.log, world.up));
        }
        let left_off = &self.reference.cut;
        let nodes = &self.layout.nodes;
        let off: Vec<_> = (0..nodes.len())
            .filter(|node| nodes[*node].on_at_reset && !world.on.contains(node) && !left_off.contains(node))
            .collect();
        // Only what stayed suspended, or could not be resumed, may be off.
        if left_off.is_empty() && released && !off.is_empty() && self.reference.suspended.is_empty() {
            return Err(format!("{}these were on at reset and are off: {off:?}", self.log));
        }
        Ok(())
    }

    /// A node, a level or all of them.
    fn roots(&self, number: u8) -> Range<usize> {
        let (nodes, roots) = (self.layout.nodes.len(), self.layout.closures.len());
        match usize::from(number) % (roots + 1) {
            all if all == roots => nodes..roots,
            root => root..root + 1,
        }
    }

    fn acquire(&mut self, roots: Range<usize>, waits: bool) -> Result<Outcome, String> {
        self.begin(Phase::Up, format!("acquire {roots:?}{}", if waits { " (async)" } else { "" }));
        let expected = self.reference.acquire(roots.clone(), waits);
        let rig = &self.rig;
        let ended = if waits {
            let up = async |node, forced| rig.up_waiting(node, forced).await;
            drive(rig, control::acquire_async(rig, permit(), roots, up))
        } else {
            call(|| control::acquire(rig, permit(), roots, |node, forced| rig.up(node, forced)))
        }?;
        self.compare(expected, acquired(ended))
    }

    fn release(&mut self, roots: Range<usize>) -> Result<(), String> {
        self.begin(Phase::Down, format!("release {roots:?}"));
        let expected = self.reference.release(roots.clone());
        let ended = call(|| control::release(&self.rig, permit(), roots))?;
        let found = match ended {
            Ended::Returned(Ok(())) => Outcome::Done,
            Ended::Returned(Err(ReleaseError::NotHeld(root))) => Outcome::NotHeld(root),
            Ended::Returned(Err(ReleaseError::InUse(node))) => Outcome::InUse(node),
            Ended::Returned(Err(ReleaseError::Failures(count))) => Outcome::Failures(count),
            ended => early(&ended),
        };
        self.compare(expected, found).map(drop)
    }

    fn suspend(&mut self, rail: usize) -> Result<(), String> {
        self.begin(Phase::Down, format!("suspend {rail}"));
        let expected = self.reference.suspend(rail);
        let ended = call(|| control::suspend(&self.rig, permit(), rail))?;
        let found = match ended {
            Ended::Returned(Ok(0)) => Outcome::Done,
            Ended::Returned(Ok(count)) => Outcome::Failures(count),
            Ended::Returned(Err(refused)) => self::refused(refused),
            ended => early(&ended),
        };
        if matches!(found, Outcome::Done | Outcome::Failures(_)) {
            self.tokens.push(rail);
            self.tally.saw("suspend");
        }
        self.compare(expected, found).map(drop)
    }

    fn resume(&mut self, rail: usize, waits: bool) -> Result<(), String> {
        self.begin(Phase::Up, format!("resume {rail}{}", if waits { " (async)" } else { "" }));
        let expected = self.reference.resume(rail, waits);
        let rig = &self.rig;
        let ended = if waits {
            let up = async |node, forced| rig.up_waiting(node, forced).await;
            drive(rig, control::resume_async(rig, permit(), rail, up))
        } else {
            call(|| control::resume(rig, permit(), rail, |node, forced| rig.up(node, forced)))
        }?;
        // Whoever gets an error gets the token back.
        if !matches!(ended, Ended::Returned(Err(_))) {
            self.tokens.retain(|token| *token != rail);
        }
        self.tally.saw("resume");
        self.compare(expected, acquired(ended)).map(drop)
    }

    fn check_out(&mut self, node: usize) -> Result<(), String> {
        self.begin(Phase::Down, format!("check out {node}"));
        let expected = self.reference.check_out(node);
        let found = match control::check_out(&self.rig, permit(), node) {
            Ok(()) => {
                self.rig.world.borrow_mut().out.insert(node);
                Outcome::Done
            }
            Err(refused) => self::refused(refused),
        };
        self.compare(expected, found).map(drop)
    }

    fn check_in(&mut self, node: usize) -> Result<(), String> {
        self.begin(Phase::Down, format!("check in {node}"));
        control::check_in(&self.rig, permit(), node);
        self.rig.world.borrow_mut().out.remove(&node);
        self.reference.out.remove(&node);
        self.compare(Outcome::Done, Outcome::Done).map(drop)
    }

    fn toggle_use(&mut self, node: usize) {
        let begins = !self.reference.busy.remove(&node);
        if begins {
            self.reference.busy.insert(node);
        }
        self.rig.world.borrow_mut().toggle(node);
        writeln!(self.log, "{node} is {} use", if begins { "in" } else { "out of" }).unwrap();
    }

    fn toggle_broken(&mut self, node: usize, init: bool) {
        let mut world = self.rig.world.borrow_mut();
        for faults in [&mut self.reference.faults, &mut world.faults] {
            let broken = if init { &mut faults.broken_up } else { &mut faults.broken_down };
            if !broken.remove(&node) {
                broken.insert(node);
            }
        }
        let broken = if init { &world.faults.broken_up } else { &world.faults.broken_down };
        let (what, works) = (if init { "init" } else { "deinit" }, !broken.contains(&node));
        writeln!(self.log, "the {what} of {node} {}", if works { "works" } else { "fails from now on" }).unwrap();
    }

    fn begin(&mut self, phase: Phase, what: String) {
        self.rig.phase.set(phase);
        writeln!(self.log, "{what}").unwrap();
        self.tally.steps += 1;
    }

    /// After a step: all that can be seen.
    fn compare(&mut self, expected: Outcome, found: Outcome) -> Result<Outcome, String> {
        let mut world = self.rig.world.borrow_mut();
        let mut wrong = std::mem::take(&mut world.wrong);
        world.wish = None;
        let reference = &mut self.reference;
        let mut differ = |what: &str, expected: &dyn std::fmt::Debug, found: &dyn std::fmt::Debug| {
            let (expected, found) = (format!("{expected:?}"), format!("{found:?}"));
            if expected != found {
                wrong.push(format!("{what}:\n  expected {expected}\n  found    {found}"));
            }
        };
        let events = (std::mem::take(&mut reference.events), std::mem::take(&mut world.events));
        differ("result", &expected, &found);
        differ("calls", &events.0, &events.1);
        let nodes = 0..self.layout.nodes.len();
        let seen = |wanted: &dyn Fn(usize) -> bool| nodes.clone().filter(|node| wanted(*node)).collect::<Vec<_>>();
        let (rig, up) = (&self.rig, &reference.up);
        let here = seen(&|node| control::is_here(rig, permit(), node));
        differ("up", up, &world.up);
        differ("is_up", &seen(&|node| up.contains(&node)), &seen(&|node| control::is_up(rig, permit(), node)));
        differ("is_here", &seen(&|node| up.contains(&node) && !reference.out.contains(&node)), &here);
        let holds = (0..self.layout.closures.len()).map(|root| usize::from(control::holds(rig, permit(), root)));
        differ("holds", &reference.held, &holds.collect::<Vec<_>>());
        differ("rails that are on", &reference.on, &world.on);
        differ("inputs in place", &reference.inputs, &world.inputs);
        differ("failures", &reference.failures, &world.failures);
        let busy = seen(&|node| self.layout.nodes[node].shared && world.slots[node] == Slot::Busy);
        differ("in use", &seen(&|node| reference.busy.contains(&node)), &busy);
        if wrong.is_empty() {
            drop(world);
            self.count(found, &events.1);
            return Ok(found);
        }
        Err(format!("{}\n{}", self.log, wrong.join("\n")))
    }

    fn count(&mut self, outcome: Outcome, events: &[Event]) {
        self.tally.saw(match outcome {
            Outcome::Done => "done",
            Outcome::Failures(_) => "failures",
            Outcome::NotHeld(_) => "not held",
            Outcome::Failed { rollback_failures: 0, .. } => "failed",
            Outcome::Failed { .. } => "failed, and its rollback",
            Outcome::Spent(_) => "spent",
            Outcome::Down(_) => "down",
            Outcome::InUse(_) => "in use",
            Outcome::TooManyHolds => "too many holds",
            Outcome::Panicked => "panicked",
            Outcome::Dropped => "dropped",
            Outcome::Forgotten => "forgotten",
        });
        for event in events {
            match event {
                Event::Stuck(_) => self.tally.saw("stuck"),
                Event::Down(_, Fate::Panic) => self.tally.saw("deinit panicked"),
                Event::Up(_, Fate::Panic) => self.tally.saw("init panicked"),
                _ => {}
            }
        }
        for failure in &self.reference.failures {
            match failure {
                Failure::None => {}
                Failure::Own { rollback_failures: 0, .. } => self.tally.saw("optional failed"),
                Failure::Own { .. } => self.tally.saw("optional failed, and its rollback"),
                Failure::Of(_) => self.tally.saw("optional left out"),
            }
        }
    }
}

fn permit() -> Permit {
    // SAFETY: the rig is a board of one owner, and the engine keeps its state.
    #[allow(unsafe_code)]
    unsafe {
        Permit::new()
    }
}

fn call<T>(engine: impl FnOnce() -> T) -> Result<Ended<T>, String> {
    match catch_unwind(AssertUnwindSafe(engine)) {
        Ok(value) => Ok(Ended::Returned(value)),
        Err(payload) if payload.is::<OnPurpose>() => Ok(Ended::Panicked),
        Err(_) => Err("the engine panicked".to_owned()),
    }
}

/// Polls to the end, or as long as the init that runs wishes.
fn drive<T>(rig: &Rig, future: impl Future<Output = T>) -> Result<Ended<T>, String> {
    let mut future = Box::pin(future);
    loop {
        let mut context = Context::from_waker(Waker::noop());
        match call(|| Pin::as_mut(&mut future).poll(&mut context))? {
            Ended::Returned(Poll::Pending) => {}
            Ended::Returned(Poll::Ready(value)) => return Ok(Ended::Returned(value)),
            _ => return Ok(Ended::Panicked),
        }
        let wish = rig.world.borrow_mut().wish.take();
        match wish {
            None => {}
            Some(Fate::Forget) => {
                std::mem::forget(future);
                return Ok(Ended::Forgotten);
            }
            Some(_) => {
                return Ok(match call(|| drop(future))? {
                    Ended::Returned(()) => Ended::Dropped,
                    _ => Ended::Panicked,
                });
            }
        }
    }
}

fn early<T>(ended: &Ended<T>) -> Outcome {
    match ended {
        Ended::Dropped => Outcome::Dropped,
        Ended::Forgotten => Outcome::Forgotten,
        Ended::Panicked | Ended::Returned(_) => Outcome::Panicked,
    }
}

fn acquired(ended: Ended<Acquired<Rig<'_>>>) -> Outcome {
    match ended {
        Ended::Returned(Ok(())) => Outcome::Done,
        Ended::Returned(Err(error)) => match error {
            AcquireError::Failed(BootError { node, attempt, cause, rollback_failures }) => {
                Outcome::Failed { node, attempt, cause, rollback_failures }
            }
            AcquireError::Spent(node) => Outcome::Spent(node),
            AcquireError::Down(rail) => Outcome::Down(rail),
            AcquireError::InUse(node) => Outcome::InUse(node),
            AcquireError::TooManyHolds(_) => Outcome::TooManyHolds,
        },
        ended => early(&ended),
    }
}

fn refused(refused: Refused<usize>) -> Outcome {
    match refused {
        Refused::Down(node) => Outcome::Down(node),
        Refused::InUse(node) => Outcome::InUse(node),
        Refused::Spent(node) => Outcome::Spent(node),
    }
}
