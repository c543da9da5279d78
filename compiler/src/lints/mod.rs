//! What is allowed, and most likely not what was meant. One lint per file.

mod comes_up_once;
mod deferred_at_boot;
mod misspelt;
mod optional_cannot_fail;
mod overloaded_by_all;
mod priority_without_effect;
mod rail_not_held;
mod retry_without_effect;
mod stated_twice;
mod table_without_runs;
mod unused;

use crate::plan::Plan;
use bringup_dsl::{Code, Diagnostic, Diagnostics};

/// Runs every lint on a board without errors.
pub(crate) fn run(plan: &Plan, diagnostics: &mut Diagnostics) {
    let mut found = Vec::new();
    deferred_at_boot::lint(plan, &mut found);
    comes_up_once::lint(plan, &mut found);
    priority_without_effect::lint(plan, &mut found);
    stated_twice::lint(plan, &mut found);
    table_without_runs::lint(plan, &mut found);
    unused::lint(plan, &mut found);
    misspelt::lint(plan, &mut found);
    retry_without_effect::lint(plan, &mut found);
    optional_cannot_fail::lint(plan, &mut found);
    rail_not_held::lint(plan, &mut found);
    overloaded_by_all::lint(plan, &mut found);
    for Finding { allowed, diagnostic } in found {
        if !allowed.contains(&diagnostic.code) {
            diagnostics.push(diagnostic);
        }
    }
}

/// What a lint found, and the lints that are allowed there.
struct Finding<'a> {
    allowed: &'a [Code],
    diagnostic: Diagnostic,
}
