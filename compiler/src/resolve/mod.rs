//! Statements to [`Model`]: applies overlays and deletions, looks every name up, reads every value.

mod attributes;
mod defaults;
mod device;
mod drafts;
mod entries;
mod expr;
mod names;
mod rail;
mod settings;
mod supply;
mod values;

pub(crate) use device::DEVICE_PROPERTIES;

use crate::include::Statements;
use crate::model::{At, Board, Device, Input, Level, LevelId, Model, Named, Node, NodeId, NodeKind};
use bringup_dsl::Diagnostics;
use bringup_dsl::ast::{Header, HeaderKind};
use defaults::Defaults;
use drafts::{Draft, DraftKind, Drafts, Live};
use names::{Kind, Names};
use settings::Settings;

/// The board that the statements describe, or `None` if it has no name.
///
/// What cannot be resolved is reported and left out, so that everything else can still be checked.
pub(crate) fn resolve(mut statements: Statements, diagnostics: &mut Diagnostics) -> Option<Model> {
    let header = statements.header.take();
    let lost = std::mem::take(&mut statements.lost);
    let live = Drafts::collect(statements.items, &lost, diagnostics).live();
    let Live { drafts, duplicates, settings, labels, deleted } = live;

    let levels = levels(&settings);
    let mut names = Names::new(labels, deleted, lost);
    for level in &levels {
        names.add_level(&level.name);
    }
    for input in &settings.inputs {
        names.add_input(&input.name);
    }
    for draft in &drafts {
        let (rail, has_handle) = match &draft.kind {
            DraftKind::Rail => (true, false),
            DraftKind::Device { ty, .. } => (false, ty.is_some()),
        };
        names.add_node(Kind { rail, has_handle, declared: draft.label.span });
    }

    let nodes = nodes(drafts, &settings, &names, diagnostics);
    for duplicate in duplicates {
        // Only for what is wrong inside it: a label stands for what has it first.
        node(duplicate, &[], None, &names, diagnostics);
    }
    let board = board(header?, &settings)?;
    let inputs = settings.inputs.into_iter().map(|input| Input {
        name: input.name,
        ty: input.ty,
        docs: input.docs,
        allows: input.allows,
    });
    Some(Model { board, levels, inputs: inputs.collect(), nodes })
}

/// The levels as declared, or the one level `main`.
fn levels(settings: &Settings) -> Vec<Level> {
    if settings.levels.is_empty() {
        return vec![Named { name: "main".into(), span: Default::default() }];
    }
    settings.levels.clone()
}

fn board(header: Header, settings: &Settings) -> Option<Board> {
    let HeaderKind::Board { visibility } = header.kind else { return None };
    Some(Board {
        name: header.name,
        visibility,
        docs: header.attributes.docs,
        error: settings.error.clone(),
        clock: settings.clock.clone(),
        krate: settings.krate.clone(),
        atomic: settings.atomic,
        concurrent: settings.concurrent,
        boot_budget: settings.boot_budget,
        codegen: settings.codegen.clone(),
        unsupported: settings.unsupported.clone(),
    })
}

fn nodes(drafts: Vec<Draft>, settings: &Settings, names: &Names, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let defaults = defaults::resolve(settings, names, diagnostics);
    let mut nodes: Vec<Node> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let defaults = defaults.get(&draft.file);
        let node = node(draft, &nodes, defaults, names, diagnostics);
        nodes.push(node);
    }
    nodes
}

/// The node of a draft. `before` are the nodes declared before it, among them the one around it.
fn node(
    draft: Draft,
    before: &[Node],
    defaults: Option<&Defaults>,
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> Node {
    let label = draft.label;
    let kind = match draft.kind {
        DraftKind::Rail => NodeKind::Rail(Box::new(rail::resolve(draft.entries, names, diagnostics))),
        DraftKind::Device { ty, address, parent } => {
            let parent = parent.map(|parent| NodeId(parent as u32));
            let around = parent.and_then(|parent| before.get(parent.0 as usize)?.device());
            let first = At { value: LevelId(0), span: label.span };
            let level = around.map_or(first, |device| At { span: label.span, ..device.level });
            let mut device = device::empty(ty, device::address(address, diagnostics), level);
            inherit(&mut device, parent, around, defaults);
            device::fill(&mut device, draft.entries, names, diagnostics);
            NodeKind::Device(Box::new(device))
        }
    };
    Node { label, docs: draft.docs, allows: draft.allows, kind }
}

/// What a device has before its own entries are read.
fn inherit(device: &mut Device, parent: Option<NodeId>, around: Option<&Device>, defaults: Option<&Defaults>) {
    device.parent = parent;
    device.disabled = around.and_then(|around| around.disabled);
    device.level_known = around.is_none_or(|around| around.level_known);
    if let Some(defaults) = defaults {
        device.level_known = defaults.level_known && (device.level_known || defaults.level.is_some());
        device.level = defaults.level.unwrap_or(device.level);
        device.priority = defaults.priority.unwrap_or(device.priority);
    }
}
