//! A Chromium of its own, spoken to through a pipe: no port that another test could have, and it ends when the pipe does.
//!
//! The DevTools protocol (`--remote-debugging-pipe`) is JSON with a zero byte after each message, so that this takes no
//! more than `serde_json`.

use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// No answer takes this long, not even on a busy machine.
const LIMIT: Duration = Duration::from_secs(120);

/// By these names a browser is looked for.
pub(crate) const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FLAGS: &[&str] = &[
    "--remote-debugging-pipe",
    "--headless",
    "--no-sandbox", // as root, and in containers, there is none; it opens only our own files
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--font-render-hinting=none",
    "--force-device-scale-factor=1",
    "about:blank",
];

/// The running program. It is ended when this goes out of scope, also by a panic.
pub(crate) struct Devtools {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    events: Vec<Value>,
    session: Option<String>,
    last: u64,
    limit: Duration,
    /// Removed at the end.
    folder: TempDir,
}

impl Devtools {
    /// Starts it, and waits for its page.
    pub(crate) fn start() -> Devtools {
        Devtools::start_one_of(NAMES, LIMIT)
    }

    pub(crate) fn start_one_of(names: &[&str], limit: Duration) -> Devtools {
        let program = names.iter().find_map(|name| installed(name));
        let program = program.unwrap_or_else(|| {
            panic!(
                "`{}` is not installed; install it with\n  apt-get install --no-install-recommends chromium\n\
                 or run tests/firmware/setup.sh as root",
                names[0]
            )
        });
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder for its profile");
        let errors = fs::File::create(folder.path().join("stderr")).expect("a file for what it says");
        // It reads from 3 and writes to 4. A shell can give it those; `exec` makes it the process that is ended later.
        let mut child = Command::new("sh")
            .args(["-c", "exec \"$@\" 3<&0 4>&1 </dev/null >&2", "sh"])
            .arg(program)
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .args(FLAGS)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .expect("a shell");
        let (sender, messages) = channel();
        let output = child.stdout.take().expect("its output");
        // Ends with the pipe.
        std::thread::spawn(move || {
            for message in BufReader::new(output).split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message).unwrap_or_default();
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let input = child.stdin.take();
        let (events, session, last) = (Vec::new(), None, 0);
        let mut devtools = Devtools { child, input, messages, events, session, last, limit, folder };
        devtools.attach();
        devtools
    }

    fn attach(&mut self) {
        let targets = self.ask("Target.getTargets", json!({}));
        let mut pages = targets["targetInfos"].as_array().into_iter().flatten();
        let page = pages.find(|target| target["type"] == "page").cloned();
        let page = page.unwrap_or_else(|| self.ask("Target.createTarget", json!({ "url": "about:blank" })));
        let session = self.ask("Target.attachToTarget", json!({ "targetId": page["targetId"], "flatten": true }));
        self.session = session["sessionId"].as_str().map(str::to_owned);
    }

    /// Sends a command and waits for its result.
    pub(crate) fn ask(&mut self, method: &str, parameters: Value) -> Value {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let bytes = format!("{message}\0");
        let sent = self.input.as_mut().map(|input| input.write_all(bytes.as_bytes()));
        if !matches!(sent, Some(Ok(()))) {
            self.give_up(&format!("{method}: it has ended"));
        }
        let started = Instant::now();
        loop {
            let message = self.next(method, started);
            if message["id"] == self.last {
                assert!(message["error"].is_null(), "{method} {parameters}: {}", message["error"]);
                return message["result"].clone();
            }
        }
    }

    /// Waits for an event that is not yet taken.
    pub(crate) fn wait_for(&mut self, event: &str) {
        let started = Instant::now();
        while !self.events.iter().any(|message| message["method"] == event) {
            self.next(event, started);
        }
        self.take(event);
    }

    /// The events of a kind so far, each once.
    pub(crate) fn take(&mut self, event: &str) -> Vec<Value> {
        let (taken, rest): (Vec<Value>, Vec<Value>) =
            std::mem::take(&mut self.events).into_iter().partition(|message| message["method"] == event);
        self.events = rest;
        taken
    }

    /// One message, which is kept if it is an event.
    fn next(&mut self, waiting_for: &str, since: Instant) -> Value {
        match self.messages.recv_timeout(self.limit.saturating_sub(since.elapsed())) {
            Ok(message) => {
                if message["method"].is_string() {
                    self.events.push(message.clone());
                }
                message
            }
            Err(RecvTimeoutError::Timeout) => self.give_up(&format!("no {waiting_for} within {:?}", self.limit)),
            Err(RecvTimeoutError::Disconnected) => self.give_up(&format!("{waiting_for}: it has ended")),
        }
    }

    fn give_up(&self, what: &str) -> ! {
        let said = fs::read(self.folder.path().join("stderr")).unwrap_or_default();
        panic!("Chromium: {what}\nit said:\n{}", String::from_utf8_lossy(&said));
    }
}

impl Drop for Devtools {
    fn drop(&mut self) {
        // Without its pipe it ends by itself, with all its processes; but nobody waits long for it.
        self.input = None;
        let started = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && started.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn installed(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
