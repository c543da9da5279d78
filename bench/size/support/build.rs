//! Puts the linker script, and the addresses for the target, where the linker looks.
use std::env;
use std::fs;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=link");
    let arch = env::var("CARGO_CFG_TARGET_ARCH").expect("cargo says for what");
    let out = env::var_os("OUT_DIR").expect("cargo says where");
    let out = Path::new(&out);
    for (from, to) in [("layout.x", "layout.x"), (&format!("{arch}.x"), "memory.x")] {
        let from = Path::new("link").join(from);
        if let Err(error) = fs::copy(&from, out.join(to)) {
            println!("cargo::error={}: {error}", from.display());
        }
    }
    println!("cargo::rustc-link-search={}", out.display());
}
