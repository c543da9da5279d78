//! What instructions of Thumb refer to.
use super::line::{Line, Reference};
use std::collections::HashMap;

/// As the last operand of a branch, a load from a literal pool, or an address in the code.
pub(super) fn reference(line: &Line) -> Option<Reference> {
    let last = line.operands.last()?;
    // the program counter is two instructions ahead, and a load ignores its lowest bits
    let near = |offset: i64| ((line.address + 4) & !3).wrapping_add_signed(offset);
    if is_branch(&line.mnemonic) {
        Some(Reference::Code(u64::try_from(number(last)?).ok()?))
    } else if let Some(offset) = last.strip_prefix("[pc, ").and_then(|rest| rest.strip_suffix(']')) {
        line.mnemonic.starts_with("ldr").then(|| number(offset).map(|offset| Reference::Literal(near(offset))))?
    } else if line.mnemonic.starts_with("adr") {
        Some(Reference::Address(near(number(last)?)))
    } else {
        None
    }
}

fn is_branch(mnemonic: &str) -> bool {
    const CONDITIONS: [&str; 17] =
        ["", "eq", "ne", "hs", "cs", "lo", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le"];
    let name = mnemonic.trim_end_matches(".w");
    let is = |prefix: &str| name.strip_prefix(prefix).is_some_and(|condition| CONDITIONS.contains(&condition));
    is("b") || is("bl") || name == "cbz" || name == "cbnz"
}

/// `movw` and the `movt` that follows it make one value.
pub(super) fn pair(lines: &mut [Line]) {
    let mut lower: HashMap<String, (usize, u64)> = HashMap::new();
    for at in 0..lines.len() {
        let [register, value] = &lines[at].operands[..] else { continue };
        let Some(half) = number(value).and_then(|half| u64::try_from(half).ok()) else { continue };
        match &*lines[at].mnemonic {
            "movw" => drop(lower.insert(register.clone(), (at, half))),
            "movt" => {
                if let Some((first, low)) = lower.remove(register) {
                    let value = half << 16 | low;
                    lines[first].refers = Some(Reference::Half("#:lower16:", value, ""));
                    lines[at].refers = Some(Reference::Half("#:upper16:", value, ""));
                }
            }
            _ => {}
        }
    }
}

/// `#0x12`, `#-0x12` or `#5`.
fn number(text: &str) -> Option<i64> {
    super::line::number(text.strip_prefix('#')?)
}

#[cfg(test)]
mod tests {
    use super::super::line::{Line, Reference};
    use super::{pair, reference};

    #[test]
    fn branches_and_places_near_the_code_are_references() {
        let about = |mnemonic, operands| reference(&Line::new(0x102, mnemonic, operands));
        for (mnemonic, operands) in [("bl", "#0x48"), ("bne.w", "#0x48"), ("b", "#0x48"), ("cbz", "r0, #0x48")] {
            assert_eq!(about(mnemonic, operands), Some(Reference::Code(0x48)), "{mnemonic}");
        }
        assert_eq!(about("ldr", "r0, [pc, #8]"), Some(Reference::Literal(0x10c)));
        assert_eq!(about("ldr.w", "r0, [pc, #-0x8]"), Some(Reference::Literal(0xfc)));
        assert_eq!(about("adr", "r0, #0x24"), Some(Reference::Address(0x128)));
        for (mnemonic, operands) in [("bic", "r0, #1"), ("bkpt", "#0xab"), ("bx", "lr"), ("ldr", "r0, [r1, #8]")] {
            assert_eq!(about(mnemonic, operands), None, "{mnemonic}");
        }
    }

    #[test]
    fn the_halves_of_an_address_find_each_other() {
        let code = [("movw", "r0, #0x1234"), ("movw", "r1, #0x10"), ("movt", "r0, #0x2000")];
        let mut lines = code.map(|(mnemonic, operands)| Line::new(0, mnemonic, operands));
        pair(&mut lines);
        assert_eq!(lines[0].refers, Some(Reference::Half("#:lower16:", 0x2000_1234, "")));
        assert_eq!(lines[1].refers, None);
        assert_eq!(lines[2].refers, Some(Reference::Half("#:upper16:", 0x2000_1234, "")));
        assert_eq!(lines[0].text(Some("#:lower16:NAME")), "movw    r0, #:lower16:NAME");
    }
}
