//! What goes wrong next.

use core::cell::Cell;
use critical_section::Mutex;

/// What a driver can be told to get wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It does not come up.
    Up,
    /// It goes down with an error.
    Down,
    /// Of a rail: it is on, and not good.
    NotGood,
    /// It panics while it comes up.
    #[cfg(not(target_os = "none"))]
    PanicUp,
    /// It panics while it goes down.
    #[cfg(not(target_os = "none"))]
    PanicDown,
}

/// From now on, so many times.
#[derive(Clone, Copy)]
struct Plan(Fault, &'static str, u8);

static PLANS: Mutex<Cell<[Option<Plan>; 4]>> = Mutex::new(Cell::new([None; 4]));

/// `label` fails in this way, the next `times` times.
pub(crate) fn inject(fault: Fault, label: &'static str, times: u8) {
    critical_section::with(|section| {
        let cell = PLANS.borrow(section);
        let mut plans = cell.get();
        let free = plans.iter_mut().find(|plan| plan.is_none());
        *free.expect("four at a time") = Some(Plan(fault, label, times));
        cell.set(plans);
    });
}

/// Whether `label` fails in this way now.
pub(crate) fn happens(fault: Fault, label: &str) -> bool {
    critical_section::with(|section| {
        let cell = PLANS.borrow(section);
        let mut plans = cell.get();
        let due = plans.iter_mut().find(|plan| matches!(plan, Some(Plan(f, l, _)) if *f == fault && *l == label));
        let Some(plan) = due else { return false };
        *plan = plan.map(|Plan(fault, label, times)| Plan(fault, label, times - 1)).filter(|plan| plan.2 > 0);
        cell.set(plans);
        true
    })
}
