//! The boot in C.
use super::{Node, each};

pub(super) fn board(board: &[Node]) -> String {
    let drivers = each(board, |node| format!("uint8_t {0}_init(void);\nvoid {0}_deinit(void);\n", node.name()));
    let steps = each(board, |node| {
        let wait = if node.waits { "    delay_us(5000);\n" } else { "" };
        let label = node.number.checked_sub(1).map_or("none".to_string(), |below| format!("n{below}"));
        format!("{wait}    TRY({}, {}_init, {label});\n", node.number, node.name())
    });
    let last = board.len().saturating_sub(1);
    let undo: String =
        board[..last].iter().rev().map(|node| format!("{0}:\n    {0}_deinit();\n", node.name())).collect();
    format!(
        "#include <stdint.h>\n\nstruct failure {{\n    uint8_t node;\n    uint8_t cause;\n}};\n\n{drivers}\
         void delay_us(uint32_t us);\n\n#define TRY(number, init, label) \\\n    do {{ \\\n        \
         failure.cause = init(); \\\n        if (failure.cause) {{ \\\n            failure.node = number; \\\n            \
         goto label; \\\n        }} \\\n    }} while (0)\n\nstruct failure init_all(void)\n{{\n    \
         struct failure failure;\n\n{steps}    return failure;\n\n{undo}none:\n    return failure;\n}}\n"
    )
}
