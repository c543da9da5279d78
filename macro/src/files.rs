//! Files of a board: those that `include "…"` names, and the root where rustc does not read it for us.

use bringup_dsl::Loader;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::cell::RefCell;
use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Reads included files, and remembers which they are. Clones share the memory.
#[derive(Clone)]
pub(crate) struct Files(Rc<RefCell<Vec<Known>>>);

struct Known {
    /// How messages call it: the path by which it was opened.
    name: String,
    /// The same for every path to one file.
    identity: PathBuf,
    /// The way here from the directory of the root.
    from_root: PathBuf,
    /// What the `include` said, and in which file: an index, smaller than this one's.
    included: Option<(String, usize)>,
}

impl Files {
    /// Knows the root only.
    pub(crate) fn new(root: &Path) -> Files {
        let root = Known {
            name: root.display().to_string(),
            identity: fs::canonicalize(root).unwrap_or_else(|_| root.into()),
            from_root: PathBuf::new(),
            included: None,
        };
        Files(Rc::new(RefCell::new(vec![root])))
    }

    /// What the root itself includes on the way to the file `name`.
    pub(crate) fn entrance(&self, name: &str) -> Option<String> {
        let known = self.0.borrow();
        let mut file = known.iter().find(|file| file.name == name)?;
        while let Some((path, from)) = &file.included {
            if *from == 0 {
                return Some(path.clone());
            }
            file = &known[*from];
        }
        None
    }

    /// Makes cargo look at every included file. Paths are relative to the root, so no machine's directories get in.
    pub(crate) fn tracked(&self) -> TokenStream {
        let known = self.0.borrow();
        let paths = known.iter().skip(1).filter_map(|file| file.from_root.to_str());
        quote!(#(const _: &[::core::primitive::u8] = ::core::include_bytes!(#paths);)*)
    }
}

impl Loader for Files {
    fn load(&mut self, path: &str, from: &str) -> Result<(String, Vec<u8>), String> {
        let mut known = self.0.borrow_mut();
        let parent = known.iter().position(|file| file.name == from).unwrap_or(0);
        let beside = |file: &Path| file.parent().unwrap_or(Path::new("")).join(path);
        let disk = beside(Path::new(&known[parent].name));
        let bytes = read(&disk).map_err(|error| words(&error))?;
        let identity = fs::canonicalize(&disk).map_err(|error| words(&error))?;
        if let Some(file) = known.iter().find(|file| file.identity == identity) {
            return Ok((file.name.clone(), bytes));
        }
        let from_root = beside(&known[parent].from_root);
        let name = disk.display().to_string();
        known.push(Known { name: name.clone(), identity, from_root, included: Some((path.into(), parent)) });
        Ok((name, bytes))
    }
}

/// Only of plain files: reading anything else might never end.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    if !fs::metadata(path)?.is_file() {
        return Err(Error::other("it is not a file"));
    }
    fs::read(path)
}

fn words(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".into(),
        ErrorKind::PermissionDenied => "reading it is not permitted".into(),
        _ => error.to_string(),
    }
}

/// The file in which a token stands, if rustc knows it. Relative to where rustc runs.
pub(crate) fn of(span: Span) -> Option<PathBuf> {
    span.local_file()
}

/// The file that `include_str!("path")` means, and its bytes. Where tokens have no place, the usual directories of a
/// package are tried.
pub(crate) fn find(path: &str, span: Span) -> Option<(PathBuf, Vec<u8>)> {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let usual = ["src", "", "examples", "tests", "benches"];
    let directories = of(span)
        .and_then(|file| file.parent().map(Path::to_owned))
        .into_iter()
        .chain(package.iter().flat_map(|package| usual.map(|directory| package.join(directory))));
    directories.map(|directory| directory.join(path)).find_map(|file| read(&file).ok().map(|bytes| (file, bytes)))
}

/// Whether the first thing in a file is `board! {`.
pub(crate) fn starts_with_board(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}');
    for part in ["board", "!", "{"] {
        rest = skip_blank(rest);
        match rest.strip_prefix(part) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    true
}

/// Without leading white space and comments; those nest.
fn skip_blank(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let mut depth = 0_usize;
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if rest.starts_with("/*") {
            loop {
                let Some(at) = rest.find(['/', '*']) else { return "" };
                rest = &rest[at..];
                let (width, after) = match rest.get(..2) {
                    Some("/*") => (2, depth + 1),
                    Some("*/") => (2, depth.saturating_sub(1)),
                    _ => (1, depth),
                };
                rest = &rest[width..];
                depth = after;
                if depth == 0 {
                    break;
                }
            }
        } else {
            return rest;
        }
        rest = rest.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory of its own for each test.
    fn directory(test: &str) -> PathBuf {
        let directory = std::env::temp_dir().join(format!("bringup-{}-{test}", std::process::id()));
        fs::create_dir_all(directory.join("soc")).unwrap();
        directory
    }

    #[test]
    fn included_files_are_found_beside_the_file_that_names_them() {
        let directory = directory("beside");
        let root = directory.join("hub.board");
        fs::write(&root, "root").unwrap();
        fs::write(directory.join("soc/a.board"), "a").unwrap();
        fs::write(directory.join("soc/b.board"), "b").unwrap();

        let mut files = Files::new(&root);
        let (a, bytes) = files.load("soc/a.board", root.to_str().unwrap()).unwrap();
        assert_eq!(bytes, b"a");
        let (b, bytes) = files.load("b.board", &a).unwrap();
        assert_eq!(bytes, b"b");
        assert_eq!(files.load("./../soc/a.board", &b).unwrap().0, a, "one file, one name");
        assert_eq!(files.load("../hub.board", &a).unwrap().0, root.to_str().unwrap());

        assert_eq!(files.entrance(&b).as_deref(), Some("soc/a.board"));
        assert_eq!(files.entrance(root.to_str().unwrap()), None);
        let tracked = files.tracked().to_string();
        assert!(tracked.contains("\"soc/a.board\"") && tracked.contains("\"soc/b.board\""), "{tracked}");
        assert!(!tracked.contains("hub.board") && !tracked.contains(directory.to_str().unwrap()), "{tracked}");
        fs::remove_dir_all(directory).unwrap();
    }

    #[test]
    fn what_cannot_be_read_is_said_in_words() {
        let directory = directory("words");
        let root = directory.join("hub.board");
        let mut files = Files::new(&root);
        let mut load = |path| files.load(path, root.to_str().unwrap()).unwrap_err();
        assert_eq!(load("none.board"), "there is no such file");
        assert_eq!(load("soc"), "it is not a file");
        fs::remove_dir_all(directory).unwrap();
    }

    #[test]
    fn the_outermost_form_is_seen_behind_comments() {
        for good in ["board!{", "\u{feff}// x\n/* /* é */ * / */ board /**/ ! \n {x", "//\nboard! { board x; }"] {
            assert!(starts_with_board(good), "{good}");
        }
        for bad in
            ["", "// board! {", "/* board! {", "fragment x;", "boards! {", "board {", "board!(", "/*/ board! {"]
        {
            assert!(!starts_with_board(bad), "{bad}");
        }
    }
}
