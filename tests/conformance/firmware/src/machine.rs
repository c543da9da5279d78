//! Interrupts: PendSV is raised by software, on every Cortex-M.

use core::cell::Cell;
use cortex_m::peripheral::SCB;
use critical_section::Mutex;

type Handler = Cell<Option<fn()>>;

static HANDLER: Mutex<Handler> = Mutex::new(Cell::new(None));

/// An interrupt on its way.
pub(crate) struct Pending(());

/// Raises one.
pub(crate) fn pend(handler: fn()) -> Pending {
    critical_section::with(|section| HANDLER.borrow(section).set(Some(handler)));
    SCB::set_pendsv();
    cortex_m::asm::dsb();
    cortex_m::asm::isb();
    Pending(())
}

impl Pending {
    /// Its handler has run.
    pub(crate) fn finish(self) {
        let waiting = critical_section::with(|section| HANDLER.borrow(section).get().is_some());
        assert!(!waiting, "the interrupt did not come");
    }
}

#[cortex_m_rt::exception]
fn PendSV() {
    if let Some(handler) = critical_section::with(|section| HANDLER.borrow(section).take()) {
        handler();
    }
}
