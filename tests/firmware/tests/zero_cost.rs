//! Generated code costs nothing: the board of the size benchmark, booted by generated code and by what an expert has written
//! by hand, takes the same flash, RAM, stack and instructions, and the machine code is the same. Run-time control takes no more flash,
//! but for 4 to 38 bytes on RISC-V and Cortex-M0; for handles, it stays as near as it is.
use firmware_tests::{
    Firmware, Images, Listing, Measured, OPT_LEVELS, Result, TARGETS, Wrong, beside, symbols, traces,
};

fn images<'a>(target: &'a str, opt_level: &'a str) -> Images<'a> {
    Images { folder: "bench/size", target, opt_level, lto: true, nodes: None, features: &[] }
}

/// What `check` has to say about each way to build.
fn everywhere(targets: &[&str], check: impl Fn(&Images) -> Result<Option<String>>) -> Result<()> {
    let mut wrong = Vec::new();
    for (target, opt_level) in targets.iter().flat_map(|target| OPT_LEVELS.map(|opt_level| (*target, opt_level))) {
        let images = images(target, opt_level);
        wrong.extend(check(&images)?.map(|what| format!("{images}: {what}")));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// In what the second of two boots differs from the first: figures or machine code, with both listings.
fn difference(images: &Images, names: [&str; 2]) -> Result<Option<String>> {
    let built = images.build(&names)?;
    let [left, right] = [Measured::read(&built[0])?, Measured::read(&built[1])?];
    let wanted = traces(&left.runs[0].events, true)?;
    for (name, measured) in names.iter().zip([&left, &right]) {
        if !measured.runs.iter().map(|run| &run.events).eq(&wanted) {
            return Err(format!("{images}: {name} does {measured:#?}\ninstead of {wanted:#?}").into());
        }
    }
    let [code, other] = [Listing::read(&built[0], "init_all")?, Listing::read(&built[1], "init_all")?];
    let what = match (left == right, code.same(&other)) {
        (true, true) => return Ok(None),
        (true, false) => "other machine code".to_string(),
        (false, _) => format!("other figures:\n{}: {}\n{}: {}", names[0], figures(&left), names[1], figures(&right)),
    };
    Ok(Some(format!("{what}\n{}", beside((names[0], &code), (names[1], &other)))))
}

fn figures(measured: &Measured) -> String {
    let stack: Vec<u64> = measured.runs.iter().map(|run| run.stack).collect();
    let instructions: Vec<u64> = measured.runs.iter().flat_map(|run| run.instructions.clone()).collect();
    format!("flash {}, RAM {}, stack {stack:?}, instructions {instructions:?}", measured.flash, measured.ram)
}

/// Functions of `core` that panic or format, and what leads there.
fn forbidden(firmware: &Firmware) -> Result<Vec<String>> {
    let parts = ["panicking", "panic_", "4core3fmt"];
    Ok(symbols(firmware)?.into_iter().filter(|name| parts.iter().any(|part| name.contains(part))).collect())
}

fn boots_alike(target: &str) -> Result<()> {
    everywhere(&[target], |images| difference(images, ["expert", "inline"]))
}

#[test]
fn generated_code_is_the_expert_s_on_cortex_m0() -> Result<()> {
    boots_alike(TARGETS[0])
}

#[test]
fn generated_code_is_the_expert_s_on_cortex_m3() -> Result<()> {
    boots_alike(TARGETS[1])
}

#[test]
fn generated_code_is_the_expert_s_on_cortex_m4() -> Result<()> {
    boots_alike(TARGETS[2])
}

#[test]
fn generated_code_is_the_expert_s_on_risc_v() -> Result<()> {
    boots_alike(TARGETS[3])
}

/// By how much generated code may be larger than the expert's, in percent of it: not at all is the aim, and this is where it stands.
/// Whoever makes it smaller lowers the number.
struct Most {
    expert: &'static str,
    generated: &'static str,
    /// By target and opt-level, in the order of `TARGETS` and `OPT_LEVELS`.
    percent: [[u64; 3]; 4],
}

const NOT_YET: [Most; 3] = [
    Most {
        expert: "devices_expert",
        generated: "devices_inline",
        percent: [[12, 17, 7], [15, 12, 4], [15, 12, 4], [11, 13, 11]],
    },
    Most {
        expert: "control_expert_all",
        generated: "control",
        percent: [[0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 1, 0]],
    },
    Most {
        expert: "control_cold_expert_all",
        generated: "control_cold",
        percent: [[0, 0, 2], [0, 0, 0], [0, 0, 0], [1, 0, 4]],
    },
];

/// Handles, shared and owned, and run-time control, which the expert gives every node as well.
#[test]
fn handles_and_run_time_control_stay_near_what_is_written_by_hand() -> Result<()> {
    let names: Vec<&str> = NOT_YET.iter().flat_map(|most| [most.expert, most.generated]).collect();
    everywhere(&TARGETS, |images| {
        let built = images.build(&names)?;
        let mut wrong = String::new();
        for (most, images_of) in NOT_YET.iter().zip(built.chunks(2)) {
            let [expert, generated] = [Measured::read(&images_of[0])?, Measured::read(&images_of[1])?];
            let events = |of: &Measured| of.runs.iter().map(|run| run.events.clone()).collect::<Vec<_>>();
            if events(&expert) != events(&generated) {
                let (expert, generated) = (events(&expert), events(&generated));
                wrong += &format!("\n{} does {generated:#?}\ninstead of {expert:#?}", most.generated);
            }
            let place = |of: &[&str], what: &str| {
                of.iter()
                    .position(|one| *one == what)
                    .ok_or_else(|| Wrong::from(format!("nothing is said about {what}")))
            };
            let percent = most.percent[place(&TARGETS, images.target)?][place(&OPT_LEVELS, images.opt_level)?];
            let limit = expert.flash + expert.flash * percent / 100;
            if generated.flash > limit {
                let (name, flash) = (most.generated, generated.flash);
                wrong += &format!(
                    "\n{name} takes {flash} bytes; {} takes {}, so {limit} are allowed",
                    most.expert, expert.flash
                );
            }
        }
        Ok((!wrong.is_empty()).then_some(wrong))
    })
}

#[test]
fn generated_code_cannot_panic_and_formats_nothing() -> Result<()> {
    const GENERATED: [&str; 4] = ["inline", "table", "control", "control_cold"];
    everywhere(&TARGETS, |images| {
        let built = images.build(&GENERATED)?;
        let found = built.iter().map(forbidden).collect::<Result<Vec<_>>>()?.concat();
        Ok((!found.is_empty()).then(|| found.join("\n")))
    })
}

#[test]
fn a_panic_path_and_formatting_would_be_seen() -> Result<()> {
    let panics = forbidden(&Firmware::build("tests/firmware/bare", &["panic-path"])?)?;
    assert!(panics.iter().any(|name| name.contains("panicking")), "{panics:?}");
    let formats = forbidden(&Firmware::build("examples/lm3s6965", &[])?)?;
    assert!(formats.iter().any(|name| name.contains("4core3fmt")), "{formats:?}");
    Ok(())
}

#[test]
fn a_boot_that_costs_more_is_shown_next_to_the_expert_s() -> Result<()> {
    let said = difference(&images(TARGETS[1], "s"), ["expert", "linker_rollback"])?.unwrap_or_default();
    assert!(said.starts_with("other figures:\nexpert: flash "), "{said}");
    // the expert's code calls the drivers one by one, the loop over the section whatever it has loaded
    for part in ["linker_rollback", "bl      size_firmware::clocks::init", "blx     r"] {
        assert!(said.contains(part), "no {part} in\n{said}");
    }
    Ok(())
}

#[test]
fn other_machine_code_of_the_same_program_is_seen() -> Result<()> {
    let expert = |opt_level| Listing::read(&images(TARGETS[1], opt_level).build(&["expert"])?[0], "init_all");
    let (small, fast) = (expert("s")?, expert("3")?);
    assert!(small.same(&small) && !small.same(&fast), "{}", beside(("s", &small), ("3", &fast)));
    Ok(())
}

#[test]
fn a_boot_that_does_something_else_is_no_match() -> Result<()> {
    let error = difference(&images(TARGETS[1], "s"), ["expert", "linker"]);
    assert!(error.is_err_and(|error| error.says("linker does")));
    Ok(())
}
