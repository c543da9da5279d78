//! Words about names, values and properties.

use super::{closest, list, quantity, suggestion};
use bringup_dsl::ast::{Ident, Number, Reference, Value};
use bringup_dsl::{Code, Diagnostic, Span};
use std::ops::RangeInclusive;

pub(crate) fn unknown_attribute(name: &Ident) -> Diagnostic {
    let title = format!("unknown attribute `{}`", name.name);
    Diagnostic::new(Code::B0112, title, name.span, "means nothing here").help("`#[allow(L0903)]` is the only one")
}

pub(crate) fn unknown_lint(name: &Ident) -> Diagnostic {
    let lints: Vec<&str> = Code::ALL.iter().filter(|code| code.is_lint()).map(|code| code.name()).collect();
    Diagnostic::new(Code::B0112, format!("unknown lint `{}`", name.name), name.span, "not a lint")
        .help(format!("there are {}", list(&lints)))
}

pub(crate) fn unsupported(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::B0113, format!("`{name}` is not yet supported"), span, "understood, but not built yet")
        .help("leave it out for now")
}

pub(crate) fn unknown_label<'a>(
    label: &Ident,
    known: impl IntoIterator<Item = &'a str>,
    deleted: Option<Span>,
) -> Diagnostic {
    let title = format!("unknown label `{}`", label.name);
    let diagnostic = Diagnostic::new(Code::B0201, title, label.span, "no node or rail has this label");
    match deleted {
        Some(span) => diagnostic.related(span, "deleted here"),
        None => diagnostic.maybe_help(closest(&label.name, known).map(|name| format!("did you mean `{name}`?"))),
    }
}

/// An overlay or a deletion of what stands further down.
pub(crate) fn declared_later(label: &Ident, why: &str, declared: Span) -> Diagnostic {
    let title = format!("`{}` is not declared yet", label.name);
    Diagnostic::new(Code::B0201, title, label.span, why)
        .related(declared, "declared only here")
        .help("move it below the declaration")
}

/// An unknown label in an expression. It may be meant as a constant of the firmware.
pub(crate) fn unknown_handle<'a>(
    label: &Ident,
    known: impl IntoIterator<Item = &'a str>,
    deleted: Option<Span>,
) -> Diagnostic {
    let unknown = unknown_label(label, known, deleted);
    let is_constant = !label.name.chars().any(char::is_lowercase);
    match unknown.help.is_none() && is_constant {
        true => unknown.help(format!("a constant of the firmware is written as a path: `&crate::{}`", label.name)),
        false => unknown,
    }
}

pub(crate) fn borrowed_input(label: &Ident, declared: Span) -> Diagnostic {
    let name = &label.name;
    Diagnostic::new(Code::B0209, format!("`{name}` is an input"), label.span, "an input is moved, not referred to")
        .related(declared, "declared as an input here")
        .help(format!("write `{name}` without `&` in the `init` of the node that owns it"))
}

pub(crate) fn nothing_to_delete(target: &Ident, property: &Ident, known: &[String]) -> Diagnostic {
    let title = format!("`{}` has no `{}`", target.name, property.name);
    Diagnostic::new(Code::B0203, title, property.span, "nothing to delete")
        .maybe_help(suggestion(&property.name, known.iter().map(String::as_str)))
}

pub(crate) fn unknown_level<'a>(name: &Ident, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::new(Code::B0202, format!("unknown level `{}`", name.name), name.span, "not in `levels`")
        .maybe_help(suggestion(&name.name, known))
}

pub(crate) fn unknown_setting(name: &Ident, known: &[&str]) -> Diagnostic {
    Diagnostic::new(Code::B0203, format!("unknown setting `{}`", name.name), name.span, "a board has no such setting")
        .maybe_help(suggestion(&name.name, known.iter().copied()))
}

pub(crate) fn unknown_property(of: &str, name: &Ident, known: &[&str]) -> Diagnostic {
    let title = format!("unknown property `{}`", name.name);
    Diagnostic::new(Code::B0203, title, name.span, format!("{of} has no such property"))
        .maybe_help(suggestion(&name.name, known.iter().copied()))
}

pub(crate) fn unknown_flag(name: &Ident, known: &[&str]) -> Diagnostic {
    Diagnostic::new(Code::B0203, format!("unknown flag `{}`", name.name), name.span, "a node has no such flag")
        .maybe_help(suggestion(&name.name, known.iter().copied()))
        .note("a property of your own needs a value: `name = value;`")
}

pub(crate) fn no_self(name: &Ident) -> Diagnostic {
    let title = format!("unknown property `self.{}`", name.name);
    Diagnostic::new(Code::B0203, title, name.span, "only the expressions of a node have `self`")
        .help("write the value, or the path of a constant such as `crate::LIMIT`")
}

pub(crate) fn unknown_constant<'a>(name: &Ident, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let title = format!("unknown property `self.{}`", name.name);
    let fix = if name.name == "reg" { "give the node an address: `label: Type @ 0x68 { … }`" } else { "" };
    Diagnostic::new(Code::B0203, title, name.span, "this node has no such property").maybe_help(if fix.is_empty() {
        suggestion(&name.name, known)
    } else {
        Some(fix.into())
    })
}

pub(crate) fn duplicate_label(first: &Ident, second: &Ident) -> Diagnostic {
    Diagnostic::new(Code::B0204, format!("label `{}` is declared twice", second.name), second.span, "declared again")
        .related(first.span, "first declared here")
        .help(format!("to change the first one, write `&{} {{ … }}`", second.name))
}

pub(crate) fn duplicate_input(first: &Ident, second: &Ident) -> Diagnostic {
    Diagnostic::new(Code::B0204, format!("input `{}` is declared twice", second.name), second.span, "declared again")
        .related(first.span, "first declared here")
}

pub(crate) fn duplicate_level(first: Span, second: &Ident) -> Diagnostic {
    Diagnostic::new(Code::B0204, format!("level `{}` is declared twice", second.name), second.span, "declared again")
        .related(first, "first declared here")
}

pub(crate) fn duplicate_property(name: &str, first: Span, second: Span) -> Diagnostic {
    Diagnostic::new(Code::B0205, format!("`{name}` is given twice"), second, "given again")
        .related(first, "first given here")
}

pub(crate) fn wrong_value(name: &str, expected: &str, span: Span) -> Diagnostic {
    let title = format!("`{name}` does not take this value");
    Diagnostic::new(Code::B0206, title, span, format!("expected {expected}"))
}

pub(crate) fn not_a_reference(name: &str, expected: &str, value: &Value) -> Diagnostic {
    let help = match value {
        Value::Word(word) => Some(format!("write `&{}`", word.name)),
        _ => None,
    };
    wrong_value(name, expected, value.span()).maybe_help(help)
}

pub(crate) fn needs_a_value(name: &Ident) -> Diagnostic {
    Diagnostic::new(Code::B0206, format!("`{}` needs a value", name.name), name.span, "no value given")
        .help(format!("write `{} = …;`", name.name))
}

pub(crate) fn is_a_flag(name: &Ident) -> Diagnostic {
    Diagnostic::new(Code::B0206, format!("`{}` takes no value", name.name), name.span, "this is a flag")
        .help(format!("write `{};`", name.name))
}

pub(crate) fn not_a_constant(name: &Ident, known: &[&str], span: Span) -> Diagnostic {
    if let Some(close) = closest(&name.name, known.iter().copied()) {
        return unknown_property("a node", name, &[close]);
    }
    let title = format!("`{}` does not take this value", name.name);
    Diagnostic::new(Code::B0206, title, span, "expected a number, a quantity, `true`, `false` or a string")
        .note(format!("`{}` is a property of your own: a constant, `self.{}` in expressions", name.name, name.name))
}

pub(crate) fn empty_range(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::B0207, format!("the range of `{name}` is empty"), span, "starts above its end")
        .help("write the lower end first")
}

pub(crate) fn out_of_range(name: &str, number: &Number, range: &RangeInclusive<i128>) -> Diagnostic {
    let title = format!("`{name}` is out of range");
    let limit = match number.amount < *range.start() {
        true => format!("must be at least {}", quantity::written(*range.start(), number.unit)),
        false => format!("must be at most {}", quantity::written(*range.end(), number.unit)),
    };
    Diagnostic::new(Code::B0207, title, number.span, limit)
}

pub(crate) fn not_a_rail(property: &str, reference: &Reference, declared: Span) -> Diagnostic {
    let label = &reference.label.name;
    let title = format!("`{label}` is not a rail");
    Diagnostic::new(Code::B0209, title, reference.span, format!("`{property}` needs a rail"))
        .related(declared, format!("`{label}` is a node"))
        .maybe_help(
            (property == "power").then(|| format!("if it only has to be up first, write `depends = [&{label}];`")),
        )
}

pub(crate) fn not_a_device(property: &str, reference: &Reference, declared: Span) -> Diagnostic {
    let label = &reference.label.name;
    let title = format!("`{label}` is a rail");
    Diagnostic::new(Code::B0209, title, reference.span, format!("`{property}` needs a node"))
        .related(declared, "declared as a rail here")
        .maybe_help(
            (property == "control").then(|| format!("for the rail that feeds this one, write `from = &{label};`")),
        )
}

pub(crate) fn no_handle(label: &Ident, rail: bool, declared: Span) -> Diagnostic {
    let title = format!("`{}` has no handle", label.name);
    let (what, help) = match rail {
        true => ("a rail has no handle", format!("to have it on, write `power = &{};`", label.name)),
        false => ("declared without a type", format!("to have it up first, write `depends = [&{}];`", label.name)),
    };
    Diagnostic::new(Code::B0209, title, label.span, "used as a value").related(declared, what).help(help)
}

pub(crate) fn node_inside_rail(node: &Ident, rail: &Ident) -> Diagnostic {
    let title = format!("node `{}` stands inside a rail", node.name);
    Diagnostic::new(Code::B0209, title, node.span, "only a node can have nodes nested in it")
        .related(rail.span, format!("`{}` is a rail", rail.name))
        .help(format!("put it outside, with `power = &{};`", rail.name))
}

pub(crate) fn not_in_a_rail(span: Span) -> Diagnostic {
    Diagnostic::new(Code::B0203, "a rail has no such property", span, "only a node has it")
        .help("a rail has `from` for what feeds it, and `enable` and `disable`")
}

pub(crate) fn only_in_a_node(span: Span) -> Diagnostic {
    Diagnostic::new(Code::B0203, "this cannot stand here", span, "only a node has it")
}

pub(crate) fn reserved_property(name: &Ident) -> Diagnostic {
    let title = format!("`{}` is not a property of your own", name.name);
    Diagnostic::new(Code::B0210, title, name.span, format!("`self.{}` is the unit address", name.name))
        .help("write the address after the type: `label: Type @ 0x68 { … }`")
}

pub(crate) fn name_clash(name: &str, generated: &str, span: Span, other: Option<(&str, Span)>) -> Diagnostic {
    let title = format!("`{name}` cannot be used as a name here");
    let becomes = format!("becomes `{generated}` in the generated code");
    let taken = "this name belongs to the generated code";
    match other {
        Some((other, place)) => Diagnostic::new(Code::B0210, title, span, becomes)
            .related(place, format!("so does `{other}`"))
            .help("rename one of them"),
        None if name == generated => Diagnostic::new(Code::B0210, title, span, taken).help("choose another name"),
        None => Diagnostic::new(Code::B0210, title, span, becomes)
            .note(format!("`{generated}` has a meaning there"))
            .help("choose another name"),
    }
}

/// A label that is also the name of a method which `other` has.
pub(crate) fn method_clash(label: &Ident, other: &Ident) -> Diagnostic {
    let title = format!("`{}` cannot be used as a name here", label.name);
    Diagnostic::new(Code::B0210, title, label.span, "this name belongs to the generated code")
        .related(other.span, format!("`{}` has a method of this name", other.name))
        .help("rename one of them")
}

pub(crate) fn not_a_name(span: Span) -> Diagnostic {
    Diagnostic::new(Code::B0210, "`_` is not a name", span, "nothing can refer to it").help("choose a name")
}

pub(crate) fn disabled(label: &str, span: Span, disabled: Span) -> Diagnostic {
    Diagnostic::new(Code::B0211, format!("`{label}` is disabled"), span, "needed here")
        .related(disabled, "disabled here")
        .help("enable it, or disable what needs it as well")
}

pub(crate) fn unknown_input<'a>(name: &Ident, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    Diagnostic::new(Code::B0212, format!("unknown input `{}`", name.name), name.span, "no input has this name")
        .maybe_help(suggestion(&name.name, known))
}

pub(crate) fn misspelt(name: &str, meant: &str, span: Span) -> Diagnostic {
    let title = format!("property `{name}` looks misspelt");
    Diagnostic::new(Code::L0908, title, span, "a property of your own that no expression uses")
        .help(format!("did you mean {}?", list(&[meant])))
}
