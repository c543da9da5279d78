//! The words of every diagnostic of this crate, by what they are about.

pub(crate) mod claims;
pub(crate) mod files;
pub(crate) mod intake;
pub(crate) mod lints;
pub(crate) mod load;
pub(crate) mod names;
pub(crate) mod order;
pub(crate) mod power;
pub(crate) mod quantity;
pub(crate) mod rails;
pub(crate) mod signals;
pub(crate) mod time;

use bringup_dsl::Diagnostics;

/// How many names to look at for a suggestion: all, or none once there are so many errors that nobody reads them.
pub(crate) fn candidates(diagnostics: &Diagnostics) -> usize {
    if diagnostics.iter().count() < 100 { usize::MAX } else { 0 }
}

/// The candidate that `name` is most likely a misspelling of. O(candidates).
pub(crate) fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = name.chars().count().max(3) / 3;
    let near = |candidate: &&str| candidate.len().abs_diff(name.len()) <= 2 * most;
    let scored = candidates
        .into_iter()
        .filter(near)
        .map(|candidate| (strsim::damerau_levenshtein(&name.to_lowercase(), &candidate.to_lowercase()), candidate));
    scored.filter(|(distance, _)| *distance <= most).min().map(|(_, candidate)| candidate)
}

/// "did you mean …", where something comes close; otherwise the list of what there is, if it is short.
pub(crate) fn suggestion<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut candidates: Vec<&str> = candidates.into_iter().collect();
    candidates.sort_unstable();
    candidates.dedup();
    if let Some(close) = closest(name, candidates.iter().copied()) {
        return Some(format!("did you mean `{close}`?"));
    }
    match candidates.as_slice() {
        [] => None,
        [only] => Some(format!("there is only `{only}`")),
        few if few.len() <= 12 => Some(format!("there are {}", list(few))),
        _ => None,
    }
}

/// `a`, `b` and `c`
pub(crate) fn list<S: AsRef<str>>(names: &[S]) -> String {
    let mut text = String::new();
    for (at, name) in names.iter().enumerate() {
        let before = match at {
            0 => "",
            _ if at + 1 == names.len() => " and ",
            _ => ", ",
        };
        text.push_str(before);
        text.push_str(&format!("`{}`", name.as_ref()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_has_a_suggestion() {
        let names = ["level", "priority", "depends", "time", "init_skip"];
        let cases =
            [("levle", "level"), ("depnds", "depends"), ("Priority", "priority"), ("init_skipp", "init_skip")];
        for (name, meant) in cases {
            assert_eq!(closest(name, names), Some(meant), "{name}");
        }
    }

    #[test]
    fn another_word_has_none() {
        let names = ["level", "priority", "depends", "time", "irq"];
        for name in ["size", "name", "mode", "label", "odr", "line", ""] {
            assert_eq!(closest(name, names), None, "{name}");
        }
    }

    #[test]
    fn of_equally_close_names_the_first_in_the_alphabet_is_meant() {
        assert_eq!(closest("i2c", ["i2c3", "i2c1", "i2c2"]), Some("i2c1"));
    }

    #[test]
    fn where_nothing_comes_close_a_short_list_helps() {
        assert_eq!(suggestion("x", ["main"]), Some("there is only `main`".into()));
        assert_eq!(suggestion("x", ["core", "bus", "core"]), Some("there are `bus` and `core`".into()));
        assert_eq!(suggestion("x", []), None);
        let many: Vec<String> = (10..30).map(|number| format!("name{number}")).collect();
        assert_eq!(suggestion("x", many.iter().map(String::as_str)), None);
    }

    #[test]
    fn lists_read_like_prose() {
        assert_eq!(list(&["a"]), "`a`");
        assert_eq!(list(&["a", "b", "c"]), "`a`, `b` and `c`");
    }
}
