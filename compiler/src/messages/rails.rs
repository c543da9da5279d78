//! Words about rails.

use super::quantity::time;
use crate::model::At;
use bringup_dsl::{Code, Diagnostic, Span};

/// `why`: what asks for it, and where.
pub(crate) fn cannot_switch_on(rail: &str, declared: Span, why: (&str, Span)) -> Diagnostic {
    let title = format!("rail `{rail}` cannot be switched on");
    Diagnostic::new(Code::B0404, title, declared, "has no `enable`")
        .related(why.1, why.0)
        .help("give it an `enable`, or say `always_on;` or `boot_on;`")
}

/// `flag`: why nothing switches it. `properties`: what would, or would ask for it, each with its place.
pub(crate) fn never_switched(rail: &str, flag: (&str, Span), properties: &[(&str, Span)]) -> Diagnostic {
    let names: Vec<&str> = properties.iter().map(|property| property.0).collect();
    let title = format!("rail `{rail}` is {} and has {}", flag.0, super::list(&names));
    let mut diagnostic = Diagnostic::new(Code::B0404, title, flag.1, "never switched");
    for (_, span) in properties {
        diagnostic = diagnostic.related(*span, "would never run");
    }
    diagnostic.help("a rail that is on at reset and can be switched is `boot_on`, with `enable` and `disable`")
}

/// `upstream`: the rail, the place where it is named, and what switches it.
pub(crate) fn always_on_below_switched(
    label: &str,
    flag: Span,
    upstream: (&str, Span, Span),
    better: Option<&str>,
) -> Diagnostic {
    let (upstream, from, switched) = upstream;
    let title = format!("rail `{label}` is `always_on`, and `{upstream}` that feeds it is switched");
    let follow = format!("if `{label}` follows `{upstream}`, give it `enable = ();` and `disable = ();` instead");
    Diagnostic::new(Code::B0406, title, flag, format!("`{label}` is always on"))
        .related(from, format!("`{label}` is fed from `{upstream}`"))
        .related(switched, format!("`{upstream}` is switched off here"))
        .help(match better {
            Some(better) => format!("feed it from `{better}`, which is always on; {follow}"),
            None => follow,
        })
}

/// `good` without an end.
pub(crate) fn good_without_timeout(label: &str, good: Span) -> Diagnostic {
    let title = format!("`good` of `{label}` has no `timeout`");
    Diagnostic::new(Code::B0409, title, good, "asked until it is true")
        .help("say how long after `enable` the rail has failed: `timeout = 10ms;`")
}

/// `name`: `timeout` or `good_after`.
pub(crate) fn without_good(label: &str, name: &str, span: Span) -> Diagnostic {
    let title = format!("`{name}` of `{label}` has no `good`");
    Diagnostic::new(Code::B0409, title, span, "nothing is asked")
        .help("add `good = …;`, which tells whether the rail is up; a fixed time is `ramp = 2ms;`")
}

/// `first`: what says when `good` is asked first, and that time; both times in nanoseconds.
pub(crate) fn good_too_late(label: &str, first: (&str, At<u64>), timeout: At<u64>) -> Diagnostic {
    let (name, first) = first;
    let (after, end) = (time(first.value.into()), time(timeout.value.into()));
    let title = format!("`{label}` fails before `good` is asked: {after} > {end}");
    Diagnostic::new(Code::B0409, title, first.span, format!("first asked {after} after `enable`"))
        .related(timeout.span, format!("failed {end} after `enable`"))
        .help(format!("make `timeout` longer than `{name}`"))
}

/// `what`: "for" or the like.
pub(crate) fn wait_without_clock(what: &str, label: &str, time: Span) -> Diagnostic {
    let title = format!("waiting {what} `{label}` needs a clock");
    Diagnostic::new(Code::B0405, title, time, "nothing measures this time")
        .help("name a type that implements `bringup::Clock`: `clock = crate::time::Systick;`")
}
