//! Words about inputs, claims and addresses.

use bringup_dsl::ast::NumberRange;
use bringup_dsl::{Code, Diagnostic, Span};

pub(crate) fn claimed_twice(what: &str, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    Diagnostic::new(
        Code::B0501,
        format!("`{what}` is claimed twice"),
        second.1,
        format!("claimed by `{}` again", second.0),
    )
    .related(first.1, format!("first claimed by `{}`", first.0))
    .help("one node owns an input; others reach it through that node")
}

pub(crate) fn same_address(bus: &str, address: u64, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    let title = format!("`{}` and `{}` have the same address on `{bus}`", first.0, second.0);
    Diagnostic::new(Code::B0502, title, second.1, format!("`{}` is at {address:#x} too", second.0))
        .related(first.1, format!("`{}` is at {address:#x}", first.0))
}

pub(crate) fn address_outside(node: &str, bus: &str, address: Span, range: &NumberRange) -> Diagnostic {
    let title = format!("the address of `{node}` is outside its bus");
    let shown = format!("{:#x}..={:#x}", range.start.amount, range.end.amount);
    Diagnostic::new(Code::B0503, title, address, format!("`{bus}` has addresses {shown}"))
        .related(range.span, "the addresses of the bus")
}

pub(crate) fn not_claimed(what: &str, node: &str, span: Span, init: Option<Span>) -> Diagnostic {
    let title = format!("`{node}` gives back `{what}`, which it did not claim");
    let diagnostic = Diagnostic::new(Code::B0601, title, span, "not claimed");
    match init {
        Some(init) => diagnostic.related(init, "claims nothing of that name"),
        None => diagnostic.note("the node has no `init`, so it claims nothing"),
    }
}

pub(crate) fn given_back_twice(what: &str, first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(Code::B0601, format!("`{what}` is given back twice"), second, "given back again")
        .related(first, "first given back here")
}

pub(crate) fn claim_in_repeated(what: &str, property: &str, span: Span) -> Diagnostic {
    let title = format!("`{property}` cannot claim `{what}`");
    Diagnostic::new(Code::B0602, title, span, "moves an input")
        .note(format!("`{property}` can run more than once, and an input can be moved only once"))
        .help("claim it in the `init` of a node, and let that node be used here with `&mut`")
}

pub(crate) fn awaits(property: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::B0604, format!("`{property}` cannot await"), span, "awaits here")
        .note("it also runs when a boot is cancelled, and then nobody is left to poll it")
}

pub(crate) fn never_made(node: &str, ty: Span, span: Span) -> Diagnostic {
    Diagnostic::new(Code::B0605, format!("`{node}` has a handle and no `init`"), span, "no `init`")
        .related(ty, "this handle is never made")
        .help(format!("give it an `init`, or write `{node} {{ … }}` if it only groups others"))
}

pub(crate) fn live_required(rail: &str, flag: (&str, Span), control: (&str, Span), why: (&str, Span)) -> Diagnostic {
    let title = format!("`{rail}` needs `{}` live from the start", control.0);
    Diagnostic::new(Code::B0603, title, control.1, format!("`{rail}` is switched by `{}`", control.0))
        .related(why.1, format!("`{}` is {}", control.0, why.0))
        .related(flag.1, format!("`{rail}` is {}", flag.0))
}
