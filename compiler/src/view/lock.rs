//! The order as text that is kept beside the board, and reviewed when it changes.

use crate::model::NodeId;
use crate::plan::Plan;
use std::fmt::Write;

/// What comes up in which level, a line each, and then what does not boot. No numbers and no columns: a node that moves
/// changes its own line and no other.
pub fn lock(plan: &Plan) -> String {
    let model = &plan.model;
    let name = |id: NodeId| {
        let rail = if model.node(id).rail().is_some() { "rail " } else { "" };
        format!("{rail}{}", model.label(id))
    };
    // Writing into a String cannot fail.
    let mut text =
        format!("# The order in which `{}` boots, written by `bringup order --lock`.\n", model.board.name.name);
    let mut boots = vec![false; model.nodes.len()];
    for of_level in plan.steps.chunk_by(|a, b| a.level == b.level) {
        let _ = writeln!(text, "\n[{}]", model.level(of_level[0].level).name);
        for step in of_level {
            boots[step.node.0 as usize] = true;
            let _ = writeln!(text, "{}", name(step.node));
        }
    }
    let rest: Vec<NodeId> = model.ids().filter(|id| !boots[id.0 as usize]).collect();
    if !rest.is_empty() {
        let _ = writeln!(text, "\n# not at boot");
    }
    for id in rest {
        let disabled = if model.node(id).disabled().is_some() { ", disabled" } else { "" };
        let _ = writeln!(text, "{}{disabled}", name(id));
    }
    text
}
