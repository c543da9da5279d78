//! Functions that register themselves in a section which the linker sorts, as MicroPython proposes: no rollback.
use size_support::{Error, Failure};

pub type Init = fn() -> Result<(), Error>;

/// `NAME "LEVEL.PRIORITY" INIT;` for each, to be sorted as text.
macro_rules! register {
    ($($name:ident $place:literal $init:expr;)*) => { $(
        #[used]
        #[unsafe(link_section = concat!(".init_tab.", $place))]
        static $name: $crate::registry::Init = $init;
    )* }
}

pub(crate) use register;

unsafe extern "Rust" {
    static __init_start: Init;
    static __init_end: Init;
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn init_all() -> Result<(), Failure<u8>> {
    let mut next = &raw const __init_start;
    let mut node = 0;
    while next < &raw const __init_end {
        // SAFETY: between the two there is nothing but what `register!` puts there.
        let init = unsafe { *next };
        init().map_err(|cause| Failure { node, cause })?;
        next = next.wrapping_add(1);
        node += 1;
    }
    Ok(())
}
