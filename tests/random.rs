//! Random boards: valid by construction, with every kind of edge, written as `.board` text.

use proptest::prelude::*;
use std::fmt::Write;

const LEVELS: [&str; 4] = ["early", "middle", "late", "last"];

/// A device or a rail before it is known which of its edges are possible.
#[derive(Clone, Debug)]
pub(crate) struct Raw {
    /// Who wants a vertex gives a number and gets the one with the [`nearest`] key. So it stays the same one when others
    /// are taken out.
    pub(crate) key: u8,
    pub(crate) rail: bool,
    /// Of a rail: its users are of this level or a later one.
    pub(crate) level: usize,
    pub(crate) priority: u16,
    pub(crate) deferred: bool,
    /// Of a rail: its users are optional.
    pub(crate) optional: bool,
    pub(crate) disabled: bool,
    /// Edges lead to vertices of a lower level, and in a level to those of a lower rank, so there is no cycle.
    pub(crate) rank: u16,
    pub(crate) edges: Vec<(u8, u8)>,
    pub(crate) parts: Parts,
    pub(crate) supply: Supply,
}

/// What a device consists of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Parts {
    /// `: TYPE`
    pub(crate) typed: bool,
    pub(crate) init: bool,
    pub(crate) deinit: bool,
    pub(crate) irq: bool,
    /// How many inputs `init` moves.
    pub(crate) claims: usize,
    /// Which of them `deinit` gives back, bit by bit.
    pub(crate) gives_back: u8,
    /// Which of them a failed `init` gives back.
    pub(crate) returns: u8,
}

/// How a rail is switched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Supply {
    Switched,
    /// It cannot be switched off.
    OnlyOn,
    BootOn,
    /// `boot_on`, and nothing to switch it with.
    BootOnFixed,
    AlwaysOn,
}

/// Why one vertex needs another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Use {
    After,
    Depends,
    Nested,
    Power,
    From,
    Control,
    /// `&label`
    Shared,
    SharedDown,
    /// `&mut label`
    Lent,
    LentDown,
    LentBoth,
}

/// A vertex with the edges that are possible.
#[derive(Clone, Debug)]
pub(crate) struct Vertex {
    pub(crate) raw: Raw,
    pub(crate) edges: Vec<(usize, Use)>,
}

impl Vertex {
    /// What is up while this is.
    pub(crate) fn holds(&self) -> impl Iterator<Item = usize> {
        self.edges.iter().filter(|(_, how)| *how != Use::After).map(|(to, _)| *to)
    }

    /// What only comes up earlier.
    pub(crate) fn after(&self) -> impl Iterator<Item = usize> {
        self.with(&[Use::After])
    }

    /// What it needs in one of these ways.
    pub(crate) fn with(&self, how: &[Use]) -> impl Iterator<Item = usize> {
        self.edges.iter().filter(move |(_, is)| how.contains(is)).map(|(to, _)| *to)
    }

    /// Whether it has something to run that brings it up.
    pub(crate) fn has_up(&self) -> bool {
        if self.raw.rail { self.is_switched() || self.raw.supply == Supply::OnlyOn } else { self.raw.parts.init }
    }

    /// Whether it has something to run that takes it down.
    pub(crate) fn has_down(&self) -> bool {
        if self.raw.rail { self.is_switched() } else { self.raw.parts.deinit }
    }

    /// A rail with both `enable` and `disable`.
    pub(crate) fn is_switched(&self) -> bool {
        self.raw.rail && matches!(self.raw.supply, Supply::Switched | Supply::BootOn)
    }

    /// A rail that is on before anybody comes up.
    pub(crate) fn on_at_reset(&self) -> bool {
        self.raw.rail && matches!(self.raw.supply, Supply::BootOn | Supply::BootOnFixed | Supply::AlwaysOn)
    }
}

/// Which of these has the key that is next from `number` on.
pub(crate) fn nearest(number: u8, all: impl Iterator<Item = usize>, key: impl Fn(usize) -> u8) -> Option<usize> {
    all.min_by_key(|at| key(*at).wrapping_sub(number))
}

/// A rail with a chance of `rails`, else a device, and `optional` with that chance.
pub(crate) fn raw(rails: f64, optional: f64) -> impl Strategy<Value = Raw> {
    let edges = prop::collection::vec((any::<u8>().no_shrink(), any::<u8>()), 0..6);
    let flags = (prop::bool::weighted(rails), prop::bool::weighted(0.2), prop::bool::weighted(optional));
    let disabled = prop::bool::weighted(0.03);
    ((any::<u8>().no_shrink(), flags), disabled, 0..4usize, 0..4u16, any::<u16>(), edges, parts(), supply()).prop_map(
        |((key, (rail, deferred, optional)), disabled, level, priority, rank, edges, parts, supply)| {
            let (deferred, disabled) = (deferred && !rail, disabled && !rail);
            Raw { key, rail, level, priority, deferred, optional, disabled, rank, edges, parts, supply }
        },
    )
}

fn parts() -> impl Strategy<Value = Parts> {
    let often = || prop::bool::weighted(0.8);
    let claims = prop_oneof![3 => Just(0usize), 2 => Just(1), 1 => Just(2)];
    // All of them more often than a part.
    let some = || prop_oneof![2 => Just(3u8), 1 => 0..3u8];
    (often(), prop::bool::weighted(0.9), often(), prop::bool::weighted(0.1), claims, some(), some()).prop_map(
        |(typed, init, deinit, irq, claims, gives_back, returns)| Parts {
            typed: typed && init,
            init,
            deinit: deinit && init,
            irq: irq && typed && init,
            claims: if init { claims } else { 0 },
            gives_back,
            returns,
        },
    )
}

fn supply() -> impl Strategy<Value = Supply> {
    prop_oneof![
        6 => Just(Supply::Switched),
        1 => Just(Supply::OnlyOn),
        3 => Just(Supply::BootOn),
        1 => Just(Supply::BootOnFixed),
        1 => Just(Supply::AlwaysOn),
    ]
}

/// Turns each edge the way that a board allows, and leaves out those that it does not. There are `levels` levels.
pub(crate) fn vertices(mut raw: Vec<Raw>, levels: usize) -> Vec<Vertex> {
    raw.iter_mut().for_each(|vertex| vertex.level %= levels);
    let mut vertices: Vec<Vertex> = raw.iter().map(|raw| Vertex { raw: raw.clone(), edges: Vec::new() }).collect();
    let rank = |at: usize| (raw[at].level, raw[at].rank, at);
    for (at, vertex) in raw.iter().enumerate() {
        for (other, choice) in &vertex.edges {
            let Some(other) = nearest(*other, 0..raw.len(), |at| raw[at].key) else { continue };
            let (at, to) = if rank(other) < rank(at) { (at, other) } else { (other, at) };
            let edges = &vertices[at].edges;
            if at == to || raw[to].disabled || edges.iter().any(|(other, _)| *other == to) {
                continue;
            }
            let how = possible(&raw[at], &raw[to], *choice, to < at, edges);
            vertices[at].edges.extend(how.map(|how| (to, how)));
        }
    }
    vertices
}

/// How `vertex` can need `need`, which is `declared` before it or not.
fn possible(vertex: &Raw, need: &Raw, choice: u8, declared: bool, edges: &[(usize, Use)]) -> Option<Use> {
    let has = |how| edges.iter().any(|(_, other)| *other == how);
    if need.optional && !vertex.optional {
        return (!vertex.rail || need.rail).then_some(Use::After);
    }
    match (vertex.rail, need.rail) {
        (false, false) => Some(between_devices(vertex, choice, need, declared && !has(Use::Nested))),
        (false, true) => Some(if choice % 8 < 2 { Use::After } else { Use::Power }),
        (true, true) if choice % 8 < 2 => Some(Use::After),
        (true, true) => (!has(Use::From)).then_some(Use::From),
        (true, false) => of_rail(vertex.supply, choice, need, !has(Use::Control)),
    }
}

fn between_devices(vertex: &Raw, choice: u8, need: &Raw, may_nest: bool) -> Use {
    match choice % 12 {
        0..3 => Use::After,
        3 if may_nest => Use::Nested,
        _ if !need.parts.typed => Use::Depends,
        4 | 5 if vertex.parts.init => Use::Shared,
        6 if vertex.parts.deinit => Use::SharedDown,
        7 | 8 if vertex.parts.init => Use::Lent,
        9 if vertex.parts.deinit => Use::LentDown,
        10 if vertex.parts.deinit => Use::LentBoth,
        _ => Use::Depends,
    }
}

fn of_rail(supply: Supply, choice: u8, need: &Raw, may_control: bool) -> Option<Use> {
    let (enable, disable) = match supply {
        Supply::Switched | Supply::BootOn => (true, true),
        Supply::OnlyOn => (true, false),
        Supply::BootOnFixed | Supply::AlwaysOn => (false, false),
    };
    let live = matches!(supply, Supply::Switched | Supply::OnlyOn) || (!need.deferred && !need.optional);
    let (enable, disable) = (enable && need.parts.typed, disable && need.parts.typed);
    match choice % 6 {
        0 if enable => Some(Use::Lent),
        1 if disable => Some(Use::LentDown),
        2 if enable && disable => Some(Use::LentBoth),
        3 if enable => Some(Use::Shared),
        _ => (may_control && live).then_some(Use::Control),
    }
}

/// The board as text. The label of a vertex is `v` and its number.
pub(crate) fn board(vertices: &[Vertex], levels: usize) -> String {
    let mut text =
        format!("board! {{\n    board random;\n    levels {};\n    input p: P;\n", LEVELS[..levels].join(", "));
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
    if vertex.has_up() {
        write!(body, " enable = on({})?;", up_arguments(vertex, at)).unwrap();
    }
    if vertex.has_down() {
        write!(body, " disable = off({})?;", down_arguments(vertex)).unwrap();
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
