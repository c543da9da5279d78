//! Expressions: operands and operators by turns.

use super::Scanner;
use crate::ast::{MarkKind, TokenKind};

/// Longest first.
const OPERATORS: &[&str] = &[
    "<<=", ">>=", "..=", "...", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=",
    "<<", ">>", "..",
];

/// So many `if if if …` without a bracket are not Rust, and each costs stack.
const MAX_DEPTH: usize = 32;

impl Scanner<'_> {
    /// An expression, up to `,` `;` `=>` or the end of the group around. With `head` it is what stands between `if`,
    /// `match`, … and a block, and ends there too.
    pub(super) fn expression(&mut self, head: bool) {
        let (scope, inner) = (self.order.len(), self.inner);
        self.run(head, true);
        self.unbind(scope);
        self.inner = inner;
    }

    /// The same, but names bound in here stay bound. `wanted`: an operand comes first.
    pub(super) fn run(&mut self, head: bool, mut wanted: bool) {
        // The names of a `let` are not bound in its own value.
        let mut pending = Vec::new();
        while !self.is_closed() && !matches!(self.word(0), "," | ";") && !self.spells(0, "=>") {
            if wanted && self.accept("let") {
                pending.extend(self.pattern(&["="]));
                self.accept("=");
            } else if wanted {
                wanted = !self.operand(head);
            } else {
                if self.spells(0, "&&") {
                    self.bind(pending.drain(..));
                }
                match self.operator(head) {
                    Some(next) => wanted = next,
                    None => break,
                }
            }
        }
        self.bind(pending);
    }

    /// Reads an operand or what may stand in front of one. Returns whether the operand is complete.
    pub(super) fn operand(&mut self, head: bool) -> bool {
        match self.kind(0) {
            Some(TokenKind::Literal) => self.literal(),
            Some(TokenKind::Open) if self.is("{") => self.block(),
            Some(TokenKind::Open) => self.group(),
            Some(TokenKind::Ident) => return self.word_operand(head),
            _ => return self.prefix(head),
        }
        true
    }

    fn prefix(&mut self, head: bool) -> bool {
        match self.word(0) {
            "&" => return self.reference(head),
            "|" => self.closure(),
            "#" => self.attributes(),
            "'" => {
                self.skip(2);
                self.accept(":");
            }
            "<" => {
                self.angles();
                return self.path(head);
            }
            _ if self.spells(0, "::") => return self.path(head),
            _ => self.skip(1),
        }
        false
    }

    /// `&label`, `&mut label`, or any other `&`.
    fn reference(&mut self, head: bool) -> bool {
        if self.word(1) == "raw" && matches!(self.word(2), "const" | "mut") {
            self.skip(3);
            return false;
        }
        let lent = self.word(1) == "mut";
        let name = 1 + usize::from(lent);
        let is_label = self.is_name(name) && self.word(name) != "this" && !self.is_bound(self.word(name));
        if is_label && !self.continues(name + 1, head) {
            let label = self.ident(name);
            self.mark(name + 1, if lent { MarkKind::Lent(label) } else { MarkKind::Shared(label) });
            return true;
        }
        self.skip(name);
        false
    }

    /// Whether what stands there binds tighter than a `&` before it.
    fn continues(&self, ahead: usize, head: bool) -> bool {
        match self.word(ahead) {
            "." => !self.spells(ahead, ".."),
            "!" => !self.spells(ahead, "!="),
            "{" => !head,
            "(" | "[" | "?" => true,
            _ => self.spells(ahead, "::"),
        }
    }

    fn word_operand(&mut self, head: bool) -> bool {
        match self.word(0) {
            "if" | "while" | "match" | "for" if self.depth < MAX_DEPTH => {
                self.depth += 1;
                match self.word(0) {
                    "match" => self.matching(),
                    "for" => self.looping(),
                    _ => self.conditional(),
                }
                self.depth -= 1;
            }
            "loop" | "unsafe" | "const" => {
                self.skip(1);
                if !self.is("{") {
                    return false;
                }
                self.block();
            }
            "async" | "try" => {
                self.skip(1);
                self.accept("move");
                if !self.is("{") {
                    return false;
                }
                self.inner += 1;
                self.block();
                self.inner -= 1;
            }
            "self" if self.word(1) == "." && self.is_name(2) => {
                let name = self.ident(2);
                self.mark(3, MarkKind::SelfProperty(name));
            }
            "self" | "super" if self.spells(1, "::") => {
                self.plain();
                return self.path(head);
            }
            "this" if !self.is_bound("this") && !self.spells(1, "::") => self.mark(1, MarkKind::This),
            "self" | "_" | "true" | "false" => self.skip(1),
            "crate" | "Self" => return self.path(head),
            _ if self.is_name(0) => return self.path(head),
            _ => {
                self.skip(1);
                return false;
            }
        }
        true
    }

    /// A name or a path, and what makes it a macro call or a struct literal. Always a complete operand.
    fn path(&mut self, head: bool) -> bool {
        let name = self.word(0);
        let first = self.at;
        let mut simple = self.kind(0) == Some(TokenKind::Ident);
        self.skip(simple.into());
        if self.spells(0, "::") {
            simple = false;
            self.skip(2);
            self.path_tail();
        }
        if self.is("!") && !self.spells(0, "!=") {
            self.skip(1);
            // `macro_rules! name`
            self.skip(self.is_name(0).into());
            if self.kind(0) == Some(TokenKind::Open) {
                self.group();
            }
        } else if self.is("{") && !head {
            self.fields();
        } else if simple && !self.is("(") && !self.is_bound(name) && name != "crate" && name != "Self" {
            self.name(first);
        }
        true
    }

    /// The name at `first` stands alone, or a field or method of it follows.
    fn name(&mut self, first: usize) {
        let field = self.is(".") && self.kind(1) == Some(TokenKind::Ident) && self.word(1) != "await";
        let method = self.word(2) == "(" || self.spells(2, "::");
        self.at = first;
        if field && !method {
            let (base, field) = (self.ident(0), self.ident(2));
            self.mark(3, MarkKind::Field { base, field });
        } else {
            let name = self.ident(0);
            self.mark(1, MarkKind::Name(name));
        }
    }

    /// Reads what may follow an operand. Returns whether an operand must come next; `None`: the expression ends.
    fn operator(&mut self, head: bool) -> Option<bool> {
        match self.kind(0)? {
            TokenKind::Open if self.is("{") && head => return None,
            TokenKind::Open if self.is("{") => self.block(),
            TokenKind::Open => self.group(),
            TokenKind::Ident if self.accept("as") => self.one_type(),
            TokenKind::Punct if self.is("?") && self.inner == 0 => self.mark(1, MarkKind::Question),
            TokenKind::Punct if self.is("?") => self.skip(1),
            TokenKind::Punct if self.is(".") && !self.spells(0, "..") => self.member(),
            TokenKind::Punct => {
                let longer = self.is_joined().then(|| OPERATORS.iter().find(|operator| self.spells(0, operator)));
                self.skip(longer.flatten().map_or(1, |operator| operator.len()));
                return Some(true);
            }
            TokenKind::Ident | TokenKind::Literal | TokenKind::Close => return Some(true),
        }
        Some(false)
    }

    /// `.await`, `.field`, `.method::<T>`, `.0`
    fn member(&mut self) {
        if self.word(1) == "await" && self.inner == 0 {
            return self.mark(2, MarkKind::Await);
        }
        self.skip(1);
        if matches!(self.kind(0), Some(TokenKind::Ident | TokenKind::Literal)) {
            self.skip(1);
        }
        if self.spells(0, "::") {
            self.skip(2);
            if self.is("<") {
                self.angles();
            }
        }
    }

    /// Expressions between brackets: arguments, elements, what a macro gets.
    fn group(&mut self) {
        let depth = std::mem::take(&mut self.depth);
        self.skip(1);
        self.until_closed(|scanner| {
            scanner.expression(false);
            if matches!(scanner.word(0), "," | ";") {
                scanner.skip(1);
            } else if scanner.spells(0, "=>") {
                scanner.skip(2);
            }
        });
        self.depth = depth;
    }

    /// The fields of a struct literal.
    fn fields(&mut self) {
        let depth = std::mem::take(&mut self.depth);
        self.skip(1);
        self.until_closed(|scanner| {
            scanner.attributes();
            if scanner.spells(0, "..") {
                scanner.skip(2);
            } else if matches!(scanner.kind(0), Some(TokenKind::Ident | TokenKind::Literal)) {
                // Its own name, even if it is short for `name: name`.
                scanner.skip(1);
                scanner.accept(":");
            }
            scanner.expression(false);
            scanner.accept(",");
        });
        self.depth = depth;
    }

    /// From `|` to the body, which is read next.
    fn closure(&mut self) {
        self.skip(1);
        while !self.is_closed() && !self.accept("|") {
            let names = self.pattern(&[":", ",", "|"]);
            self.bind(names);
            if self.accept(":") {
                self.type_until(&[",", "|"]);
            }
            self.accept(",");
        }
        self.inner += 1;
        if self.spells(0, "->") {
            self.skip(2);
            self.one_type();
        }
    }

    /// `if` and `while`
    fn conditional(&mut self) {
        loop {
            let (scope, inner) = (self.order.len(), self.inner);
            self.skip(1);
            self.run(true, true);
            self.inner = inner;
            self.block();
            self.unbind(scope);
            if !self.accept("else") {
                return;
            }
            if !self.is("if") {
                return self.block();
            }
        }
    }

    fn looping(&mut self) {
        self.skip(1);
        let names = self.pattern(&["in"]);
        self.accept("in");
        self.expression(true);
        let scope = self.order.len();
        self.bind(names);
        self.block();
        self.unbind(scope);
    }

    fn matching(&mut self) {
        self.skip(1);
        self.expression(true);
        if !self.is("{") {
            return;
        }
        let depth = std::mem::take(&mut self.depth);
        self.skip(1);
        self.until_closed(|scanner| {
            let (scope, inner) = (scanner.order.len(), scanner.inner);
            scanner.attributes();
            let names = scanner.pattern(&["=", "if"]);
            scanner.bind(names);
            if scanner.accept("if") {
                scanner.run(false, true);
            }
            scanner.inner = inner;
            if scanner.spells(0, "=>") {
                scanner.skip(2);
            }
            scanner.expression_statement();
            scanner.accept(",");
            scanner.unbind(scope);
        });
        self.depth = depth;
    }
}
