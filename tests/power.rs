//! Currents and voltages of random rail trees, against a reference that is written as the reference manual says it.

use bringup_compiler::power::RailPower;
use bringup_dsl::Code;
use bringup_tests::{Compiled, compile_text};
use proptest::prelude::*;
use std::collections::HashSet;
use std::fmt::Write;

/// A device or a rail. It needs parts with lower numbers only.
#[derive(Clone, Debug)]
struct Part {
    rail: bool,
    deferred: bool,
    /// The parts that it needs, as far as they are there and can be needed.
    needs: Vec<u8>,
    /// Of a device: what each supply draws, in microamperes.
    draws: u64,
    /// Of a rail that is made by a converter or has no upstream, in microvolts.
    voltage: (u64, u64),
    /// Of a rail with an upstream: by a converter of so many percent. Else it passes on what it gets.
    efficiency: Option<u8>,
    /// Of a rail that passes on, in microvolts.
    dropout: u64,
}

/// The same with its edges.
#[derive(Debug)]
struct Board {
    parts: Vec<Part>,
    /// Of a device: the rails that it is powered by. Of a rail: the one that feeds it.
    rails: Vec<Vec<usize>>,
    /// What it needs besides: devices.
    devices: Vec<Vec<usize>>,
}

impl Board {
    fn new(parts: Vec<Part>) -> Board {
        let (mut rails, mut devices) = (Vec::new(), Vec::new());
        for (at, part) in parts.iter().enumerate() {
            let mut needs: Vec<usize> = part.needs.iter().map(|need| usize::from(*need)).collect();
            needs.retain(|need| *need < at);
            let (mut to_rails, mut to_devices): (Vec<_>, Vec<_>) =
                needs.into_iter().partition(|need| parts[*need].rail);
            if part.rail {
                to_rails.truncate(1);
                to_devices.truncate(1);
            } else {
                to_devices.dedup();
            }
            rails.push(to_rails);
            devices.push(to_devices);
        }
        Board { parts, rails, devices }
    }

    fn text(&self, limit: Option<(usize, i128)>) -> String {
        let mut text = String::from("board! {\n    board random;\n");
        for (at, part) in self.parts.iter().enumerate() {
            let mut body = String::new();
            if part.rail {
                self.rail_text(at, part, &mut body);
                if let Some((_, limit)) = limit.filter(|(rail, _)| *rail == at) {
                    write!(body, " limit = {limit}uA;").unwrap();
                }
                writeln!(text, "    rail n{at} {{{body} }}").unwrap();
            } else {
                for (supply, rail) in self.rails[at].iter().enumerate() {
                    write!(body, " power s{supply} = &n{rail} {{ current = {}uA; }}", part.draws).unwrap();
                }
                let depends: Vec<_> = self.devices[at].iter().map(|to| format!("&n{to}")).collect();
                write!(body, " depends = [{}]; init = up();", depends.join(", ")).unwrap();
                writeln!(text, "    n{at} {{{}{body} }}", if part.deferred { " init_skip;" } else { "" }).unwrap();
            }
        }
        text + "}\n"
    }

    fn rail_text(&self, at: usize, part: &Part, body: &mut String) {
        body.push_str(" enable = on(); disable = off();");
        self.devices[at].iter().for_each(|to| write!(body, " control = &n{to};").unwrap());
        self.rails[at].iter().for_each(|to| write!(body, " from = &n{to};").unwrap());
        let voltage = format!(" voltage = {}uV..={}uV;", part.voltage.0, part.voltage.1);
        match (self.rails[at].first(), part.efficiency) {
            (None, _) => body.push_str(&voltage),
            (Some(_), Some(efficiency)) => {
                write!(body, "{voltage} converter = buck_boost; efficiency = {efficiency};").unwrap();
            }
            (Some(_), None) => write!(body, " dropout = {}uV;", part.dropout).unwrap(),
        }
    }

    fn voltage(&self, at: usize) -> (i128, i128) {
        let part = &self.parts[at];
        match self.rails[at].first() {
            Some(from) if part.efficiency.is_none() => {
                let (lowest, highest) = self.voltage(*from);
                (lowest - i128::from(part.dropout), highest)
            }
            _ => (part.voltage.0.into(), part.voltage.1.into()),
        }
    }

    /// What a rail gives while these are up.
    fn output(&self, at: usize, up: &HashSet<usize>) -> i128 {
        let mut sum = 0;
        for (other, part) in self.parts.iter().enumerate() {
            let times = self.rails[other].iter().filter(|rail| **rail == at).count() as i128;
            sum += match part.rail {
                false if up.contains(&other) => times * i128::from(part.draws),
                true if times > 0 => self.input(other, up),
                _ => 0,
            };
        }
        sum
    }

    /// What a rail takes for that.
    fn input(&self, at: usize, up: &HashSet<usize>) -> i128 {
        let output = self.output(at, up);
        let Some(efficiency) = self.parts[at].efficiency.filter(|_| !self.rails[at].is_empty()) else {
            return output;
        };
        let power = self.voltage(at).1 * output * 100;
        let input = self.voltage(self.rails[at][0]).0 * i128::from(efficiency);
        (power + input - 1) / input
    }

    /// Adds a part and what it needs.
    fn bring_up(&self, at: usize, up: &mut HashSet<usize>) {
        if up.insert(at) {
            self.rails[at].iter().chain(&self.devices[at]).for_each(|to| self.bring_up(*to, up));
        }
    }

    /// What is up: at boot, with each deferred part on top, and all together.
    fn cases(&self) -> (HashSet<usize>, Vec<HashSet<usize>>, HashSet<usize>) {
        let mut boot = HashSet::new();
        let boots = |at: &usize| !self.parts[*at].rail && !self.parts[*at].deferred;
        (0..self.parts.len()).filter(boots).for_each(|at| self.bring_up(at, &mut boot));
        let with = |at: usize| {
            let mut up = boot.clone();
            self.bring_up(at, &mut up);
            up
        };
        let one_more = (0..self.parts.len()).map(with).collect();
        (boot.clone(), one_more, (0..self.parts.len()).collect())
    }
}

fn part(draws: impl Strategy<Value = u64>, volts: impl Strategy<Value = u64>) -> impl Strategy<Value = Part> {
    let needs = prop::collection::vec(0..20u8, 0..4);
    let efficiency = prop::option::of(1..=100u8);
    let flags = (prop::bool::weighted(0.4), any::<bool>());
    (flags, needs, draws, volts, 0..200_000u64, efficiency, 0..50_000u64).prop_map(
        |((rail, deferred), needs, draws, volts, wide, efficiency, dropout)| {
            let voltage = (volts, volts.saturating_add(wide));
            Part { rail, deferred, needs, draws, voltage, efficiency, dropout }
        },
    )
}

fn rails(compiled: &Compiled) -> Vec<(usize, &RailPower)> {
    let plan = compiled.plan.as_ref().unwrap_or_else(|| panic!("{}", compiled.rendered()));
    let number = |rail: &RailPower| plan.model.label(rail.rail)[1..].parse().expect("labels are n and a number");
    plan.power.rails.iter().map(|rail| (number(rail), rail)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_trees_add_up(
        parts in prop::collection::vec(part(0..2_000_000u64, 2_000_000..6_000_000u64), 1..20),
        pick in any::<prop::sample::Index>(),
    ) {
        let board = Board::new(parts);
        let compiled = compile_text(&board.text(None));
        let (boot, one_more, all) = board.cases();
        for (at, rail) in rails(&compiled) {
            let voltage = rail.voltage.expect("every rail has one");
            prop_assert_eq!((voltage.lowest, voltage.highest), board.voltage(at));
            let worst = one_more.iter().map(|up| board.output(at, up)).max().unwrap_or(0);
            prop_assert_eq!(rail.output.boot, board.output(at, &boot), "n{} at boot\n{}", at, board.text(None));
            prop_assert_eq!(rail.output.worst, worst, "n{} with one more\n{}", at, board.text(None));
            prop_assert_eq!(rail.output.all, board.output(at, &all), "n{} with all\n{}", at, board.text(None));
            prop_assert_eq!(rail.loads.iter().map(|load| load.current.boot).sum::<i128>(), rail.output.boot);
            prop_assert_eq!(rail.loads.iter().map(|load| load.current.worst).sum::<i128>(), worst);
            prop_assert_eq!(rail.loads.iter().map(|load| load.current.all).sum::<i128>(), rail.output.all);
            if let Some(with) = rail.worst_with {
                let label = compiled.plan.as_ref().expect("no errors").model.label(with);
                let with: usize = label[1..].parse().expect("a number");
                prop_assert_eq!(board.output(at, &one_more[with]), worst, "n{} is not it\n{}", with, board.text(None));
            }
        }
        let rails: Vec<_> = rails(&compiled).into_iter().map(|(at, rail)| (at, rail.output)).collect();
        prop_assume!(!rails.is_empty());
        let (at, output) = rails[pick.index(rails.len())];
        for limit in [output.boot, output.worst, output.all].into_iter().flat_map(|exact| [exact, exact - 1]) {
            if limit < 0 {
                continue;
            }
            let codes = compile_text(&board.text(Some((at, limit)))).codes();
            prop_assert_eq!(codes.contains(&Code::B0403), output.worst > limit, "{} uA for n{}", limit, at);
            let lint = output.worst <= limit && output.all > limit;
            prop_assert_eq!(codes.contains(&Code::L0912), lint, "{} uA for n{}", limit, at);
        }
    }

    #[test]
    fn no_amount_is_too_much(
        parts in prop::collection::vec(
            part(
                prop_oneof![Just(u64::MAX), Just(0), any::<u64>()],
                prop_oneof![Just(u64::MAX), Just(i64::MAX as u64), Just(200_001), 1_000_000..u64::MAX],
            ),
            1..20,
        ),
        limit in any::<u64>(),
    ) {
        let board = Board::new(parts);
        let at = board.parts.iter().position(|part| part.rail).unwrap_or(0);
        let compiled = compile_text(&board.text(Some((at, limit.into()))));
        prop_assert!(!compiled.rendered().contains("B0402"), "{}", compiled.rendered());
        for rail in compiled.plan.iter().flat_map(|plan| &plan.power.rails) {
            let output = rail.output;
            prop_assert!(output.boot <= output.worst && output.worst <= output.all);
            prop_assert!(rail.loads.iter().all(|load| load.current.all <= output.all), "{rail:?}");
        }
    }
}

/// Boards on which the sums are known by hand.
#[test]
fn the_reference_is_right() {
    let rail = |needs: Vec<u8>, volts, efficiency| Part {
        rail: true,
        deferred: false,
        needs,
        draws: 0,
        voltage: (volts, volts),
        efficiency,
        dropout: 0,
    };
    let device = |needs: Vec<u8>, draws, deferred| Part { rail: false, deferred, draws, ..rail(needs, 0, None) };
    let board = Board::new(vec![
        rail(vec![], 3_000_000, None),
        rail(vec![0], 1_500_000, Some(80)),
        device(vec![1], 100, false),
        device(vec![1, 0], 60, true),
    ]);
    let (boot, one_more, all) = board.cases();
    assert_eq!(board.output(1, &boot), 100);
    // 1.5 V * 100 uA / (3 V * 80 %) = 62.5 uA
    assert_eq!(board.output(0, &boot), 63);
    assert_eq!((board.output(1, &one_more[3]), board.output(0, &one_more[3])), (160, 160));
    assert_eq!(all.len(), 4);
}

#[test]
fn rails_in_a_circle_have_an_end() {
    let board = "board! { board b;
        rail a { from = &c; voltage = 5V; efficiency = 90; limit = 1A; enable = on(); disable = off(); }
        rail b { from = &a; enable = on(); disable = off(); }
        rail c { from = &b; voltage = 3.3V; limit = 1mA; enable = on(); disable = off(); }
        rail d { from = &b; limit = 1mA; enable = on(); disable = off(); }
        n { power = &c { current = 1A; voltage = 5V; } power = &d { current = 1A; } init = n(); }
    }";
    let codes = compile_text(board).codes();
    // The circle, and what is wrong with each rail by itself.
    let mut found: Vec<Code> = codes.clone();
    found.sort();
    assert_eq!(found, [Code::B0301, Code::B0401, Code::B0403, Code::B0403], "{}", compile_text(board).rendered());
}
