//! Transcripts and the files they are compared with.
use crate::Result;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Compares with `transcripts/NAME.txt`, all of it. With `BLESS=1` in the environment, writes that file instead.
pub fn compare(name: &str, transcript: &str) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("transcripts").join(name).with_extension("txt");
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        return fs::write(&path, transcript).map_err(|error| format!("{}: {error}", path.display()).into());
    }
    let expected = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    match difference(&expected, transcript) {
        None => Ok(()),
        Some(difference) => {
            Err(format!("{name} prints something else than transcripts/{name}.txt\n{difference}").into())
        }
    }
}

/// The first line in which two texts differ, and both texts around it. `None` if they are the same.
pub fn difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut left, mut right) = (expected.lines(), found.lines());
    let mut text = String::new();
    for number in 1_u32.. {
        let (wanted, got) = (left.next(), right.next());
        if wanted == got && wanted.is_some() {
            continue;
        }
        let show = |line: Option<&str>| line.map_or("the end".to_string(), |line| format!("`{line}`"));
        // same lines, so only the last line break differs
        let (wanted, got) = (show(wanted), show(got));
        // writing to a String cannot fail
        let _ = write!(text, "line {number}: expected {wanted}, found {got}\nall of it:\n{found}");
        break;
    }
    Some(text)
}
