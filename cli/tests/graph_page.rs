//! The page of `bringup graph --as html`, worked with in a browser.

mod common;

#[path = "common/browser.rs"]
mod browser;

use browser::{Page, Scheme, visit};
use common::{run, with_files};
use std::path::{Path, PathBuf};

/// The page of a board, as a file.
fn page(board: &str) -> PathBuf {
    let boards = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/boards"));
    let ran = run(boards, &["graph", board, "--as", "html"]);
    assert!(!ran.out.is_empty(), "{}", ran.err);
    let name = format!("graph-page-{}", board.replace(['/', '.'], "-"));
    with_files(&name, &[("page.html", &ran.out)]).join("page.html")
}

/// The labels of the nodes that match a selector, in alphabetical order.
fn labels(page: &mut Page, selector: &str) -> String {
    let labels = page.run(&format!(
        "[...document.querySelectorAll({selector:?})].map(card => nodes[card.dataset.node].label).sort().join(' ')"
    ));
    labels.as_str().expect("a text").to_owned()
}

/// The box of a node, after a mark was put on it.
fn node(page: &mut Page, label: &str) -> String {
    let at = page.run(&format!("nodes.findIndex(node => node.label === {label:?})"));
    format!(".node[data-node='{at}'] .label")
}

fn opacity(page: &mut Page, selector: &str) -> f64 {
    let opacity = page.run(&format!("Number(getComputedStyle(document.querySelector({selector:?})).opacity)"));
    opacity.as_f64().expect("a number")
}

/// Which lines are lit: the pairs they stand for, and which rails' own.
fn lit(page: &mut Page) -> Vec<String> {
    let lines = page.run(
        "[...document.querySelectorAll('.wires .line.lit')].filter(line => !line.dataset.rail)\
         .flatMap(through).map(at => `${nodes[pairs[at].from].label}-${nodes[pairs[at].to].label}`)",
    );
    let mut lines: Vec<String> = serde_json::from_value(lines).expect("texts");
    lines.sort();
    lines.dedup();
    lines
}

#[test]
fn what_is_pointed_at_is_explained() {
    visit(&page("hub/hub.board"), |page| {
        let imu = node(page, "imu");
        page.hover(&imu);
        let said = page.text("#tip");
        for part in [
            "device drivers::Imu, position 8 of 11, level device, priority 10",
            "on bus i2c1; powered by v3v3",
            "imu comes up after v3v3, which it needs",
            "keeps up: i2c1, v3v3",
            "hub/hub.board:27:9",
        ] {
            assert!(said.contains(part), "{part} is not in {said}");
        }
        let i2c1 = node(page, "i2c1");
        page.hover(&i2c1);
        assert!(page.text("#tip").contains("kept up by: pmic, imu, baro, camera"), "{}", page.text("#tip"));
        page.hover("h1");
        assert!(page.run("tip.box.hidden") == true);
    });
}

#[test]
fn a_click_lights_what_a_node_needs_and_nothing_else() {
    visit(&page("hub/hub.board"), |page| {
        let pmic = node(page, "pmic");
        page.click(&pmic);
        assert_eq!(labels(page, ".node.lit"), "clocks i2c1 pmic vbat");
        assert_eq!(labels(page, ".node.chosen"), "pmic");
        // The line to the bus goes on to nodes that are not meant: only its part up to here is lit.
        assert_eq!(lit(page), ["i2c1-clocks", "pmic-i2c1", "pmic-vbat"]);
        assert!(page.text("#detail").contains("all that it needs: 3"), "{}", page.text("#detail"));
        page.wait("getComputedStyle(document.querySelector('.node:not(.lit)')).opacity < 0.3");
        assert!(opacity(page, ".node.lit") > 0.9 && opacity(page, ".wires .line:not(.lit)") < 0.3);
        // Again: what needs it.
        page.click(&pmic);
        assert_eq!(labels(page, ".node.lit"), "lcd pmic vlcd");
        assert_eq!(lit(page), ["lcd-vlcd", "vlcd-pmic"]);
        page.click("#detail .turn");
        assert_eq!(labels(page, ".node.lit"), "clocks i2c1 pmic vbat");
        page.press("Escape");
        assert_eq!(labels(page, ".node.lit"), "");
        assert!(opacity(page, ".node") > 0.9 && page.run("detail.box.hidden") == true);
    });
}

#[test]
fn a_search_narrows_and_leads_there() {
    visit(&page("graph/gateway.board"), |page| {
        page.press("/");
        page.write("spi");
        assert_eq!(labels(page, ".node.found"), "spi1 spi2");
        assert_eq!(page.text("#count"), "2 of 62");
        assert!(opacity(page, ".node.other") < 0.5);
        page.write("2");
        assert_eq!(labels(page, ".node.found"), "spi2");
        page.press("Enter");
        assert_eq!(labels(page, ".node.chosen"), "spi2");
        let inside = page.run(
            "(() => { const box = document.querySelector('.node.chosen').getBoundingClientRect();\
             return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth; })()",
        );
        assert!(inside == true, "what was found is not to be seen");
        page.press("Escape");
        assert_eq!(labels(page, ".node.found"), "");
    });
}

#[test]
fn the_keyboard_is_enough() {
    visit(&page("hub/hub.board"), |page| {
        page.click("#count + button");
        for _ in 0..3 {
            page.press("Tab");
        }
        let focused = page.run("nodes[document.activeElement.dataset.node].label");
        assert_eq!(focused, "clocks");
        assert!(page.text("#tip").contains("soc::Clocks") && page.run("tip.box.hidden") == false);
        page.press("Enter");
        assert_eq!(labels(page, ".node.lit"), "clocks");
        page.press("Enter");
        assert_eq!(labels(page, ".node.lit"), "baro camera clocks i2c1 imu lcd pmic uart vlcd");
        page.press("Escape");
        let width = |page: &mut Page| page.run("svg.getBoundingClientRect().width").as_f64().expect("a number");
        let before = width(page);
        page.press("+");
        assert!(width(page) > before);
        page.press("0");
        assert!(width(page) <= 1280.0);
    });
}

#[test]
fn dark_is_dark_and_as_usable() {
    visit(&page("hub/hub.board"), |page| {
        let paper = "getComputedStyle(document.querySelector('rect.paper')).fill";
        assert_eq!(page.run(paper), "rgb(255, 255, 255)");
        page.scheme(Scheme::Dark);
        assert_eq!(page.run(paper), "rgb(13, 17, 23)");
        let lcd = node(page, "lcd");
        page.click(&lcd);
        assert_eq!(labels(page, ".node.lit"), "clocks i2c1 imu lcd pmic v3v3 vbat vlcd");
    });
}

#[test]
fn texts_of_a_board_are_no_markup_and_cycles_are_shown() {
    visit(&page("graph/texts.board"), |page| {
        let closing = node(page, "closing");
        page.click(&closing);
        assert!(page.text("#detail").contains("</script><svg onload=alert(1)>"), "{}", page.text("#detail"));
    });
    visit(&page("graph/cycle.board"), |page| {
        assert_eq!(labels(page, ".node.in-cycle"), "chicken egg i2c1 pmic vsens");
        let egg = node(page, "egg");
        page.click(&egg);
        assert_eq!(labels(page, ".node.lit"), "chicken egg");
    });
}

/// Every text lies in its box, in the type face that is there.
#[test]
fn no_text_is_clipped() {
    for board in ["graph/gateway.board", "graph/texts.board", "hub/hub.board"] {
        visit(&page(board), |page| {
            let outside = page.run(
                "[...document.querySelectorAll('.node')].flatMap(node => {\
                   const box = node.querySelector('.card').getBoundingClientRect();\
                   return [...node.querySelectorAll('text')].filter(text => {\
                     const { left, right, top, bottom } = text.getBoundingClientRect();\
                     return left < box.left || right > box.right || top < box.top - 1 || bottom > box.bottom + 1;\
                   }).map(text => text.textContent); }).join('\\n')",
            );
            assert_eq!(outside, "", "{board}");
        });
    }
}

/// No box lies on another.
#[test]
fn no_box_covers_another() {
    for board in
        ["graph/gateway.board", "graph/texts.board", "graph/cycle.board", "graph/early.board", "hub/hub.board"]
    {
        visit(&page(board), |page| {
            let covered = page.run(
                "(() => { const boxes = cards.map(card => card.querySelector('.card').getBoundingClientRect());\
                  return boxes.flatMap((a, at) => boxes.slice(at + 1).filter(b => a.left < b.right && b.left < a.right\
                    && a.top < b.bottom && b.top < a.bottom).map(() => nodes[at].label)).join(' '); })()",
            );
            assert_eq!(covered, "", "{board}");
        });
    }
}

#[test]
#[should_panic(expected = "errors of the page")]
fn the_harness_can_fail() {
    let broken = with_files("graph-page-broken", &[("page.html", "<script>nothing()</script>")]);
    visit(&broken.join("page.html"), |_| {});
}
