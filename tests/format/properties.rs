//! The laws on the boards of the repository, on random boards, and on damaged ones.

use crate::damage::{Random, commented, damaged, soup};
use crate::{corpus, laws, random, shuffle::shuffled};
use proptest::prelude::*;

#[track_caller]
fn check(name: &str, text: &str) -> String {
    laws::checked(text).unwrap_or_else(|why| panic!("{name}: {why}"))
}

#[test]
fn boards_of_the_repository() {
    for (name, text) in corpus::files() {
        check(&name, &text);
        if text.contains('\r') {
            continue;
        }
        let windows = text.replace('\n', "\r\n");
        let formatted = check(&name, &windows);
        assert!(!formatted.replace("\r\n", "").contains('\n'), "{name}: a line ends in another way");
        assert_eq!(formatted.replace("\r\n", "\n"), laws::format(&text), "{name}: line ends make a difference");
        let marked = check(&name, &format!("\u{feff}{text}"));
        assert_eq!(marked.strip_prefix('\u{feff}'), Some(laws::format(&text).as_str()), "{name}: the mark");
    }
}

/// The boards that people copy first show the style.
#[test]
fn examples_are_formatted() {
    let reference = include_str!("../../dsl/REFERENCE.md");
    let start = reference.find("board! {").expect("a board");
    let end = start + reference[start..].find("\n}\n").expect("its end") + 3;
    let mut boards = vec![("dsl/REFERENCE.md".to_owned(), reference[start..end].to_owned())];
    boards.extend(corpus::files().into_iter().filter(|(name, _)| name.contains("/examples/")));
    assert!(boards.len() > 10, "{}", boards.len());
    for (name, text) in boards {
        assert_eq!(laws::format(&text), text, "{name}: `bringup fmt` changes it");
    }
}

/// Both as they are and with errors, from the compiler too.
#[test]
fn the_compiler_finds_the_same() {
    for (name, text) in corpus::files() {
        laws::compiled(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
    }
}

#[test]
fn the_same_board_with_other_white_space_comes_out_the_same() {
    let mut random = Random(0xF047_0001);
    let (mut tried, mut moved) = (0, 0);
    for (name, text) in corpus::sound() {
        let formatted = laws::format(&text);
        for _ in 0..4 {
            let Some(shuffled) = shuffled(&text, &mut random) else { break };
            tried += 1;
            moved += usize::from(shuffled != text);
            assert_eq!(check(&name, &shuffled), formatted, "{name}\n--- shuffled\n{shuffled}");
        }
    }
    assert!(tried > 500 && moved * 10 > tried * 9, "{tried} {moved}");
}

#[test]
fn comments_in_all_places() {
    let mut random = Random(0xF047_0002);
    let mut whole = 0;
    for (name, text) in corpus::sound() {
        for _ in 0..4 {
            let text = commented(&text, &mut random);
            let formatted = check(&name, &text);
            // Comments are no reason to give up.
            let spoilt = text.replacen("board! {", "board  ! {", 1);
            if spoilt != text && laws::errors(&text).is_empty() {
                assert_eq!(laws::format(&spoilt), formatted, "{name}");
                whole += 1;
            }
        }
    }
    assert!(whole > 100, "{whole}");
}

#[test]
fn damaged_boards() {
    let mut random = Random(0xF047_0003);
    let (mut tried, mut formatted) = (0, 0);
    for (name, text) in corpus::sound() {
        for _ in 0..6 {
            let text = damaged(&text, &mut random);
            tried += 1;
            formatted += usize::from(check(&name, &text) != text);
        }
    }
    assert!(formatted * 10 > tried, "only {formatted} of {tried} damaged boards were formatted at all");
}

#[test]
fn soup_of_tokens() {
    let mut random = Random(0xF047_0004);
    for _ in 0..400 {
        let soup = soup(&mut random);
        check("soup", &soup);
        check("soup", &format!("board! {{ board x; {soup} }}"));
        check("soup", &format!("board! {{\nboard x;\nn {{\n {soup}\n}}\nm {{ a=1; }} }}"));
        check("soup", &format!("board! {{ board x; n {{ init = {soup}; }} }}"));
        check("soup", &format!("board! {{ board x;\n\n n: {soup} {{ a = 1; }} }}"));
    }
}

/// Each unreadable statement stays as it is, and everything around it comes out as without it.
#[test]
fn what_is_broken_stays_and_the_rest_is_formatted() {
    let broken = ["three  words  here;", "x  = ;", "12  ,;", "power   3;", "a: B  @  (  ) { c=1; }", "x = “a”;"];
    let mut tried = 0;
    for (name, text) in corpus::sound() {
        if shuffled(&text, &mut Random(1)).is_none() {
            continue;
        }
        let formatted = laws::format(&text);
        for (at, line) in formatted.match_indices('\n') {
            let indent = line_indent(&formatted[at + 1..]);
            // In front of a line that starts a property, a flag or a node.
            let before = formatted[..at].trim_end().ends_with([';', '{', '}']);
            if !before || indent < 8 || !formatted[at + 1 + indent..].starts_with(|c: char| c.is_ascii_lowercase()) {
                continue;
            }
            let broken = broken[tried % broken.len()];
            let spaces = " ".repeat(indent);
            let rest = &formatted[at..];
            let expected = format!("{}{line}{spaces}{broken}{rest}", &formatted[..at]);
            // Whatever the rest looks like
            let written = expected.replace(&format!("{spaces}{broken}\n"), &format!("{spaces}{broken}\n\t"));
            if laws::errors(&expected).is_empty() || formatted[..at].matches("/*").count() > 0 {
                continue;
            }
            assert_eq!(laws::format(&written), expected, "{name}");
            tried += 1;
            break;
        }
    }
    assert!(tried > 50, "{tried}");
}

fn line_indent(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_boards(
        raw in prop::collection::vec(random::raw(0.25, 0.35, 0.5), 1..16),
        levels in 1..5usize,
        seed in 1..u64::MAX,
    ) {
        let text = random::board(&random::vertices(raw, levels), levels);
        let formatted = laws::compiled(&text).map_err(TestCaseError::fail)?;
        let mut random = Random(seed);
        if let Some(shuffled) = shuffled(&text, &mut random) {
            prop_assert_eq!(laws::checked(&shuffled).map_err(TestCaseError::fail)?, formatted);
        }
        laws::checked(&commented(&text, &mut random)).map_err(TestCaseError::fail)?;
        laws::checked(&damaged(&text, &mut random)).map_err(TestCaseError::fail)?;
    }
}
