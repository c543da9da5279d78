//! Devices and rails, each by itself.

use super::{Parts, Raw, Supply, Times};
use proptest::prelude::*;

/// A rail with a chance of `rails`, else a device, and `optional` with that chance. So many of the rails have to settle.
pub(crate) fn raw(rails: f64, optional: f64, settling: f64) -> impl Strategy<Value = Raw> {
    let edges = prop::collection::vec((any::<u8>().no_shrink(), any::<u8>()), 0..6);
    let flags = (prop::bool::weighted(rails), prop::bool::weighted(0.2), prop::bool::weighted(optional));
    let rare = (prop::bool::weighted(0.03), prop::bool::weighted(0.15));
    let place = (any::<u8>().no_shrink(), 0..4usize, 0..4u16, any::<u16>());
    (place, flags, rare, (edges, parts(), supply(), times(settling))).prop_map(
        |((key, level, priority, rank), (rail, deferred, optional), (disabled, own_level), what)| {
            let (edges, parts, supply, times) = what;
            let (deferred, disabled) = (deferred && !rail, disabled && !rail);
            // What has a level of its own is required.
            let own_level = own_level && rail && !optional;
            Raw {
                key,
                rail,
                level,
                own_level,
                priority,
                deferred,
                optional,
                disabled,
                rank,
                edges,
                parts,
                supply,
                times,
            }
        },
    )
}

fn parts() -> impl Strategy<Value = Parts> {
    let often = || prop::bool::weighted(0.8);
    let claims = prop_oneof![3 => Just(0usize), 2 => Just(1), 1 => Just(2)];
    // All of them more often than a part.
    let some = || prop_oneof![2 => Just(3u8), 1 => 0..3u8];
    (often(), prop::bool::weighted(0.9), often(), prop::bool::weighted(0.1), claims, some(), some()).prop_map(
        |(typed, init, deinit, irq, claims, gives_back, returns)| Parts {
            typed: typed && init,
            init,
            deinit: deinit && init,
            irq: irq && typed && init,
            claims: if init { claims } else { 0 },
            gives_back,
            returns,
        },
    )
}

fn supply() -> impl Strategy<Value = Supply> {
    prop_oneof![
        6 => Just(Supply::Switched),
        1 => Just(Supply::OnlyOn),
        3 => Just(Supply::BootOn),
        1 => Just(Supply::BootOnFixed),
        1 => Just(Supply::AlwaysOn),
    ]
}

fn times(settling: f64) -> impl Strategy<Value = Times> {
    // Often the same, and at times too short to count by itself.
    let some = || prop_oneof![1 => Just(0u32), 1 => 1..100u32, 6 => (1..40u32).prop_map(|steps| steps * 50), 1 => Just(20_000)];
    let maybe = || prop::option::of(some());
    let settles = prop::bool::weighted(settling);
    (maybe(), maybe(), maybe(), prop::option::weighted(0.3, some()), settles).prop_map(
        |(takes, ramp, good_after, patience, settles)| match settles {
            true => Times { takes, ramp, good_after, patience },
            false => Times { takes, ..Times::default() },
        },
    )
}
