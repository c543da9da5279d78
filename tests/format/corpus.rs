//! Every board that the repository has.

use std::path::Path;

/// The texts of all `.board` files, with where they stand.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    collect(&root, &mut found);
    found.sort();
    assert!(found.len() > 300, "only {} boards", found.len());
    found
}

/// Those without a single error in their own text.
pub(crate) fn sound() -> Vec<(String, String)> {
    let mut files = files();
    files.retain(|(_, text)| !text.contains('\r') && crate::laws::errors(text).is_empty());
    files
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && !name.starts_with('.') {
            collect(&path, found);
        }
        if name.ends_with(".board")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            found.push((path.display().to_string(), text));
        }
    }
}
