//! The order of a board in which nothing has to settle, written as LANGUAGE says it and nothing else.

use crate::random::Vertex;

/// What comes up, one after the other.
pub(crate) struct Reference {
    /// Everything that is built.
    pub(crate) order: Vec<usize>,
    /// Of that, what boots.
    pub(crate) steps: Vec<usize>,
    /// By vertex, the level and the priority with which it has its turn. A rail with a level of its own comes after all
    /// priorities.
    pub(crate) turns: Vec<(usize, u32)>,
    /// By vertex, what a boot can do without.
    pub(crate) tolerated: Vec<bool>,
}

/// Whether a boot brings it up on its own account.
fn asked_for(vertex: &Vertex) -> bool {
    let raw = &vertex.raw;
    if raw.rail { raw.own_level } else { !raw.deferred && !raw.disabled }
}

impl Reference {
    /// Of every node that is built, what boots first.
    pub(crate) fn new(vertices: &[Vertex]) -> Reference {
        let built: Vec<usize> = (0..vertices.len()).filter(|at| !vertices[*at].raw.disabled).collect();
        let of = |roots: &dyn Fn(&Vertex) -> bool| {
            let mut held = vec![false; vertices.len()];
            built.iter().filter(|at| roots(&vertices[**at])).for_each(|root| hold(vertices, *root, &mut held));
            held
        };
        let boots = of(&asked_for);
        let required = of(&|vertex| asked_for(vertex) && !vertex.raw.optional);
        let mut roots = built;
        roots.sort_by_key(|at| {
            let raw = &vertices[*at].raw;
            let first = boots[*at] && (!raw.rail || raw.own_level);
            (!first, raw.rail && !raw.own_level, turn(&vertices[*at]), *at)
        });
        let mut order = Vec::new();
        let mut turns = vec![(0, 0); vertices.len()];
        for root in roots {
            let before = order.len();
            bring_up(vertices, root, &mut order);
            order[before..].iter().for_each(|at: &usize| turns[*at] = turn(&vertices[root]));
        }
        let steps = order.iter().copied().filter(|at| boots[*at]).collect();
        let tolerated = boots.iter().zip(required).map(|(boots, required)| *boots && !required).collect();
        Reference { order, steps, turns, tolerated }
    }
}

/// One more than the greatest priority.
const AFTER_ALL: u32 = 65_536;

fn turn(vertex: &Vertex) -> (usize, u32) {
    let raw = &vertex.raw;
    match (raw.rail, raw.own_level) {
        (false, _) => (raw.level, raw.priority.into()),
        (true, true) => (raw.level, AFTER_ALL),
        (true, false) => (0, AFTER_ALL),
    }
}

fn hold(vertices: &[Vertex], at: usize, held: &mut Vec<bool>) {
    if !std::mem::replace(&mut held[at], true) {
        vertices[at].holds().for_each(|to| hold(vertices, to, held));
    }
}

/// After what it needs: nodes in the order of their own turns, then rails.
fn bring_up(vertices: &[Vertex], at: usize, order: &mut Vec<usize>) {
    if order.contains(&at) {
        return;
    }
    let mut needs: Vec<usize> = vertices[at].edges.iter().map(|(to, _)| *to).collect();
    needs.sort_by_key(|at| {
        let raw = &vertices[*at].raw;
        if raw.rail { (1, (0, 0), *at) } else { (0, turn(&vertices[*at]), *at) }
    });
    needs.iter().for_each(|to| bring_up(vertices, *to, order));
    order.push(at);
}
