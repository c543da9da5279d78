//! The same board as one writes it by hand: a struct per part of the board, and a function that brings it up.

use super::hub::{BUS_HZ, CLOCK_HZ, Kind, Node};
use bringup_compiler::plan::Plan;
use bringup_compiler::schedule::Op;
use std::collections::{BTreeMap, HashMap};

/// Nobody writes much longer functions.
const STEPS: usize = 64;

/// What one function brings up.
struct Part<'a> {
    /// `device_2`
    name: String,
    level: usize,
    steps: Vec<Step<'a>>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Up(&'a Node),
    Settle(&'a Node),
}

/// Where everything is: the part of each node.
struct Hand<'a> {
    parts: Vec<Part<'a>>,
    part_of: HashMap<&'a str, usize>,
}

/// The module, and where in the board a node is. Steps and waits come in the order of the plan: a person who takes as much
/// care finds the same.
pub(crate) fn module(nodes: &[Node], plan: &Plan) -> (String, impl Fn(&Node) -> String) {
    let parts = parts(nodes, plan);
    let places = parts.iter().enumerate().flat_map(|(at, part)| {
        let up = part.steps.iter().filter_map(|step| if let Step::Up(node) = step { Some(*node) } else { None });
        up.map(move |node| (node.name.as_str(), at))
    });
    let hand = Hand { part_of: places.collect(), parts };
    let variants: String = nodes.iter().map(|node| format!("    {},\n", camel(&node.name))).collect();
    let parts: String = (0..hand.parts.len()).map(|at| hand.part(at)).collect();
    let text = format!(
        "{}/// What can fail.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\npub enum Node {{\n{variants}}}\n\n{}{parts}",
        include_str!("text/board.rs"),
        hand.whole(),
    );
    (text, move |node| format!("{}.{}", hand.parts[hand.part_of[node.name.as_str()]].name, node.name))
}

fn parts<'a>(nodes: &'a [Node], plan: &Plan) -> Vec<Part<'a>> {
    let named: HashMap<&str, &Node> = nodes.iter().map(|node| (node.name.as_str(), node)).collect();
    let levels: HashMap<_, _> = plan.steps.iter().map(|step| (step.node, step.level.0 as usize)).collect();
    let mut parts: Vec<Part> = Vec::new();
    let mut counts = [0; 3];
    for op in &plan.schedule.all {
        let (level, step) = match *op {
            Op::Up(id) => (Some(levels[&id]), Step::Up(named[plan.model.label(id)])),
            Op::Wait { rail, .. } => (None, Step::Settle(named[plan.model.label(rail)])),
            Op::Stamp(_) | Op::Good { .. } => continue,
        };
        // A function that moves the pins takes all of them.
        let fits = |part: &&mut Part| {
            level.is_none_or(|level| level == part.level) && (part.level == 1 || part.steps.len() < STEPS)
        };
        if let Some(part) = parts.last_mut().filter(fits) {
            part.steps.push(step);
            continue;
        }
        let level = level.or(parts.last().map(|part| part.level)).unwrap_or_default();
        let name = format!("{}_{}", ["core", "bus", "device"][level], counts[level]);
        counts[level] += 1;
        parts.push(Part { name, level, steps: vec![step] });
    }
    parts
}

impl Hand<'_> {
    /// `Board`: the later parts go down first.
    fn whole(&self) -> String {
        let fields = self.parts.iter().rev().map(|part| format!("    pub {}: {},\n", part.name, camel(&part.name)));
        let ups = (0..self.parts.len()).map(|at| {
            let (name, ty) = (&self.parts[at].name, camel(&self.parts[at].name));
            let needs = self.needs(at).into_iter().map(|(other, mutable)| {
                let reference = if mutable { "&mut " } else { "&" };
                format!("{reference}{}", self.parts[other].name)
            });
            let pins = self.moves_pins(at).then(|| "p".to_owned());
            let arguments: Vec<_> = pins.into_iter().chain(needs).collect();
            let mutable = (at + 1..self.parts.len()).any(|user| self.needs(user).get(&at) == Some(&true));
            let mutable = if mutable { "mut " } else { "" };
            format!("        let {mutable}{name} = {ty}::up({})?;\n", arguments.join(", "))
        });
        let names: Vec<_> = self.parts.iter().rev().map(|part| part.name.as_str()).collect();
        format!(
            "/// All that is up.\npub struct Board {{\n{}}}\n\nimpl Board {{\n    \
             pub fn boot(p: Peripherals) -> Result<Board, BootError> {{\n{}        Ok(Board {{ {} }})\n    }}\n}}\n\n",
            fields.collect::<String>(),
            ups.collect::<String>(),
            names.join(", "),
        )
    }

    fn part(&self, at: usize) -> String {
        let part = &self.parts[at];
        let ty = camel(&part.name);
        let up: Vec<&Node> =
            part.steps.iter().filter_map(|step| if let Step::Up(node) = step { Some(*node) } else { None }).collect();
        let fields = up.iter().rev().map(|node| format!("    pub {}: {},\n", node.name, self::ty(node)));
        let pins = self.moves_pins(at).then(|| "p: Peripherals".to_owned());
        let needs = self.needs(at).into_iter().map(|(other, mutable)| {
            let name = &self.parts[other].name;
            format!("{name}: {}{}", if mutable { "&mut " } else { "&" }, camel(name))
        });
        let parameters: Vec<_> = pins.into_iter().chain(needs).collect();
        let steps = part.steps.iter().map(|step| match step {
            Step::Settle(rail) => format!("{}.settle({});\n", self.path(at, &rail.name), ramp(rail)),
            Step::Up(node) => self.up(at, node),
        });
        let steps: String = steps.map(|step| format!("        {step}")).collect();
        let names: Vec<_> = up.iter().rev().map(|node| node.name.as_str()).collect();
        format!(
            "pub struct {ty} {{\n{}}}\n\nimpl {ty} {{\n    fn up({}) -> Result<{ty}, BootError> {{\n{steps}        \
             Ok({ty} {{ {} }})\n    }}\n}}\n\n",
            fields.collect::<String>(),
            parameters.join(", "),
            names.join(", "),
        )
    }

    fn up(&self, at: usize, Node { name, number, kind }: &Node) -> String {
        let failed = format!("map_err(at(Node::{}))?", camel(name));
        let mutable = if matches!(kind, Kind::Clock) && self.lent_in(at, name) { "mut " } else { "" };
        match kind {
            Kind::Rail { .. } => format!("let {name} = Rail::on({number}).{failed};\n"),
            Kind::Clock => format!("let {mutable}{name} = Clock::start({number}, {CLOCK_HZ}).{failed};\n"),
            Kind::Bus { clock, .. } => {
                let clock = self.path(at, clock);
                format!(
                    "static I2C_{number}: StaticCell<RefCell<I2c>> = StaticCell::new();\n        \
                     let {name} = I2c::new(p.I2C{number}, &mut {clock}, {BUS_HZ}).{failed};\n        \
                     let {name} = Bus::new(&I2C_{number}, {name});\n"
                )
            }
            Kind::Chip { chip, bus, .. } => {
                let (ty, address) = (chip.ty, chip.address);
                let setting = chip.setting.map(|(_, number)| format!(", {number}")).unwrap_or_default();
                let bus = self.path(at, bus);
                format!("let {name} = {ty}::new({bus}.device(), {address:#x}{setting}).{failed};\n")
            }
        }
    }

    /// Whether a clock is lent in its own part.
    fn lent_in(&self, at: usize, name: &str) -> bool {
        let lends =
            |step: &Step| matches!(step, Step::Up(Node { kind: Kind::Bus { clock, .. }, .. }) if clock == name);
        self.parts[at].steps.iter().any(lends)
    }

    /// A node as part `at` sees it.
    fn path(&self, at: usize, name: &str) -> String {
        let part = self.part_of[name];
        if part == at { name.to_owned() } else { format!("{}.{name}", self.parts[part].name) }
    }

    fn moves_pins(&self, at: usize) -> bool {
        self.parts[at].steps.iter().any(|step| matches!(step, Step::Up(Node { kind: Kind::Bus { .. }, .. })))
    }

    /// The parts before that part `at` uses, and whether it lends something of them.
    fn needs(&self, at: usize) -> BTreeMap<usize, bool> {
        let mut needs = BTreeMap::new();
        for step in &self.parts[at].steps {
            let (name, mutable) = match step {
                Step::Settle(rail) => (&rail.name, false),
                Step::Up(Node { kind: Kind::Bus { clock, .. }, .. }) => (clock, true),
                Step::Up(Node { kind: Kind::Chip { bus, .. }, .. }) => (bus, false),
                Step::Up(_) => continue,
            };
            *needs.entry(self.part_of[name.as_str()]).or_insert(false) |= mutable;
        }
        needs.remove(&at);
        needs
    }
}

fn ramp(rail: &Node) -> u32 {
    if let Kind::Rail { ramp_ms } = rail.kind { ramp_ms * 1_000 } else { 0 }
}

fn ty(node: &Node) -> String {
    match &node.kind {
        Kind::Rail { .. } => "Rail".to_owned(),
        Kind::Clock => "Clock".to_owned(),
        Kind::Bus { .. } => "Bus".to_owned(),
        Kind::Chip { chip, .. } => format!("{}<OnBus>", chip.ty),
    }
}

fn camel(name: &str) -> String {
    let words = name.split('_').map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    words.collect()
}
