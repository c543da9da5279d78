//! For Mermaid, which lays it out itself.

use super::kinds::{look, meaning, occurring};
use super::scene::{Item, Kind, Scene};
use bringup_compiler::graph::EdgeKind;
use bringup_compiler::model::NodeId;
use std::fmt::Write;

const CLASSES: &str = "  classDef rail stroke:#9a6700,stroke-width:2px
  classDef group stroke:#8c959f
  classDef absent stroke-dasharray:5 3,color:#59636e
  classDef cycle stroke:#cf222e,stroke-width:3px
  classDef key fill:none,stroke:none
";

/// Subgraphs for the levels, and one for the rails. Writing into a String cannot fail.
pub(crate) fn mermaid(scene: &Scene) -> String {
    let mut text = format!("---\ntitle: \"{}\"\n---\nflowchart LR\n", scene.board);
    let order = scene.in_order();
    let mut group = |name: &str, label: &str, holds: &dyn Fn(&Item) -> bool| {
        let ids: Vec<NodeId> = order.iter().copied().filter(|id| holds(scene.node(*id))).collect();
        // Mermaid draws nothing around nothing.
        if !ids.is_empty() {
            let _ = writeln!(text, "  subgraph {name} [\"{}\"]", escaped(label));
            ids.into_iter().for_each(|id| node(scene, id, &mut text));
            text.push_str("  end\n");
        }
    };
    group("rails", "rails", &|node| node.kind == Kind::Rail);
    for (level, name) in scene.levels.iter().enumerate() {
        group(&format!("level{level}"), name, &|node| node.kind != Kind::Rail && node.drawn_level == level);
    }
    let mut looks: Vec<(EdgeKind, bool)> = Vec::new();
    for pair in &scene.pairs {
        let _ = writeln!(text, "  n{} {} n{}", pair.to.0, look(pair.kind).arrow, pair.from.0);
        looks.push((pair.kind, pair.in_cycle));
    }
    legend(scene, &mut text, &mut looks);
    styles(&looks, &mut text);
    if scene.nodes.is_empty() {
        text.push_str("  none[\"no nodes\"]\n");
    }
    text.push_str(CLASSES);
    text
}

fn node(scene: &Scene, id: NodeId, text: &mut String) {
    let node = scene.node(id);
    let mut lines = vec![
        node.position.map_or(escaped(node.label), |position| format!("{position}&nbsp; {}", escaped(node.label))),
    ];
    lines.extend(node.ty.as_deref().map(escaped));
    lines.extend(node.voltage.as_deref().map(escaped));
    lines.extend(Some(node.remarks().join(", ")).filter(|remarks| !remarks.is_empty()));
    let (open, close) = if node.kind == Kind::Rail { ("([", "])") } else { ("[", "]") };
    let class = match node.kind {
        _ if node.in_cycle => ":::cycle",
        _ if node.is_absent() => ":::absent",
        Kind::Rail => ":::rail",
        Kind::Group => ":::group",
        Kind::Device => "",
    };
    let _ = writeln!(text, "    n{}{open}\"{}\"{close}{class}", id.0, lines.join("<br/>"));
}

fn legend(scene: &Scene, text: &mut String, looks: &mut Vec<(EdgeKind, bool)>) {
    let kinds = occurring(scene);
    if kinds.is_empty() {
        return;
    }
    text.push_str("  subgraph legend [\"from what is needed to what needs it\"]\n    direction LR\n");
    for (at, kind) in kinds.into_iter().enumerate() {
        let (arrow, meaning) = (look(kind).arrow, escaped(meaning(kind)));
        let _ = writeln!(text, "    k{at}[\" \"]:::key {arrow} t{at}[\"{meaning}\"]:::key");
        looks.push((kind, false));
    }
    text.push_str("  end\n");
}

/// One line for all edges that look alike; edges have numbers in the order in which they are written.
fn styles(looks: &[(EdgeKind, bool)], text: &mut String) {
    let mut known: Vec<(EdgeKind, bool)> = Vec::new();
    for look in looks {
        if !known.contains(look) {
            known.push(*look);
        }
    }
    for (kind, in_cycle) in known {
        let alike = looks.iter().enumerate().filter(|(_, look)| **look == (kind, in_cycle));
        let numbers: Vec<String> = alike.map(|(at, _)| at.to_string()).collect();
        let look = look(kind);
        let (colour, width) = look.stroke(in_cycle);
        let dashes = if look.dashes == "0" { String::new() } else { format!(",stroke-dasharray:{}", look.dashes) };
        let _ = writeln!(text, "  linkStyle {} stroke:{colour},stroke-width:{width}px{dashes}", numbers.join(","));
    }
}

/// With codes for what Mermaid or HTML would take for its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | '_' | ',' | '.' | ':' | '-' => escaped.push(letter),
            // Mermaid would make a new line of a backslash and an `n`, however they are written: nothing is put between.
            '\\' => escaped.push_str("#92;#8203;"),
            other => {
                let _ = write!(escaped, "#{};", u32::from(other));
            }
        }
    }
    escaped
}
