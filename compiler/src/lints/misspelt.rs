//! L0908: a property of the user's own that no expression uses and that is nearly one of the language's.

use super::Finding;
use crate::messages::{closest, names as messages};
use crate::model::Device;
use crate::plan::Plan;
use crate::resolve::DEVICE_PROPERTIES;
use bringup_dsl::ast::MarkKind;
use rustc_hash::FxHashSet;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    for node in &plan.model.nodes {
        let Some(device) = node.device() else { continue };
        let used = used(device);
        for name in device.constants.iter().map(|constant| &constant.name) {
            if used.contains(name.name.as_str()) {
                continue;
            }
            // Every name of one or two letters is near to a name of two.
            let candidates = DEVICE_PROPERTIES.iter().copied().filter(|known| known.len() > 2);
            if let Some(meant) = closest(&name.name, candidates) {
                let diagnostic = messages::misspelt(&name.name, meant, name.span);
                found.push(Finding { allowed: &node.allows, diagnostic });
            }
        }
    }
}

/// The properties that an expression uses.
fn used(device: &Device) -> FxHashSet<&str> {
    let expressions = [device.init.as_ref(), device.deinit.as_ref().map(|deinit| &deinit.expr)];
    let marks = expressions.into_iter().flatten().flat_map(|expr| &expr.rust.marks);
    let names = marks.filter_map(|mark| match &mark.kind {
        MarkKind::SelfProperty(name) => Some(name.name.as_str()),
        _ => None,
    });
    names.collect()
}
