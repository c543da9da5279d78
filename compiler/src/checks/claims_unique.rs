//! Afterwards every input, or every field of it, is moved by one expression at most, and only by an `init`.

use crate::messages::claims as messages;
use crate::model::{Claim, Expr, InputId, Model};
use bringup_dsl::Diagnostics;
use rustc_hash::FxHashMap;

pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    let mut owners = Owners::default();
    for node in model.nodes.iter().filter(|node| node.disabled().is_none()) {
        let label = node.label.name.as_str();
        if let Some(device) = node.device() {
            for claim in device.init.iter().flat_map(Expr::claims) {
                if let Some((owner, first)) = owners.add(label, claim) {
                    let (part, what) = (model.claim_name(first), model.claim_name(claim));
                    let (first, second) = ((owner, &*part, first.span), (label, &*what, claim.span));
                    diagnostics.push(messages::claimed_twice(first, second));
                }
            }
            refuse(model, "deinit", device.deinit.as_ref().map(|deinit| &deinit.expr), diagnostics);
        }
        if let Some(rail) = node.rail() {
            refuse(model, "enable", rail.enable.as_ref(), diagnostics);
            refuse(model, "disable", rail.disable.as_ref(), diagnostics);
        }
    }
}

fn refuse(model: &Model, property: &str, expr: Option<&Expr>, diagnostics: &mut Diagnostics) {
    for claim in expr.into_iter().flat_map(Expr::claims) {
        diagnostics.push(messages::claim_in_repeated(&model.claim_name(claim), property, claim.span));
    }
}

/// Who claimed what first.
#[derive(Default)]
struct Owners<'a> {
    whole: FxHashMap<InputId, (&'a str, &'a Claim)>,
    any_field: FxHashMap<InputId, (&'a str, &'a Claim)>,
    fields: FxHashMap<(InputId, &'a str), (&'a str, &'a Claim)>,
}

impl<'a> Owners<'a> {
    /// Returns the earlier owner, and claim, of the same thing, of a part of it, or of all of it.
    fn add(&mut self, owner: &'a str, claim: &'a Claim) -> Option<(&'a str, &'a Claim)> {
        let now = (owner, claim);
        let earlier = self.whole.get(&claim.input).copied();
        match &claim.field {
            Some(field) => {
                self.any_field.entry(claim.input).or_insert(now);
                let key = (claim.input, field.name.as_str());
                let same = self.fields.get(&key).copied();
                self.fields.entry(key).or_insert(now);
                earlier.or(same)
            }
            None => {
                self.whole.entry(claim.input).or_insert(now);
                earlier.or(self.any_field.get(&claim.input).copied())
            }
        }
    }
}
