//! Afterwards the pattern of a `deinit (…)` or `init (…)` names only what the same node claimed, each once.

use crate::messages::claims as messages;
use crate::model::{Claim, Expr, Model, Node};
use bringup_dsl::{Diagnostics, Span};
use rustc_hash::{FxHashMap, FxHashSet};

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(device) = node.device() else { continue };
        let claimed: Vec<&Claim> = device.init.iter().flat_map(Expr::claims).collect();
        let after_failure = device.returned.as_deref().unwrap_or_default();
        let after_teardown = device.deinit.as_ref().map_or(&[][..], |deinit| &deinit.gives_back);
        for pattern in [after_failure, after_teardown] {
            pattern_fits(model, node, &claimed, pattern, diagnostics);
        }
    }
}

fn pattern_fits(model: &Model, node: &Node, claimed: &[&Claim], pattern: &[Claim], diagnostics: &mut Diagnostics) {
    let keys: FxHashSet<_> = claimed.iter().map(|claim| claim.key()).collect();
    let mut given_back: FxHashMap<_, Span> = FxHashMap::default();
    for claim in pattern {
        let what = model.claim_name(claim);
        if let Some(first) = given_back.insert(claim.key(), claim.span) {
            diagnostics.push(messages::given_back_twice(&what, first, claim.span));
        } else if !keys.contains(&claim.key()) {
            let init = node.device().and_then(|device| device.init.as_ref()).map(|init| init.rust.span);
            let claimed: Vec<String> = claimed.iter().map(|claim| model.claim_name(claim)).collect();
            diagnostics.push(messages::not_claimed(&what, &node.label.name, claim.span, init, &claimed));
        }
    }
}
