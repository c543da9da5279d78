//! The time axis.

use bringup_compiler::view::time;

/// How wide the whole boot is drawn, with some room at both ends for what takes no time.
pub(crate) const CHART: f64 = 760.0;
pub(crate) const ROOM: f64 = 7.0;
/// Right of the chart there is nothing else.
pub(crate) const EDGE: f64 = 16.0;
/// About so many ticks, or fewer if their texts are long.
const TICKS: [i128; 3] = [10, 5, 2];
/// Width of a letter.
pub(crate) const LETTER: f64 = 7.25;

const UNITS: [(i128, &str); 4] = [(1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "us"), (1, "ns")];

/// Where in the chart a time is.
pub(crate) fn x(time: i128, total: i128) -> f64 {
    let part = if total > 0 { time as f64 / total as f64 } else { 0.0 };
    ROOM + part * (CHART - 2.0 * ROOM)
}

/// Round times from 0 to `total`, all in one unit.
pub(crate) fn ticks(total: i128) -> Vec<(i128, String)> {
    let fits = |ticks: &Vec<(i128, String)>| {
        let widest = ticks.iter().map(|(_, text)| width(text)).fold(0.0, f64::max);
        let step = ticks.get(1).map_or(CHART, |(at, _)| x(*at, total) - ROOM);
        step >= 1.3 * widest + 12.0
    };
    let fewest = || every(step(total, TICKS[TICKS.len() - 1]), total);
    TICKS.into_iter().map(|most| every(step(total, most), total)).find(fits).unwrap_or_else(fewest)
}

/// Where the middle of a text has to be, so that it does not hang over the edge.
pub(crate) fn middle(at: i128, total: i128, text: &str) -> f64 {
    x(at, total).min(CHART + EDGE - width(text) / 2.0)
}

fn width(text: &str) -> f64 {
    text.len() as f64 * LETTER
}

fn every(step: i128, total: i128) -> Vec<(i128, String)> {
    let last = total / step * step;
    let (unit, name) = UNITS.into_iter().find(|(unit, _)| *unit <= last).unwrap_or((1, "ns"));
    // So many that a step shows; it is one of 1, 2 and 5 followed by zeros.
    let decimals = (0..9).find(|decimals| step * 10i128.pow(*decimals) % unit == 0).unwrap_or(9);
    let text = |at: i128| match decimals {
        _ if at == 0 => "0".to_owned(),
        0 => format!("{} {name}", at / unit),
        _ => format!(
            "{}.{:0width$} {name}",
            at / unit,
            at % unit * 10i128.pow(decimals) / unit,
            width = decimals as usize
        ),
    };
    (0..=total / step).map(|at| (at * step, text(at * step))).collect()
}

fn step(total: i128, most: i128) -> i128 {
    let mut size = 1;
    loop {
        for round in [1, 2, 5] {
            if size * round * most >= total {
                return size * round;
            }
        }
        size *= 10;
    }
}

/// In a column: a `0` needs no unit.
pub(crate) fn amount(nanoseconds: i128) -> String {
    if nanoseconds == 0 { "0".to_owned() } else { time(nanoseconds) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_in_one_unit() {
        let texts = |total| ticks(total).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
        assert_eq!(texts(0), ["0"]);
        assert_eq!(texts(3), ["0", "1 ns", "2 ns", "3 ns"]);
        assert_eq!(texts(16_550_000), ["0", "2 ms", "4 ms", "6 ms", "8 ms", "10 ms", "12 ms", "14 ms", "16 ms"]);
        assert_eq!(texts(1_300_000), ["0", "0.2 ms", "0.4 ms", "0.6 ms", "0.8 ms", "1.0 ms", "1.2 ms"]);
        assert_eq!(texts(2_000_000_000)[1..3], ["0.2 s", "0.4 s"]);
        // A millisecond before a second.
        assert_eq!(texts(999_000_000).last().map(String::as_str), Some("900 ms"));
    }

    #[test]
    fn no_time_is_too_long() {
        for total in [1, 7, 1_000, i128::from(u64::MAX) * 10_000] {
            let ticks = ticks(total);
            assert!((2..=11).contains(&ticks.len()), "{ticks:?}");
            assert!(ticks.iter().all(|(at, _)| x(*at, total) <= x(total, total)));
        }
    }
}
