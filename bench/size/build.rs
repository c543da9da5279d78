//! Compiles the C version with gcc for the core, at the level at which the rest is optimised.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "c")]
    c();
}

#[cfg(feature = "c")]
fn c() {
    println!("cargo::rerun-if-changed=c");
    let mut gcc = cc::Build::new();
    // What gcc has no header files for needs none: there is no C library.
    gcc.file("c/board.c").warnings_into_errors(true).extra_warnings(true).flag("-ffreestanding").debug(false);
    gcc.flag("-fno-asynchronous-unwind-tables");
    if is("OPT_LEVEL", "z") {
        // Newer than the library thinks.
        gcc.flag_if_supported("-Oz");
    }
    if is("CARGO_CFG_TARGET_ARCH", "riscv32") {
        // Rust asks the linker for it only with `-C target-feature=+relax`. It shortens every call by half.
        gcc.flag("-mno-relax");
    }
    if let Err(error) = gcc.try_compile("board") {
        println!("cargo::error={error}");
        println!(
            "cargo::error=feature `c` takes packages gcc-arm-none-eabi and gcc-riscv64-unknown-elf (Debian, Ubuntu)"
        );
    }
}

#[cfg(feature = "c")]
fn is(variable: &str, value: &str) -> bool {
    std::env::var(variable).is_ok_and(|found| found == value)
}
