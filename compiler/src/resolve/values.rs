//! Reads typed values, each error at its own place.

use crate::messages::names as messages;
use crate::model::At;
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::{Ident, Number, NumberRange, Reference, Unit, Value};
use std::ops::RangeInclusive;

/// The longest wait that can be asked for: half the range of a 32-bit microsecond clock, rounded down to a figure.
pub(super) const LONGEST_WAIT: RangeInclusive<i128> = 0..=1_000_000_000_000;
/// How often an init can be tried.
pub(super) const RETRY: RangeInclusive<i128> = 1..=u8::MAX as i128;
/// Any amount of base units that fits 64 bits.
pub(super) const AMOUNT: RangeInclusive<i128> = 0..=u64::MAX as i128;
pub(super) const PRIORITY: RangeInclusive<i128> = 0..=u16::MAX as i128;
/// Any integer of 64 bits, signed or unsigned.
pub(super) const CONSTANT: RangeInclusive<i128> = i64::MIN as i128..=u64::MAX as i128;
pub(super) const ADDRESS: RangeInclusive<i128> = 0..=u64::MAX as i128;

/// How a value of this unit is written, for messages.
fn kind_of_value(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "a plain integer",
        Unit::Microvolt => "a voltage such as `3.3V`",
        Unit::Microampere => "a current such as `120mA`",
        Unit::Nanosecond => "a time such as `2ms`",
        Unit::Hertz => "a frequency such as `400kHz`",
        Unit::Ohm => "a resistance such as `10kOhm`",
        Unit::Byte => "a size such as `4KiB`",
    }
}

/// Reads property values and reports what does not fit.
pub(super) struct Values<'a> {
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Values<'_> {
    /// A number of `unit` in `range`.
    pub(super) fn number(
        &mut self,
        name: &Ident,
        value: &Value,
        unit: Unit,
        range: RangeInclusive<i128>,
    ) -> Option<Number> {
        let number = match value {
            Value::Number(number) if number.unit == unit => *number,
            Value::Broken(_) => return None,
            _ => {
                self.diagnostics.push(messages::wrong_value(&name.name, kind_of_value(unit), value.span()));
                return None;
            }
        };
        self.in_range(&name.name, &number, &range).then_some(number)
    }

    /// The same, as an unsigned amount.
    pub(super) fn amount(
        &mut self,
        name: &Ident,
        value: &Value,
        unit: Unit,
        range: RangeInclusive<i128>,
    ) -> Option<At<u64>> {
        let number = self.number(name, value, unit, range)?;
        Some(At { value: u64::try_from(number.amount).ok()?, span: number.span })
    }

    /// A range of `unit`; a single value is a range of one.
    pub(super) fn range(&mut self, name: &Ident, value: &Value, unit: Unit) -> Option<NumberRange> {
        let range = match value {
            Value::Range(range) => *range,
            Value::Number(number) => NumberRange { start: *number, end: *number, span: number.span },
            Value::Broken(_) => return None,
            _ => {
                self.diagnostics.push(messages::wrong_value(&name.name, kind_of_value(unit), value.span()));
                return None;
            }
        };
        for end in [range.start, range.end] {
            if end.unit != unit {
                self.diagnostics.push(messages::wrong_value(&name.name, kind_of_value(unit), end.span));
                return None;
            }
        }
        if range.start.amount > range.end.amount {
            self.diagnostics.push(messages::empty_range(&name.name, range.span));
            return None;
        }
        Some(range)
    }

    /// A reference.
    pub(super) fn reference<'v>(&mut self, name: &Ident, value: &'v Value) -> Option<&'v Reference> {
        match value {
            Value::Reference(reference) => Some(reference),
            Value::Broken(_) => None,
            _ => {
                self.diagnostics.push(messages::not_a_reference(&name.name, "a reference such as `&label`", value));
                None
            }
        }
    }

    /// A list of references; one alone is a list of one.
    pub(super) fn references<'v>(&mut self, name: &Ident, value: &'v Value) -> &'v [Reference] {
        match value {
            Value::References(references, _) => references,
            Value::Reference(reference) => std::slice::from_ref(reference),
            Value::Broken(_) => &[],
            _ => {
                let expected = "a list of references such as `[&a, &b]`";
                self.diagnostics.push(messages::not_a_reference(&name.name, expected, value));
                &[]
            }
        }
    }

    /// A single word.
    pub(super) fn word<'v>(&mut self, name: &Ident, value: &'v Value, expected: &str) -> Option<&'v Ident> {
        match value {
            Value::Word(word) => Some(word),
            Value::Broken(_) => None,
            _ => {
                self.diagnostics.push(messages::wrong_value(&name.name, expected, value.span()));
                None
            }
        }
    }

    /// Whether an amount is in range.
    pub(super) fn in_range(&mut self, name: &str, number: &Number, range: &RangeInclusive<i128>) -> bool {
        let fits = range.contains(&number.amount);
        if !fits {
            self.diagnostics.push(messages::out_of_range(name, number, range));
        }
        fits
    }
}
