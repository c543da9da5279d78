//! `bringup explain A B -f FILE`.

use crate::args::Format;
use crate::board::{Board, Input};
use crate::message::{json, place};
use crate::terminal::{Stream, Terminal, put};
use crate::{Stop, Verdict, report};
use bringup_compiler::model::{Model, NodeId};
use bringup_compiler::plan::Plan;
use bringup_compiler::view::{self, Rule, Why};
use bringup_dsl::SourceMap;
use codespan_reporting::diagnostic::{Diagnostic, Label};
use codespan_reporting::term::termcolor::{Buffer, ColorSpec};
use serde::Serialize;

/// Says which of two nodes of a board comes up first, and why.
pub(super) fn run(
    terminal: &mut Terminal,
    (a, b): (&str, &str),
    file: &Input,
    format: Format,
) -> Result<Verdict, Stop> {
    let board = Board::read(file)?;
    let plan = report::plan(terminal, &board, format)?;
    let model = &plan.model;
    let (a, b) = (find(model, a, board.name())?, find(model, b, board.name())?);
    if a == b {
        return Err(Stop::Failure(format!("`{}` is one node; two have to be named", model.label(a))));
    }
    let why = view::why(plan, a, b);
    let mut paper = terminal.paper(Stream::Out);
    match format {
        Format::Text => picture(&mut paper, &board.sources, plan, &why, a),
        Format::Json => {
            let document = document(&board, plan, &why, a);
            put(&mut paper, &ColorSpec::new(), &(json(&document) + "\n"));
        }
    }
    terminal.print(paper.as_slice())?;
    Ok(Verdict::Good)
}

fn find(model: &Model, label: &str, board: &str) -> Result<NodeId, Stop> {
    let found = model.ids().find(|id| model.label(*id) == label);
    found.ok_or_else(|| {
        let near = |known: &&str| strsim::damerau_levenshtein(known, label) <= label.chars().count().max(3) / 3;
        let meant = model
            .ids()
            .map(|id| model.label(id))
            .filter(near)
            .min_by_key(|known| strsim::damerau_levenshtein(known, label));
        let help = meant.map_or(String::new(), |meant| format!("\nhelp: did you mean `{meant}`?"));
        Stop::Failure(format!("{board}: no node or rail has the label `{label}`{help}"))
    })
}

/// More names than this help nobody.
const MOST_NAMES: usize = 6;

/// `asked`: the node that was named first.
pub(crate) fn sentence(plan: &Plan, why: &Why, asked: NodeId) -> String {
    let (first, then) = (plan.model.label(why.first), plan.model.label(why.then));
    if why.rule == Rule::NotAtBoot {
        return format!("`{first}` and `{then}` do not need each other, and not both come up at boot");
    }
    let before = asked == why.first;
    let order = match before {
        true => format!("`{first}` comes up before `{then}`"),
        false => format!("`{then}` comes up after `{first}`"),
    };
    let reason = match &why.rule {
        Rule::Edges(way) => {
            let between: Vec<String> =
                way[1..].iter().rev().map(|edge| format!("`{}`", plan.model.label(edge.from))).collect();
            let through = match between.len() {
                0 => String::new(),
                few if few <= MOST_NAMES => format!(" through {}", between.join(", ")),
                many => format!(" through {many} others"),
            };
            let holds = way.iter().all(|edge| edge.kind.holds());
            match (holds, before) {
                (true, true) => format!("which needs it{through}"),
                (true, false) => format!("which it needs{through}"),
                (false, _) if between.is_empty() => "as `after` says".to_owned(),
                (false, _) => format!("with edges{through}"),
            }
        }
        Rule::NotAtBoot => String::new(),
        Rule::Level => "because of their levels".to_owned(),
        Rule::Early => "so that boot waits less".to_owned(),
        Rule::Priority => "because of their priorities".to_owned(),
        Rule::RailsLast => "because rails come last".to_owned(),
        Rule::Declaration => "because it is declared first".to_owned(),
    };
    format!("{order}, {reason}")
}

fn picture(paper: &mut Buffer, sources: &SourceMap, plan: &Plan, why: &Why, asked: NodeId) {
    let mut shown = Diagnostic::note().with_message(sentence(plan, why, asked));
    for (number, (span, text)) in why.places.iter().enumerate() {
        let id = sources.file_of(*span);
        let start = sources.file(id).start;
        let range = (span.start - start) as usize..(span.end - start) as usize;
        let label = match number {
            0 => Label::primary(id.index(), range),
            _ => Label::secondary(id.index(), range),
        };
        let numbered = format!("{}. {text}", number + 1);
        shown = shown.with_label(label.with_message(if why.places.len() > 1 { &numbered } else { text }));
    }
    shown.notes.extend(notes(plan, why));
    report::picture(paper, sources, &shown);
}

fn notes(plan: &Plan, why: &Why) -> Vec<String> {
    let model = &plan.model;
    let mut notes = Vec::new();
    let absent = [why.first, why.then].into_iter().zip(why.positions).filter(|(_, position)| position.is_none());
    match why.positions {
        [Some(first), Some(then)] => notes.push(format!(
            "position {first} and {then} of {} in the boot of `{}`",
            plan.steps.len(),
            model.board.name.name
        )),
        _ if why.rule != Rule::NotAtBoot => {
            for (id, _) in absent {
                notes.push(format!(
                    "`{}` does not come up at boot; the order holds whenever it does",
                    model.label(id)
                ));
            }
        }
        _ => {}
    }
    match why.rule {
        Rule::Level | Rule::Priority | Rule::RailsLast | Rule::Declaration | Rule::Early => {
            notes.push("neither needs the other: no chain of edges leads from one to the other".to_owned());
        }
        Rule::Edges(_) | Rule::NotAtBoot => {}
    }
    let loose = !matches!(why.rule, Rule::Edges(_) | Rule::Level | Rule::Priority);
    if plan.flows.is_some() && loose {
        notes.push("this board is `concurrent`: nothing keeps them from coming up at the same time".to_owned());
    }
    notes
}

#[derive(Serialize)]
struct Order<'a> {
    schema: u32,
    board: &'a str,
    file: &'a str,
    first: &'a str,
    then: &'a str,
    positions: [Option<usize>; 2],
    rule: &'static str,
    text: String,
    places: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Said<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
    /// Of an edge: who needs, and what.
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<[&'a str; 2]>,
}

fn document<'a>(board: &'a Board, plan: &'a Plan, why: &'a Why, asked: NodeId) -> Order<'a> {
    let model = &plan.model;
    let edges: &[_] = if let Rule::Edges(way) = &why.rule { way } else { &[] };
    let said = |(at, (span, text)): (usize, &'a (bringup_dsl::Span, String))| {
        let place = place(&board.sources, *span);
        let edge = edges.get(at).map(|edge| [model.label(edge.from), model.label(edge.to)]);
        Said { file: place.file, line: place.start.0, column: place.start.1, text, edge }
    };
    Order {
        schema: 1,
        board: &model.board.name.name,
        file: board.name(),
        first: model.label(why.first),
        then: model.label(why.then),
        positions: why.positions,
        rule: match why.rule {
            Rule::Edges(_) => "edges",
            Rule::NotAtBoot => "not_at_boot",
            Rule::Level => "level",
            Rule::Early => "early",
            Rule::Priority => "priority",
            Rule::RailsLast => "rails_last",
            Rule::Declaration => "declaration",
        },
        text: sentence(plan, why, asked),
        places: why.places.iter().enumerate().map(said).collect(),
    }
}
