//! Tables as Markdown has them.

/// Rows of cells; the first cell of each is text, the others are numbers.
pub(crate) fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let rule: Vec<String> = (0..head.len()).map(|at| if at == 0 { "---" } else { "---:" }.to_owned()).collect();
    let line = |cells: &Vec<String>| format!("| {} |\n", cells.join(" | "));
    [&head, &rule].into_iter().chain(rows).map(line).collect()
}

/// With a blank between thousands.
pub(crate) fn number(value: u64) -> String {
    let digits = value.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(" ")
}
