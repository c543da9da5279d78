//! Numbers are exact, and what is not a whole number of base units is refused.

mod common;

use bringup_dsl::ast::{EntryKind, ItemKind, Number, Unit, Value};
use common::{Parsed, inline};

fn read(number: &str) -> Parsed {
    inline(&format!("board x; n {{ v = {number}; }}"))
}

fn value(parsed: &Parsed) -> &Value {
    let ItemKind::Node(node) = &parsed.file.items[0].kind else { panic!() };
    let EntryKind::Property(property) = &node.body[0].kind else { panic!() };
    &property.value
}

#[track_caller]
fn check(number: &str, amount: i128, unit: Unit) {
    let parsed = read(number);
    assert_eq!(parsed.errors(), Vec::<String>::new());
    let Value::Number(Number { amount: found, unit: found_unit, span }) = value(&parsed) else {
        panic!("{number}: {:?}", value(&parsed))
    };
    assert_eq!((*found, *found_unit), (amount, unit), "{number}");
    assert_eq!(parsed.text(*span), number);
}

#[track_caller]
fn refuse(number: &str, error: &str) {
    let parsed = read(number);
    assert_eq!(parsed.errors(), [format!("{} 1:18 {}", &error[..5], &error[6..])], "{number}");
    assert!(matches!(value(&parsed), Value::Broken(_)), "{number}");
}

#[track_caller]
fn help(number: &str, help: &str) {
    assert_eq!(read(number).diagnostics.iter().next().unwrap().help.as_deref(), Some(help), "{number}");
}

#[test]
fn every_unit() {
    for (number, amount, unit) in [
        ("1V", 1_000_000, Unit::Microvolt),
        ("1mV", 1_000, Unit::Microvolt),
        ("1uV", 1, Unit::Microvolt),
        ("1µV", 1, Unit::Microvolt),
        ("1μV", 1, Unit::Microvolt), // the Greek letter instead of the micro sign
        ("1A", 1_000_000, Unit::Microampere),
        ("1mA", 1_000, Unit::Microampere),
        ("1uA", 1, Unit::Microampere),
        ("1µA", 1, Unit::Microampere),
        ("1s", 1_000_000_000, Unit::Nanosecond),
        ("1ms", 1_000_000, Unit::Nanosecond),
        ("1us", 1_000, Unit::Nanosecond),
        ("1µs", 1_000, Unit::Nanosecond),
        ("1ns", 1, Unit::Nanosecond),
        ("1Hz", 1, Unit::Hertz),
        ("1kHz", 1_000, Unit::Hertz),
        ("1MHz", 1_000_000, Unit::Hertz),
        ("1GHz", 1_000_000_000, Unit::Hertz),
        ("1Ohm", 1, Unit::Ohm),
        ("1kOhm", 1_000, Unit::Ohm),
        ("1B", 1, Unit::Byte),
        ("1KiB", 1024, Unit::Byte),
        ("1MiB", 1 << 20, Unit::Byte),
    ] {
        check(number, amount, unit);
    }
}

#[test]
fn exact_fractions() {
    check("3.3V", 3_300_000, Unit::Microvolt);
    check("3.300_000V", 3_300_000, Unit::Microvolt);
    check("3.3000000000000000000000000000000000V", 3_300_000, Unit::Microvolt);
    check("0.000001V", 1, Unit::Microvolt);
    check("1.5KiB", 1536, Unit::Byte);
    check("0.00000095367431640625MiB", 1, Unit::Byte);
    check("-1.5ms", -1_500_000, Unit::Nanosecond);
}

#[test]
fn plain_integers() {
    check("0", 0, Unit::None);
    check("-5", -5, Unit::None);
    check("- 5", -5, Unit::None);
    check("1_000", 1000, Unit::None);
    check("0xFFFF_FFFF_FFFF_FFFF", u64::MAX.into(), Unit::None);
    check("18446744073709551615", u64::MAX.into(), Unit::None);
    check("-9223372036854775808", i64::MIN.into(), Unit::None);
    check("0b1010", 10, Unit::None);
    check("0o17", 15, Unit::None);
    check("0x10B", 0x10B, Unit::None);
    check("007", 7, Unit::None);
}

#[test]
fn what_does_not_fit() {
    refuse("0.0000001V", "B0207 not a whole number of microvolts");
    refuse("0.5Hz", "B0207 not a whole number of hertz");
    refuse("1.0005KiB", "B0207 not a whole number of bytes");
    refuse("0.000000000000000000000001s", "B0207 not a whole number of nanoseconds");
    refuse("18446744073709551616", "B0207 the value does not fit");
    refuse("-9223372036854775809", "B0207 the value does not fit");
    refuse("99999999999999999999999999999999999999999999999999V", "B0207 the value does not fit");
    refuse("0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF", "B0207 the value does not fit");
    refuse("18446744073710V", "B0207 the value does not fit");
}

#[test]
fn wrong_kinds() {
    refuse("1.5", "B0206 a decimal fraction needs a unit");
    refuse("1e3", "B0206 a decimal fraction needs a unit");
    refuse("1e3Hz", "B0206 a quantity has no exponent");
    refuse("0b1B", "B0206 a number in `B` is written in decimal");
    refuse("0x10kHz", "B0206 a number in `kHz` is written in decimal");
}

#[test]
fn unknown_units() {
    refuse("3.3v", "B0208 unknown unit `v`");
    refuse("3.3 V", "B0208 the unit `V` stands apart from its number");
    refuse("5parsec", "B0208 unknown unit `parsec`");
    refuse("-5parsec", "B0208 unknown unit `parsec`");
    help("3.3v", "did you mean `V`?");
    help("3.3 V", "write `3.3V`");
    help("400khz", "did you mean `kHz`?");
    help("400KHz", "did you mean `kHz`?");
    help("5kB", "did you mean `KiB`?");
    help("5MHzz", "did you mean `MHz`?");
    help("5Oh", "did you mean `Ohm`?");
    help("5kΩ", "did you mean `kOhm`?");
    help("5sec", "did you mean `s`?");
    assert!(read("5parsec").diagnostics.iter().next().unwrap().help.as_ref().unwrap().starts_with("units: `V`"));
}

#[test]
fn both_ends_of_a_range_are_read() {
    assert_eq!(read("1v..=2q").errors(), ["B0208 1:18 unknown unit `v`", "B0208 1:23 unknown unit `q`"]);
    assert_eq!(read("1V..2V").errors(), ["B0101 1:18 a range includes both ends"]);
    let parsed = read("2V ..= 1V");
    assert_eq!(parsed.errors(), Vec::<String>::new());
    assert!(matches!(value(&parsed), Value::Range(range) if range.start.amount == 2_000_000));
}

#[test]
fn rust_types_make_rust() {
    for number in ["1u8", "1.5f32", "0xFFusize", "-1i32"] {
        let parsed = read(number);
        assert_eq!(parsed.errors(), Vec::<String>::new());
        assert!(matches!(value(&parsed), Value::Rust(rust) if parsed.text(rust.span) == number), "{number}");
    }
    let parsed = inline("board x; n @ 1u8 { }");
    assert_eq!(parsed.errors(), ["B0206 1:14 a plain number is expected here"]);
}
