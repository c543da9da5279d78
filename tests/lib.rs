//! What the tests share: compiling a board from memory or from a folder.

use bringup_compiler::plan::Plan;
use bringup_compiler::{Root, compile};
use bringup_dsl::{Code, Diagnostics, Loader, NoFiles, SourceMap};
use std::path::{Path, PathBuf};

/// What became of a board.
pub struct Compiled {
    /// Its files.
    pub sources: SourceMap,
    /// What was found.
    pub diagnostics: Diagnostics,
    /// The plan, if there are no errors.
    pub plan: Option<Plan>,
}

impl Compiled {
    /// The codes of all diagnostics, in order of place.
    pub fn codes(&self) -> Vec<Code> {
        self.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }

    /// All diagnostics as plain text.
    pub fn rendered(&self) -> String {
        bringup_compiler::render::render(&self.sources, &self.diagnostics)
    }

    /// The labels in boot order.
    pub fn order(&self) -> Vec<&str> {
        let plan = self.plan.as_ref();
        plan.map_or(Vec::new(), |plan| plan.steps.iter().map(|step| plan.model.label(step.node)).collect())
    }
}

/// Compiles a text that includes nothing.
pub fn compile_text(text: &str) -> Compiled {
    compile_with(NoFiles, "x.board", text.as_bytes().to_vec())
}

/// Compiles `input.board` of a folder; other files of the folder can be included.
///
/// # Panics
/// If the file cannot be read.
pub fn compile_folder(folder: &Path) -> Compiled {
    compile_file(folder, "input.board")
}

/// The same with a file of another name.
///
/// # Panics
/// If the file cannot be read.
pub fn compile_file(folder: &Path, name: &str) -> Compiled {
    let input = folder.join(name);
    let bytes = std::fs::read(&input).unwrap_or_else(|why| panic!("cannot read {}: {why}", input.display()));
    compile_with(Folder(folder.to_owned()), name, bytes)
}

fn compile_with(loader: impl Loader + 'static, name: &str, bytes: Vec<u8>) -> Compiled {
    let mut sources = SourceMap::new(loader);
    let mut diagnostics = Diagnostics::new();
    let text = String::from_utf8(bytes).expect("a root file is text");
    let file = sources.add(name, text).expect("a root file fits");
    let plan = compile(&mut sources, Root::File(file), &mut diagnostics).ok();
    Compiled { sources, diagnostics, plan }
}

/// Reads files of one folder, named as they are included.
struct Folder(PathBuf);

impl Loader for Folder {
    fn load(&mut self, path: &str, from: &str) -> Result<(String, Vec<u8>), String> {
        let name = Path::new(from).parent().unwrap_or(Path::new("")).join(path);
        let bytes = std::fs::read(self.0.join(&name)).map_err(|why| why.kind().to_string())?;
        Ok((name.to_string_lossy().into_owned(), bytes))
    }
}
