//! What the simulation prints.

/// Prints one line. Unlike `println!` it does not mind a reader that has gone away.
#[macro_export]
macro_rules! say {
    ($($text:tt)*) => {{
        let _ = std::io::Write::write_fmt(&mut std::io::stdout(), format_args!("{}\n", format_args!($($text)*)));
    }};
}

/// One line about a part: `  [imu]     up    200 Hz`.
pub(crate) fn event(part: &str, what: &str, detail: &str) {
    let label = format!("[{part}]");
    let line = format!("  {label:<9} {what:<5} {detail}");
    say!("{}", line.trim_end());
}
