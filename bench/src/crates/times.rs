//! How long cargo takes, as ratios of the two ways in the same run.

use super::cargo::{Build, Cost};
use super::project::{Project, WAYS};
use super::wrong;
use crate::Tables;
use crate::table::table;
use firmware_tests::Result;
use std::fs;
use std::time::Duration;

/// Of so many runs the best counts. They take turns.
const RUNS: usize = 5;

const CHECK: Build = Build { name: "check", arguments: &["check"], incremental: false };
const AGAIN: Build = Build { name: "again", arguments: &["check"], incremental: true };
const RELEASE: Build = Build { name: "release", arguments: &["build", "--release"], incremental: false };
const OPTIMISED: [&str; 3] = ["check", "--config", "profile.dev.build-override.opt-level=3"];
const FAST_CHECK: Build = Build { name: "fast-check", arguments: &OPTIMISED, incremental: false };
const FAST_AGAIN: Build = Build { name: "fast-again", arguments: &OPTIMISED, incremental: true };

pub(crate) fn tables(project: &Project, sizes: &[usize]) -> Result<Tables> {
    let once = once(project, sizes[0])?;
    Ok(vec![
        ("crates", ratios(project, sizes, &[CHECK, AGAIN, RELEASE])?),
        ("crates with a fast macro", ratios(project, sizes, &[FAST_CHECK, FAST_AGAIN])?),
        ("crates once", once),
    ])
}

/// For each build: processor time by hand, and the ratios of processor time and of time.
fn ratios(project: &Project, sizes: &[usize], builds: &[Build]) -> Result<String> {
    let mut rows = Vec::new();
    for size in sizes {
        let mut row = vec![size.to_string()];
        for build in builds {
            let [by_hand, ours] = best(project, *build, *size)?;
            row.push(milliseconds(by_hand.cpu));
            row.push(ratio(ours.cpu, by_hand.cpu));
            row.push(ratio(ours.wall, by_hand.wall));
        }
        rows.push(row);
    }
    let heads = builds.iter().flat_map(|build| {
        let name = build.name.trim_start_matches("fast-");
        [format!("{name}: by hand, ms"), "ours, CPU".to_owned(), "ours, time".to_owned()]
    });
    let heads: Vec<_> = std::iter::once("nodes".to_owned()).chain(heads).collect();
    Ok(table(&heads.iter().map(String::as_str).collect::<Vec<_>>(), &rows))
}

/// The crate alone: its dependencies are built before, and something in `main.rs` is new.
fn best(project: &Project, build: Build, size: usize) -> Result<[Cost; 2]> {
    let mut best = [None::<Cost>; 2];
    for run in 0..=RUNS {
        for (way, best) in WAYS.into_iter().zip(&mut best) {
            change(project, &way.krate(size), run)?;
            let cost = build.run(project, &way.krate(size))?;
            // The first one may have built the dependencies.
            if run > 0 {
                *best = Some(best.map_or(cost, |best| best.min(cost)));
            }
        }
    }
    Ok(best.map(|best| best.unwrap_or(Cost { cpu: Duration::ZERO, wall: Duration::ZERO })))
}

fn change(project: &Project, krate: &str, run: usize) -> Result<()> {
    const MARK: &str = "const _: usize = ";
    let path = project.folder.join(krate).join("src/main.rs");
    let text = fs::read_to_string(&path).map_err(wrong(path.display()))?;
    let text = text.split(MARK).next().unwrap_or_default();
    fs::write(&path, format!("{text}{MARK}{run};\n")).map_err(wrong(path.display()))
}

/// What the dependencies take, once.
fn once(project: &Project, size: usize) -> Result<String> {
    let mut rows = Vec::new();
    for (title, build) in
        [("`check`", CHECK), ("`check` with a fast macro", FAST_CHECK), ("`build --release`", RELEASE)]
    {
        for way in WAYS {
            let folder = project.folder.join("target").join(build.name);
            if folder.exists() {
                fs::remove_dir_all(&folder).map_err(wrong(folder.display()))?;
            }
            let cost = build.run(project, &way.krate(size))?;
            let name = format!("{title}, {}", way.krate(size));
            rows.push(vec![name, milliseconds(cost.cpu), milliseconds(cost.wall)]);
        }
    }
    Ok(table(&["from nothing", "CPU ms", "time ms"], &rows))
}

fn milliseconds(time: Duration) -> String {
    time.as_millis().to_string()
}

fn ratio(ours: Duration, by_hand: Duration) -> String {
    format!("{:.2}", ours.as_secs_f64() / by_hand.as_secs_f64())
}
