//! An image with its symbols.
use crate::{Firmware, Result, elf};
use object::{Architecture, Object, ObjectSection, ObjectSymbol, SectionKind, Symbol as Raw, SymbolKind};
use rustc_demangle::demangle;
use std::ops::Range;

pub(super) struct Image {
    pub(super) architecture: Architecture,
    sections: Vec<Section>,
    symbols: Vec<Symbol>,
    /// Where code (`false`) and data in between (`true`) start.
    marks: Vec<(u64, bool)>,
}

struct Section {
    start: u64,
    bytes: Vec<u8>,
    counted: bool,
}

pub(super) struct Symbol {
    /// Without the hash that tells compilations apart.
    pub(super) name: String,
    pub(super) start: u64,
    pub(super) size: u64,
    code: bool,
}

impl Image {
    pub(super) fn read(firmware: &Firmware) -> Result<Self> {
        elf::read(firmware, |image| {
            let mut sections = Vec::new();
            for section in image.sections() {
                let name = section.name().map_err(|error| error.to_string())?;
                let bytes = section.data().map_err(|error| error.to_string())?.to_vec();
                let counted = section.kind() == SectionKind::Text && elf::is_counted(name);
                if section.address() > 0 || section.kind() == SectionKind::Text {
                    sections.push(Section { start: section.address(), bytes, counted });
                }
            }
            let arm = image.architecture() == Architecture::Arm;
            let named = |symbol: &Raw| symbol.name().is_ok_and(|name| !name.is_empty() && !name.starts_with('$'));
            let mut symbols: Vec<Symbol> = image
                .symbols()
                .filter(|symbol| symbol.is_definition() && named(symbol))
                .map(|symbol| Symbol::new(&symbol, arm))
                .collect();
            // of several names for a place, the first that is a thing and not just a mark
            symbols.sort_by(|a, b| (a.start, a.size == 0, &a.name).cmp(&(b.start, b.size == 0, &b.name)));
            let mark = |symbol: Raw| match symbol.name() {
                Ok(name) if name.starts_with("$d") => Some((symbol.address(), true)),
                Ok(name) if name.starts_with("$t") || name.starts_with("$x") => Some((symbol.address(), false)),
                _ => None,
            };
            let mut marks: Vec<(u64, bool)> = image.symbols().filter_map(mark).collect();
            marks.sort();
            Ok(Image { architecture: image.architecture(), sections, symbols, marks })
        })
    }

    /// The function that starts here, in code that is counted.
    pub(super) fn counted(&self, address: u64) -> Option<&Symbol> {
        let counted = |symbol: &&Symbol| symbol.code && symbol.start == address && symbol.size > 0;
        let inside = |section: &Section| section.counted && section.range().contains(&address);
        self.symbols.iter().find(counted).filter(|_| self.sections.iter().any(inside))
    }

    pub(super) fn function(&self, name: &str) -> Option<&Symbol> {
        self.symbols.iter().find(|symbol| symbol.code && symbol.name == name)
    }

    /// What this value points at: a function, or a place in a static. Constants look like addresses as well, so there must
    /// be a name for all of it.
    pub(super) fn symbol(&self, value: u64) -> Option<(&Symbol, u64)> {
        let lowest = u64::from(self.architecture == Architecture::Arm);
        self.symbols.iter().find_map(|symbol| {
            let hit = if symbol.code { value == symbol.start | lowest } else { symbol.range().contains(&value) };
            hit.then(|| (symbol, if symbol.code { 0 } else { value - symbol.start }))
        })
    }

    /// The function that a branch goes to, or into.
    pub(super) fn target(&self, address: u64) -> Option<(&Symbol, u64)> {
        let symbol = self.symbols.iter().find(|symbol| symbol.code && symbol.range().contains(&address))?;
        Some((symbol, address - symbol.start))
    }

    pub(super) fn bytes(&self, range: Range<u64>) -> Option<&[u8]> {
        let section = self.sections.iter().find(|section| section.range().contains(&range.start))?;
        let at = |address: u64| usize::try_from(address - section.start).ok();
        section.bytes.get(at(range.start)?..at(range.end)?)
    }

    pub(super) fn word(&self, address: u64) -> Option<u64> {
        let bytes = self.bytes(address..address + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?).into())
    }

    /// The parts of a function, and whether they are data.
    pub(super) fn parts(&self, range: Range<u64>) -> Vec<(Range<u64>, bool)> {
        let data = |at: u64| self.marks.iter().rev().find(|(mark, _)| *mark <= at).is_some_and(|(_, data)| *data);
        let inside = self.marks.iter().map(|(mark, _)| *mark).filter(|mark| range.start < *mark && *mark < range.end);
        let mut bounds: Vec<u64> = [range.start].into_iter().chain(inside).chain([range.end]).collect();
        bounds.dedup();
        bounds.windows(2).map(|pair| (pair[0]..pair[1], data(pair[0]))).collect()
    }
}

impl Section {
    fn range(&self) -> Range<u64> {
        self.start..self.start + self.bytes.len() as u64
    }
}

impl Symbol {
    fn new(symbol: &Raw, arm: bool) -> Self {
        let code = symbol.kind() == SymbolKind::Text;
        let start = if code && arm { symbol.address() & !1 } else { symbol.address() };
        let name = format!("{:#}", demangle(symbol.name().unwrap_or_default()));
        Symbol { name, start, size: symbol.size(), code }
    }

    pub(super) fn range(&self) -> Range<u64> {
        self.start..self.start + self.size
    }
}
