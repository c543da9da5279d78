//! L0902: a deferred node claims an input and never gives it back, so it can come up only once.

use super::Finding;
use crate::messages::lints as messages;
use crate::model::Expr;
use crate::plan::Plan;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let model = &plan.model;
    for node in &model.nodes {
        let Some(device) = node.device().filter(|device| device.disabled.is_none()) else { continue };
        let Some(flag) = device.init_skip else { continue };
        let given_back = device.deinit.as_ref().map_or(&[][..], |deinit| &deinit.gives_back);
        let mut claims = device.init.iter().flat_map(Expr::claims);
        if let Some(kept) = claims.find(|claim| !given_back.iter().any(|back| back.same_as(claim))) {
            let what = model.claim_name(kept);
            let diagnostic = messages::comes_up_once(&node.label.name, flag, kept.span, &what);
            found.push(Finding { allowed: &node.allows, diagnostic });
        }
    }
}
