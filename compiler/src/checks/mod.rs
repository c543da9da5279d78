//! What must hold of a board. One check per file, named after what holds afterwards.

mod acyclic;
mod addresses_distinct;
mod attempts_supplied;
mod awaits_where_polled;
mod claims_given_back;
mod claims_unique;
mod controls_live;
mod disabled_not_needed;
mod failures_give_back;
mod handles_made;
mod interrupts_served;
mod levels_respected;
mod names_distinct;
mod rails_switchable;
mod required_without_optional;
mod supported;
mod waits_timed;

use crate::graph::Graph;
use crate::model::Model;
use bringup_dsl::Diagnostics;

/// Runs every check. Of a model that is not `whole`, because part of the text could not be read, nobody can say what is
/// missing.
pub(crate) fn run(model: &Model, graph: &Graph, whole: bool, diagnostics: &mut Diagnostics) {
    if whole {
        handles_made::check(model, diagnostics);
        rails_switchable::check(model, graph, diagnostics);
        waits_timed::check(model, diagnostics);
        claims_given_back::check(model, diagnostics);
        attempts_supplied::check(model, diagnostics);
    }
    names_distinct::check(model, diagnostics);
    disabled_not_needed::check(model, graph, diagnostics);
    let circular = acyclic::check(model, graph, diagnostics);
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
}
