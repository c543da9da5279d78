//! Words about what a rail takes from the one that feeds it.

use super::power::converter_name;
use crate::model::{Converter, Model, NodeId};
use bringup_dsl::{Code, Diagnostic, Span};

/// Why nobody can say what a rail takes.
pub(crate) enum Unknown {
    /// It has an `efficiency`, and the voltage of this rail, itself or its upstream, is not known.
    Voltage(NodeId),
    /// It has an `efficiency`, and its upstream may be at 0 V.
    Zero(NodeId),
    /// It can take more than it gives, and has no `efficiency`.
    Efficiency(Converter),
    /// It has an `efficiency`, and takes what it gives.
    Contradiction(Converter),
}

/// `place`: the `efficiency`, or without one the `converter`. `from`: the upstream and where it is named.
pub(crate) fn intake_unknown(
    model: &Model,
    rail: NodeId,
    place: Span,
    from: (NodeId, Span),
    unknown: &Unknown,
) -> Diagnostic {
    let (label, upstream) = (model.label(rail), model.label(from.0));
    let title = |why: &str| format!("what `{label}` draws from `{upstream}` cannot be worked out: {why}");
    let new = |why: &str, text: &str| {
        Diagnostic::new(Code::B0407, title(why), place, text)
            .related(from.1, format!("`{label}` is fed from `{upstream}`"))
    };
    let formula = "output voltage * output current / (input voltage * efficiency)";
    match unknown {
        Unknown::Voltage(lacks) => {
            let name = model.label(*lacks);
            new(&format!("`{name}` has no `voltage`"), "needs the voltages on both sides")
                .related(model.node(*lacks).label.span, "its voltage is not known")
                .note(format!("with `efficiency` a rail draws {formula}"))
                .help(format!("state the `voltage` of `{name}`"))
        }
        Unknown::Zero(lacks) => {
            let name = model.label(*lacks);
            let stated = model.node(*lacks).rail().and_then(|rail| rail.voltage);
            let diagnostic = new(&format!("`{name}` may be at 0 V"), "needs an input voltage");
            match stated {
                Some(stated) => diagnostic.related(stated.span, "reaches 0 V"),
                None => diagnostic,
            }
            .note(format!("with `efficiency` a rail draws {formula}"))
            .help(format!("state the least `voltage` of `{name}` at which it feeds something"))
        }
        Unknown::Efficiency(converter) => {
            let name = converter_name(*converter);
            new("no `efficiency`", &format!("{name} can draw more than it gives"))
                .note(format!("it draws {formula}"))
                .help("add `efficiency`, in percent, where it is worst in the data sheet")
        }
        Unknown::Contradiction(converter) => {
            let name = converter_name(*converter);
            new(
                "`efficiency` and `converter` contradict each other",
                &format!("{name} draws the current that it gives"),
            )
            .help("take `efficiency` out; a switching regulator is `converter = buck;`")
        }
    }
}
