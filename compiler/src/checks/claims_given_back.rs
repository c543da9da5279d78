//! Afterwards a `deinit (…)` pattern names only what the same node claimed, each once.

use crate::messages::claims as messages;
use crate::model::{Claim, Expr, Model};
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(device) = node.device() else { continue };
        let Some(deinit) = &device.deinit else { continue };
        let claimed: Vec<&Claim> = device.init.iter().flat_map(Expr::claims).collect();
        for (at, claim) in deinit.gives_back.iter().enumerate() {
            let what = model.claim_name(claim);
            if let Some(first) = deinit.gives_back[..at].iter().find(|first| first.same_as(claim)) {
                diagnostics.push(messages::given_back_twice(&what, first.span, claim.span));
            } else if !claimed.iter().any(|claimed| claimed.same_as(claim)) {
                let init = device.init.as_ref().map(|init| init.rust.span);
                let claimed: Vec<String> = claimed.iter().map(|claim| model.claim_name(claim)).collect();
                diagnostics.push(messages::not_claimed(&what, &node.label.name, claim.span, init, &claimed));
            }
        }
    }
}
