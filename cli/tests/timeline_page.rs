//! The page of `bringup timeline --as html`, worked with in a browser.

mod common;

#[path = "common/browser.rs"]
mod browser;

use browser::{Page, Scheme, visit};
use common::{run, with_files};
use std::path::{Path, PathBuf};

/// The page of a board, as a file.
fn page(name: &str, board: &Path) -> PathBuf {
    let ran = run(board.parent().expect("a folder"), &["timeline", &file_name(board), "--as", "html"]);
    assert!(ran.code == 0 && ran.err.is_empty(), "{}", ran.err);
    with_files(&format!("timeline-page-{name}"), &[("page.html", &ran.out)]).join("page.html")
}

/// The same as a picture.
fn picture(name: &str, board: &Path) -> PathBuf {
    let svg = run(board.parent().expect("a folder"), &["timeline", &file_name(board), "--as", "svg"]).out;
    with_files(&format!("timeline-page-svg-{name}"), &[("picture.svg", &svg)]).join("picture.svg")
}

fn file_name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

fn board(path: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/boards")).join(path)
}

fn row(label: &str) -> String {
    format!("[data-row][aria-label=\"{label}\"]")
}

/// Boards that are hard to draw: long names and times, nothing, no times.
fn odd_boards(test: &str) -> Vec<PathBuf> {
    let long = format!(
        "board! {{ board {0}; levels core, {0}; clock = crate::T; rail v_{0} {{ enable = on(); disable = off(); ramp = 1234567ns; }}
         a_{0} {{ level = core; init = a(); time = 18446744073709551615ns; }} b_{0} {{ level = {0}; power = &v_{0}; init = b(); }} }}",
        "long_".repeat(20)
    );
    let folder = with_files(
        &format!("timeline-page-boards-{test}"),
        &[
            ("long.board", &long),
            ("empty.board", "board! { board empty; }"),
            ("none.board", "board! { board b; a { init = a(); } }"),
        ],
    );
    vec![
        board("hub/hub.board"),
        board("timeline/tracker.board"),
        folder.join("long.board"),
        folder.join("empty.board"),
        folder.join("none.board"),
    ]
}

fn count(page: &mut Page, selector: &str) -> u64 {
    page.run(&format!("document.querySelectorAll({selector:?}).length")).as_u64().expect("a number")
}

/// How wide the bar of a node is, in pixels.
fn width(page: &mut Page, label: &str) -> f64 {
    let bar = format!("ofBar[known.bars.findIndex(bar => bar.name === {label:?})][0]");
    page.run(&format!("{bar}.getBoundingClientRect().width")).as_f64().expect("a number")
}

#[test]
fn what_is_pointed_at_is_explained() {
    visit(&page("hover", &board("hub/hub.board")), |page| {
        assert_eq!(page.text("h1"), "hub boots in 16.55 ms");
        page.hover(&row("vlcd"));
        let said = page.text("#tip");
        for part in ["rail in level device", "hub.board:17:10", "ramp 1.55 ms to 11.55 ms, takes 10 ms, no slack"] {
            assert!(said.contains(part), "{part} is not in {said}");
        }
        assert!(said.contains("on the critical path"), "{said}");
        page.hover(&row("imu"));
        let said = page.text("#tip");
        assert!(said.contains("slack 3.99 ms") && said.contains("after ramp of v3v3: which it needs"), "{said}");
        assert!(!said.contains("on the critical path"), "{said}");
        page.hover("h1");
        assert!(page.run("tip.box.hidden") == true);
    });
}

#[test]
fn what_is_clicked_shows_what_leads_to_it() {
    visit(&page("click", &board("hub/hub.board")), |page| {
        page.click(&row("imu"));
        let steps = page.run("[...document.querySelectorAll('#detail li button')].map(step => step.textContent)");
        let expected = ["imu", "ramp of v3v3", "enable of v3v3", "enable of vlcd", "pmic", "i2c1", "uart", "clocks"];
        assert_eq!(steps, serde_json::json!(expected));
        assert_eq!(count(page, ".row.lit"), 7);
        // Another one from the list, then none.
        page.click("#detail li:last-child button");
        assert_eq!(page.text("#detail h2"), "clocks");
        assert_eq!(count(page, ".row.lit"), 1);
        page.press("Escape");
        assert_eq!((count(page, ".row.lit"), count(page, "#detail:not([hidden])")), (0, 0));
        page.click(&row("led"));
        page.click("#detail .close");
        assert_eq!(count(page, "#detail:not([hidden])"), 0);
    });
}

#[test]
fn a_search_marks_what_it_finds_and_goes_there() {
    visit(&page("search", &board("timeline/tracker.board")), |page| {
        page.press("/");
        page.write("VS");
        assert_eq!(page.text("#count"), "2 of 67");
        assert_eq!((count(page, ".row.found"), count(page, ".row.other")), (2, 65));
        page.press("Enter");
        assert_eq!(page.text("#detail h2"), "vsys");
        page.click("#search");
        page.press("Enter");
        assert_eq!(page.text("#detail h2"), "vsens");
        page.wait("document.activeElement.getBoundingClientRect().bottom < innerHeight");
        page.click("#search");
        page.write("<&\"'");
        assert_eq!(page.text("#count"), "0 of 67");
        page.press("Enter");
        page.press("Escape");
        assert_eq!((page.text("#count"), count(page, ".row.other")), (String::new(), 0));
    });
}

#[test]
fn the_axis_can_be_looked_at_more_closely() {
    visit(&page("zoom", &board("hub/hub.board")), |page| {
        let before = width(page, "imu");
        page.click("#in");
        page.wait("view.to - view.from < 0.6 * known.total");
        page.wait(&format!(
            "ofBar[known.bars.findIndex(bar => bar.name === 'imu')][0].width.baseVal.value > 1.9 * {before}"
        ));
        assert!(page.text("#ticks").contains("5 ms"), "{}", page.text("#ticks"));
        page.press("ArrowLeft");
        page.wait("view.from < 0.2 * known.total");
        // What is at the pointer stays there, as far as the boot goes.
        page.hover(&row("pmic"));
        page.wheel(-100.0, true);
        page.wait("view.to - view.from < 0.45 * known.total");
        page.press("0");
        page.wait("view.from === 0 && view.to === known.total");
        page.wait(&format!(
            "Math.abs(ofBar[known.bars.findIndex(bar => bar.name === 'imu')][0].width.baseVal.value - {before}) < 1"
        ));
        // It is never more than there is.
        page.click("#out");
        page.press("-");
        page.press("ArrowRight");
        assert_eq!(page.run("[view.from, view.to - known.total]").to_string(), "[0,0]");
        for _ in 0..60 {
            page.press("+");
        }
        assert_eq!(page.run("view.to - view.from"), 10);
    });
}

#[test]
fn the_keyboard_is_enough() {
    visit(&page("keys", &board("hub/hub.board")), |page| {
        page.press("/");
        page.press("Escape");
        // Past three buttons to the rows, which are one stop together.
        for _ in 0..4 {
            page.press("Tab");
        }
        assert!(page.text("#tip").contains("clocks"), "{}", page.text("#tip"));
        page.press("ArrowDown");
        page.press("ArrowDown");
        assert!(page.text("#tip").contains("i2c1"), "{}", page.text("#tip"));
        page.press("End");
        page.press("ArrowDown");
        page.press("Enter");
        assert_eq!(page.text("#detail h2"), "lcd");
        page.press("Home");
        page.press(" ");
        assert_eq!(page.text("#detail h2"), "clocks");
        page.press("Escape");
        assert_eq!(count(page, "[data-row][tabindex=\"0\"]"), 1);
    });
}

/// What is drawn fits where it is drawn: no text reaches into the next column or over the edge, in any window.
#[test]
fn nothing_overlaps() {
    let overlap = "(() => {
        const wrong = [];
        for (const line of [axis, ...document.querySelectorAll('.row')]) {
            const boxes = [...line.querySelectorAll('text')].filter(text => text.textContent).map(text => [text.getBoundingClientRect(), text.textContent]);
            boxes.sort(([a], [b]) => a.left - b.left);
            for (const [index, [box, text]] of boxes.entries()) {
                const next = boxes[index + 1];
                if (next && box.right > next[0].left - 2) wrong.push([text, next[1]]);
                if (box.right > svg.getBoundingClientRect().right || box.left < 0) wrong.push([text, 'edge']);
            }
        }
        return wrong;
    })()";
    let files = odd_boards("overlap");
    let pages: Vec<PathBuf> = files.iter().enumerate().map(|(at, file)| page(&format!("fits-{at}"), file)).collect();
    visit(&pages[0], |page| {
        for file in &pages {
            page.open(file);
            for width in [480, 1280, 2560] {
                page.resize(width, 700);
                page.wait(&format!("innerWidth === {width} && svg.getBoundingClientRect().width >= {width} - 20"));
                let wrong = page.run(overlap);
                assert_eq!(wrong.to_string(), "[]", "{}, {width} wide", file.display());
            }
            for place in [0.3, 1.0] {
                page.run(&format!("for (let times = 0; times < 70; times++) zoom(0.5, {place}); draw()"));
                assert_eq!(page.run(overlap).to_string(), "[]", "{}", file.display());
                page.run("move(0, known.total); draw()");
            }
        }
    });
}

#[test]
fn it_can_be_read_by_day_and_by_night() {
    // Contrast of every colour that texts have against what they stand on, as WCAG reckons it.
    let contrast = "(() => {
        const light = colour => {
            const [r, g, b] = colour.match(/\\d+/g).map(Number).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paper = light(getComputedStyle(document.body).backgroundColor);
        const found = [...document.querySelectorAll('text, h1, p')].map(text => {
            const style = getComputedStyle(text);
            const ink = light(text.namespaceURI.endsWith('svg') ? style.fill : style.color);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        });
        return [paper, Math.min(...found)];
    })()";
    visit(&page("schemes", &board("hub/hub.board")), |page| {
        for (scheme, bright) in [(Scheme::Light, true), (Scheme::Dark, false)] {
            page.scheme(scheme);
            let seen = page.run(contrast);
            let [paper, least] = [0, 1].map(|at| seen[at].as_f64().expect("a number"));
            assert_eq!(paper > 0.5, bright, "{scheme:?}");
            assert!(least > 4.5, "{scheme:?}: {least}");
        }
    });
}

/// Names of files can hold what markup is made of.
#[cfg(unix)]
#[test]
fn a_name_is_never_markup() {
    let name = "</script><b title=\"'&amp;\">.board";
    // No folder can be called that.
    let name = name.replace('/', "");
    let folder =
        with_files("timeline-page-names", &[(&name, "board! { board b; a { init = a(\"</script><script>\"); } }")]);
    visit(&page("names", &folder.join(&name)), |page| {
        assert_eq!(page.text("header p"), name);
        page.hover(&row("a"));
        assert!(page.text("#tip").contains(&format!("device in level main, {name}:1:19")), "{}", page.text("#tip"));
        assert_eq!(count(page, "b"), 0);
    });
}

#[test]
#[should_panic(expected = "no element [data-row][aria-label=\"nobody\"]")]
fn the_harness_can_fail() {
    visit(&page("can-fail", &board("hub/hub.board")), |page| page.hover(&row("nobody")));
}

/// A picture is a document of its own, and as XML without a mistake: else a browser shows nothing of it.
#[test]
fn a_picture_is_a_document() {
    visit(&picture("document", &board("timeline/tracker.board")), |page| {
        assert_eq!(page.run("document.documentElement.nodeName"), "svg");
        assert_eq!(count(page, "parsererror"), 0);
        assert_eq!(count(page, ".row"), 67);
        assert_eq!(page.run("getComputedStyle(document.querySelector('.paper')).fill"), "rgb(255, 255, 255)");
        page.scheme(Scheme::Dark);
        assert_eq!(page.run("getComputedStyle(document.querySelector('.paper')).fill"), "rgb(13, 17, 23)");
    });
}

/// Texts of a picture stay in it.
#[test]
fn nothing_hangs_over_the_edge() {
    let outside = "(() => {
        const edge = document.documentElement.getBoundingClientRect();
        const boxes = [...document.querySelectorAll('text')].map(text => [text.getBoundingClientRect(), text.textContent]);
        return boxes.filter(([box]) => box.left < 0 || box.right > edge.right || box.bottom > edge.bottom).map(([, text]) => text);
    })()";
    let files = odd_boards("edge");
    let pictures: Vec<PathBuf> =
        files.iter().enumerate().map(|(at, file)| picture(&format!("edge-{at}"), file)).collect();
    visit(&pictures[0], |page| {
        page.resize(3000, 3000);
        for picture in &pictures {
            page.open(picture);
            assert_eq!(page.run(outside).to_string(), "[]", "{}", picture.display());
        }
    });
}
