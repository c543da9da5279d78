//! What is measured: a process that compiles one board.

use bringup_compiler::codegen::{Setup, TextTokens, generate};
use bringup_dsl::ast::File;
use bringup_dsl::{Diagnostics, NoFiles, SourceMap, parse_file};
use bringup_tests::{Compiled, compile_file};
use firmware_tests::Result;
use std::fs;
use std::hint::black_box;
use std::io::{Write, stdout};
use std::mem::forget;
use std::path::Path;
use std::time::{Duration, Instant};

/// How far to go.
pub(super) const STAGES: [&str; 3] = ["parse", "plan", "codegen"];

/// Compiles `board.board` of a folder as far as `stage`, and prints how many nanoseconds it took. With `codegen`, how many
/// of them that alone.
pub(super) fn run(stage: &str, folder: &Path) -> Result<()> {
    let start = Instant::now();
    // As of a program that ends, the memory is given back with the process.
    let took = match stage {
        "parse" => timed(start, parse(folder)?),
        "plan" => timed(start, compile(folder)?),
        _ => codegen(compile(folder)?),
    };
    Ok(writeln!(stdout(), "{}", took.as_nanos()).map_err(|error| error.to_string())?)
}

fn timed<T>(start: Instant, made: T) -> Duration {
    let took = start.elapsed();
    forget(black_box(made));
    took
}

fn parse(folder: &Path) -> Result<(SourceMap, Vec<File>)> {
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut sources = SourceMap::new(NoFiles);
    let mut files = Vec::new();
    for file in fs::read_dir(folder).map_err(wrong)? {
        let path = file.map_err(wrong)?.path();
        if path.extension().is_some_and(|extension| extension == "board") {
            let text = fs::read_to_string(&path).map_err(wrong)?;
            let id = sources.add("", text).ok_or_else(|| "more than 4 GiB".to_owned())?;
            files.push(parse_file(sources.file(id), &mut Diagnostics::new()));
        }
    }
    Ok((sources, files))
}

fn compile(folder: &Path) -> Result<Compiled> {
    let compiled = compile_file(folder, "board.board");
    if compiled.plan.is_some() && compiled.diagnostics.is_empty() {
        Ok(compiled)
    } else {
        Err(compiled.rendered().into())
    }
}

fn codegen(compiled: Compiled) -> Duration {
    let setup = Setup { krate: quote::quote!(::bringup), in_file: true };
    let start = Instant::now();
    let code = compiled.plan.as_ref().map(|plan| generate(plan, &TextTokens(&compiled.sources), &setup));
    let took = timed(start, code);
    forget(compiled);
    took
}
