//! The traces that a boot must leave.
use crate::Result;

/// What follows from the trace of a boot without a failure: the traces of that and of a failure of each node, in order of the
/// nodes. Nothing comes after a node that fails, and all that is up before it goes down in reverse order; not without
/// `rollback`.
pub fn traces(success: &str, rollback: bool) -> Result<Vec<String>> {
    let wrong = || format!("not the trace of a boot: `{success}`");
    let events = success.strip_suffix('#').ok_or_else(wrong)?;
    let starts = events.match_indices(['+', '~']).map(|(at, _)| at).chain([events.len()]).collect::<Vec<_>>();
    let events: Vec<&str> = starts.windows(2).map(|pair| &events[pair[0]..pair[1]]).collect();
    let mut failures = Vec::new();
    for (at, event) in events.iter().enumerate().filter(|(_, event)| event.starts_with('+')) {
        let node = &event[1..];
        let up = events[..at].iter().rev().filter_map(|event| event.strip_prefix('+'));
        let down: String = up.filter(|_| rollback).map(|node| format!("-{node}")).collect();
        let before = events[..=at].concat();
        failures.push((node.parse::<u8>().map_err(|_| wrong())?, format!("{before}{down}!{node}")));
    }
    failures.sort();
    if !failures.iter().map(|(node, _)| *node).eq(0..failures.len() as u8) {
        return Err(wrong().into());
    }
    Ok([success.to_string()].into_iter().chain(failures.into_iter().map(|(_, trace)| trace)).collect())
}

#[cfg(test)]
mod tests {
    use super::traces;

    #[test]
    fn failures_follow_from_the_trace_of_a_success() {
        let boot = |rollback| traces("+0+2~5+1#", rollback).unwrap_or_default();
        assert_eq!(boot(true), ["+0+2~5+1#", "+0!0", "+0+2~5+1-2-0!1", "+0+2-0!2"]);
        assert_eq!(boot(false), ["+0+2~5+1#", "+0!0", "+0+2~5+1!1", "+0+2!2"]);
    }

    #[test]
    fn what_is_no_success_is_refused() {
        for trace in ["", "+0+1", "+0+2#", "+0+0#", "+0-0#", "+0!1#"] {
            assert!(traces(trace, true).is_err(), "{trace}");
        }
    }
}
