//! L0908: a property of the user's own that no expression uses and that is nearly one of the language's.

use super::Finding;
use crate::messages::{closest, names as messages};
use crate::model::Device;
use crate::plan::Plan;
use crate::resolve::DEVICE_PROPERTIES;
use bringup_dsl::ast::MarkKind;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    for node in &plan.model.nodes {
        let Some(device) = node.device() else { continue };
        for constant in &device.constants {
            let name = &constant.name;
            let meant = closest(&name.name, DEVICE_PROPERTIES.iter().copied()).filter(|_| !uses(device, &name.name));
            if let Some(meant) = meant {
                let diagnostic = messages::misspelt(&name.name, meant, name.span);
                found.push(Finding { allowed: &node.allows, diagnostic });
            }
        }
    }
}

fn uses(device: &Device, name: &str) -> bool {
    let expressions = [device.init.as_ref(), device.deinit.as_ref().map(|deinit| &deinit.expr)];
    let mut marks = expressions.into_iter().flatten().flat_map(|expr| &expr.rust.marks);
    marks.any(|mark| matches!(&mark.kind, MarkKind::SelfProperty(property) if property.name == name))
}
