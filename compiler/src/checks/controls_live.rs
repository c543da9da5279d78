//! Afterwards a rail that is on from the start is not switched by a node that may be down.

use crate::messages::claims as messages;
use crate::model::Model;
use bringup_dsl::Diagnostics;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(rail) = node.rail() else { continue };
        let flag = rail.always_on.map(|span| ("always_on", span)).or(rail.boot_on.map(|span| ("boot_on", span)));
        let (Some(flag), Some(control)) = (flag, rail.control) else { continue };
        let Some(device) = model.node(control.value).device() else { continue };
        let deferred = device.init_skip.map(|span| ("`init_skip`", span));
        if let Some(why) = deferred.or(device.optional.map(|span| ("`optional`", span))) {
            let flag = (&*format!("`{}`", flag.0), flag.1);
            let control = (model.label(control.value), control.span);
            diagnostics.push(messages::live_required(&node.label.name, flag, control, why));
        }
    }
}
