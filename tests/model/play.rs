//! Plays a case on the engine and on the reference.

use crate::calls::permit;
use crate::case::{Case, Op};
use crate::fault::{Fault, Outcome};
use crate::layout::Layout;
use crate::mutant::{Mutant, Tables, words};
use crate::random;
use crate::reference::Reference;
use crate::rig::Rig;
use crate::world::Slot;
use bringup::__private::control;
use bringup_tests::compile_text;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

/// What was done.
#[derive(Default, Debug)]
pub(crate) struct Tally {
    pub(crate) steps: usize,
    pub(crate) boards: usize,
    /// How often each thing happened.
    pub(crate) seen: BTreeMap<&'static str, usize>,
}

impl Tally {
    pub(crate) fn saw(&mut self, what: &'static str) {
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
    for small in [false, true] {
        let tables = Tables::new(&layout, &plan.control, mutant, small);
        let run = |fault, tally: &mut Tally| {
            let mut game = Game::new(&layout, &tables, mutant, tally);
            let report = |why| format!("{text}\n{}\nWITH {fault:?}, CLOSURES {small}\n{why}", legend(&layout));
            game.all(case, fault).map_err(report)
        };
        let calls = run(None, tally)?;
        for (index, kind) in case.faults.iter().filter(|_| calls > 0) {
            run(Some(Fault { call: index.index(calls), kind: *kind }), tally)?;
        }
    }
    Ok(())
}

fn legend(layout: &Layout) -> String {
    let labels: Vec<_> = layout.nodes.iter().map(|node| format!("v{}", node.label)).collect();
    format!("NUMBERS 0.. are {}, then {} levels", labels.join(" "), layout.levels)
}

pub(crate) struct Game<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) reference: Reference<'a>,
    pub(crate) rig: Rig<'a>,
    /// Suspended rails that can be resumed.
    pub(crate) tokens: Vec<usize>,
    /// What was done so far, for the report.
    pub(crate) log: String,
    pub(crate) tally: &'a mut Tally,
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
            for number in numbers {
                if let Some(node) = self.layout.nearest(*number, self.layout.dispensable.iter().copied()) {
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
        world.rising = reference.rising.iter().map(|rail| (*rail, false)).collect();
        world.inputs = reference.inputs.clone();
        world.failures = reference.failures.clone();
        world.up.clone().iter().for_each(|node| world.slots[*node] = Slot::Free);
        drop(world);
        let (layout, mutant) = (self.layout, self.rig.mutant);
        let came = |node: usize| {
            let missing = mutant == Some(Mutant::AdoptsTheMissing)
                && layout.steps.iter().any(|(step, level)| *step == node && *level < levels);
            reference.up.contains(&node) || missing
        };
        let taken = |node: usize| {
            let whole = reference.inputs[node] == layout.nodes[node].claims;
            !whole && (reference.up.contains(&node) || mutant != Some(Mutant::AdoptsLostInputs))
        };
        let nodes = 0..layout.nodes.len();
        let of = |wanted: &dyn Fn(usize) -> bool| words(nodes.clone().filter(|node| wanted(*node)));
        let held = nodes.end..nodes.end + levels;
        control::adopt(&self.rig, permit(), held, of(&came), of(&taken));
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
            layout.nearest(number, if sensible.is_empty() || number.is_multiple_of(8) { all } else { sensible })
        };
        let (up, out, tokens) = (&self.reference.up, &self.reference.out, &self.tokens);
        match op {
            Op::Acquire { root, waits } => self.acquire(self.roots(root), waits).map(drop),
            Op::Release { root } => {
                let held = (0..layout.closures.len()).filter(|root| self.reference.held[*root] > 0);
                match layout.nearest(root, held) {
                    Some(held) if root % 16 > 0 => self.release(held..held + 1),
                    _ => self.release(self.roots(root)),
                }
            }
            Op::Lease { root } => {
                let roots = self.roots(root);
                if self.acquire(roots.clone(), false)? == Outcome::Done { self.release(roots) } else { Ok(()) }
            }
            Op::Suspend { rail } => {
                // Whoever has lost the token suspends once more.
                let lost = |node| self.reference.cut.contains(&node) && !tokens.contains(&node);
                match pick(rail, &|node| layout.nodes[node].can_suspend, &|node| up.contains(&node) || lost(node)) {
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
                    self.lose(rail);
                    writeln!(self.log, "what resumes {rail} is dropped").unwrap();
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
        for rail in self.reference.cut.clone() {
            self.suspend(rail)?;
            self.resume(rail, false)?;
        }
        let world = self.rig.world.borrow();
        if released && !world.up.is_empty() {
            return Err(format!("{}nothing is held, and these are up: {:?}", self.log, world.up));
        }
        // Only what could not be resumed may be off.
        let nodes = &self.layout.nodes;
        let is_off = |node: &usize| nodes[*node].on_at_reset && !world.on.contains(node);
        let off: Vec<usize> = (0..nodes.len()).filter(is_off).collect();
        if !off.is_empty() && self.reference.cut.is_empty() && self.reference.suspended.is_empty() {
            return Err(format!("{}these were on at reset and are off: {off:?}", self.log));
        }
        Ok(())
    }

    /// A node, a level or all of them.
    fn roots(&self, number: u8) -> Range<usize> {
        let (nodes, roots) = (self.layout.nodes.len(), self.layout.closures.len());
        match self.layout.nearest(number, 0..=roots) {
            Some(root) if root < roots => root..root + 1,
            _ => nodes..roots,
        }
    }
}
