//! L0909: `retry` or `retry_delay` where nothing is tried again.

use super::Finding;
use crate::messages::lints as messages;
use crate::plan::Plan;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    for node in &plan.model.nodes {
        let Some(device) = node.device().filter(|device| device.disabled.is_none()) else { continue };
        let retry = device.retry.map(|retry| ("retry", retry.span));
        let Some(given) = retry.or(device.retry_delay.map(|delay| ("retry_delay", delay.span))) else { continue };
        let (why, help) = match (&device.init, device.retry) {
            (None, _) => ("there is no `init` to try", "take it out"),
            (Some(init), _) if !init.fallible => ("`init` cannot fail", "take it out, or let `init` fail with `?`"),
            (Some(_), None) => ("`init` is tried only once", "say how often it is tried: `retry = 3;`"),
            (Some(_), Some(retry)) if retry.value == 1 => {
                ("every `init` is tried once", "it counts attempts: `retry = 2;` tries once more")
            }
            (Some(_), Some(_)) => continue,
        };
        let diagnostic = messages::retry_without_effect(&node.label.name, given, why, help);
        found.push(Finding { allowed: &node.allows, diagnostic });
    }
}
