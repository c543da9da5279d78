//! Random damage, and comments in random places.

/// xorshift64*: the same numbers in every run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit.max(1)
    }

    pub(crate) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// A place between two characters.
    fn place(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "{", "}", "(", ")", "[", "]", "<", ">", ";", ":", "::", "=", "==", "=>", ",", ".", "..=", "&", "&&", "?", "@", "#",
    "!", "'", "\"", "r#\"", "/*", "*/", "//", "///", "/**", "//!", "\\", "-", "\n", "\n\n", " ", "\r\n", "\t", "\0", "µ",
    "\u{feff}", "\u{85}", "\u{2028}", "1", "1.", "0x", "1e", "3.3V", "3 V", "'a'", "'static", "r#a", "self", "type", "pub ",
    "board", "rail", "levels a", "variant v", "delete &a.b;", "power", "deinit (p.A)", "init = ", "level = bus;", "&imu { }",
    "#[doc = \"a\"]", "#[allow (L0903)]", "#[b(c = 1)]\n", "|x| ", "x: T { ", "x { y = 1; }", "board! { ", "// a\n",
    "/* a */", "/* a\n   b */", "/// a\n", "/** a */", ";;", "\n}\n", "\n    x = 1\n", " a b c ",
];

/// The text with a few mistakes in it.
pub(crate) fn damaged(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..1 + random.below(3) {
        let (at, other) = (random.place(&text), random.place(&text));
        let (start, end) = (at.min(other), at.max(other));
        // Mostly small pieces, or nothing much would be left.
        let near = text[start..end].char_indices().nth(random.below(12)).map_or(end, |(length, _)| start + length);
        match random.below(7) {
            0 => text.replace_range(start..near, ""),
            1 => text.replace_range(start..near, random.pick(PIECES)),
            2 | 3 => text.insert_str(at, random.pick(PIECES)),
            4 => text.insert_str(at, &text.clone()[start..near]),
            5 if random.below(4) == 0 => text.truncate(at),
            _ => {
                let piece = text[start..near].to_owned();
                text.replace_range(start..near, "");
                let at = random.place(&text);
                text.insert_str(at, &piece);
            }
        }
    }
    text
}

/// Pieces in a row that mean nothing together.
pub(crate) fn soup(random: &mut Random) -> String {
    (0..random.below(40)).map(|_| random.pick(PIECES)).collect()
}

const COMMENTS: &[&str] = &[
    "/* a */",
    "/* a */ /* b */",
    "// a\n",
    " // a // b\n",
    "\n// a\n",
    "\n\n/* a\n * b */",
    "/* a\n */\n\n",
    "/**/",
];

/// The text with comments in some of the places where there is white space.
pub(crate) fn commented(text: &str, random: &mut Random) -> String {
    let mut commented = String::new();
    for part in text.split_inclusive(char::is_whitespace) {
        commented += part;
        if random.below(12) == 0 {
            commented += random.pick(COMMENTS);
        }
    }
    commented
}
