//! Quantities as text, exactly: whole numbers of base units go in, and no digit is lost.

use bringup_dsl::ast::Unit;

type Steps = &'static [(i128, &'static str)];

const VOLTAGE: Steps = &[(1_000_000, "V"), (1_000, "mV"), (1, "uV")];
const CURRENT: Steps = &[(1_000_000, "A"), (1_000, "mA"), (1, "uA")];
const TIME: Steps = &[(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "us"), (1, "ns")];

/// Microvolts in prose: `3.3 V`.
pub(crate) fn voltage(microvolts: i128) -> String {
    scaled(microvolts, VOLTAGE, true, " ")
}

/// A range of microvolts in prose: `3.3 V`, `3 V to 4.2 V`.
pub(crate) fn voltages(lowest: i128, highest: i128) -> String {
    if lowest == highest { voltage(lowest) } else { format!("{} to {}", voltage(lowest), voltage(highest)) }
}

/// Microamperes in prose: `120 mA`.
pub(crate) fn current(microamperes: i128) -> String {
    scaled(microamperes, CURRENT, true, " ")
}

/// Nanoseconds in prose: `2 ms`.
pub(crate) fn time(nanoseconds: i128) -> String {
    scaled(nanoseconds, TIME, true, " ")
}

/// An amount as it is written in a board: `3.3V`, `500mA`, `2ms`.
pub(crate) fn written(amount: i128, unit: Unit) -> String {
    let steps: Steps = match unit {
        Unit::None => &[(1, "")],
        Unit::Microvolt => VOLTAGE,
        Unit::Microampere => CURRENT,
        Unit::Nanosecond => TIME,
        Unit::Hertz => &[(1_000_000_000, "GHz"), (1_000_000, "MHz"), (1_000, "kHz"), (1, "Hz")],
        Unit::Ohm => &[(1_000, "kOhm"), (1, "Ohm")],
        Unit::Byte => &[(1 << 20, "MiB"), (1 << 10, "KiB"), (1, "B")],
    };
    scaled(amount, steps, unit != Unit::Byte, "")
}

/// A range of voltages as it is written in a board: `3.3V`, `3V..=4.2V`.
pub(crate) fn written_voltages(lowest: i128, highest: i128) -> String {
    let end = |amount| written(amount, Unit::Microvolt);
    if lowest == highest { end(lowest) } else { format!("{}..={}", end(lowest), end(highest)) }
}

/// Currents for a column: all in milliamperes, or all in microamperes, the decimal points below each other.
pub(crate) fn current_column(microamperes: &[i128]) -> Vec<String> {
    let small = microamperes.iter().all(|amount| amount.unsigned_abs() < 1_000);
    let (thousands, name) = if small { (0, "uA") } else { (1, "mA") };
    column(microamperes, thousands, name)
}

/// Times for a column: all in milliseconds, or all in a smaller unit, the decimal points below each other.
pub(crate) fn time_column(nanoseconds: &[i128]) -> Vec<String> {
    let most = nanoseconds.iter().map(|amount| amount.unsigned_abs()).max().unwrap_or(0);
    let (thousands, name) = match most {
        0 | 1_000_000.. => (2, "ms"),
        1_000.. => (1, "us"),
        _ => (0, "ns"),
    };
    column(nanoseconds, thousands, name)
}

/// In units of so many times a thousand.
fn column(amounts: &[i128], thousands: u32, name: &str) -> Vec<String> {
    let (size, digits) = (1_000i128.pow(thousands), thousands as usize * 3);
    let rest = |amount: &i128| format!("{:0digits$}", (amount % size).unsigned_abs());
    let needed = |amount: &i128| if amount % size == 0 { 0 } else { rest(amount).trim_end_matches('0').len() };
    let decimals = amounts.iter().map(needed).max().unwrap_or(0);
    let number = |amount: &i128| match decimals {
        0 => format!("{}", amount / size),
        _ => format!("{}{}.{}", sign(*amount, size), amount / size, &rest(amount)[..decimals]),
    };
    let numbers: Vec<String> = amounts.iter().map(number).collect();
    let width = numbers.iter().map(String::len).max().unwrap_or(0);
    numbers.iter().map(|number| format!("{number:>width$} {name}")).collect()
}

/// In the largest unit that needs at most three decimals.
fn scaled(amount: i128, steps: Steps, decimal: bool, between: &str) -> String {
    let fits = |size: i128| amount % size == 0 || decimal && (amount % size) * 1_000 % size == 0;
    let large = |size: i128| amount.unsigned_abs() >= size.unsigned_abs();
    let last = steps[steps.len() - 1];
    let (size, name) = *steps.iter().find(|(size, _)| large(*size) && fits(*size)).unwrap_or(&last);
    let (whole, rest) = (amount / size, (amount % size) * 1_000 / size);
    match decimals(rest) {
        0 => format!("{whole}{between}{name}"),
        count => {
            let rest = format!("{:03}", rest.unsigned_abs());
            format!("{}{whole}.{}{between}{name}", sign(amount, size), &rest[..count])
        }
    }
}

/// How many decimals so many thousandths need.
fn decimals(thousandths: i128) -> usize {
    match thousandths {
        0 => 0,
        rest if rest % 100 == 0 => 1,
        rest if rest % 10 == 0 => 2,
        _ => 3,
    }
}

/// The sign that a whole part of zero does not show.
fn sign(amount: i128, size: i128) -> &'static str {
    if amount < 0 && amount / size == 0 { "-" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_read_as_people_write_them() {
        let cases = [
            (3_300_000, Unit::Microvolt, "3.3V"),
            (1_710_000, Unit::Microvolt, "1.71V"),
            (1, Unit::Microvolt, "1uV"),
            (-1_500_000, Unit::Microvolt, "-1.5V"),
            (-5_000, Unit::Microampere, "-5mA"),
            (0, Unit::Nanosecond, "0ns"),
            (1_000_000_000_000, Unit::Nanosecond, "1000s"),
            (1_500, Unit::Nanosecond, "1.5us"),
            (400_000, Unit::Hertz, "400kHz"),
            (1_536, Unit::Byte, "1536B"),
            (4 << 20, Unit::Byte, "4MiB"),
            (65_535, Unit::None, "65535"),
        ];
        for (amount, unit, expected) in cases {
            assert_eq!(written(amount, unit), expected);
        }
        assert_eq!(written_voltages(3_000_000, 4_200_000), "3V..=4.2V");
        assert_eq!(written_voltages(500_000, 500_000), "500mV");
    }

    #[test]
    fn in_prose_there_is_a_space() {
        assert_eq!(voltage(3_300_000), "3.3 V");
        assert_eq!(voltage(500_000), "500 mV");
        assert_eq!(voltage(-300_000), "-300 mV");
        assert_eq!(voltages(3_000_000, 4_200_000), "3 V to 4.2 V");
        assert_eq!(voltages(5_000_000, 5_000_000), "5 V");
        assert_eq!(current(1_500_000), "1.5 A");
        assert_eq!(current(90_909), "90.909 mA");
        assert_eq!(current(1_234_567), "1234.567 mA");
        assert_eq!(current(50), "50 uA");
        assert_eq!(time(2_000_000), "2 ms");
        assert_eq!(time(1_000_001), "1000.001 us");
    }

    #[test]
    fn no_amount_is_too_large() {
        for amount in [i128::MIN, i128::MIN + 1, i128::MAX] {
            let digits: String = current(amount).chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits.trim_end_matches('0'), amount.unsigned_abs().to_string().trim_end_matches('0'));
            assert_eq!((current_column(&[amount]).len(), time_column(&[amount]).len()), (1, 1));
        }
    }

    #[test]
    fn a_column_has_its_points_below_each_other() {
        assert_eq!(current_column(&[350_000, 90_910, 4_000]), ["350.00 mA", " 90.91 mA", "  4.00 mA"]);
        assert_eq!(current_column(&[1_500_000, 120_000]), ["1500 mA", " 120 mA"]);
        assert_eq!(current_column(&[900, 7]), ["900 uA", "  7 uA"]);
        assert_eq!(current_column(&[-500, 1_001]), ["-0.500 mA", " 1.001 mA"]);
        assert_eq!(current_column(&[]), Vec::<String>::new());
        assert_eq!(time_column(&[0, 12_000_000, 1_500_000]), [" 0.0 ms", "12.0 ms", " 1.5 ms"]);
        assert_eq!(time_column(&[1_000_001, -500]), [" 1.000001 ms", "-0.000500 ms"]);
        assert_eq!(time_column(&[2_000, 10]), ["2.00 us", "0.01 us"]);
        assert_eq!(time_column(&[7]), ["7 ns"]);
        assert_eq!(time_column(&[0]), ["0 ms"]);
    }
}
