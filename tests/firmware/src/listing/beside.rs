//! Two listings in two columns.
use super::Listing;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Both listings side by side, a mark between lines that differ: `|` other, `<` only left, `>` only right.
pub fn beside(left: (&str, &Listing), right: (&str, &Listing)) -> String {
    let (old, new) = (left.1.lines(), right.1.lines());
    let width = old.iter().chain([&left.0.to_string()]).map(|line| line.chars().count()).max().unwrap_or(0);
    let row = |left: &str, mark: &str, right: &str| {
        let row = format!("{left:<width$} {mark} {right}");
        row.trim_end().to_string() + "\n"
    };
    let mut text = row(left.0, " ", right.0);
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (mark, old, new) = match op {
            DiffOp::Equal { .. } => (" ", &old[op.old_range()], &new[op.new_range()]),
            _ => ("|", &old[op.old_range()], &new[op.new_range()]),
        };
        for at in 0..old.len().max(new.len()) {
            text += &match (old.get(at), new.get(at)) {
                (Some(old), Some(new)) => row(old, mark, new),
                (Some(old), None) => row(old, "<", ""),
                (None, new) => row("", ">", new.map_or("", String::as_str)),
            };
        }
    }
    text
}
