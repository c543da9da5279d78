//! The words of every diagnostic of this crate, by what they are about.

pub(crate) mod claims;
pub(crate) mod files;
pub(crate) mod lints;
pub(crate) mod names;
pub(crate) mod order;
pub(crate) mod rails;

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
