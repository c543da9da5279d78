//! A random board as `.board` text.

use super::{Raw, Supply, Use, Vertex};
use std::fmt::Write;

const LEVELS: [&str; 4] = ["early", "middle", "late", "last"];

/// The board as text. The label of a vertex is `v` and its number.
pub(crate) fn board(vertices: &[Vertex], levels: usize) -> String {
    let mut text = format!(
        "board! {{\n    board random;\n    clock = C;\n    levels {};\n    input p: P;\n",
        LEVELS[..levels].join(", ")
    );
    for (at, vertex) in vertices.iter().enumerate() {
        let declared = if vertex.raw.rail { rail(vertex, at) } else { device(vertex, at, &mut text) };
        match vertex.with(&[Use::Nested]).next() {
            Some(parent) => writeln!(text, "    &v{parent} {{ {declared} }}").unwrap(),
            None => writeln!(text, "    {declared}").unwrap(),
        }
    }
    text + "}\n"
}

fn rail(vertex: &Vertex, at: usize) -> String {
    let mut body = String::new();
    for (to, how) in &vertex.edges {
        match how {
            Use::From => write!(body, " from = &v{to};").unwrap(),
            Use::Control => write!(body, " control = &v{to};").unwrap(),
            _ => {}
        }
    }
    match vertex.raw.supply {
        Supply::AlwaysOn => body += " always_on;",
        Supply::BootOn | Supply::BootOnFixed => body += " boot_on;",
        Supply::Switched | Supply::OnlyOn => {}
    }
    if vertex.raw.own_level {
        write!(body, " level = {};", LEVELS[vertex.raw.level]).unwrap();
    }
    if vertex.has_up() {
        write!(body, " enable = on({})?;", up_arguments(vertex, at)).unwrap();
    }
    if vertex.has_down() {
        write!(body, " disable = off({})?;", down_arguments(vertex)).unwrap();
    }
    body += &time("time", vertex.raw.times.takes);
    body += &time("ramp", vertex.raw.times.ramp);
    if vertex.has_good() {
        write!(body, " good = ask({})?;", up_arguments(vertex, at)).unwrap();
        body += &time("good_after", vertex.raw.times.good_after);
        body += &time("timeout", vertex.raw.times.timeout());
    }
    format!("rail v{at} {{{body}{} }}", list("after", vertex.after()))
}

fn device(vertex: &Vertex, at: usize, inputs: &mut String) -> String {
    let Raw { level, priority, deferred, optional, disabled, parts, .. } = vertex.raw;
    if parts.claims > 1 {
        writeln!(inputs, "    input q{at}: Q;").unwrap();
    }
    let mut body = format!(" level = {}; priority = {priority};", LEVELS[level]);
    let flags = [(deferred, "init_skip"), (optional, "optional"), (disabled, "disabled"), (parts.irq, "irq")];
    flags.iter().filter(|(given, _)| *given).for_each(|(_, flag)| write!(body, " {flag};").unwrap());
    vertex.with(&[Use::Power]).for_each(|rail| write!(body, " power = &v{rail};").unwrap());
    body += &time("time", vertex.raw.times.takes);
    body += &list("depends", vertex.with(&[Use::Depends]));
    body += &list("after", vertex.after());
    if parts.init {
        let returned = pattern(at, parts.claims, parts.returns);
        write!(body, " init{returned} = up({})?;", up_arguments(vertex, at)).unwrap();
    }
    if parts.deinit {
        let given_back = pattern(at, parts.claims, parts.gives_back);
        write!(body, " deinit{given_back} = down({})?;", down_arguments(vertex)).unwrap();
    }
    format!("v{at}{} {{{body} }}", if parts.typed { ": T" } else { "" })
}

fn time(property: &str, microseconds: Option<u32>) -> String {
    microseconds.map_or(String::new(), |time| format!(" {property} = {time}us;"))
}

fn list(property: &str, ids: impl Iterator<Item = usize>) -> String {
    let ids: Vec<_> = ids.map(|id| format!("&v{id}")).collect();
    if ids.is_empty() { String::new() } else { format!(" {property} = [{}];", ids.join(", ")) }
}

fn claim(at: usize, number: usize) -> String {
    if number == 0 { format!("p.f{at}") } else { format!("q{at}") }
}

fn pattern(at: usize, claims: usize, mask: u8) -> String {
    let claims: Vec<_> =
        (0..claims).filter(|number| mask >> number & 1 == 1).map(|number| claim(at, number)).collect();
    if claims.is_empty() { String::new() } else { format!(" ({})", claims.join(", ")) }
}

fn up_arguments(vertex: &Vertex, at: usize) -> String {
    let claims = if vertex.raw.rail { 0 } else { vertex.raw.parts.claims };
    let claims = (0..claims).map(|number| claim(at, number));
    let shared = vertex.with(&[Use::Shared]).map(|to| format!("&v{to}"));
    let lent = vertex.with(&[Use::Lent, Use::LentBoth]).map(|to| format!("&mut v{to}"));
    claims.chain(shared).chain(lent).collect::<Vec<_>>().join(", ")
}

fn down_arguments(vertex: &Vertex) -> String {
    let this = (!vertex.raw.rail && vertex.raw.parts.typed).then(|| "this".to_owned());
    let shared = vertex.with(&[Use::SharedDown]).map(|to| format!("&v{to}"));
    let lent = vertex.with(&[Use::LentDown, Use::LentBoth]).map(|to| format!("&mut v{to}"));
    this.into_iter().chain(shared).chain(lent).collect::<Vec<_>>().join(", ")
}
