//! Afterwards an init that is tried again finds its inputs in their place.

use crate::messages::claims as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;
use rustc_hash::FxHashSet;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(device) = node.device() else { continue };
        let Some(retry) = device.retry.filter(|retry| retry.value > 1) else { continue };
        let Some(init) = device.init.as_ref().filter(|init| init.fallible) else { continue };
        let claimed: FxHashSet<_> = init.claims().map(|claim| claim.key()).collect();
        let is_strange = device.returned.iter().flatten().any(|claim| !claimed.contains(&claim.key()));
        let kept: Vec<_> = device.kept_by_failure().map(|claim| (model.claim_name(claim), claim.span)).collect();
        // A name in the pattern that fits nothing has been reported, and is most likely meant for what is missing.
        if !kept.is_empty() && !is_strange {
            let all: Vec<String> = init.claims().map(|claim| model.claim_name(claim)).collect();
            diagnostics.push(messages::nothing_to_try_with(&node.label.name, retry.span, &kept, &all));
        }
    }
}
