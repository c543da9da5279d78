//! Afterwards an `init (…) = EXPR?;` can fail in one way only: by the `?` that ends it, with the claims beside the error.

use crate::messages::claims as messages;
use crate::model::{Model, PartKind};
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::MarkKind;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    for node in &model.nodes {
        let Some(device) = node.device().filter(|device| device.returned.is_some()) else { continue };
        let Some(init) = &device.init else { continue };
        let trailing = init.parts.iter().find(|part| matches!(part.kind, PartKind::TrailingQuestion));
        let trailing = trailing.map(|part| part.span);
        let questions = init.rust.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Question));
        let inner: Vec<_> = questions.map(|mark| mark.span).filter(|span| Some(*span) != trailing).collect();
        if trailing.is_none() || !inner.is_empty() {
            diagnostics.push(messages::loses_claims(&node.label.name, init.rust.span, trailing, &inner));
        }
    }
}
