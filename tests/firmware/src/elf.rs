//! What is in a firmware image.
use crate::{Firmware, Result, Wrong};
use object::{Object, ObjectSymbol, SymbolKind};
use std::fs;

/// Names of the functions in the image, sorted; what the linker has dropped is not there.
pub fn symbols(firmware: &Firmware) -> Result<Vec<String>> {
    let path = firmware.elf();
    let wrong = |what: &dyn std::fmt::Display| Wrong::from(format!("{}: {what}", path.display()));
    let bytes = fs::read(path).map_err(|error| wrong(&error))?;
    let image = object::File::parse(&*bytes).map_err(|error| wrong(&error))?;
    let functions = image.symbols().filter(|symbol| symbol.kind() == SymbolKind::Text && symbol.is_definition());
    let mut names: Vec<String> = functions.filter_map(|symbol| symbol.name().ok().map(str::to_string)).collect();
    names.sort();
    if names.is_empty() {
        return Err(wrong(&"no symbols"));
    }
    Ok(names)
}
