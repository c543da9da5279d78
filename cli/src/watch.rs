//! Files that may change. They are looked at four times a second: that also works on network drives and in containers, and
//! does not care how an editor saves.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How a file looked just before it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Stamp {
    path: PathBuf,
    /// When it was last written, and its length; `None` if there is no such file.
    seen: Option<(SystemTime, u64)>,
}

impl Stamp {
    pub(crate) fn new(path: &Path) -> Stamp {
        let data = std::fs::metadata(path).ok();
        let seen = data.and_then(|data| Some((data.modified().ok()?, data.len())));
        Stamp { path: path.to_owned(), seen }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    fn is_current(&self) -> bool {
        Stamp::new(&self.path) == *self
    }
}

/// Waits until one of the files looks different, or `more` says that something else has changed.
pub(crate) fn wait(stamps: &[Stamp], more: impl Fn() -> bool) {
    while stamps.iter().all(Stamp::is_current) && !more() {
        std::thread::sleep(Duration::from_millis(250));
    }
}
