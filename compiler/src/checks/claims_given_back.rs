//! Afterwards a `deinit (…)` pattern names only what the same node claimed, each once.

use crate::messages::claims as messages;
use crate::model::{Claim, Expr, Model};
use bringup_dsl::{Diagnostics, Span};
use std::collections::{HashMap, HashSet};

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(device) = node.device() else { continue };
        let Some(deinit) = &device.deinit else { continue };
        let claimed: Vec<&Claim> = device.init.iter().flat_map(Expr::claims).collect();
        let keys: HashSet<_> = claimed.iter().map(|claim| claim.key()).collect();
        let mut given_back: HashMap<_, Span> = HashMap::new();
        for claim in &deinit.gives_back {
            let what = model.claim_name(claim);
            if let Some(first) = given_back.insert(claim.key(), claim.span) {
                diagnostics.push(messages::given_back_twice(&what, first, claim.span));
            } else if !keys.contains(&claim.key()) {
                let init = device.init.as_ref().map(|init| init.rust.span);
                let claimed: Vec<String> = claimed.iter().map(|claim| model.claim_name(claim)).collect();
                diagnostics.push(messages::not_claimed(&what, &node.label.name, claim.span, init, &claimed));
            }
        }
    }
}
