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
        let kept = device.kept_by_teardown();
        let kept: Vec<_> = kept.map(|claim| (model.claim_name(claim), claim.span)).collect();
        if !kept.is_empty() {
            let claims = device.init.iter().flat_map(Expr::claims);
            let all: Vec<String> = claims.map(|claim| model.claim_name(claim)).collect();
            let diagnostic = messages::comes_up_once(&node.label.name, flag, &kept, &all);
            found.push(Finding { allowed: &node.allows, diagnostic });
        }
    }
}
