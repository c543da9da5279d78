//! What instructions of RISC-V refer to.
use super::line::{Line, Reference, number};
use std::collections::HashMap;

const JUMPS: [&str; 14] =
    ["j", "jal", "beq", "bne", "blt", "bge", "bltu", "bgeu", "beqz", "bnez", "blez", "bgez", "bltz", "bgtz"];

/// As the last operand of a branch.
pub(super) fn reference(line: &Line) -> Option<Reference> {
    let name = line.mnemonic.strip_prefix("c.").unwrap_or(&line.mnemonic);
    let offset = number(line.operands.last()?)?;
    JUMPS.contains(&name).then(|| Reference::Code(line.address.wrapping_add_signed(offset)))
}

/// `lui` or `auipc`, and what adds the lower half to that register, make one value.
pub(super) fn pair(lines: &mut [Line]) {
    let mut upper: HashMap<String, (usize, i64)> = HashMap::new();
    for at in 0..lines.len() {
        let line = &lines[at];
        let name = line.mnemonic.strip_prefix("c.").unwrap_or(&line.mnemonic);
        let Some(first) = line.operands.first().cloned() else { continue };
        let half = line.operands.get(1).and_then(|half| number(half)).map(|half| half << 12);
        match (name, half) {
            ("lui", Some(half)) => drop(upper.insert(first, (at, half))),
            ("auipc", Some(half)) => drop(upper.insert(first, (at, line.address.wrapping_add_signed(half) as i64))),
            _ => {
                let Some((base, offset)) = lower(line) else { continue };
                if let Some((before, half)) = upper.get(&base).copied() {
                    let value = u64::from((half + offset) as u32);
                    lines[before].refers = Some(Reference::Half("%hi(", value, ")"));
                    lines[at].refers = Some(Reference::Half("%lo(", value, ")"));
                    upper.remove(&first);
                }
            }
        }
    }
}

/// Register and number that are added.
fn lower(line: &Line) -> Option<(String, i64)> {
    let last = line.operands.last()?;
    if let Some((offset, base)) = last.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        return Some((base.to_string(), number(offset)?));
    }
    match (line.mnemonic.as_str(), &line.operands[..]) {
        ("addi" | "jalr", [_, base, offset]) => Some((base.clone(), number(offset)?)),
        ("c.addi", [base, offset]) => Some((base.clone(), number(offset)?)),
        ("jalr", [base]) => Some((base.clone(), 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{Line, Reference};
    use super::{pair, reference};

    #[test]
    fn branches_are_references() {
        let about = |mnemonic, operands| reference(&Line::new(0x100, mnemonic, operands));
        for (mnemonic, operands) in [("c.j", "-0x10"), ("c.beqz", "a0, -0x10"), ("bltu", "a0, a1, -0x10")] {
            assert_eq!(about(mnemonic, operands), Some(Reference::Code(0xf0)), "{mnemonic}");
        }
        for (mnemonic, operands) in [("c.jr", "ra"), ("addi", "a0, a0, 4"), ("lw", "a0, 4(a1)")] {
            assert_eq!(about(mnemonic, operands), None, "{mnemonic}");
        }
    }

    #[test]
    fn the_halves_of_an_address_find_each_other() {
        let code = [("auipc", "ra, 1"), ("jalr", "ra, ra, -0x10"), ("lui", "a0, 0x80100"), ("lw", "a1, 8(a0)")];
        let mut lines = code.map(|(mnemonic, operands)| Line::new(0x8000_0000, mnemonic, operands));
        pair(&mut lines);
        assert_eq!(lines[0].refers, Some(Reference::Half("%hi(", 0x8000_0ff0, ")")));
        assert_eq!(lines[1].refers, Some(Reference::Half("%lo(", 0x8000_0ff0, ")")));
        assert_eq!(lines[2].refers, Some(Reference::Half("%hi(", 0x8010_0008, ")")));
        assert_eq!(lines[3].refers, Some(Reference::Half("%lo(", 0x8010_0008, ")")));
    }
}
