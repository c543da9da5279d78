//! The board with every name looked up: what the checks read.

/// A name that was written somewhere.
pub use bringup_dsl::ast::Ident as Named;
use bringup_dsl::ast::{Number, NumberRange, Rust, Unit};
use bringup_dsl::{Code, Span};
use rustc_hash::FxHashSet;

/// A board.
#[derive(Clone, Debug)]
pub struct Model {
    /// Name and settings.
    pub board: Board,
    /// The run levels, in order; at least one.
    pub levels: Vec<Level>,
    /// What the firmware hands over, in declaration order.
    pub inputs: Vec<Input>,
    /// Devices and rails, in declaration order.
    pub nodes: Vec<Node>,
}

/// Name and settings.
#[derive(Clone, Debug)]
pub struct Board {
    /// The name of the generated module.
    pub name: Named,
    /// `pub`, `pub(crate)` and the like, as written.
    pub visibility: Option<Span>,
    /// Docs of the header.
    pub docs: Vec<String>,
    /// `error = PATH;`
    pub error: Option<Rust>,
    /// `clock = PATH;`
    pub clock: Option<Rust>,
    /// `crate = PATH;`
    pub krate: Option<Rust>,
    /// `share = atomic;`
    pub atomic: Option<Span>,
    /// `concurrent;`
    pub concurrent: Option<Span>,
    /// `budget { boot = T; }` in nanoseconds.
    pub boot_budget: Option<At<u64>>,
    /// `codegen = FORM;`
    pub codegen: Option<Codegen>,
    /// Settings that are understood and not built yet, with their places.
    pub unsupported: Vec<Named>,
}

/// `codegen = FORM;`
#[derive(Clone, Debug)]
pub struct Codegen {
    /// The form.
    pub form: Form,
    /// The place.
    pub span: Span,
    /// Lints allowed there.
    pub allows: Vec<Code>,
}

/// What boot becomes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Form {
    /// One call after the other.
    #[default]
    Inline,
    /// Tables, as far as steps are plain calls.
    Table,
    /// Tables where they are smaller.
    Auto,
}

impl Form {
    /// The one that is written so.
    pub fn from_name(name: &str) -> Option<Form> {
        match name {
            "inline" => Some(Form::Inline),
            "table" => Some(Form::Table),
            "auto" => Some(Form::Auto),
            _ => None,
        }
    }
}

/// A run level.
pub type Level = Named;

/// Index of a level in [`Model::levels`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LevelId(pub u32);

/// Index of an input in [`Model::inputs`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct InputId(pub u32);

/// Index of a node in [`Model::nodes`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

/// `input NAME: TYPE;`
#[derive(Clone, Debug)]
pub struct Input {
    /// The name.
    pub name: Named,
    /// Its type.
    pub ty: Rust,
    /// Docs.
    pub docs: Vec<String>,
    /// Lints that are allowed here.
    pub allows: Vec<Code>,
}

/// A vertex of the graph: a device or a rail.
#[derive(Clone, Debug)]
pub struct Node {
    /// The label.
    pub label: Named,
    /// Docs.
    pub docs: Vec<String>,
    /// Lints that are allowed here.
    pub allows: Vec<Code>,
    /// Which of the two, with its properties.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// Something with an `init`, or a group.
    Device(Box<Device>),
    /// A power rail.
    Rail(Box<Rail>),
}

/// A value and the place where it was written. An overlay replaces both, so the place is always the one that decided.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// The place.
    pub span: Span,
}

/// The properties of a device.
#[derive(Clone, Debug)]
pub struct Device {
    /// The type of its handle. `None` is `()`.
    pub ty: Option<Rust>,
    /// The unit address.
    pub address: Option<At<u64>>,
    /// The node it is nested in.
    pub parent: Option<NodeId>,
    /// `addresses = A..=B;`: where the addresses of the nodes nested in it may lie.
    pub addresses: Option<NumberRange>,
    /// Its level; the place is that of the level's name where it was written, or of the label.
    pub level: At<LevelId>,
    /// Whether its level could be read. If not, that has been reported and `level` is a stand-in.
    pub level_known: bool,
    /// Its priority: 100 unless given.
    pub priority: u16,
    /// Where the priority was given on the node itself.
    pub priority_span: Option<Span>,
    /// `depends = […]`
    pub depends: Vec<At<NodeId>>,
    /// `after = […]`
    pub after: Vec<At<NodeId>>,
    /// `power …`
    pub power: Vec<Supply>,
    /// `init = EXPR;`
    pub init: Option<Expr>,
    /// `init (CLAIMS) = EXPR;`: what an init that fails hands back, in the order of the pattern.
    pub returned: Option<Vec<Claim>>,
    /// `deinit (…) = EXPR;`
    pub deinit: Option<Deinit>,
    /// `init_skip;`
    pub init_skip: Option<Span>,
    /// `optional;`
    pub optional: Option<Span>,
    /// `disabled;`, on the node itself or on one around it.
    pub disabled: Option<Span>,
    /// `retry = N;`: how often `init` is tried before it counts as failed.
    pub retry: Option<At<u8>>,
    /// `retry_delay = T;` in nanoseconds.
    pub retry_delay: Option<At<u64>>,
    /// `irq;`
    pub irq: Option<Span>,
    /// `io = &RAIL;`: the rail that sets the high level of its signal pins, or of its bus.
    pub io: Option<At<NodeId>>,
    /// `io_voltage`: the high levels that its signal pins accept, in microvolts.
    pub io_voltage: Option<NumberRange>,
    /// `time = T;` in nanoseconds.
    pub time: Option<At<u64>>,
    /// Properties of the user's own.
    pub constants: Vec<Constant>,
}

/// `power [NAME] = &RAIL { … };`
#[derive(Clone, Debug)]
pub struct Supply {
    /// The name of the supply pin.
    pub name: Option<Named>,
    /// The rail.
    pub rail: NodeId,
    /// The place of the reference.
    pub span: Span,
    /// `voltage`: what the device accepts, in microvolts.
    pub voltage: Option<NumberRange>,
    /// `current`: what the device draws, in microamperes.
    pub current: Option<Number>,
}

/// `deinit (CLAIMS) = EXPR;`
#[derive(Clone, Debug)]
pub struct Deinit {
    /// What it gives back, in the order of the pattern.
    pub gives_back: Vec<Claim>,
    /// Whether there is a pattern, even an empty one.
    pub pattern: bool,
    /// The expression.
    pub expr: Expr,
}

/// A property of the user's own.
#[derive(Clone, Debug)]
pub struct Constant {
    /// The name as written.
    pub name: Named,
    /// The value.
    pub value: ConstantValue,
    /// Where the value was written.
    pub span: Span,
}

/// The value of a [`Constant`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConstantValue {
    /// A number in base units; fits 64 bits, signed or unsigned.
    Number(i128, Unit),
    /// `true` or `false`
    Bool(bool),
    /// A string.
    Text(String),
}

/// How a rail is made from the one that feeds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Converter {
    /// `ldo`: a linear regulator.
    Ldo,
    /// `switch`: no regulation at all.
    Switch,
    /// `buck`: a switching regulator that steps down.
    Buck,
    /// `boost`: one that steps up.
    Boost,
    /// `buck_boost`: one that does both.
    BuckBoost,
}

/// The properties of a rail.
#[derive(Clone, Debug)]
pub struct Rail {
    /// `level = L;`: the level it comes up in and is held by, without a user in it.
    pub level: Option<At<LevelId>>,
    /// `from = &RAIL;`
    pub from: Option<At<NodeId>>,
    /// `control = &NODE;`
    pub control: Option<At<NodeId>>,
    /// `after = [&RAIL];`
    pub after: Vec<At<NodeId>>,
    /// `voltage`, in microvolts; a single value is a range of one.
    pub voltage: Option<NumberRange>,
    /// `limit`, in microamperes.
    pub limit: Option<Number>,
    /// `enable = EXPR;`
    pub enable: Option<Expr>,
    /// `disable = EXPR;`
    pub disable: Option<Expr>,
    /// `converter = WORD;`
    pub converter: Option<At<Converter>>,
    /// `efficiency`, in percent: 1 to 100.
    pub efficiency: Option<Number>,
    /// `dropout`, in microvolts.
    pub dropout: Option<Number>,
    /// `time = T;` in nanoseconds: how long `enable` takes.
    pub time: Option<At<u64>>,
    /// `ramp = T;` in nanoseconds.
    pub ramp: Option<At<u64>>,
    /// `good = EXPR;`
    pub good: Option<Expr>,
    /// `good_after = T;` in nanoseconds.
    pub good_after: Option<At<u64>>,
    /// `timeout = T;` in nanoseconds.
    pub timeout: Option<At<u64>>,
    /// `off_delay = T;` in nanoseconds.
    pub off_delay: Option<At<u64>>,
    /// `always_on;`
    pub always_on: Option<Span>,
    /// `boot_on;`
    pub boot_on: Option<Span>,
}

/// Rust with what it refers to.
#[derive(Clone, Debug)]
pub struct Expr {
    /// The tokens.
    pub rust: Rust,
    /// What to write in place of some of them, in order, not overlapping.
    pub parts: Vec<Part>,
    /// Whether it can fail: has a `?`, be it a [`PartKind::TrailingQuestion`].
    pub fallible: bool,
    /// Place of the first `.await`.
    pub awaits: Option<Span>,
}

/// Tokens of an expression that stand for something else.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which tokens, as indices into the expression's [`Rust::tokens`].
    pub tokens: std::ops::Range<usize>,
    /// Their place.
    pub span: Span,
    /// What they stand for.
    pub kind: PartKind,
}

/// What some tokens stand for.
#[derive(Clone, Debug)]
pub enum PartKind {
    /// `&label`: the shared handle of the node.
    Shared(NodeId),
    /// `&mut label`: the node, lent for this call.
    Lent(NodeId),
    /// `p.FIELD` or `input`: moved in.
    Claim(Claim),
    /// `self.reg` or `self.name`: the constant.
    Constant(ConstantValue),
    /// `400kHz`: the number of base units.
    Quantity(i128),
    /// `this`: the handle.
    This,
    /// The `self` of `self::path`.
    SelfPath,
    /// The `super` of `super::path`.
    SuperPath,
    /// The `?` that ends an `init (CLAIMS) = EXPR?;`: nothing, so that the error and the claims can be taken apart.
    TrailingQuestion,
}

/// An input, or one field of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// The input.
    pub input: InputId,
    /// The field; `None` claims it whole.
    pub field: Option<Named>,
    /// The place.
    pub span: Span,
}

impl Claim {
    /// Whether both are the same thing, wherever they were written.
    pub fn same_as(&self, other: &Claim) -> bool {
        self.key() == other.key()
    }

    /// What it is, wherever it was written.
    pub fn key(&self) -> (InputId, Option<&str>) {
        (self.input, self.field.as_ref().map(|field| field.name.as_str()))
    }
}

impl Expr {
    /// The inputs it moves, in order.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.parts.iter().filter_map(|part| match &part.kind {
            PartKind::Claim(claim) => Some(claim),
            _ => None,
        })
    }
}

impl Device {
    /// Whether it has an `init` that can fail.
    pub fn can_fail(&self) -> bool {
        self.init.as_ref().is_some_and(|init| init.fallible)
    }

    /// What a failed `init` does not hand back of what it moved.
    pub(crate) fn kept_by_failure(&self) -> impl Iterator<Item = &Claim> {
        kept(self.init.as_ref(), self.returned.iter().flatten())
    }

    /// What is gone for good once the node was up: what `deinit` does not give back.
    pub(crate) fn kept_by_teardown(&self) -> impl Iterator<Item = &Claim> {
        kept(self.init.as_ref(), self.deinit.iter().flat_map(|deinit| &deinit.gives_back))
    }
}

fn kept<'a>(init: Option<&'a Expr>, given_back: impl Iterator<Item = &'a Claim>) -> impl Iterator<Item = &'a Claim> {
    let given_back: FxHashSet<_> = given_back.map(Claim::key).collect();
    init.into_iter().flat_map(Expr::claims).filter(move |claim| !given_back.contains(&claim.key()))
}

impl Rail {
    /// Whether it can be switched both ways, and so be switched off under its users.
    pub(crate) fn can_suspend(&self) -> bool {
        self.enable.is_some() && self.disable.is_some() && self.always_on.is_none()
    }

    /// Whether it is on at reset, and boot leaves it so.
    pub(crate) fn on_at_reset(&self) -> bool {
        self.always_on.is_some() || self.boot_on.is_some()
    }

    /// Whether boot switches it on. A rail that is on at reset is adopted as it is.
    pub(crate) fn boots_by_switching(&self) -> bool {
        self.enable.is_some() && !self.on_at_reset()
    }

    /// How long after `enable` its users may start, in nanoseconds: `ramp`, or with `good` the first time it is asked.
    pub fn settling(&self) -> At<u64> {
        let ramp = self.ramp.unwrap_or_default();
        if self.good.is_some() { self.good_after.unwrap_or(ramp) } else { ramp }
    }

    /// Whether its users have to wait for it once it is switched on.
    pub(crate) fn settles(&self) -> bool {
        self.good.is_some() || self.settling().value > 0
    }

    /// The same, of a rail that is ever switched on: at boot, or by `resume`.
    pub(crate) fn settles_when_switched(&self) -> bool {
        self.settles() && (self.boots_by_switching() || self.can_suspend())
    }
}

impl Node {
    /// What brings it up: `init` or `enable`.
    pub(crate) fn starts(&self) -> Option<&Expr> {
        match &self.kind {
            NodeKind::Device(device) => device.init.as_ref(),
            NodeKind::Rail(rail) => rail.enable.as_ref(),
        }
    }

    /// What takes it down: `deinit` or `disable`.
    pub(crate) fn stops(&self) -> Option<&Expr> {
        match &self.kind {
            NodeKind::Device(device) => device.deinit.as_ref().map(|deinit| &deinit.expr),
            NodeKind::Rail(rail) => rail.disable.as_ref(),
        }
    }

    /// What has to run until it is up: `init`, or `enable` and `good`.
    pub(crate) fn rises(&self) -> impl Iterator<Item = &Expr> {
        self.starts().into_iter().chain(self.rail().and_then(|rail| rail.good.as_ref()))
    }

    /// All of these.
    pub(crate) fn expressions(&self) -> impl Iterator<Item = &Expr> {
        self.rises().chain(self.stops())
    }

    /// The level it is given, if that could be read. Most rails have none: they come up with their first user.
    pub fn level(&self) -> Option<At<LevelId>> {
        match &self.kind {
            NodeKind::Device(device) => Some(device.level).filter(|_| device.level_known),
            NodeKind::Rail(rail) => rail.level,
        }
    }

    /// Whether boot brings it up on its own account.
    pub(crate) fn is_root(&self) -> bool {
        match &self.kind {
            NodeKind::Device(device) => device.init_skip.is_none() && device.disabled.is_none(),
            NodeKind::Rail(rail) => rail.level.is_some(),
        }
    }

    /// Whether nothing can do without it: it is not `optional`, and no mere means of others as a rail is.
    pub(crate) fn is_required(&self) -> bool {
        match &self.kind {
            NodeKind::Device(device) => device.optional.is_none(),
            NodeKind::Rail(rail) => rail.level.is_some(),
        }
    }

    /// The device, if it is one.
    pub fn device(&self) -> Option<&Device> {
        match &self.kind {
            NodeKind::Device(device) => Some(device),
            NodeKind::Rail(_) => None,
        }
    }

    /// The rail, if it is one.
    pub fn rail(&self) -> Option<&Rail> {
        match &self.kind {
            NodeKind::Rail(rail) => Some(rail),
            NodeKind::Device(_) => None,
        }
    }

    /// Where it was disabled, if it was.
    pub fn disabled(&self) -> Option<Span> {
        self.device().and_then(|device| device.disabled)
    }
}

impl Model {
    /// The node with this id.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The label of a node.
    pub fn label(&self, id: NodeId) -> &str {
        &self.node(id).label.name
    }

    /// The level with this id.
    pub fn level(&self, id: LevelId) -> &Level {
        &self.levels[id.0 as usize]
    }

    /// The input with this id.
    pub fn input(&self, id: InputId) -> &Input {
        &self.inputs[id.0 as usize]
    }

    /// A claim as written: `p.I2C1` or `cam`.
    pub fn claim_name(&self, claim: &Claim) -> String {
        let input = &self.input(claim.input).name.name;
        claim.field.as_ref().map_or_else(|| input.to_string(), |field| format!("{input}.{}", field.name))
    }

    /// The ids of all nodes, in declaration order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }
}
