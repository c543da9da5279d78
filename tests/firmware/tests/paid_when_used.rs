//! Firmware that only boots carries nothing of run-time control: its image is as large as that of a board without it.
use bringup_compiler::codegen::{Setup, TextTokens, generate};
use bringup_compiler::{Root, compile};
use bringup_dsl::{Diagnostics, NoFiles, SourceMap};
use firmware_tests::{Firmware, Result, sizes, symbols, target_dir};
use quote::ToTokens;
use std::fs;
use std::path::Path;
use syn::{ImplItem, Item, ItemMod};

const FOLDER: &str = "tests/firmware/bare";

/// Types and functions that are there for run-time control alone.
const CONTROL: [&str; 13] = [
    "Board",
    "Lease",
    "Split",
    "Suspended",
    "Rail",
    "Out",
    "__Control",
    "__settle",
    "__start",
    "__acquire",
    "__resume",
    "dynamic",
    "into_board",
];

/// What [`CONTROL`] names, outside the board's own functions.
fn is_control(item: &Item) -> bool {
    let name = match item {
        Item::Struct(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Impl(item) => item.self_ty.to_token_stream().to_string(),
        _ => return false,
    };
    CONTROL.contains(&name.split(' ').next().unwrap_or_default())
}

/// Cuts run-time control out of the module. How many items that were.
fn cut(module: &mut ItemMod) -> usize {
    let Some((_, items)) = &mut module.content else { return 0 };
    let before = items.len();
    items.retain(|item| !is_control(item));
    let mut count = before - items.len();
    for item in items {
        match item {
            Item::Mod(inner) if inner.ident != "__user" => count += cut(inner),
            Item::Impl(methods) => {
                let before = methods.items.len();
                let control = |method: &ImplItem| matches!(method, ImplItem::Fn(method) if CONTROL.contains(&&*method.sig.ident.to_string()));
                methods.items.retain(|method| !control(method));
                count += before - methods.items.len();
            }
            _ => {}
        }
    }
    count
}

/// The board as a file of Rust without run-time control.
fn write_boot_only() -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("bare/src/bare.board");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (mut sources, mut diagnostics) = (SourceMap::new(NoFiles), Diagnostics::default());
    let file = sources.add("bare.board", text).ok_or("no room for bare.board".to_string())?;
    let plan =
        compile(&mut sources, Root::File(file), &mut diagnostics).map_err(|_| "bare.board has errors".to_string())?;
    let krate = "::bringup".parse().map_err(|error| format!("a path: {error}"))?;
    let module = generate(&plan, &TextTokens(&sources), &Setup { krate, in_file: false });
    let mut module: ItemMod = syn::parse2(module).map_err(|error| error.to_string())?;
    // eight types with two implementations and more, two functions, and the methods that lead there
    assert!(cut(&mut module) > 15);
    let out = target_dir().join("boot_only.rs");
    fs::create_dir_all(target_dir())
        .and_then(|()| fs::write(&out, module.to_token_stream().to_string()))
        .map_err(|error| format!("{}: {error}", out.display()).into())
}

#[test]
fn what_only_boots_takes_the_bytes_of_a_board_without_run_time_control() -> Result<()> {
    write_boot_only()?;
    let (full, without) = (Firmware::build(FOLDER, &[])?, Firmware::build(FOLDER, &["boot-only"])?);
    assert_eq!(sizes(&full)?, sizes(&without)?);
    assert_eq!(symbols(&full)?.len(), symbols(&without)?.len());
    Ok(())
}

#[test]
fn run_time_control_is_in_the_image_of_who_uses_it_alone() -> Result<()> {
    let of_control = |features: &[&str]| -> Result<usize> {
        let names = symbols(&Firmware::build(FOLDER, features)?)?;
        Ok(names.iter().filter(|name| name.contains("control")).count())
    };
    assert_eq!(of_control(&[])?, 0);
    assert!(of_control(&["control"])? > 3);
    assert_ne!(sizes(&Firmware::build(FOLDER, &[])?)?, sizes(&Firmware::build(FOLDER, &["control"])?)?);
    Ok(())
}
