//! Words about rails.

use bringup_dsl::{Code, Diagnostic, Span};

pub(crate) fn cannot_switch_on(rail: &str, declared: Span, user: (&str, Span)) -> Diagnostic {
    let title = format!("rail `{rail}` cannot be switched on");
    Diagnostic::new(Code::B0404, title, declared, "has no `enable`")
        .related(user.1, format!("needed by `{}`", user.0))
        .help("give it an `enable`, or say `always_on;` or `boot_on;`")
}

/// `properties`: what would switch it, each with its place.
pub(crate) fn never_switched(rail: &str, flag: Span, properties: &[(&str, Span)]) -> Diagnostic {
    let names: Vec<&str> = properties.iter().map(|property| property.0).collect();
    let title = format!("rail `{rail}` is `always_on` and has {}", super::list(&names));
    let mut diagnostic = Diagnostic::new(Code::B0404, title, flag, "never switched");
    for (_, span) in properties {
        diagnostic = diagnostic.related(*span, "would never run");
    }
    diagnostic.help("a rail that is on at reset and can be switched is `boot_on`")
}

/// `what`: "for" or the like.
pub(crate) fn wait_without_clock(what: &str, label: &str, time: Span) -> Diagnostic {
    let title = format!("waiting {what} `{label}` needs a clock");
    Diagnostic::new(Code::B0405, title, time, "nothing measures this time")
        .help("name a type that implements `bringup::Clock`: `clock = crate::time::Systick;`")
}
