//! Engines that are broken on purpose, by what they are told.

use crate::layout::Layout;
use bringup::__private::control::{
    CLAIMS, LOST_DOWN, LOST_FAILED, Lists, PROMPT, SETTLES, STAYS_ON, SUPPORT, TOLERATED, Table,
};
use bringup_compiler::control::Control;

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

    fn ignored(self) -> u8 {
        match self {
            Mutant::IgnoresClaims => CLAIMS,
            Mutant::IgnoresLostDown => LOST_DOWN,
            Mutant::IgnoresLostFailed => LOST_FAILED,
            Mutant::IgnoresTolerated => TOLERATED,
            Mutant::IgnoresSupport => SUPPORT,
            Mutant::IgnoresStaysOn => STAYS_ON,
            Mutant::IgnoresSettles => SETTLES,
            Mutant::IgnoresPrompt => PROMPT,
            _ => 0,
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
    up: &'static Table<u8, u16>,
    down: &'static Table<u8, u16>,
}

impl Tables {
    pub(crate) fn new(layout: &Layout, control: &Control, mutant: Option<Mutant>) -> Tables {
        let table = |phase| {
            let mut raw = Raw::new(control);
            if let Some(mutant) = mutant {
                raw.mutate(layout, mutant, phase);
            }
            raw.table()
        };
        Tables { up: table(Phase::Up), down: table(Phase::Down) }
    }

    pub(crate) fn table(&self, phase: Phase) -> &'static Table<u8, u16> {
        match phase {
            Phase::Up => self.up,
            Phase::Down => self.down,
        }
    }
}

struct Raw {
    order: Vec<usize>,
    needs: Vec<Vec<usize>>,
    lent_up: Vec<Vec<usize>>,
    lent_down: Vec<Vec<usize>>,
    traits: Vec<u8>,
}

impl Raw {
    fn new(control: &Control) -> Raw {
        let traits = control.traits.iter().map(|node| {
            let traits = [
                (node.claims, CLAIMS),
                (node.lost_down, LOST_DOWN),
                (node.lost_failed, LOST_FAILED),
                (node.tolerated, TOLERATED),
                (node.support, SUPPORT),
                (node.stays_on, STAYS_ON),
                (node.settles, SETTLES),
                (node.prompt, PROMPT),
            ];
            traits.iter().filter(|(given, _)| *given).map(|(_, flag)| flag).sum()
        });
        Raw {
            order: control.order.clone(),
            needs: control.needs.clone(),
            lent_up: control.lent_up.clone(),
            lent_down: control.lent_down.clone(),
            traits: traits.collect(),
        }
    }

    fn mutate(&mut self, layout: &Layout, mutant: Mutant, phase: Phase) {
        self.traits.iter_mut().for_each(|traits| *traits &= !mutant.ignored());
        match mutant {
            Mutant::ForgetsAUser if phase == Phase::Down => {
                self.needs[..layout.nodes.len()]
                    .iter_mut()
                    .for_each(|needs| needs.truncate(needs.len().saturating_sub(1)));
            }
            Mutant::OrderNotReversed if phase == Phase::Down => {
                for pair in self.order.chunks_exact_mut(2) {
                    if !layout.nodes[pair[1]].holds.contains(&pair[0]) {
                        pair.swap(0, 1);
                    }
                }
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
                    self.traits[rail] |= SETTLES;
                }
            }
            Mutant::IgnoresLentUp => self.lent_up.iter_mut().for_each(Vec::clear),
            Mutant::IgnoresLentDown => self.lent_down.iter_mut().for_each(Vec::clear),
            _ => {}
        }
    }

    /// As the compiler writes it. Tables are statics.
    fn table(&self) -> &'static Table<u8, u16> {
        let lists = |lists: &[Vec<usize>]| {
            let mut ends = vec![0];
            ends.extend(lists.iter().scan(0, |end, list| {
                *end += list.len();
                Some(u16::try_from(*end).expect("the board is small"))
            }));
            Lists { starts: Vec::leak(ends), flat: bytes(lists.concat()) }
        };
        Box::leak(Box::new(Table {
            order: bytes(self.order.clone()),
            needs: lists(&self.needs),
            lent_up: lists(&self.lent_up),
            lent_down: lists(&self.lent_down),
            traits: Vec::leak(self.traits.clone()),
        }))
    }
}

fn bytes(numbers: Vec<usize>) -> &'static [u8] {
    Vec::leak(numbers.into_iter().map(|number| u8::try_from(number).expect("the board is small")).collect())
}
