//! `bringup new`.

mod machines;

use crate::args::{Format, Shown};
use crate::message::json;
use crate::replace::unwritten;
use crate::terminal::Terminal;
use crate::{Stop, Verdict};
use clap::ValueHint;
use machines::{Machine, Mcu, Words};
use serde::Serialize;
use std::fs;
use std::path::PathBuf;

/// Makes a crate with a board that runs in QEMU at once
#[derive(clap::Args)]
pub(crate) struct New {
    /// The folder to make; its last part is the name of the crate and of the board
    #[arg(value_name = "NAME", value_hint = ValueHint::DirPath)]
    folder: PathBuf,
    /// What it runs on
    #[arg(long, value_name = "MCU")]
    mcu: Mcu,
    /// Folder of the crate `bringup`, instead of its published version
    #[arg(long, value_name = "PATH", value_hint = ValueHint::DirPath)]
    bringup_path: Option<PathBuf>,
    #[command(flatten)]
    shown: Shown,
}

/// Where the generated code or the crate has another meaning for the name.
const TAKEN: [&str; 12] = [
    "bringup",
    "cortex_m",
    "cortex_m_rt",
    "riscv",
    "riscv_rt",
    "semihosting",
    "core",
    "std",
    "alloc",
    "parts",
    "ticks",
    "main",
];

#[derive(Serialize)]
struct Document {
    schema: u32,
    folder: String,
    files: Vec<String>,
}

impl New {
    pub(crate) fn run(&self, terminal: &mut Terminal) -> Result<Verdict, Stop> {
        let name = self.name()?;
        let machine = self.mcu.machine();
        let folder = self.folder.display().to_string();
        let texts = self.files(machine, &name)?;
        if let Some(parent) = self.folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            fs::create_dir_all(parent).map_err(|error| unwritten(parent, &error))?;
        }
        // A folder that is there is somebody's work.
        fs::create_dir(&self.folder).map_err(|error| unwritten(&self.folder, &error))?;
        let mut files = Vec::new();
        for (file, text) in texts {
            let path = self.folder.join(&file);
            let made = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
            made.map_err(|error| unwritten(&path, &error))?;
            files.push(file);
        }
        terminal.print(match self.shown.format {
            Format::Text => format!(
                "made {folder} for {}, {}\n\n    cd {folder}\n    cargo run --release      # needs {} and `rustup target \
                 add {}`\n    bringup order src/{name}.board\n",
                machine.name, machine.about, machine.qemu, machine.target
            ),
            Format::Json => json(&Document { schema: 1, folder, files }) + "\n",
        })?;
        Ok(Verdict::Good)
    }

    /// The last part of the folder, if a crate and a module can be called so.
    fn name(&self) -> Result<String, Stop> {
        let wrong = |why: &str| Stop::Failure(format!("{}: {why}", self.folder.display()));
        let name = self.folder.file_name().and_then(|name| name.to_str()).ok_or_else(|| wrong("this is no name"))?;
        let begins = name.starts_with(|c: char| c.is_ascii_lowercase());
        let fits = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-');
        if !begins || !fits {
            return Err(wrong("a name is made of a to z, 0 to 9, `-` and `_`, and begins with a letter"));
        }
        let module = name.replace('-', "_");
        if TAKEN.contains(&module.as_str()) || syn::parse_str::<syn::Ident>(&module).is_err() {
            return Err(wrong("this name is taken; choose another one"));
        }
        Ok(name.to_owned())
    }

    fn files(&self, machine: &Machine, name: &str) -> Result<Vec<(String, String)>, Stop> {
        let version = env!("CARGO_PKG_VERSION");
        let bringup = match &self.bringup_path {
            None => format!(
                "bringup = \"{version}\"\n# Instead of the published version:\n# bringup = {{ path = \"../bringup/runtime\" }}"
            ),
            Some(path) => {
                let path = fs::canonicalize(path)
                    .map_err(|_| Stop::Failure(format!("{}: there is no such folder", path.display())))?;
                let path = path.to_str().ok_or_else(|| Stop::Failure(format!("{}: not UTF-8", path.display())))?;
                format!("# bringup = \"{version}\"\nbringup = {{ path = {path:?} }}")
            }
        };
        let words = Words::of(machine.core);
        let module = name.replace('-', "_");
        let fill = |template: &str| {
            let values = [
                ("take", words.take),
                ("name", name),
                ("module", &module),
                ("bringup", &bringup),
                ("target", machine.target),
                ("qemu", machine.qemu),
                ("machine", machine.name),
                ("hz", machine.hz),
                ("inputs", words.inputs),
                ("start", words.start),
                ("entry", words.entry),
                ("dependencies", words.dependencies),
                ("link", words.link),
                ("bios", words.bios),
            ];
            let place = |key: &str| format!("{{{{{key}}}}}");
            values.iter().fold(template.to_owned(), |text, (key, value)| text.replace(&place(key), value))
        };
        Ok(vec![
            ("Cargo.toml".to_owned(), fill(include_str!("../../templates/Cargo.toml.in"))),
            (".cargo/config.toml".to_owned(), fill(include_str!("../../templates/config.toml"))),
            (".gitignore".to_owned(), fill(include_str!("../../templates/gitignore"))),
            ("memory.x".to_owned(), format!("/* {} */\n{}", machine.about, machine.memory)),
            (format!("src/{name}.board"), fill(include_str!("../../templates/board.board"))),
            ("src/main.rs".to_owned(), fill(include_str!("../../templates/main.rs"))),
            ("src/parts.rs".to_owned(), fill(include_str!("../../templates/parts.rs"))),
            ("src/ticks.rs".to_owned(), fill(words.ticks)),
        ])
    }
}
