//! Pairs of functions that register themselves in a section which the linker sorts, with rollback.
use size_support::{Error, Failure};

pub struct Entry {
    pub init: fn() -> Result<(), Error>,
    pub deinit: fn(),
}

/// `NAME "LEVEL.PRIORITY" INIT, DEINIT;` for each, to be sorted as text.
macro_rules! register {
    ($($name:ident $place:literal $init:expr, $deinit:expr;)*) => { $(
        #[used]
        #[unsafe(link_section = concat!(".init_tab.", $place))]
        static $name: $crate::registry_rollback::Entry =
            $crate::registry_rollback::Entry { init: $init, deinit: $deinit };
    )* }
}

pub(crate) use register;

unsafe extern "Rust" {
    static __init_start: Entry;
    static __init_end: Entry;
}

#[unsafe(no_mangle)]
#[inline(never)]
pub fn init_all() -> Result<(), Failure<u8>> {
    let mut next = &raw const __init_start;
    let mut node = 0;
    while next < &raw const __init_end {
        // SAFETY: between the two there is nothing but what `register!` puts there.
        if let Err(cause) = (unsafe { &*next }.init)() {
            while next > &raw const __init_start {
                next = next.wrapping_sub(1);
                // SAFETY: as above.
                (unsafe { &*next }.deinit)();
            }
            return Err(Failure { node, cause });
        }
        next = next.wrapping_add(1);
        node += 1;
    }
    Ok(())
}
