//! Engines that are broken on purpose, by what they are told.

use crate::layout::Layout;
use bringup::__private::control::{Lists, Set, Table};
use bringup_compiler::control::{Control, Traits};

/// As large boards have them.
pub(crate) type Words = [u32; 2];
pub(crate) type Graph = Table<Words, Lists<u8, u16>>;

/// A set of these.
pub(crate) fn words(vertices: impl Iterator<Item = usize>) -> Words {
    vertices.fold(Words::EMPTY, |set, vertex| set.or(Words::of(vertex)))
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mutant {
    /// A release forgets that something was needed.
    ForgetsAUser,
    /// What goes down together goes down as it came up.
    OrderNotReversed,
    /// A rail does not know its last user.
    RailNotShared,
    /// A level does not hold its last node.
    LevelWithoutANode,
    IgnoresClaims,
    IgnoresLostDown,
    IgnoresLostFailed,
    IgnoresTolerated,
    IgnoresSupport,
    IgnoresStaysOn,
    IgnoresSettles,
    IgnoresPrompt,
    /// Rails are waited for that have nothing to wait for.
    EverythingSettles,
    /// A rail that did not settle counts as settled.
    HidesWhatDoesNotSettle,
    IgnoresLentUp,
    IgnoresLentDown,
    NeverBusy,
    NeverForced,
    /// What straight-line code lost counts as there.
    AdoptsLostInputs,
    /// What straight-line code left out counts as up.
    AdoptsTheMissing,
}

impl Mutant {
    pub(crate) const ALL: [Mutant; 20] = [
        Mutant::ForgetsAUser,
        Mutant::OrderNotReversed,
        Mutant::RailNotShared,
        Mutant::LevelWithoutANode,
        Mutant::IgnoresClaims,
        Mutant::IgnoresLostDown,
        Mutant::IgnoresLostFailed,
        Mutant::IgnoresTolerated,
        Mutant::IgnoresSupport,
        Mutant::IgnoresStaysOn,
        Mutant::IgnoresSettles,
        Mutant::IgnoresPrompt,
        Mutant::EverythingSettles,
        Mutant::HidesWhatDoesNotSettle,
        Mutant::IgnoresLentUp,
        Mutant::IgnoresLentDown,
        Mutant::NeverBusy,
        Mutant::NeverForced,
        Mutant::AdoptsLostInputs,
        Mutant::AdoptsTheMissing,
    ];

    /// What is known of a node under this mutant.
    fn mutate(self, traits: &mut Traits) {
        match self {
            Mutant::IgnoresClaims => traits.claims = false,
            Mutant::IgnoresLostDown => traits.lost_down = false,
            Mutant::IgnoresLostFailed => traits.lost_failed = false,
            Mutant::IgnoresTolerated => traits.tolerated = false,
            Mutant::IgnoresSupport => traits.support = false,
            Mutant::IgnoresStaysOn => traits.stays_on = false,
            Mutant::IgnoresSettles => traits.settles = false,
            Mutant::IgnoresPrompt => traits.prompt = false,
            _ => {}
        }
    }
}

/// What the engine does at the moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Phase {
    Up,
    Down,
}

/// The tables of one board. They are all alike, unless a mutant is wanted.
pub(crate) struct Tables {
    up: &'static Graph,
    down: &'static Graph,
}

impl Tables {
    /// `small` boards have closures besides.
    pub(crate) fn new(layout: &Layout, control: &Control, mutant: Option<Mutant>, small: bool) -> Tables {
        let table = |phase| {
            let mut raw = Raw::new(control);
            if let Some(mutant) = mutant {
                raw.mutate(layout, mutant, phase);
            }
            raw.table(small)
        };
        Tables { up: table(Phase::Up), down: table(Phase::Down) }
    }

    pub(crate) fn table(&self, phase: Phase) -> &'static Graph {
        match phase {
            Phase::Up => self.up,
            Phase::Down => self.down,
        }
    }
}

struct Raw {
    needs: Vec<Vec<usize>>,
    lent_up: Vec<Vec<usize>>,
    lent_down: Vec<Vec<usize>>,
    traits: Vec<Traits>,
}

impl Raw {
    fn new(control: &Control) -> Raw {
        Raw {
            needs: control.needs.clone(),
            lent_up: control.lent_up.clone(),
            lent_down: control.lent_down.clone(),
            traits: control.traits.clone(),
        }
    }

    fn mutate(&mut self, layout: &Layout, mutant: Mutant, phase: Phase) {
        self.traits.iter_mut().for_each(|traits| mutant.mutate(traits));
        match mutant {
            Mutant::ForgetsAUser if phase == Phase::Down => {
                self.needs[..layout.nodes.len()]
                    .iter_mut()
                    .for_each(|needs| needs.truncate(needs.len().saturating_sub(1)));
            }
            Mutant::RailNotShared => {
                for rail in (0..layout.nodes.len()).filter(|node| layout.nodes[*node].rail) {
                    let users: Vec<usize> =
                        (0..layout.nodes.len()).filter(|node| self.needs[*node].contains(&rail)).collect();
                    if let [_, .., last] = users[..] {
                        self.needs[last].retain(|need| *need != rail);
                    }
                }
            }
            Mutant::LevelWithoutANode => {
                self.needs[layout.nodes.len()..]
                    .iter_mut()
                    .for_each(|needs| needs.truncate(needs.len().saturating_sub(1)));
            }
            Mutant::EverythingSettles => {
                for rail in (0..layout.nodes.len()).filter(|node| layout.nodes[*node].rail) {
                    self.traits[rail].settles = true;
                }
            }
            Mutant::IgnoresLentUp => self.lent_up.iter_mut().for_each(Vec::clear),
            Mutant::IgnoresLentDown => self.lent_down.iter_mut().for_each(Vec::clear),
            _ => {}
        }
    }

    fn closures(&self) -> Vec<Vec<usize>> {
        let mut closures: Vec<Vec<usize>> = Vec::new();
        for (vertex, needs) in self.needs.iter().enumerate() {
            let mut closure: Vec<usize> =
                needs.iter().flat_map(|need| closures[*need].clone()).chain([vertex]).collect();
            closure.sort();
            closure.dedup();
            closures.push(closure);
        }
        closures
    }

    /// As the compiler writes it. Tables are statics.
    fn table(&self, small: bool) -> &'static Graph {
        let closures = if small { self.closures() } else { Vec::new() };
        let lists = |lists: &[Vec<usize>]| {
            let mut ends = vec![0];
            ends.extend(lists.iter().scan(0, |end, list| {
                *end += list.len();
                Some(u16::try_from(*end).expect("the board is small"))
            }));
            Lists { starts: Vec::leak(ends), flat: bytes(lists.concat()) }
        };
        let of = |quality: fn(&Traits) -> bool| {
            words((0..).zip(&self.traits).filter(|(_, traits)| quality(traits)).map(|(node, _)| node))
        };
        Box::leak(Box::new(Table {
            nodes: self.traits.len(),
            needs: lists(&self.needs),
            closures: if small { lists(&closures) } else { Lists { starts: &[], flat: &[] } },
            lent_up: lists(&self.lent_up),
            lent_down: lists(&self.lent_down),
            claims: of(|node| node.claims),
            lost_down: of(|node| node.lost_down),
            lost_failed: of(|node| node.lost_failed),
            tolerated: of(|node| node.tolerated),
            support: of(|node| node.support),
            stays_on: of(|node| node.stays_on),
            settles: of(|node| node.settles),
            prompt: of(|node| node.prompt),
        }))
    }
}

fn bytes(numbers: Vec<usize>) -> &'static [u8] {
    Vec::leak(numbers.into_iter().map(|number| u8::try_from(number).expect("the board is small")).collect())
}
