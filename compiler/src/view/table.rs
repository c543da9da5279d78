//! Columns of text.

use std::fmt::Write;

/// A title and cells, all as wide as the widest.
pub(super) struct Column(Vec<String>);

impl Column {
    /// Words begin at the left.
    pub(super) fn left(title: &str, cells: impl IntoIterator<Item = String>) -> Column {
        Column::new(title, cells, |cell, width| format!("{cell:width$}"))
    }

    /// Numbers end at the right.
    pub(super) fn right(title: &str, cells: impl IntoIterator<Item = String>) -> Column {
        Column::new(title, cells, |cell, width| format!("{cell:>width$}"))
    }

    fn new(title: &str, cells: impl IntoIterator<Item = String>, fill: fn(&str, usize) -> String) -> Column {
        let cells: Vec<String> = std::iter::once(title.to_owned()).chain(cells).collect();
        let width = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
        Column(cells.iter().map(|cell| fill(cell, width)).collect())
    }
}

/// The columns beside each other. All have as many cells.
pub(super) fn table(columns: &[Column]) -> String {
    let mut text = String::new();
    for line in 0..columns.first().map_or(0, |column| column.0.len()) {
        let cells: Vec<&str> = columns.iter().map(|column| column.0[line].as_str()).collect();
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{}", cells.join("  ").trim_end());
    }
    text
}
