//! Where lines meet the boxes of devices.

use super::plane::Plane;

pub(crate) struct Ports {
    /// By pair, where it comes in, and by net, where it goes out.
    pub(crate) ins: Vec<f64>,
    pub(crate) outs: Vec<f64>,
}

impl Ports {
    pub(crate) fn new(plane: &Plane) -> Ports {
        let scene = plane.scene;
        let mut ins = vec![0.0; scene.pairs.len()];
        let mut outs = vec![0.0; plane.layout.nets.len()];
        let mut of_user: Vec<Vec<usize>> = vec![Vec::new(); scene.nodes.len()];
        for (at, pair) in scene.pairs.iter().enumerate() {
            of_user[pair.from.0 as usize].push(at);
        }
        for pairs in of_user {
            let Some(id) = pairs.first().map(|pair| scene.pairs[*pair].from) else { continue };
            let (height, middle) = (plane.cards[id.0 as usize].height, plane.middle(id));
            let (mut supplies, mut others): (Vec<usize>, Vec<usize>) =
                pairs.into_iter().partition(|pair| scene.is_rail(scene.pairs[*pair].to));
            // Supplies come in beside the line of text that names them.
            let supplied = plane.cards[id.0 as usize].lines.iter().any(|(class, _)| *class == "supply");
            supplies.sort_by(|a, b| {
                let row = |pair: &usize| plane.middle(scene.pairs[*pair].to);
                row(a).total_cmp(&row(b))
            });
            let bottom = middle + height / 2.0;
            let room =
                if supplied { 16.0_f64.max(4.0 * supplies.len() as f64).min(height / 2.0) } else { height / 3.0 };
            spread(&mut ins, &supplies, bottom - room, bottom - 3.0);
            let start = |pair: &usize| plane.middle(scene.pairs[*pair].to);
            others.sort_by(|a, b| start(a).total_cmp(&start(b)).then(a.cmp(b)));
            let lowest = if supplies.is_empty() { bottom - 5.0 } else { bottom - room - 2.0 };
            spread(&mut ins, &others, middle - height / 2.0 + 5.0, lowest);
        }
        let mut of_source: Vec<Vec<usize>> = vec![Vec::new(); scene.nodes.len()];
        for (at, net) in plane.layout.nets.iter().enumerate() {
            of_source[net.source.0 as usize].push(at);
        }
        for nets in of_source {
            let Some(id) = nets.first().map(|net| plane.layout.nets[*net].source) else { continue };
            let (height, middle) = (plane.cards[id.0 as usize].height, plane.middle(id));
            spread(&mut outs, &nets, middle - height / 2.0 + 5.0, middle + height / 2.0 - 5.0);
        }
        Ports { ins, outs }
    }
}

/// Evenly between two heights, and close together if there are few.
fn spread(places: &mut [f64], which: &[usize], top: f64, bottom: f64) {
    let count = which.len() as f64;
    let step = ((bottom - top) / count).min(9.0);
    let first = (top + bottom) / 2.0 - step * (count - 1.0) / 2.0;
    for (at, place) in which.iter().enumerate() {
        places[*place] = first + step * at as f64;
    }
}
