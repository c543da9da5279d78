//! The same with rails that settle, on a clock and voltages that are simulated: whatever fails and whenever, nothing touches
//! a rail that is not in regulation, and all of it is off afterwards.

#[path = "power/boards.rs"]
mod boards;
#[path = "power/child.rs"]
mod child;
#[path = "power/drivers.rs"]
mod drivers;
#[path = "power/supply.rs"]
mod supply;

pub(crate) use child::child;

use crate::run;
use bringup_compiler::plan::Plan;
use bringup_compiler::schedule::Op;
use bringup_tests::compile_folder;
use std::path::Path;

/// How to boot: one of two boards, at once or level by level.
const WAYS: [(&str, &str); 4] =
    [("blocking", "all"), ("blocking", "levels"), ("waiting", "all"), ("waiting", "levels")];

/// How long the boot would take if it waited for each rail as soon as that is on, in microseconds.
const ONE_BY_ONE: i128 = 37_450;

fn plan(board: &str) -> Plan {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("boot/power").join(board);
    let compiled = compile_folder(&folder);
    compiled.plan.unwrap_or_else(|| panic!("{board} has errors"))
}

/// What a boot does, one operation after the other.
fn line(plan: &Plan, how: &str) -> Vec<Op> {
    if how == "all" { plan.schedule.all.clone() } else { plan.schedule.levels.concat() }
}

/// What comes up with these operations and says so.
fn ups<'a>(plan: &'a Plan, ops: &[Op]) -> Vec<&'a str> {
    let ups = ops.iter().filter_map(|op| if let Op::Up(id) = op { Some(plan.model.label(*id)) } else { None });
    ups.filter(|label| !matches!(*label, "vbat" | "vaon")).collect()
}

fn signed(sign: char, labels: impl Iterator<Item = impl std::fmt::Display>) -> Vec<String> {
    labels.map(|label| format!("{sign}{label}")).collect()
}

/// A boot that ends after `up`.
fn rolled_back(up: &[&str], failed: Option<&str>, end: String) -> Vec<String> {
    let mut expected = signed('+', up.iter());
    expected.extend(failed.map(|label| format!("!{label}")));
    expected.extend(signed('-', up.iter().rev()));
    expected.push(end);
    expected
}

#[test]
fn everything_comes_up_and_takes_what_the_plan_says() {
    for (board, how) in WAYS {
        let plan = plan(board);
        let mut expected = signed('+', ups(&plan, &line(&plan, how)).iter());
        expected.push(format!("running after {} us", child::time(&plan, how, false)));
        assert_eq!(run(&format!("power {board} {how} -")), expected, "{board} {how}");
        assert_eq!(
            child::time(&plan, "all", false),
            plan.timeline.total / 1_000,
            "{board}: the timeline says the same"
        );
    }
}

/// What is left of each wait is enough for a clock that cannot tell the time, and no more than has to be.
#[test]
fn a_clock_that_only_delays_does_as_well() {
    for how in ["all", "levels"] {
        let plan = plan("blocking");
        let mut expected = signed('+', ups(&plan, &line(&plan, how)).iter());
        expected.push(format!("running after {} us", child::time(&plan, how, true)));
        assert_eq!(run(&format!("power blocking {how} delays")), expected, "{how}");
        assert!(child::time(&plan, how, true) < ONE_BY_ONE, "{how}");
    }
}

/// The rails settle while others come up: it takes little more than the longest way.
#[test]
fn ramps_overlap() {
    let plan = plan("blocking");
    let rails = ["v3v3", "vpll", "vref", "v1v8", "vcam", "vlens", "vgps", "vradio"];
    let settling = |label: &&str| {
        let id = plan.model.ids().find(|id| plan.model.label(*id) == *label).expect("a rail of the board");
        i128::from(plan.model.node(id).rail().expect("it is a rail").settling().value)
    };
    let work: i128 = 300 + 100 + 1_000 + 150 + 3_000 + 2_000 + 6_000 + 1_000 + 200;
    let naive = work + rails.iter().map(settling).sum::<i128>() / 1_000;
    let time = child::time(&plan, "all", false);
    assert_eq!(naive, ONE_BY_ONE);
    assert!(time < 22_000, "{time} us");
}

#[test]
fn whatever_fails_goes_down_in_reverse() {
    for (board, how) in WAYS {
        let plan = plan(board);
        let all = line(&plan, how);
        let required = |label: &&str| !matches!(*label, "gps" | "vgps" | "radio" | "vradio");
        let labels = ups(&plan, &all);
        for (at, label) in labels.iter().enumerate().filter(|(_, label)| required(label)) {
            let failed = rolled_back(&labels[..at], Some(label), format!("failed at {label} with NoAnswer"));
            assert_eq!(run(&format!("power {board} {how} {label}")), failed, "{board} {how}: {label} fails");
            let panicked = rolled_back(&labels[..at], None, "panicked".to_owned());
            assert_eq!(run(&format!("power {board} {how} panic:{label}")), panicked, "{board} {how}: {label} panics");
        }
    }
}

#[test]
fn a_rail_that_does_not_get_good_is_switched_off_with_the_rest() {
    for (board, how) in WAYS {
        let plan = plan(board);
        let all = line(&plan, how);
        for rail in ["v1v8", "vref"] {
            let asked = |op: &Op| matches!(op, Op::Good { rail: of, .. } if plan.model.label(*of) == rail);
            let asked = all.iter().position(asked).expect("it is asked");
            let up = ups(&plan, &all[..asked]);
            assert!(up.contains(&rail));
            let dead = rolled_back(&up, None, format!("failed at {rail} with Timeout"));
            assert_eq!(run(&format!("power {board} {how} dead:{rail}")), dead, "{board} {how}: {rail} is dead");
            let mute = rolled_back(&up, Some(rail), format!("failed at {rail} with NoAnswer"));
            assert_eq!(
                run(&format!("power {board} {how} mute:{rail}")),
                mute,
                "{board} {how}: {rail} does not answer"
            );
            let panicked = rolled_back(&up, None, "panicked".to_owned());
            assert_eq!(
                run(&format!("power {board} {how} panic:good:{rail}")),
                panicked,
                "{board} {how}: {rail} panics"
            );
        }
    }
}

/// `vref` is good so late that its timeout is near. Only level by level somebody waits for that; then it is asked every
/// 100 microseconds.
#[test]
fn a_rail_that_gets_good_late_is_waited_for() {
    for (board, how) in WAYS {
        let plan = plan(board);
        let mut expected = signed('+', ups(&plan, &line(&plan, how)).iter());
        let late = if how == "levels" { 1_000 } else { 0 };
        expected.push(format!("running after {} us", child::time(&plan, how, false) + late));
        assert_eq!(run(&format!("power {board} {how} slow:vref")), expected, "{board} {how}");
    }
}

#[test]
fn a_boot_does_without_what_is_optional() {
    for (board, how) in WAYS {
        let plan = plan(board);
        let all = line(&plan, how);
        let labels = ups(&plan, &all);
        let up = |labels: &[&str]| signed('+', labels.iter());
        for (fault, at, said, left_out, failure) in [
            ("gps", "gps", &["!gps", "-vgps"][..], "", "gps: NoAnswer"),
            ("vgps", "vgps", &["!vgps"], "gps", "vgps: NoAnswer"),
            ("radio", "radio", &["!radio", "-vradio"], "", "radio: NoAnswer"),
            ("dead:vradio", "vradio", &["+vradio", "-vradio"], "radio", "vradio: Timeout"),
            ("mute:vradio", "vradio", &["+vradio", "!vradio", "-vradio"], "radio", "vradio: NoAnswer"),
        ] {
            let place = labels.iter().position(|label| *label == at).expect("it boots");
            let mut expected = up(&labels[..place]);
            expected.extend(said.iter().map(|word| (*word).to_owned()));
            let rest: Vec<&str> = labels[place + 1..].iter().copied().filter(|label| *label != left_out).collect();
            expected.extend(up(&rest));
            let mut found = run(&format!("power {board} {how} {fault}"));
            let end = found.pop().unwrap_or_default();
            assert!(end.starts_with("running after"), "{board} {how} {fault}: {end}");
            expected.push(format!("without {failure}"));
            assert_eq!(found, expected, "{board} {how} {fault}");
        }
    }
}

/// `vradio` has to be off for a while first, and settles once more.
#[test]
fn what_failed_comes_up_when_it_is_asked_for() {
    for board in ["blocking", "waiting"] {
        for (fault, before) in
            [("radio", &["+vradio", "!radio", "-vradio"][..]), ("dead:vradio", &["+vradio", "-vradio"])]
        {
            let found = run(&format!("power {board} again {fault}"));
            let place = found.iter().position(|word| word == "+vradio").expect("it is tried");
            assert_eq!(found[place..][..before.len()], *before, "{board}, {fault}");
            assert_eq!(found[found.len() - 2..], ["+vradio", "+radio"], "{board}, {fault}");
        }
    }
}

/// Dropped at each poll, also while a rail settles or is asked.
#[test]
fn a_dropped_boot_switches_off_whatever_was_on() {
    for how in ["all", "levels"] {
        let plan = plan("waiting");
        let labels = ups(&plan, &line(&plan, how));
        let mut reached = Vec::new();
        for polls in 1.. {
            let mut found = run(&format!("power waiting {how} drop:{polls}"));
            if found.last().is_some_and(|end| end.starts_with("running")) {
                break;
            }
            assert_eq!(found.pop().as_deref(), Some("dropped"));
            let awaited = found.iter().position(|word| word.starts_with('~')).map(|at| found.remove(at));
            let up = found.iter().take_while(|word| word.starts_with('+')).count();
            let mut expected = signed('+', labels[..up].iter());
            expected.extend(signed('-', labels[..up].iter().rev()));
            assert_eq!(found, expected, "{how}, dropped at poll {polls}");
            reached.push(awaited.unwrap_or_default());
        }
        for label in ["~i2c", "~v3v3", "~imu", "~v1v8", "~vradio"] {
            assert!(reached.iter().any(|at| at == label), "{how}: never at {label}, {reached:?}");
        }
        let waits = reached.iter().filter(|at| at.is_empty()).count();
        assert!(waits >= 2, "{how}: only {waits} while the board waits, {reached:?}");
    }
}

/// What goes down and comes up again rests and settles, also at run time.
#[test]
fn run_time_control_waits_as_well() {
    for board in ["blocking", "waiting"] {
        let found = run(&format!("power {board} control -"));
        let times = |label: &str| found.iter().filter(|word| **word == format!("+{label}")).count();
        // Boot, two more times all of it, its own suspension and that of what it hangs on.
        let rails = ["vaon", "v3v3", "vpll", "vref", "v1v8", "vcam", "vlens", "vgps", "vradio"].map(times);
        assert_eq!(rails, [1, 4, 4, 5, 5, 5, 6, 4, 4], "{board}");
    }
}

#[test]
fn the_simulation_can_fail() {
    for (fault, complaint) in [
        ("early", "v3v3 is not in regulation for pmic"),
        ("twice", "v3v3 is switched twice"),
        ("restless", "v3v3 has not been off long enough"),
        ("upstream", "vcam is switched on while v3v3 is not in regulation"),
    ] {
        let found = run(&format!("power mistake {fault} -"));
        assert_eq!(found, [format!("caught: {complaint}")]);
    }
}
