//! Attributes: `#[allow(L0903)]` is the only one.

use crate::messages::names as messages;
use bringup_dsl::ast::Attributes;
use bringup_dsl::{Code, Diagnostics};

/// The lints that are allowed. Reports every other attribute, and names that are no lint.
pub(super) fn allowed_lints(attributes: &Attributes, diagnostics: &mut Diagnostics) -> Vec<Code> {
    let mut allowed = Vec::new();
    for attribute in &attributes.others {
        if attribute.name.name != "allow" {
            diagnostics.push(messages::unknown_attribute(&attribute.name));
            continue;
        }
        for lint in &attribute.arguments {
            match Code::from_name(&lint.name).filter(|code| code.is_lint()) {
                Some(code) => allowed.push(code),
                None => diagnostics.push(messages::unknown_lint(lint)),
            }
        }
    }
    allowed
}
