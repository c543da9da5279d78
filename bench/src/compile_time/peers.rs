//! Other compilers of board descriptions.

use super::process::{Cost, measure};
use firmware_tests::{Result, target_dir};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Who needs longer than this is not asked for ten times as many nodes of that shape.
const PATIENCE: Duration = Duration::from_millis(500);

pub(super) struct Peer {
    pub(super) name: &'static str,
    program: PathBuf,
    arguments: Vec<String>,
    /// Arguments with which it succeeds if it is installed.
    probe: Vec<&'static str>,
}

/// What a peer did with a board.
#[derive(Clone, Copy)]
pub(super) enum Answer {
    Done(Cost),
    Failed,
    /// It needed too long for fewer nodes, or failed.
    NotAsked,
}

impl Peer {
    /// All of them.
    ///
    /// # Errors
    /// Not all are installed.
    pub(super) fn all() -> Result<Vec<Peer>> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compile_time");
        let text = |path: PathBuf| path.to_string_lossy().into_owned();
        let dtc = ["-q", "-I", "dts", "-O", "dtb", "-o", "/dev/null"].map(str::to_owned).to_vec();
        let edtlib = vec![text(here.join("edtlib.py")), text(here.join("bindings"))];
        let python = target_dir().with_file_name("peers").join("bin/python");
        let peers = vec![
            Peer { name: "dtc", program: "dtc".into(), arguments: dtc, probe: vec!["--version"] },
            Peer { name: "edtlib", program: python, arguments: edtlib, probe: vec!["-c", "import devicetree"] },
        ];
        for peer in &peers {
            if let Err(wrong) = measure(&peer.program, &peer.probe) {
                return Err(format!(
                    "no {}; tests/firmware/setup.sh --with-peers installs it ({wrong:?})",
                    peer.name
                )
                .into());
            }
        }
        Ok(peers)
    }

    /// Compiles `board.dts` of a folder. `before`: what it did with fewer nodes.
    pub(super) fn compile(&self, folder: &Path, before: Option<Answer>) -> Answer {
        match before {
            Some(Answer::Done(cost)) if cost.time > PATIENCE => return Answer::NotAsked,
            Some(Answer::Failed | Answer::NotAsked) => return Answer::NotAsked,
            _ => {}
        }
        let file = folder.join("board.dts").to_string_lossy().into_owned();
        let arguments: Vec<_> = self.arguments.iter().chain([&file]).map(String::as_str).collect();
        measure(&self.program, &arguments).map_or_else(
            |wrong| {
                eprintln!("{} fails with {}: {wrong:?}", self.name, folder.display());
                Answer::Failed
            },
            Answer::Done,
        )
    }
}
