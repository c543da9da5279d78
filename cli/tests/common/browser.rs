//! A page in a headless Chromium, worked with as a person does: [`visit`].
//!
//! `#[path = "common/browser.rs"] mod browser;` where it is needed.
#![allow(dead_code, unused_imports, reason = "each test takes what it needs")]

#[path = "devtools.rs"]
mod devtools;

pub(crate) use devtools::{Devtools, NAMES};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long a page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(60);

/// An open page. Whatever cannot be done is a panic that says what.
pub(crate) struct Page {
    devtools: Devtools,
    pointer: (f64, f64),
}

/// Light or dark, as the system would say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

/// Opens a file in a browser of its own, 1280 by 800 and light, and closes it after `look`, which may do with the page what
/// it wants. An error in a script of the page is a panic, whenever it comes.
pub(crate) fn visit<T>(file: &Path, look: impl FnOnce(&mut Page) -> T) -> T {
    let mut page = Page { devtools: Devtools::start(), pointer: (0.0, 0.0) };
    for domain in ["Page", "Runtime", "Log"] {
        page.devtools.ask(&format!("{domain}.enable"), json!({}));
    }
    page.resize(1280, 800);
    page.scheme(Scheme::Light);
    page.open(file);
    let seen = look(&mut page);
    page.healthy();
    seen
}

impl Page {
    /// Another file in the same browser.
    pub(crate) fn open(&mut self, file: &Path) {
        let file = file.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.devtools.take("Page.loadEventFired");
        // `%` is the one letter in the names of our files that a URL would take for something else.
        let url = format!("file://{}", file.display().to_string().replace('%', "%25"));
        let opened = self.devtools.ask("Page.navigate", json!({ "url": url }));
        assert!(opened["errorText"].is_null(), "{url}: {}", opened["errorText"]);
        self.devtools.wait_for("Page.loadEventFired");
        self.healthy();
    }

    /// The value of an expression of JavaScript, as JSON. Promises are waited for.
    pub(crate) fn run(&mut self, expression: &str) -> Value {
        let parameters = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut ran = self.devtools.ask("Runtime.evaluate", parameters);
        let thrown = &ran["exceptionDetails"];
        let why = thrown["exception"]["description"].as_str().unwrap_or("not an error that is thrown");
        assert!(thrown.is_null(), "{expression}: {why}");
        self.healthy();
        ran["result"]["value"].take()
    }

    /// What an element shows.
    pub(crate) fn text(&mut self, selector: &str) -> String {
        let text = self.run(&format!("{}.textContent", found(selector)));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an expression, or what it promises, is true.
    pub(crate) fn wait(&mut self, condition: &str) {
        let started = Instant::now();
        while self.run(&format!("(async () => Boolean(await ({condition})))()")) != true {
            assert!(started.elapsed() < PATIENCE, "not within {PATIENCE:?}: {condition}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Moves the pointer onto the middle of an element, which has to be what is there.
    pub(crate) fn hover(&mut self, selector: &str) {
        let place = self.run(&format!(
            "(() => {{
                const element = {};
                element.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
                const box = element.getBoundingClientRect();
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                const there = document.elementFromPoint(x, y);
                return {{ x, y, there: there && there.outerHTML.slice(0, 200), hit: element.contains(there) }};
            }})()",
            found(selector)
        ));
        assert!(place["hit"] == true, "the middle of `{selector}` cannot be hit: {} is there", place["there"]);
        self.pointer = (place["x"].as_f64().unwrap_or_default(), place["y"].as_f64().unwrap_or_default());
        self.mouse("mouseMoved", 0);
    }

    pub(crate) fn click(&mut self, selector: &str) {
        self.hover(selector);
        self.mouse("mousePressed", 1);
        self.mouse("mouseReleased", 1);
    }

    /// Where the pointer is, turns the wheel: down is positive.
    pub(crate) fn wheel(&mut self, down: f64, with_control: bool) {
        let (x, y) = self.pointer;
        let modifiers = if with_control { 2 } else { 0 };
        let wheel =
            json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down, "modifiers": modifiers });
        self.devtools.ask("Input.dispatchMouseEvent", wheel);
        self.healthy();
    }

    /// Types letters into what has the focus.
    pub(crate) fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.key(&letter.to_string(), 0, Some(letter));
        }
    }

    /// Presses a key, by its name in `KeyboardEvent.key`: `Escape`, `ArrowDown`, `/`.
    pub(crate) fn press(&mut self, key: &str) {
        let (code, text) = match key {
            "Enter" => (13, Some('\r')),
            "Tab" => (9, None),
            "Escape" => (27, None),
            "Backspace" => (8, None),
            "Delete" => (46, None),
            "PageUp" => (33, None),
            "PageDown" => (34, None),
            "End" => (35, None),
            "Home" => (36, None),
            "ArrowLeft" => (37, None),
            "ArrowUp" => (38, None),
            "ArrowRight" => (39, None),
            "ArrowDown" => (40, None),
            _ => {
                assert!(key.chars().count() == 1, "no key `{key}` is known here");
                (0, key.chars().next())
            }
        };
        self.key(key, code, text);
    }

    pub(crate) fn scheme(&mut self, scheme: Scheme) {
        let value = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.devtools.ask("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// The size of the window, in pixels.
    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools.ask("Emulation.setDeviceMetricsOverride", size);
    }

    /// What the window shows, as a PNG, in the form in which browsers have it: base64.
    pub(crate) fn screenshot(&mut self) -> String {
        let picture = self.devtools.ask("Page.captureScreenshot", json!({ "format": "png" }));
        picture["data"].as_str().unwrap_or_default().to_owned()
    }

    fn mouse(&mut self, kind: &str, clicks: u32) {
        let (x, y) = self.pointer;
        let button = if clicks > 0 { "left" } else { "none" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": clicks });
        self.devtools.ask("Input.dispatchMouseEvent", event);
        self.healthy();
    }

    fn key(&mut self, key: &str, code: u32, text: Option<char>) {
        let mut event = json!({ "type": "rawKeyDown", "key": key, "windowsVirtualKeyCode": code });
        if let Some(text) = text {
            (event["type"], event["text"]) = (json!("keyDown"), json!(text));
        }
        self.devtools.ask("Input.dispatchKeyEvent", event.clone());
        event["type"] = json!("keyUp");
        self.devtools.ask("Input.dispatchKeyEvent", event);
        self.healthy();
    }

    /// Panics if the page has thrown, or written an error or a warning to the console.
    fn healthy(&mut self) {
        let thrown = self.devtools.take("Runtime.exceptionThrown");
        let thrown = thrown.iter().map(|event| event["params"]["exceptionDetails"].to_string());
        let written = self.devtools.take("Runtime.consoleAPICalled");
        let written = written.iter().map(|event| &event["params"]);
        let written =
            written.filter(|call| call["type"] == "error" || call["type"] == "warning").map(Value::to_string);
        let logged = self.devtools.take("Log.entryAdded");
        let logged = logged.iter().map(|event| &event["params"]["entry"]);
        let logged =
            logged.filter(|entry| entry["level"] == "error" || entry["level"] == "warning").map(Value::to_string);
        let wrong: Vec<String> = thrown.chain(written).chain(logged).collect();
        assert!(wrong.is_empty(), "errors of the page:\n{}", wrong.join("\n"));
    }
}

/// An element, or an error that names it.
fn found(selector: &str) -> String {
    let selector = json!(selector);
    format!("(document.querySelector({selector}) ?? (() => {{ throw new Error('no element ' + {selector}); }})())")
}
