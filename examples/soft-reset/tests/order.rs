//! The board has the order of the lists that are kept by hand.
#![allow(missing_docs)]

use bringup_tests::compile_text;
use soft_reset::by_hand::LEVELS;

const BOARD: &str = include_str!("../src/mcu.board");

fn by_hand() -> Vec<&'static str> {
    LEVELS.iter().flat_map(|(_, names)| names.iter().copied()).collect()
}

#[test]
fn the_board_has_the_order_of_the_lists() {
    let compiled = compile_text(BOARD);
    assert!(compiled.diagnostics.is_empty(), "{}", compiled.rendered());
    assert_eq!(compiled.order(), by_hand());
}

#[test]
fn each_driver_is_in_the_level_of_its_list() {
    let compiled = compile_text(BOARD);
    let plan = compiled.plan.as_ref().expect("the board has no errors");
    let in_level = |name: &str| {
        let steps = plan.steps.iter().filter(|step| plan.model.level(step.level).name == name);
        steps.map(|step| plan.model.label(step.node)).collect::<Vec<_>>()
    };
    for (level, names) in LEVELS {
        assert_eq!(in_level(level), names, "{level}");
    }
}

/// Neither test above could fail if the order came from somewhere else.
#[test]
fn another_priority_is_another_order() {
    let moved = BOARD.replacen("priority = 50;", "priority = 5;", 1);
    let compiled = compile_text(&moved);
    assert!(compiled.diagnostics.is_empty(), "{}", compiled.rendered());
    assert_ne!(compiled.order(), by_hand());
}
