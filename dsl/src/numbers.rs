//! Numbers with units, exactly, in base units.

use crate::ast::{Number, Unit};
use crate::{Diagnostic, Span, messages};

/// Every unit: how it is written, what it counts, how many base units it is.
pub(crate) const UNITS: &[(&str, Unit, i128)] = &[
    ("V", Unit::Microvolt, 1_000_000),
    ("mV", Unit::Microvolt, 1_000),
    ("uV", Unit::Microvolt, 1),
    ("µV", Unit::Microvolt, 1),
    ("A", Unit::Microampere, 1_000_000),
    ("mA", Unit::Microampere, 1_000),
    ("uA", Unit::Microampere, 1),
    ("µA", Unit::Microampere, 1),
    ("s", Unit::Nanosecond, 1_000_000_000),
    ("ms", Unit::Nanosecond, 1_000_000),
    ("us", Unit::Nanosecond, 1_000),
    ("µs", Unit::Nanosecond, 1_000),
    ("ns", Unit::Nanosecond, 1),
    ("Hz", Unit::Hertz, 1),
    ("kHz", Unit::Hertz, 1_000),
    ("MHz", Unit::Hertz, 1_000_000),
    ("GHz", Unit::Hertz, 1_000_000_000),
    ("Ohm", Unit::Ohm, 1),
    ("kOhm", Unit::Ohm, 1_000),
    ("B", Unit::Byte, 1),
    ("KiB", Unit::Byte, 1 << 10),
    ("MiB", Unit::Byte, 1 << 20),
];

/// What people write, and what they mean.
const NICKNAMES: &[(&str, &str)] = &[
    ("kB", "KiB"),
    ("KB", "KiB"),
    ("MB", "MiB"),
    ("k", "kOhm"),
    ("R", "Ohm"),
    ("ohms", "Ohm"),
    ("Ω", "Ohm"),
    ("kΩ", "kOhm"),
    ("sec", "s"),
    ("msec", "ms"),
    ("usec", "us"),
    ("bytes", "B"),
    ("Volt", "V"),
    ("Amp", "A"),
];

const RUST_SUFFIXES: &[&str] = &[
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f16", "f32", "f64",
    "f128",
];

/// A number literal taken apart. `_` are still in it.
pub(crate) struct Literal<'a> {
    radix: u32,
    whole: &'a str,
    fraction: Option<&'a str>,
    exponent: bool,
    pub(crate) suffix: &'a str,
}

impl<'a> Literal<'a> {
    /// Takes `text` apart, which is a sound number literal.
    pub(crate) fn new(text: &'a str) -> Self {
        let radix = match text.get(..2) {
            Some("0x") => 16,
            Some("0o") => 8,
            Some("0b") => 2,
            _ => 10,
        };
        let (whole, rest) = digits(if radix == 10 { text } else { &text[2..] }, radix);
        let mut literal = Literal { radix, whole, fraction: None, exponent: false, suffix: rest };
        if radix != 10 {
            return literal;
        }
        if let Some(rest) = rest.strip_prefix('.') {
            let (fraction, rest) = digits(rest, 10);
            (literal.fraction, literal.suffix) = (Some(fraction), rest);
        }
        if let Some(rest) = literal.suffix.strip_prefix(['e', 'E']) {
            literal.exponent = true;
            literal.suffix = digits(rest.trim_start_matches(['+', '-']), 10).1;
        }
        literal
    }

    /// Whether the suffix is a Rust type.
    pub(crate) fn is_rust(&self) -> bool {
        RUST_SUFFIXES.contains(&self.suffix)
    }

    /// The value in base units.
    pub(crate) fn read(&self, negative: bool, span: Span) -> Result<Number, Box<Diagnostic>> {
        let (unit, factor) = match unit(self.suffix) {
            Some(unit) => unit,
            None => return Err(Box::new(messages::unknown_unit(span, self.suffix, suggestion(self.suffix)))),
        };
        if unit == Unit::None && (self.fraction.is_some() || self.exponent) {
            return Err(Box::new(messages::fraction_without_unit(span)));
        }
        if self.exponent {
            return Err(Box::new(messages::exponent(span)));
        }
        if unit != Unit::None && self.radix != 10 {
            return Err(Box::new(messages::unit_after_radix(span, self.suffix)));
        }
        let whole = integer(self.whole, self.radix).and_then(|whole| whole.checked_mul(factor));
        let part = self.part(factor).ok_or_else(|| messages::not_whole(span, unit))?;
        let amount = whole.and_then(|whole| whole.checked_add(part)).map(|sum| if negative { -sum } else { sum });
        match amount {
            Some(amount) if (i64::MIN.into()..=u64::MAX.into()).contains(&amount) => {
                Ok(Number { amount, unit, span })
            }
            _ => Err(Box::new(messages::too_big(span, unit))),
        }
    }

    /// The fraction in base units, if it is a whole number of them.
    fn part(&self, factor: i128) -> Option<i128> {
        let Some(fraction) = self.fraction else { return Some(0) };
        let digits = fraction.replace('_', "");
        let digits = digits.trim_end_matches('0');
        // No factor has more than 20 factors of 2 or 5.
        let scale = 10i128.pow(u32::try_from(digits.len()).ok().filter(|length| *length <= 20)?);
        let scaled = integer(digits, 10)? * factor;
        (scaled % scale == 0).then_some(scaled / scale)
    }
}

/// What it counts, and how many base units it is.
fn unit(suffix: &str) -> Option<(Unit, i128)> {
    let find =
        |suffix: &str| UNITS.iter().find(|(name, ..)| *name == suffix).map(|(_, unit, factor)| (*unit, *factor));
    match suffix {
        "" => Some((Unit::None, 1)),
        // Two letters look like this one.
        _ => find(suffix).or_else(|| find(&suffix.replace('μ', "µ"))),
    }
}

fn digits(text: &str, radix: u32) -> (&str, &str) {
    text.split_at(text.find(|c: char| c != '_' && !c.is_digit(radix)).unwrap_or(text.len()))
}

/// `None` if it does not fit.
fn integer(digits: &str, radix: u32) -> Option<i128> {
    digits
        .chars()
        .filter_map(|c| c.to_digit(radix))
        .try_fold(0i128, |value, digit| value.checked_mul(radix.into())?.checked_add(digit.into()))
}

/// The unit that was probably meant.
fn suggestion(written: &str) -> Option<&'static str> {
    let nickname = NICKNAMES.iter().find(|(name, _)| *name == written).map(|(_, unit)| *unit);
    let names = || UNITS.iter().map(|(name, ..)| *name);
    nickname.or_else(|| names().find(|name| name.eq_ignore_ascii_case(written))).or_else(|| {
        // One letter that is missing or too many, in units long enough to be recognised.
        names().find(|name| name.len() > 2 && (one_removed(name, written) || one_removed(written, name)))
    })
}

/// Whether `short` is `long` without one of its characters.
fn one_removed(long: &str, short: &str) -> bool {
    long.len() <= 8
        && long
            .char_indices()
            .any(|(at, c)| short.starts_with(&long[..at]) && short[at..] == long[at + c.len_utf8()..])
}
