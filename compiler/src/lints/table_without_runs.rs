//! L0913: `codegen = table` where there is nothing for a table: not two steps in a row, nor enough for run-time control.

use super::Finding;
use crate::messages::lints as messages;
use crate::model::Form;
use crate::plan::Plan;
use crate::runs::Stretch;

pub(super) fn lint<'a>(plan: &'a Plan, found: &mut Vec<Finding<'a>>) {
    let board = &plan.model.board;
    let Some(codegen) = board.codegen.as_ref().filter(|codegen| codegen.form == Form::Table) else { return };
    if plan.runs.pay_at_run_time() {
        return;
    }
    let none = |ops| plan.runs.stretches(ops).iter().all(|stretch| matches!(stretch, Stretch::Op(_)));
    if none(&plan.schedule.all) && plan.schedule.levels.iter().all(|ops| none(ops)) {
        let diagnostic = messages::table_without_runs(codegen.span, board.concurrent);
        found.push(Finding { allowed: &codegen.allows, diagnostic });
    }
}
