//! For Graphviz, which lays it out itself.

use super::kinds::{RED, look, meaning, occurring};
use super::scene::{Item, Kind, Scene};
use bringup_compiler::model::NodeId;
use std::fmt::Write;

const HEAD: &str = "  rankdir=LR; ranksep=0.7; nodesep=0.2; compound=true;
  graph [fontname=\"monospace\", fontsize=12, labeljust=l, color=\"#8c959f\"];
  node [fontname=\"monospace\", fontsize=10, shape=box, style=\"rounded\", color=\"#59636e\"];
  edge [fontname=\"monospace\", fontsize=9, arrowsize=0.7];
";

/// Clusters for the levels, and one for the rails. Writing into a String cannot fail.
pub(crate) fn dot(scene: &Scene) -> String {
    let mut text = format!("digraph {} {{\n  label={};\n{HEAD}", quoted(scene.board), quoted(&title(scene)));
    let order = scene.in_order();
    let mut cluster = |name: &str, label: &str, more: &str, holds: &dyn Fn(&Item) -> bool| {
        let ids: Vec<NodeId> = order.iter().copied().filter(|id| holds(scene.node(*id))).collect();
        let _ = writeln!(text, "  subgraph cluster_{name} {{\n    label={};{more}", quoted(label));
        for id in ids {
            let _ = writeln!(text, "    n{} [{}];", id.0, node(scene, id));
        }
        text.push_str("  }\n");
    };
    if scene.nodes.iter().any(|node| node.kind == Kind::Rail) {
        cluster("rails", "rails", " style=rounded;", &|node| node.kind == Kind::Rail);
    }
    for (level, name) in scene.levels.iter().enumerate() {
        cluster(&format!("level{level}"), name, "", &|node| node.kind != Kind::Rail && node.drawn_level == level);
    }
    for pair in &scene.pairs {
        let look = look(pair.kind);
        let (colour, width) = look.stroke(pair.in_cycle);
        let said: Vec<&str> = pair.edges.iter().map(|edge| scene.edges[*edge].text.as_str()).collect();
        let _ = writeln!(
            text,
            "  n{} -> n{} [color=\"{colour}\", penwidth={width}, style={}, arrowhead={}, tooltip={}];",
            pair.to.0,
            pair.from.0,
            look.style,
            look.head,
            quoted(&said.join("\n"))
        );
    }
    legend(scene, &mut text);
    text.push_str("}\n");
    text
}

fn title(scene: &Scene) -> String {
    let order =
        if scene.booting.is_some() { "numbers are positions in the boot" } else { "it has errors, and so no order" };
    format!("{}: {order}", scene.board)
}

fn node(scene: &Scene, id: NodeId) -> String {
    let node = scene.node(id);
    let mut lines =
        vec![node.position.map_or(node.label.to_owned(), |position| format!("{position}  {}", node.label))];
    lines.extend(node.ty.clone());
    lines.extend(node.voltage.clone());
    lines.extend(Some(node.remarks().join(", ")).filter(|remarks| !remarks.is_empty()));
    let mut attributes = format!("label={}", quoted(&lines.join("\n")));
    let absent = node.is_absent();
    let style = if absent { "rounded,dashed" } else { "rounded" };
    let colour = match node.kind {
        _ if node.in_cycle => Some(RED),
        Kind::Rail => Some("#9a6700"),
        Kind::Group => Some("#8c959f"),
        Kind::Device => None,
    };
    let _ = write!(attributes, ", style=\"{style}\"");
    if let Some(colour) = colour {
        let _ = write!(attributes, ", color=\"{colour}\"");
    }
    if absent {
        attributes.push_str(", fontcolor=\"#59636e\"");
    }
    attributes
}

fn legend(scene: &Scene, text: &mut String) {
    let kinds = occurring(scene);
    if kinds.is_empty() {
        return;
    }
    text.push_str("  subgraph cluster_legend {\n    label=\"from what is needed to what needs it\"; style=dotted;\n");
    for (at, kind) in kinds.into_iter().enumerate() {
        let look = look(kind);
        let _ = writeln!(
            text,
            "    k{at} [shape=point]; t{at} [shape=plaintext, style=\"\", height=0.1, label={}];\n    k{at} -> t{at} [color=\"{}\", penwidth={}, \
             style={}, arrowhead={}];",
            quoted(meaning(kind)),
            look.colour,
            look.width,
            look.style,
            look.head
        );
    }
    text.push_str("  }\n");
}

/// A string of Graphviz in which every character stands for itself.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('&', "&amp;"))
}
