//! What is in a firmware image.
use crate::trace::Code;
use crate::{Firmware, Result, Wrong};
use object::{Object, ObjectSection, ObjectSymbol, SectionKind, Symbol, SymbolKind};
use std::fs;

/// Reads the image of `firmware` and asks something about it.
pub(crate) fn read<T>(
    firmware: &Firmware,
    ask: impl FnOnce(&object::File) -> std::result::Result<T, String>,
) -> Result<T> {
    let path = firmware.elf();
    let wrong = |what: &dyn std::fmt::Display| Wrong::from(format!("{}: {what}", path.display()));
    let bytes = fs::read(path).map_err(|error| wrong(&error))?;
    let image = object::File::parse(&*bytes).map_err(|error| wrong(&error))?;
    ask(&image).map_err(|what| wrong(&what))
}

/// What the image takes of flash and RAM: name and size of each section of code or data. Of what starts as zero it is the
/// size of the statics without the gaps between them: the linker orders those by names with a hash in them.
pub fn sizes(firmware: &Firmware) -> Result<Vec<(String, u64)>> {
    read(firmware, |image| {
        let mut sizes = Vec::new();
        for section in image.sections() {
            let name = section.name().map_err(|error| error.to_string())?;
            if let SectionKind::Text
            | SectionKind::Data
            | SectionKind::ReadOnlyData
            | SectionKind::UninitializedData = section.kind()
            {
                let inside = |symbol: &Symbol| symbol.section_index() == Some(section.index());
                let statics = || image.symbols().filter(inside).map(|symbol| symbol.size()).sum();
                let zeroed = section.kind() == SectionKind::UninitializedData;
                sizes.push((name.to_string(), if zeroed { statics() } else { section.size() }));
            }
        }
        if sizes.iter().any(|(_, size)| *size > 0) { Ok(sizes) } else { Err("nothing in it".to_string()) }
    })
}

/// Names of the functions in the image, sorted; what the linker has dropped is not there.
pub fn symbols(firmware: &Firmware) -> Result<Vec<String>> {
    read(firmware, |image| {
        let functions = image.symbols().filter(|symbol| symbol.kind() == SymbolKind::Text && symbol.is_definition());
        let mut names: Vec<String> = functions.filter_map(|symbol| symbol.name().ok().map(str::to_string)).collect();
        names.sort();
        if names.is_empty() { Err("no symbols".to_string()) } else { Ok(names) }
    })
}

/// Whether a section of the size benchmark is part of what is measured: not start-up code, drivers, and their state.
pub(crate) fn is_counted(section: &str) -> bool {
    ![".vectors", ".startup", ".drv", ".drvbss", ".noinit"].contains(&section)
}

/// Where an image of the size benchmark has code that counts, and its markers.
pub(crate) fn code(firmware: &Firmware) -> Result<Code> {
    read(firmware, |image| {
        let marker = |name: &str| {
            let found = image.symbols().find(|symbol| symbol.name() == Ok(name));
            // bit 0 of an address says that the code is Thumb, whose instructions have even addresses as all others
            found.map(|symbol| symbol.address() & !1).ok_or_else(|| format!("no function `{name}`"))
        };
        let code = image.sections().filter(|section| section.kind() == SectionKind::Text);
        let counted = code.filter(|section| section.name().is_ok_and(is_counted));
        let counted = counted.map(|section| section.address()..section.address() + section.size()).collect();
        Ok(Code { counted, run: marker("main")?, begin: marker("marker_begin")?, end: marker("marker_end")? })
    })
}
