//! The timeline as text.

use crate::messages::list;
use crate::messages::quantity::{self, time_column};
use crate::messages::time::name;
use crate::model::Model;
use crate::plan::Plan;
use crate::timeline::{Bar, BarKind};
use std::fmt::Write;

/// How many characters stand for the whole boot.
const WIDTH: i128 = 40;

/// When what happens at boot, a line each by its start: `#` comes up or is switched on, `~` settles, `.` is waited for, `|`
/// takes no time, `*` makes the boot longer if it gets longer. Below that the sums.
pub fn timeline(plan: &Plan) -> String {
    let (model, timeline) = (&plan.model, &plan.timeline);
    let column = |title: &str, of: &dyn Fn(&Bar) -> Option<i128>| {
        let values: Vec<Option<i128>> = timeline.bars.iter().map(of).collect();
        let known: Vec<i128> = values.iter().flatten().copied().collect();
        let mut texts = time_column(&known).into_iter();
        let mut cells = vec![title.to_owned()];
        cells.extend(values.iter().map(|value| value.and_then(|_| texts.next()).unwrap_or_default()));
        let width = cells.iter().map(String::len).max().unwrap_or(0);
        cells.into_iter().map(|cell| format!("{cell:>width$}")).collect::<Vec<String>>()
    };
    let starts = column("start", &|bar| Some(bar.start));
    let ends = column("end", &|bar| Some(bar.end));
    let slacks = column("slack", &|bar| bar.slack);
    let mut text = format!("{}  {}  {}\n", starts[0], ends[0], slacks[0]);
    for (at, bar) in timeline.bars.iter().enumerate() {
        let (start, end, slack) = (&starts[at + 1], &ends[at + 1], &slacks[at + 1]);
        let mark = if bar.is_critical() { '*' } else { ' ' };
        let (chart, name) = (chart(bar, timeline.total), name(model, bar));
        // Writing into a String cannot fail.
        let _ = writeln!(text, "{start}  {end}  {slack}  [{chart}] {mark} {name}");
    }
    let links = timeline.critical.iter().map(|link| &timeline.bars[link.bar]);
    let links: Vec<String> = links.map(|bar| format!("{} {}", name(model, bar), time(bar.takes()))).collect();
    let least = time(timeline.lower_bound);
    let _ = writeln!(text, "boot takes {}", time(timeline.total));
    let _ = writeln!(text, "at best {least}, if all came up at once that edges, levels and priorities allow");
    if !links.is_empty() {
        let _ = writeln!(text, "critical path: {}", links.join(", "));
    }
    if !timeline.unknown.is_empty() {
        let names: Vec<&str> = timeline.unknown.iter().map(|id| model.label(*id)).collect();
        let _ = writeln!(text, "counted as 0, because no time is stated: {}", list(&names));
    }
    text
}

/// Nanoseconds in prose: `2 ms`.
pub fn time(nanoseconds: i128) -> String {
    quantity::time(nanoseconds)
}

/// What goes on, in words: `imu`, `ramp of v3v3`.
pub fn bar_name(model: &Model, bar: &Bar) -> String {
    name(model, bar)
}

/// Where it lies in the whole.
fn chart(bar: &Bar, total: i128) -> String {
    let place = |time: i128| (time * WIDTH).checked_div(total).unwrap_or(0);
    let sign = match bar.kind {
        _ if bar.takes() == 0 => '|',
        BarKind::Init | BarKind::Enable => '#',
        BarKind::Ramp => '~',
        BarKind::Wait => '.',
    };
    // However short, it can be seen.
    let from = place(bar.start).min(WIDTH - 1);
    let to = place(bar.end).max(from + 1);
    let sign_at = |at: i128| if (from..to).contains(&at) { sign } else { ' ' };
    (0..WIDTH).map(sign_at).collect()
}
