//! The browser that other tests drive, and that it notices what is wrong.

mod common;

#[path = "common/browser.rs"]
mod browser;

use browser::{Devtools, NAMES, Scheme, visit};
use common::with_files;
use std::path::PathBuf;
use std::time::Duration;

const PAGE: &str = r#"<!doctype html>
<meta charset="utf-8">
<style>
  body { background: #fff; } @media (prefers-color-scheme: dark) { body { background: #000; } }
  #covered, #cover { position: absolute; left: 300px; top: 10px; width: 40px; height: 40px; }
  #far { margin-top: 3000px; }
</style>
<input id="field"><button id="button">press</button><div id="covered"></div><div id="cover"></div>
<p id="far">far below</p>
<script>
  const seen = [];
  for (const kind of ['mouseenter', 'click', 'keydown'])
    for (const id of ['field', 'button', 'far'])
      document.getElementById(id).addEventListener(kind, event => seen.push(`${kind} ${id} ${event.key ?? ''}`.trim()));
</script>
"#;

fn page(name: &str, text: &str) -> PathBuf {
    with_files(name, &[("100% page.html", text)]).join("100% page.html")
}

#[test]
fn it_does_what_a_person_does() {
    visit(&page("browser-person", PAGE), |page| {
        page.hover("#far");
        page.click("#field");
        page.write("v3v3");
        page.press("Backspace");
        page.press("Escape");
        page.wait("seen.length > 4");
        let seen = page.run("seen").to_string();
        for event in ["mouseenter far", "mouseenter field", "click field", "keydown field v", "keydown field Escape"]
        {
            assert!(seen.contains(&format!("{event:?}")), "{event} is not in {seen}");
        }
        assert_eq!(page.run("document.querySelector('#field').value"), "v3v");
        assert_eq!(page.text("#far"), "far below");
        assert_eq!(
            page.run("new Promise(done => setTimeout(() => done([1, 'two']), 10))").to_string(),
            r#"[1,"two"]"#
        );
        page.resize(640, 480);
        assert_eq!(page.run("innerWidth + innerHeight"), 640 + 480);
    });
}

#[test]
fn it_is_light_or_dark() {
    visit(&page("browser-scheme", PAGE), |page| {
        page.resize(64, 48);
        let paper = "getComputedStyle(document.body).backgroundColor";
        assert_eq!(page.run(paper), "rgb(255, 255, 255)");
        let light = page.screenshot();
        page.scheme(Scheme::Dark);
        assert_eq!(page.run(paper), "rgb(0, 0, 0)");
        let dark = page.screenshot();
        // The first bytes of every PNG.
        assert!(light.starts_with("iVBORw0KGgo") && dark.starts_with("iVBORw0KGgo") && light != dark);
    });
}

#[test]
#[should_panic(expected = "nothing is called so")]
fn an_error_while_a_page_loads_is_noticed() {
    visit(&page("browser-throws", "<script>throw new Error('nothing is called so')</script>"), |_| {});
}

#[test]
#[should_panic(expected = "it comes late")]
fn an_error_after_that_is_noticed() {
    let late = "<button onclick=\"setTimeout(() => { throw new Error('it comes late') })\">late</button>";
    visit(&page("browser-throws-late", late), |page| {
        page.click("button");
        page.wait("new Promise(done => setTimeout(() => done(true), 50))");
    });
}

#[test]
#[should_panic(expected = "on the console")]
fn an_error_on_the_console_is_noticed() {
    visit(&page("browser-console", "<script>console.error('on the console')</script>"), |_| {});
}

#[test]
#[should_panic(expected = "ERR_FILE_NOT_FOUND")]
fn a_page_that_wants_a_file_is_noticed() {
    visit(&page("browser-wants", "<img src=none.png>"), |page| page.wait("document.images[0].complete"));
}

#[test]
#[should_panic(expected = "no element #nobody")]
fn an_element_that_is_not_there_is_noticed() {
    visit(&page("browser-element", PAGE), |page| page.click("#nobody"));
}

#[test]
#[should_panic(expected = "cannot be hit")]
fn an_element_behind_another_is_noticed() {
    visit(&page("browser-covered", PAGE), |page| page.click("#covered"));
}

#[test]
#[should_panic(expected = "tests/firmware/setup.sh")]
fn what_is_not_installed_is_named() {
    Devtools::start_one_of(&["no-chromium-here"], Duration::from_secs(1));
}

#[test]
#[should_panic(expected = "no Target.getTargets within")]
fn it_does_not_wait_for_ever() {
    Devtools::start_one_of(NAMES, Duration::from_micros(1));
}
