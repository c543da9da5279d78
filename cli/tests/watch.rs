//! `bringup check --watch`.

mod common;

use common::{bringup, run, with_files};
use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStderr, Stdio};
use std::time::{Duration, SystemTime};

/// Stops it, however the test ends.
struct Watching {
    child: Child,
    said: Lines<BufReader<ChildStderr>>,
}

impl Watching {
    fn start(folder: &Path, arguments: &[&str]) -> Watching {
        let mut command = bringup(folder);
        command.args(["check", "--watch"]).args(arguments).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let said = BufReader::new(child.stderr.take().expect("its words")).lines();
        Watching { child, said }
    }

    /// The sum of the next round, and how many files it watches then.
    fn round(&mut self) -> (String, String) {
        (self.line(), self.line())
    }

    fn line(&mut self) -> String {
        self.said.next().expect("it goes on").expect("it says so in UTF-8")
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// As most editors save: a new file takes the place, so nobody sees half of it.
fn put(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join("new"), text).expect("a file");
    std::fs::rename(folder.join("new"), folder.join(name)).expect("it moves");
}

fn round(sum: &str, files: &str) -> (String, String) {
    (sum.to_owned(), files.to_owned())
}

#[test]
fn it_checks_again_when_any_file_changes() {
    let good = "board! { fragment part; led { init = led(); } }";
    let bad = "board! { fragment part; led { after = [&nobody]; init = led(); } }";
    let board = "board! { board hub; include \"part.board\"; }";
    let folder = with_files("watch", &[("hub.board", board), ("part.board", good)]);
    let mut watching = Watching::start(&folder, &["hub.board"]);
    assert_eq!(watching.round(), round("checked 1 board: no errors", "watching 2 files"));

    put(&folder, "part.board", bad);
    assert_eq!(watching.round(), round("checked 1 board: 1 error", "watching 2 files"));

    put(&folder, "part.board", good);
    assert_eq!(watching.round(), round("checked 1 board: no errors", "watching 2 files"));

    std::fs::remove_file(folder.join("part.board")).expect("a file");
    assert_eq!(watching.round(), round("checked 1 board: 1 error", "watching 2 files"));
    put(&folder, "part.board", good);
    assert_eq!(watching.round(), round("checked 1 board: no errors", "watching 2 files"));
}

#[test]
fn a_new_board_in_the_folder_is_seen() {
    let folder = with_files("watch-folder", &[("one.board", "board! { board one; }")]);
    let mut watching = Watching::start(&folder, &[]);
    assert_eq!(watching.round(), round("checked 1 board: no errors", "watching 1 file"));
    put(&folder, "two.board", "board! { board two; }");
    assert_eq!(watching.round(), round("checked 2 boards: no errors", "watching 2 files"));
    // The same length and another time, written in place.
    let file = std::fs::File::options().write(true).open(folder.join("two.board")).expect("a file");
    file.set_modified(SystemTime::now() + Duration::from_secs(5)).expect("a time");
    assert_eq!(watching.round(), round("checked 2 boards: no errors", "watching 2 files"));
}

#[test]
fn a_file_that_is_not_there_yet_is_waited_for() {
    let folder = with_files("watch-missing", &[]);
    let mut watching = Watching::start(&folder, &["late.board"]);
    assert_eq!(watching.line(), "error: late.board: there is no such file");
    assert_eq!(watching.round(), round("checked 0 boards: 1 file not read", "watching 1 file"));
    put(&folder, "late.board", "board! { board late; }");
    assert_eq!(watching.round(), round("checked 1 board: no errors", "watching 1 file"));
}

#[test]
fn standard_input_cannot_be_watched() {
    let ran = run(Path::new("."), &["check", "--watch", "-"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, "error: standard input cannot be watched\n"));
}
