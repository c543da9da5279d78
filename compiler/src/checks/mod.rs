//! What must hold of a board. One check per file, named after what holds afterwards.

mod acyclic;
mod addresses_distinct;
mod always_on_fed;
mod attempts_supplied;
mod awaits_where_polled;
mod boot_in_budget;
mod claims_given_back;
mod claims_unique;
mod controls_live;
mod disabled_not_needed;
mod failures_give_back;
mod good_bounded;
mod handles_made;
mod intakes_known;
mod interrupts_served;
mod levels_respected;
mod names_distinct;
mod rails_made;
mod rails_switchable;
mod rails_within_limits;
mod required_without_optional;
mod signal_levels_match;
mod supplies_in_range;
mod supported;
mod waits_timed;

use crate::graph::{Edge, Graph};
use crate::model::Model;
use crate::plan::Plan;
use crate::power::Power;
use bringup_dsl::{Code, Diagnostics};

/// Runs every check, and gives the cycles. Of a model that is not `whole`, because part of the text could not be read,
/// nobody can say what is missing.
pub(crate) fn run(
    model: &Model,
    graph: &Graph,
    power: &Power,
    whole: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Vec<Edge>> {
    electrical(model, power, whole && nothing_lost(diagnostics), diagnostics);
    if whole {
        handles_made::check(model, diagnostics);
        rails_switchable::check(model, graph, diagnostics);
        waits_timed::check(model, diagnostics);
        claims_given_back::check(model, diagnostics);
        attempts_supplied::check(model, diagnostics);
    }
    names_distinct::check(model, diagnostics);
    disabled_not_needed::check(model, graph, diagnostics);
    let cycles = acyclic::check(model, graph, diagnostics);
    let circular = acyclic::circular(&cycles);
    levels_respected::check(model, graph, &circular, diagnostics);
    required_without_optional::check(model, graph, &circular, diagnostics);
    controls_live::check(model, diagnostics);
    claims_unique::check(model, diagnostics);
    addresses_distinct::check(model, diagnostics);
    failures_give_back::check(model, diagnostics);
    awaits_where_polled::check(model, diagnostics);
    interrupts_served::check(model, diagnostics);
    // Last: whoever has errors to mend need not hear yet what is not built.
    if !diagnostics.has_errors() {
        supported::check(model, diagnostics);
    }
    cycles
}

/// Runs the checks that need the order.
pub(crate) fn run_on_plan(plan: &Plan, graph: &Graph, diagnostics: &mut Diagnostics) {
    boot_in_budget::check(plan, graph, diagnostics);
}

/// Voltages and currents. What a property that is missing means, nobody can say unless all of them were taken.
fn electrical(model: &Model, power: &Power, whole: bool, diagnostics: &mut Diagnostics) {
    supplies_in_range::check(model, power, whole, diagnostics);
    if whole {
        rails_made::check(model, power, diagnostics);
        rails_within_limits::check(model, power, diagnostics);
        always_on_fed::check(model, power, diagnostics);
        intakes_known::check(model, power, diagnostics);
        signal_levels_match::check(model, power, diagnostics);
        good_bounded::check(model, diagnostics);
    }
}

/// Whether the value of every property was taken.
fn nothing_lost(diagnostics: &Diagnostics) -> bool {
    let lost = [Code::B0203, Code::B0206, Code::B0207];
    diagnostics.iter().all(|diagnostic| !lost.contains(&diagnostic.code))
}
