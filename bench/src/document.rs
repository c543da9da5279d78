//! The tables in the documents.

use crate::Tables;
use firmware_tests::Result;
use std::fs;
use std::path::Path;

/// Puts each table between its markers, or says whether it is there already. A table with the name of a file is a file of its
/// own. Answers what was done.
pub(crate) fn update(document: &str, tables: &Tables, check: bool) -> Result<String> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    let (files, tables): (Vec<_>, Vec<_>) = tables.iter().partition(|(name, _)| name.ends_with(".csv"));
    let before = read(&docs.join(document))?;
    let mut after = before.clone();
    for (name, table) in tables {
        after = replace(&after, name, table).ok_or_else(|| format!("no markers for `{name}`"))?;
    }
    write(&docs.join(document), &before, &after, check)?;
    for (name, text) in files {
        let path = docs.join(document).with_extension("").join(name);
        // there is none before the first time
        let before = if check { read(&path)? } else { String::new() };
        write(&path, &before, text, check)?;
    }
    Ok(format!("docs/{document} is {}", if check { "up to date" } else { "written" }))
}

fn read(path: &Path) -> Result<String> {
    Ok(fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// Or says in what the text differs.
fn write(path: &Path, before: &str, after: &str, check: bool) -> Result<()> {
    if !check {
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        return Ok(folder
            .and_then(|()| fs::write(path, after))
            .map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let different = before.lines().zip(after.lines()).find(|(before, after)| before != after);
    match different {
        Some((before, after)) => Err(format!("{} has\n{before}\nand it is now\n{after}", path.display()).into()),
        None if before != after => Err(format!("{} has another number of lines", path.display()).into()),
        None => Ok(()),
    }
}

fn replace(text: &str, name: &str, table: &str) -> Option<String> {
    let (start, end) = (format!("<!-- {name} -->\n"), "<!-- end -->");
    let (before, rest) = text.split_once(&start)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{start}{table}{end}{after}"))
}
