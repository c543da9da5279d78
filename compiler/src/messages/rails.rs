//! Words about rails.

use bringup_dsl::{Code, Diagnostic, Span};

pub(crate) fn cannot_switch_on(rail: &str, declared: Span, user: (&str, Span)) -> Diagnostic {
    let title = format!("rail `{rail}` cannot be switched on");
    Diagnostic::new(Code::B0404, title, declared, "has no `enable`")
        .related(user.1, format!("needed by `{}`", user.0))
        .help("give it an `enable`, or say `always_on;` or `boot_on;`")
}

pub(crate) fn never_needs_switching(rail: &str, flag: Span, property: &str, span: Span) -> Diagnostic {
    let title = format!("rail `{rail}` is `always_on` and has `{property}`");
    Diagnostic::new(Code::B0404, title, span, "would never run")
        .related(flag, "never switched")
        .help("take one of them out; a rail that is on at reset but can be switched is `boot_on`")
}

pub(crate) fn wait_without_clock(rail: &str, ramp: Span) -> Diagnostic {
    Diagnostic::new(
        Code::B0405,
        format!("waiting for `{rail}` needs a clock"),
        ramp,
        "something has to wait this long",
    )
    .help("name a type that implements `bringup::Clock`: `clock = crate::time::Systick;`")
}
