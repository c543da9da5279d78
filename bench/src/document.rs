//! The tables in the documents.

use crate::Tables;
use firmware_tests::Result;
use std::fs;
use std::path::Path;

/// Puts each table between its markers, or says whether it is there already. Answers what it did.
pub(crate) fn update(document: &str, tables: &Tables, check: bool) -> Result<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(document);
    let wrong = |error: std::io::Error| format!("{}: {error}", path.display());
    let before = fs::read_to_string(&path).map_err(wrong)?;
    let mut after = before.clone();
    for (name, table) in tables {
        after = replace(&after, name, table).ok_or_else(|| format!("no markers for `{name}`"))?;
    }
    if !check {
        fs::write(&path, after).map_err(wrong)?;
        return Ok(format!("docs/{document} is written"));
    }
    let different = before.lines().zip(after.lines()).find(|(before, after)| before != after);
    match different {
        Some((before, after)) => Err(format!("the document has\n{before}\nand it is now\n{after}").into()),
        None if before != after => Err("the document has another number of lines".to_owned().into()),
        None => Ok(format!("docs/{document} is up to date")),
    }
}

fn replace(text: &str, name: &str, table: &str) -> Option<String> {
    let (start, end) = (format!("<!-- {name} -->\n"), "<!-- end -->");
    let (before, rest) = text.split_once(&start)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{start}{table}{end}{after}"))
}
