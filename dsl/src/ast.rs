//! The syntax tree: what stands in one file, each part with its place, nothing looked up yet.

use crate::Span;
use std::ops::Range;

/// One `.board` file: the statements inside `board! { … }`.
#[derive(Debug)]
pub struct File {
    /// The whole file.
    pub span: Span,
    /// The first statement. `None` when it is missing; that has been reported.
    pub header: Option<Header>,
    /// The statements after it, in order, without those that could not be read.
    pub items: Vec<Item>,
    /// Every identifier inside the statements that could not be read, sorted.
    /// A name that stands here may well be declared there, so nobody should call it unknown.
    pub lost_names: Vec<String>,
}

/// `[pub] board NAME;` or `fragment NAME;`
#[derive(Debug)]
pub struct Header {
    /// Docs and attributes.
    pub attributes: Attributes,
    /// Which of the two.
    pub kind: HeaderKind,
    /// The name.
    pub name: Ident,
    /// The whole statement.
    pub span: Span,
}

/// What a file is for.
#[derive(Debug)]
pub enum HeaderKind {
    /// A root file. The place of `pub` or `pub(crate)`, if there is one.
    Board {
        /// The place of `pub` or `pub(crate)` and the like.
        visibility: Option<Span>,
    },
    /// A file meant for `include`.
    Fragment,
}

/// A name. Most are short, and then it is no allocation.
pub type Name = ecow::EcoString;

/// A name with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ident {
    /// The name.
    pub name: Name,
    /// Its place.
    pub span: Span,
}

/// Docs and attributes in front of a statement.
#[derive(Clone, Default, Debug)]
pub struct Attributes {
    /// One string per `///` line or `#[doc = "…"]`, as written after the marker.
    pub docs: Vec<String>,
    /// All others.
    pub others: Vec<Attribute>,
}

/// `#[NAME]` or `#[NAME(A, B)]`.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// What stands first: `allow`.
    pub name: Ident,
    /// The names between the parentheses.
    pub arguments: Vec<Ident>,
    /// The whole attribute.
    pub span: Span,
}

/// A statement of the file.
#[derive(Debug)]
pub struct Item {
    /// Docs and attributes.
    pub attributes: Attributes,
    /// The statement, without attributes.
    pub span: Span,
    /// What it says.
    pub kind: ItemKind,
}

/// The statements.
#[derive(Debug)]
pub enum ItemKind {
    /// `include "PATH";`
    Include(Text),
    /// `levels a, b;`
    Levels(Vec<Ident>),
    /// `defaults { … }`
    Defaults(Vec<Entry>),
    /// `NAME = VALUE;`: `error`, `clock`, `codegen`, …
    Setting(Property),
    /// `NAME;`: a setting without a value
    Flag(Ident),
    /// `budget { … }`: a named block of settings
    Block {
        /// The word in front.
        name: Ident,
        /// What stands inside.
        body: Vec<Entry>,
    },
    /// `input NAME: TYPE;`
    Input {
        /// The name.
        name: Ident,
        /// The type.
        ty: Rust,
    },
    /// `rail NAME { … }`
    Rail {
        /// The name.
        name: Ident,
        /// Its properties.
        body: Vec<Entry>,
    },
    /// `LABEL: TYPE @ ADDRESS { … }`
    Node(Node),
    /// `&LABEL { … }`
    Overlay {
        /// What it adds to.
        target: Ident,
        /// What it adds.
        body: Vec<Entry>,
    },
    /// `delete &LABEL;` or `delete &LABEL.PROPERTY;`
    Delete {
        /// The node or rail.
        target: Ident,
        /// The property, if only that goes.
        property: Option<Ident>,
    },
    /// `variant NAME [when feature "x"] { … }`
    Variant {
        /// The name.
        name: Ident,
        /// The Cargo feature that selects it.
        feature: Option<Text>,
        /// Its statements.
        items: Vec<Item>,
    },
}

/// `LABEL: TYPE @ ADDRESS { … }`, at the top or inside another node.
#[derive(Debug)]
pub struct Node {
    /// The label.
    pub label: Ident,
    /// The type of the handle. `None` is `()`.
    pub ty: Option<Rust>,
    /// The unit address.
    pub address: Option<Number>,
    /// What stands between the braces.
    pub body: Vec<Entry>,
}

/// Something between the braces of a node, a rail, an overlay or a block.
#[derive(Debug)]
pub struct Entry {
    /// Docs and attributes.
    pub attributes: Attributes,
    /// The entry, without attributes.
    pub span: Span,
    /// What it says.
    pub kind: EntryKind,
}

/// The entries.
#[derive(Debug)]
pub enum EntryKind {
    /// `NAME = VALUE;`
    Property(Property),
    /// `NAME;`
    Flag(Ident),
    /// `power [NAME] = &RAIL [{ … }];`
    Power {
        /// The name of the supply pin.
        name: Option<Ident>,
        /// The rail.
        rail: Reference,
        /// `voltage` and `current`.
        body: Vec<Entry>,
    },
    /// `init (CLAIMS) = EXPR;`; without claims it is a [`Property`]
    Init {
        /// What a failed `init` hands back.
        claims: Vec<ClaimPath>,
        /// The expression.
        value: Rust,
    },
    /// `deinit [(CLAIMS)] = EXPR;`
    Deinit {
        /// What the expression gives back, in order. `None`: nothing.
        claims: Option<Vec<ClaimPath>>,
        /// The expression.
        value: Rust,
    },
    /// A nested node.
    Node(Node),
}

/// `INPUT` or `INPUT.FIELD` in the pattern of `init (…)` or `deinit (…)`.
#[derive(Clone, Debug)]
pub struct ClaimPath {
    /// The input.
    pub input: Ident,
    /// The field.
    pub field: Option<Ident>,
    /// Both.
    pub span: Span,
}

/// `NAME = VALUE;`
#[derive(Debug)]
pub struct Property {
    /// The name.
    pub name: Ident,
    /// The value.
    pub value: Value,
    /// Name, value and semicolon.
    pub span: Span,
}

/// What may stand after `=`.
///
/// `init`, `enable`, `disable`, `good`, `error`, `clock` and `crate` always hold [`Value::Rust`]; every other property
/// holds the first of the other forms that fits, and [`Value::Rust`] where none does. Any may be [`Value::Broken`].
#[derive(Debug)]
pub enum Value {
    /// `10`, `0x4000_5400`, `3.3V`, `-5`
    Number(Number),
    /// `1.71V..=3.6V`
    Range(NumberRange),
    /// `true`, `false`
    Bool(bool, Span),
    /// `"text"`
    Text(Text),
    /// A single word that is not `true` or `false`: `bus`
    Word(Ident),
    /// `&label`
    Reference(Reference),
    /// `[&a, &b]`
    References(Vec<Reference>, Span),
    /// Rust
    Rust(Rust),
    /// A value that is missing or could not be read. It has been reported.
    Broken(Span),
}

impl Value {
    /// The place of the value.
    pub fn span(&self) -> Span {
        match self {
            Value::Number(number) => number.span,
            Value::Range(range) => range.span,
            Value::Bool(_, span) | Value::References(_, span) | Value::Broken(span) => *span,
            Value::Text(text) => text.span,
            Value::Word(word) => word.span,
            Value::Reference(reference) => reference.span,
            Value::Rust(rust) => rust.span,
        }
    }
}

/// `&LABEL`
#[derive(Clone, Debug)]
pub struct Reference {
    /// The label.
    pub label: Ident,
    /// With the `&`.
    pub span: Span,
}

/// A string literal.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text it stands for.
    pub value: String,
    /// The literal.
    pub span: Span,
}

/// A number in base units.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// How many base units.
    pub amount: i128,
    /// What of.
    pub unit: Unit,
    /// The place.
    pub span: Span,
}

/// `START..=END`; both ends included. `start` may be above `end`: that is for the checks.
#[derive(Clone, Copy, Debug)]
pub struct NumberRange {
    /// The lower end.
    pub start: Number,
    /// The upper end.
    pub end: Number,
    /// Both.
    pub span: Span,
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// A plain integer.
    None,
    /// Microvolts: `V mV uV µV`.
    Microvolt,
    /// Microamperes: `A mA uA µA`.
    Microampere,
    /// Nanoseconds: `s ms us µs ns`.
    Nanosecond,
    /// Hertz: `Hz kHz MHz GHz`.
    Hertz,
    /// Ohms: `Ohm kOhm`.
    Ohm,
    /// Bytes: `B KiB MiB`.
    Byte,
}

/// A type, a path or an expression: Rust, with the parts that mean something to this language marked.
#[derive(Clone, Debug)]
pub struct Rust {
    /// From the first to the last token.
    pub span: Span,
    /// Every token, split as `proc_macro` splits them.
    pub tokens: Vec<Token>,
    /// The marked parts, in order, not overlapping. In a type or a path: only [`MarkKind::SelfPath`] and
    /// [`MarkKind::SuperPath`].
    pub marks: Vec<Mark>,
}

/// One token: what `proc_macro::TokenTree` would call an identifier, a literal or one character of punctuation,
/// and the two ends of a group. A lifetime is `'` and an identifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its place.
    pub span: Span,
}

/// Kinds of token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Identifier or keyword.
    Ident,
    /// Number, string, character, with its suffix.
    Literal,
    /// One character.
    Punct,
    /// `(`, `[`, `{`
    Open,
    /// `)`, `]`, `}`
    Close,
}

/// A part of a [`Rust`] that means something here.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Which tokens, as indices into [`Rust::tokens`].
    pub tokens: Range<usize>,
    /// Their place.
    pub span: Span,
    /// What they are.
    pub kind: MarkKind,
}

/// The parts that mean something. A name that the expression itself binds (`let`, closure parameter, pattern) is plain
/// Rust and never marked.
#[derive(Clone, Debug)]
pub enum MarkKind {
    /// `&label`, not followed by `::`
    Shared(Ident),
    /// `&mut label`, not followed by `::`
    Lent(Ident),
    /// `base.field`, not a method call: a claim if `base` is an input. `base` alone is the mark of a method call.
    Field {
        /// Perhaps an input.
        base: Ident,
        /// Perhaps a field of it.
        field: Ident,
    },
    /// A bare name that is neither path, field, call, macro nor field initialiser: a claim if it is an input.
    Name(Ident),
    /// `self.name`
    SelfProperty(Ident),
    /// `this`
    This,
    /// `400kHz`: a number with one of our units. Plain numbers are Rust.
    Quantity(Number),
    /// `?`, but not in a closure or an `async` block: there it does not end the whole expression
    Question,
    /// `.await` (both tokens), but not in a closure or an `async` block
    Await,
    /// A leading `self` of `self::path` (the one token)
    SelfPath,
    /// A leading `super` of `super::path` (the one token)
    SuperPath,
}
