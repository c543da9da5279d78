//! A workspace with two crates per size, which share their drivers.

use super::{hand, hub, wrong};
use bringup_tests::compile_text;
use firmware_tests::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// The two ways to write a board.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Ours,
    ByHand,
}

pub(crate) const WAYS: [Way; 2] = [Way::ByHand, Way::Ours];

impl Way {
    pub(crate) fn krate(self, size: usize) -> String {
        format!("{}-{size}", if self == Way::Ours { "ours" } else { "by-hand" })
    }

    /// The dependencies besides the drivers.
    fn dependencies(self) -> Result<String> {
        if self == Way::ByHand {
            return Ok("embedded-hal-bus = \"0.3\"\nstatic_cell = \"2\"\n".to_owned());
        }
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
        let runtime = fs::canonicalize(&runtime).map_err(wrong(runtime.display()))?;
        Ok(format!("bringup.path = {runtime:?}\n"))
    }
}

pub(crate) struct Project {
    pub(crate) folder: PathBuf,
}

impl Project {
    /// Writes it into the target folder.
    pub(crate) fn write(sizes: &[usize]) -> Result<Project> {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
        let project = Project { folder: target.join("crates") };
        let drivers = "embedded-hal = \"1\"\n";
        project.file("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"*-*\", \"drivers\"]\n")?;
        project.krate("drivers", drivers)?;
        project.file("drivers/src/lib.rs", include_str!("text/drivers.rs"))?;
        project.file("drivers/src/peripherals.rs", &peripherals(sizes))?;
        for size in sizes {
            project.boards(*size)?;
        }
        Ok(project)
    }

    fn boards(&self, size: usize) -> Result<()> {
        let nodes = hub::nodes(size);
        let board = hub::file(&nodes);
        let compiled = compile_text(&board);
        let plan =
            compiled.plan.as_ref().filter(|_| compiled.diagnostics.is_empty()).ok_or_else(|| compiled.rendered())?;
        let (by_hand, path) = hand::module(&nodes, plan);
        for way in WAYS {
            let name = way.krate(size);
            self.krate(&name, &format!("drivers.path = \"../drivers\"\n{}", way.dependencies()?))?;
            let main = match way {
                Way::Ours => {
                    self.file(&format!("{name}/src/hub.board"), &board)?;
                    let application = hub::application(&nodes, "hub::Parts", |node| node.name.clone());
                    include_str!("text/ours.rs").to_owned() + &application
                }
                Way::ByHand => {
                    self.file(&format!("{name}/src/board.rs"), &by_hand)?;
                    include_str!("text/by_hand.rs").to_owned() + &hub::application(&nodes, "&mut board::Board", &path)
                }
            };
            self.file(&format!("{name}/src/main.rs"), &main)?;
        }
        Ok(())
    }

    fn krate(&self, name: &str, dependencies: &str) -> Result<()> {
        let text = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\n{dependencies}"
        );
        self.file(&format!("{name}/Cargo.toml"), &text)
    }

    /// Leaves a file alone that is there already, so that a second run builds no dependency again.
    fn file(&self, name: &str, text: &str) -> Result<()> {
        let path = self.folder.join(name);
        if fs::read_to_string(&path).is_ok_and(|there| there == text) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().unwrap_or(&self.folder)).map_err(wrong(path.display()))?;
        fs::write(&path, text).map_err(wrong(path.display()))
    }
}

/// The I2C ports of the chip, as many as the largest board has.
fn peripherals(sizes: &[usize]) -> String {
    let ports = 0..2 * sizes.iter().copied().max().unwrap_or_default().div_ceil(12);
    let fields: String = ports.clone().map(|port| format!("    pub I2C{port}: Port,\n")).collect();
    let values: String = ports.map(|port| format!("            I2C{port}: Port({port}),\n")).collect();
    format!(
        "use crate::Port;\n\n#[allow(non_snake_case)]\npub struct Peripherals {{\n{fields}}}\n\n\
         impl Peripherals {{\n    pub fn take() -> Peripherals {{\n        Peripherals {{\n{values}        }}\n    }}\n}}\n"
    )
}
