//! One instruction, as the disassembler has it.

/// An instruction and what its last operand is about.
pub(super) struct Line {
    pub(super) address: u64,
    pub(super) mnemonic: String,
    pub(super) operands: Vec<String>,
    pub(super) refers: Option<Reference>,
}

/// In place of the last operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reference {
    /// Where a branch goes.
    Code(u64),
    /// Where a word is that is loaded.
    Literal(u64),
    Address(u64),
    /// Part of a value, with what is written before and after its name.
    Half(&'static str, u64, &'static str),
}

impl Line {
    pub(super) fn new(address: u64, mnemonic: &str, operands: &str) -> Self {
        let (mut parts, mut depth) = (vec![String::new()], 0);
        for char in operands.chars() {
            match char {
                '[' | '{' => depth += 1,
                ']' | '}' => depth -= 1,
                ',' if depth == 0 => {
                    parts.push(String::new());
                    continue;
                }
                _ => {}
            }
            if let Some(part) = parts.last_mut() {
                part.push(char);
            }
        }
        let parts = parts.iter().map(|part| part.trim().to_string()).filter(|part| !part.is_empty());
        Line { address, mnemonic: mnemonic.to_string(), operands: parts.collect(), refers: None }
    }

    /// With `last` in place of the last operand.
    pub(super) fn text(&self, last: Option<&str>) -> String {
        let mut operands: Vec<&str> = self.operands.iter().map(String::as_str).collect();
        if let (Some(operand), Some(last)) = (operands.last_mut(), last) {
            *operand = last;
        }
        format!("{:<8}{}", self.mnemonic, operands.join(", ")).trim_end().to_string()
    }
}

/// `0x12`, `-0x12` or `5`.
pub(super) fn number(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let value = match digits.strip_prefix("0x") {
        Some(hex) => i64::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some(sign * value)
}
