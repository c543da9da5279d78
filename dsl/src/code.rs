//! The stable identities of all diagnostics. A new one is a line here and a text in `dsl/explain/`.

macro_rules! codes {
    ($($code:ident $title:literal)*) => {
        /// The stable identity of a diagnostic: `B….` is an error, `L….` a lint.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $(#[doc = $title] $code,)*
        }

        impl Code {
            /// Every code, errors first.
            pub const ALL: &[Code] = &[$(Code::$code),*];

            /// The code as people write it: `B0301`.
            pub fn name(self) -> &'static str {
                match self { $(Code::$code => stringify!($code),)* }
            }

            /// What it is about, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Code::$code => $title,)* }
            }

            /// The long explanation, in Markdown, with a wrong and a right example.
            pub fn explain(self) -> &'static str {
                match self { $(Code::$code => include_str!(concat!("../explain/", stringify!($code), ".md")),)* }
            }
        }
    };
}

codes! {
    B0101 "something else was expected here"
    B0102 "a bracket is never closed"
    B0103 "a closing bracket does not match"
    B0104 "a semicolon is missing"
    B0105 "the file is not UTF-8"
    B0106 "the file is too large"
    B0107 "brackets nest too deep"
    B0108 "a literal or comment is malformed"
    B0109 "the first statement is wrong"
    B0110 "an included file cannot be read"
    B0111 "files include each other"
    B0112 "an attribute is unknown"
    B0113 "not yet supported"
    B0201 "a label is unknown"
    B0202 "a level is unknown"
    B0203 "a property or setting is unknown"
    B0204 "a label is declared twice"
    B0205 "a property or setting is given twice"
    B0206 "a value is of the wrong kind"
    B0207 "a value is out of range"
    B0208 "a unit is unknown"
    B0209 "a reference is of the wrong kind"
    B0210 "a name is taken by the generated code"
    B0211 "a disabled node is needed"
    B0212 "an input is unknown"
    B0301 "dependency cycle"
    B0302 "level inversion"
    B0303 "a required node depends on an optional one"
    B0401 "a supply is outside the range of the device"
    B0402 "a rail cannot be made from its upstream"
    B0403 "a rail is overloaded"
    B0404 "a rail cannot be switched on"
    B0405 "a wait needs a clock"
    B0406 "an always-on rail is fed by a switched one"
    B0407 "an input current cannot be worked out"
    B0408 "signal levels do not match"
    B0409 "`good` and `timeout` go together"
    B0410 "boot takes longer than its budget"
    B0501 "an input is claimed twice"
    B0502 "two nodes have the same address"
    B0503 "an address is outside its bus"
    B0601 "something is given back that was not claimed"
    B0602 "an input is claimed where it cannot be"
    B0603 "a live node is required"
    B0604 "awaiting is not possible here"
    B0605 "a handle is never made"
    B0606 "a failed init cannot give its inputs back"
    B0607 "a second attempt has no inputs"
    B0608 "interrupts cannot reach a node without a handle"
    L0901 "a deferred node comes up at boot"
    L0902 "a deferred node comes up only once"
    L0903 "a priority has no effect"
    L0904 "an edge is stated twice"
    L0905 "a rail is never used"
    L0906 "an input is never used"
    L0907 "a rail is never switched off"
    L0908 "a property looks misspelt"
    L0909 "a retry has no effect"
    L0910 "an optional node cannot fail"
    L0911 "a rail is not held over the whole range of its upstream"
    L0912 "a rail is overloaded if everything is up"
    L0913 "no step comes up from a table"
}

impl Code {
    /// Whether it is a lint: worth a look, and no reason to stop.
    pub fn is_lint(self) -> bool {
        self.name().starts_with('L')
    }

    /// The code written `name`, if there is one.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
