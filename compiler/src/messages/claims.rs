//! Words about inputs, claims and addresses.

use super::{closest, list};
use crate::model::At;
use bringup_dsl::ast::NumberRange;
use bringup_dsl::{Code, Diagnostic, Span};

/// `first` and `second`: who claims it, as what, and where.
pub(crate) fn claimed_twice(first: (&str, &str, Span), second: (&str, &str, Span)) -> Diagnostic {
    let ((owner, part, place), (node, what, span)) = (first, second);
    let title = format!("`{what}` is claimed twice");
    let help = match owner == node {
        true => "claim it once; an expression can bind it with `let`".to_owned(),
        false => format!("an input has one owner: let `{node}` reach it through `{owner}`, or give it another one"),
    };
    Diagnostic::new(Code::B0501, title, span, format!("`{node}` claims `{what}`"))
        .related(place, format!("`{owner}` claims `{part}`"))
        .help(help)
}

pub(crate) fn same_address(bus: &str, address: u64, first: (&str, Span), second: (&str, Span)) -> Diagnostic {
    let title = format!("`{}` and `{}` have the same address on `{bus}`", first.0, second.0);
    Diagnostic::new(Code::B0502, title, second.1, format!("`{}` is at {address:#x} too", second.0))
        .related(first.1, format!("`{}` is at {address:#x}", first.0))
        .help("give one of them another address, or `disabled;` if only one is fitted")
}

pub(crate) fn address_outside(node: &str, bus: &str, address: At<u64>, range: &NumberRange) -> Diagnostic {
    let title = format!("the address of `{node}` is outside its bus");
    // Data sheets print 7-bit addresses with the read/write bit behind them.
    let seven_bit = Some(address.value >> 1).filter(|seven_bit| {
        range.end.amount <= 0x7f && (range.start.amount..=range.end.amount).contains(&(*seven_bit).into())
    });
    let help = seven_bit.map(|seven_bit| {
        format!("if {:#x} includes the read/write bit, the address is {seven_bit:#04x}", address.value)
    });
    Diagnostic::new(Code::B0503, title, address.span, format!("`{bus}` has no such address"))
        .related(range.span, format!("the addresses of `{bus}`"))
        .maybe_help(help)
}

pub(crate) fn not_claimed(what: &str, node: &str, span: Span, init: Option<Span>, claimed: &[String]) -> Diagnostic {
    let title = format!("`{node}` gives back `{what}`, which it did not claim");
    let diagnostic = Diagnostic::new(Code::B0601, title, span, "not claimed");
    let Some(init) = init else { return diagnostic.note("the node has no `init`, so it claims nothing") };
    let diagnostic = diagnostic.related(init, format!("does not claim `{what}`"));
    match (closest(what, claimed.iter().map(String::as_str)), claimed) {
        (Some(close), _) => diagnostic.help(format!("did you mean `{close}`?")),
        (None, []) => diagnostic.note("it claims nothing"),
        (None, claimed) => diagnostic.note(format!("it claims {}", list(claimed))),
    }
}

pub(crate) fn given_back_twice(what: &str, first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(Code::B0601, format!("`{what}` is given back twice"), second, "given back again")
        .related(first, "first given back here")
}

/// `trailing`: the place of the `?` that ends the `init`, if one does. `inner`: those of all others.
pub(crate) fn loses_claims(node: &str, init: Span, trailing: Option<Span>, inner: &[Span]) -> Diagnostic {
    let title = format!("`{node}` cannot give its inputs back when `init` fails");
    let lost = "fails without the inputs";
    let (mut diagnostic, others) = match (trailing, inner) {
        (Some(_), [first, others @ ..]) => (Diagnostic::new(Code::B0606, title, *first, lost), others),
        _ => (Diagnostic::new(Code::B0606, title, init, "does not end in `?`"), inner),
    };
    for other in others {
        diagnostic = diagnostic.related(*other, lost);
    }
    if let Some(trailing) = trailing {
        diagnostic = diagnostic.related(trailing, "only here they come back");
    }
    diagnostic
        .note("the inputs stand beside the error: `Err((error, input))`, or `Err((error, (first, second)))`")
        .help("let one function do it all and return both, and end `init` in its `?`")
}

/// `kept`: what the first attempt moves for good, each with its place. `all`: everything that is claimed.
pub(crate) fn nothing_to_try_with(node: &str, retry: Span, kept: &[(String, Span)], all: &[String]) -> Diagnostic {
    let title = format!("a second attempt of `{node}` has no inputs");
    let mut diagnostic = Diagnostic::new(Code::B0607, title, retry, "can be tried only once");
    for (what, span) in kept {
        diagnostic = diagnostic.related(*span, format!("the first attempt moves `{what}`"));
    }
    diagnostic.help(format!("let a failed `init` give back all of it: `init ({}) = …?;`", all.join(", ")))
}

pub(crate) fn nothing_to_reach(node: &str, irq: Span, label: Span) -> Diagnostic {
    let title = format!("interrupts cannot reach `{node}`: it has no handle");
    Diagnostic::new(Code::B0608, title, irq, "makes the handle reachable from interrupt handlers")
        .related(label, "declared without a type")
        .help(format!("write `{node}: TYPE {{ … }}`, or take `irq` out"))
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
        .help("call something that is done when it returns")
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
        .help(format!("take {} out of `{}`, or {} out of `{rail}`", why.0, control.0, flag.0))
}
