//! Each rule once, on one small board. The model test of the workspace plays them against each other.

mod board;
mod settling;

use super::*;
use crate::Busy;
use board::{APP, AUX, BUS, CAMERA, CORE, Hub, LOGGER, MEMORY, POWER, SENSOR, permit, tangle};
use core::pin::pin;
use core::task::{Context, Poll, Waker};

const MOST_HOLDS: u16 = 32_768;

fn failed(node: usize) -> AcquireError<usize, Busy> {
    AcquireError::Failed(BootError { node, attempt: 1, cause: Busy, rollback_failures: 0 })
}

#[test]
fn a_node_comes_up_after_what_it_needs_and_goes_down_before_it() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(SENSOR), Ok(()));
    assert_eq!(hub.log(), "+power +bus +aux +sensor");
    assert_eq!(hub.release(SENSOR), Ok(()));
    assert_eq!(hub.log(), "-sensor -aux -bus -power");
}

#[test]
fn a_second_hold_has_no_effect_on_hardware() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(BUS), Ok(()));
    assert_eq!(hub.log(), "+power +bus");
    assert_eq!(hub.acquire(BUS), Ok(()));
    assert_eq!(hub.acquire(POWER), Ok(()));
    assert_eq!((hub.log().as_str(), hub.holds(BUS), hub.holds(POWER)), ("", 2, 1));
    assert_eq!(hub.release(BUS), Ok(()));
    assert_eq!((hub.log().as_str(), hub.holds(BUS)), ("", 1));
    assert_eq!(hub.release(BUS), Ok(()));
    assert_eq!(hub.log(), "-bus", "the rail is held itself");
    assert_eq!(hub.release(POWER), Ok(()));
    assert_eq!(hub.log(), "-power");
    assert_eq!(hub.release(POWER), Err(ReleaseError::NotHeld(Root::Node(POWER))));
}

#[test]
fn a_thousand_holds_of_one_node_leave_nothing_behind() {
    let hub = Hub::new();
    for _ in 0..1_000 {
        assert_eq!(hub.acquire(LOGGER), Ok(()));
    }
    assert_eq!(hub.log(), "=memory +logger");
    for left in (0..1_000).rev() {
        assert!(hub.is_up(LOGGER));
        assert_eq!(hub.release(LOGGER), Ok(()));
        assert_eq!(hub.holds(LOGGER), left);
    }
    assert_eq!(hub.log(), "-logger =memory");
    for _ in 0..1_000 {
        assert_eq!(hub.acquire(LOGGER), Ok(()));
        assert_eq!(hub.release(LOGGER), Ok(()));
    }
    assert!(!hub.is_up(LOGGER) && !hub.is_up(MEMORY));
}

#[test]
fn holds_cannot_wrap() {
    let hub = Hub::new();
    for _ in 0..MOST_HOLDS {
        assert_eq!(hub.acquire(POWER), Ok(()));
    }
    assert_eq!(hub.acquire(POWER), Err(AcquireError::TooManyHolds));
    assert_eq!((hub.holds(POWER), hub.is_up(POWER)), (MOST_HOLDS, true));
    assert_eq!(hub.acquire(BUS), Ok(()), "others are not touched");
    for _ in 0..MOST_HOLDS {
        assert_eq!(hub.acquire(APP), Ok(()));
    }
    let all = hub.acquire_all(CORE..APP + 1);
    assert_eq!(all, Err(AcquireError::TooManyHolds));
    assert_eq!((hub.holds(CORE), hub.holds(APP)), (0, MOST_HOLDS), "all or nothing");
}

#[test]
fn levels_are_held_like_nodes() {
    let hub = Hub::new();
    assert_eq!(hub.acquire_all(CORE..APP + 1), Ok(()));
    assert_eq!(hub.log(), "+power +bus +aux +sensor");
    assert_eq!(hub.release(APP), Ok(()));
    assert_eq!(hub.log(), "-sensor -aux");
    assert_eq!(release(&hub, permit(), CORE..APP + 1), Ok(()), "one hold of each that has one");
    assert_eq!(hub.log(), "-bus -power");
    assert_eq!(release(&hub, permit(), CORE..APP + 1), Err(ReleaseError::NotHeld(Root::All)));
    assert_eq!(hub.release(APP), Err(ReleaseError::NotHeld(Root::Level(1))));
}

#[test]
fn a_failure_takes_down_what_the_call_brought_up_and_no_more() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(POWER), Ok(()));
    hub.log();
    hub.fails.set(Some(CAMERA));
    assert_eq!(hub.acquire(CAMERA), Err(failed(CAMERA)));
    assert_eq!(hub.log(), "+bus !camera -bus");
    assert_eq!((hub.holds(CAMERA), hub.holds(POWER)), (0, 1));
}

#[test]
fn a_failing_deinit_is_counted_and_stops_nothing() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(SENSOR), Ok(()));
    hub.fails.set(Some(AUX));
    assert_eq!(hub.release(SENSOR), Err(ReleaseError::Failures(1)));
    assert_eq!(hub.log(), "+power +bus +aux +sensor -sensor -aux -bus -power");
    assert_eq!(hub.holds(SENSOR), 0);
}

#[test]
fn a_level_comes_up_without_an_optional_node() {
    let hub = Hub::new();
    hub.fails.set(Some(SENSOR));
    assert_eq!(hub.acquire(APP), Ok(()));
    assert_eq!(hub.log(), "+power +bus +aux !sensor -aux", "nothing else needs its rail");
    assert_eq!(hub.failures.borrow()[SENSOR].map(|failure| failure.node), Some(SENSOR));
    assert_eq!((hub.is_up(SENSOR), hub.holds(APP)), (false, 1));

    hub.fails.set(Some(SENSOR));
    assert_eq!(hub.acquire(SENSOR), Err(failed(SENSOR)), "asked for by itself it is not optional");
    assert_eq!(hub.log(), "+aux !sensor -aux");
    assert_eq!(hub.acquire(SENSOR), Ok(()));
    assert_eq!(hub.failures.borrow()[SENSOR], None);
    assert_eq!(hub.release(SENSOR), Ok(()));
    assert_eq!(hub.log(), "+aux +sensor", "the level holds it");
}

#[test]
fn what_was_not_given_back_cannot_come_up_again() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(CAMERA), Ok(()));
    assert_eq!(hub.release(CAMERA), Ok(()));
    hub.log();
    assert_eq!(hub.acquire(CAMERA), Err(AcquireError::Spent(CAMERA)));
    assert_eq!(hub.log(), "");

    let hub = Hub::new();
    hub.fails.set(Some(CAMERA));
    assert_eq!(hub.acquire(CAMERA), Err(failed(CAMERA)));
    assert_eq!(hub.acquire(CAMERA), Err(AcquireError::Spent(CAMERA)));
}

#[test]
fn what_is_given_back_comes_up_again_unless_the_deinit_fails() {
    let hub = Hub::new();
    hub.fails.set(Some(LOGGER));
    assert_eq!(hub.acquire(LOGGER), Err(failed(LOGGER)));
    assert_eq!(hub.acquire(LOGGER), Ok(()));
    hub.fails.set(Some(LOGGER));
    assert_eq!(hub.release(LOGGER), Err(ReleaseError::Failures(1)));
    assert_eq!(hub.acquire(LOGGER), Err(AcquireError::Spent(LOGGER)));
}

#[test]
fn what_is_in_use_stays_up() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(BUS), Ok(()));
    hub.log();
    hub.busy.set(true);
    assert_eq!(hub.release(BUS), Err(ReleaseError::InUse(BUS)));
    assert_eq!(hub.suspend(POWER), Err(Refused::InUse(BUS)));
    assert_eq!(hub.acquire(CAMERA), Err(AcquireError::InUse(BUS)), "its init borrows the bus");
    assert_eq!((hub.log().as_str(), hub.holds(BUS)), ("", 1));
    hub.busy.set(false);
    assert_eq!(hub.acquire(CAMERA), Ok(()));
    hub.busy.set(true);
    assert_eq!(hub.release(CAMERA), Err(ReleaseError::InUse(BUS)), "and so does its deinit");
}

#[test]
fn what_is_checked_out_stays_up() {
    let hub = Hub::new();
    assert_eq!(check_out(&hub, permit(), SENSOR), Err(Refused::Down(SENSOR)));
    assert_eq!(hub.acquire(SENSOR), Ok(()));
    assert_eq!(check_out(&hub, permit(), SENSOR), Ok(()));
    assert_eq!(check_out(&hub, permit(), SENSOR), Err(Refused::InUse(SENSOR)));
    assert!(hub.is_up(SENSOR) && !is_here(&hub, permit(), SENSOR));
    assert_eq!(hub.release(SENSOR), Err(ReleaseError::InUse(SENSOR)));
    assert_eq!(hub.suspend(POWER), Err(Refused::InUse(SENSOR)));
    assert_eq!(hub.holds(SENSOR), 1);
    check_in(&hub, permit(), SENSOR);
    assert!(is_here(&hub, permit(), SENSOR));
    assert_eq!(hub.release(SENSOR), Ok(()));
}

#[test]
fn a_suspended_rail_takes_its_users_down_and_brings_them_back() {
    let hub = Hub::new();
    assert_eq!(hub.suspend(POWER), Err(Refused::Down(POWER)));
    assert_eq!(hub.acquire_all(CORE..APP + 1), Ok(()));
    hub.log();
    assert_eq!(hub.suspend(POWER), Ok(0));
    assert_eq!(hub.log(), "-sensor -bus -power", "`aux` does not need it");
    assert_eq!((hub.holds(CORE), hub.holds(APP)), (1, 1));
    assert_eq!(hub.acquire(BUS), Err(AcquireError::Down(POWER)));
    assert_eq!(hub.acquire(AUX), Ok(()));
    assert_eq!(hub.resume(POWER), Ok(()));
    assert_eq!(hub.log(), "+power +bus +sensor");
}

#[test]
fn what_is_released_while_it_is_suspended_stays_down() {
    let hub = Hub::new();
    assert_eq!(hub.acquire_all(CORE..APP + 1), Ok(()));
    assert_eq!(hub.suspend(POWER), Ok(0));
    hub.log();
    assert_eq!(hub.release(APP), Ok(()));
    assert_eq!(hub.log(), "-aux");
    assert_eq!(hub.resume(POWER), Ok(()));
    assert_eq!(hub.log(), "+power +bus");
}

#[test]
fn a_failed_resume_leaves_the_rail_suspended() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(BUS), Ok(()));
    assert_eq!(hub.suspend(POWER), Ok(0));
    hub.log();
    hub.fails.set(Some(BUS));
    assert_eq!(hub.resume(POWER), Err(failed(BUS)));
    assert_eq!(hub.log(), "+power !bus -power");
    assert_eq!(hub.acquire(BUS), Err(AcquireError::Down(POWER)));
    assert_eq!(hub.resume(POWER), Ok(()));
    assert_eq!(hub.log(), "+power +bus");
}

#[test]
fn a_resume_does_without_an_optional_node_unless_it_is_held_itself() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(APP), Ok(()));
    assert_eq!(hub.suspend(AUX), Ok(0));
    hub.log();
    hub.fails.set(Some(SENSOR));
    assert_eq!(hub.resume(AUX), Ok(()));
    assert_eq!(hub.log(), "+aux !sensor -aux");
    assert!(hub.failures.borrow()[SENSOR].is_some());
    assert_eq!(hub.resume(AUX), Ok(()), "what failed is not tried again");
    assert_eq!(hub.log(), "");

    assert_eq!(hub.acquire(SENSOR), Ok(()));
    assert_eq!(hub.suspend(AUX), Ok(0));
    hub.log();
    hub.fails.set(Some(SENSOR));
    assert_eq!(hub.resume(AUX), Err(failed(SENSOR)));
    assert_eq!(hub.log(), "+aux !sensor -aux");
    assert_eq!(hub.resume(AUX), Ok(()));
    assert_eq!(hub.log(), "+aux +sensor");
}

#[test]
fn what_came_up_for_an_optional_node_stays_if_it_is_held_itself() {
    let hub = Hub::new();
    assert_eq!((hub.acquire(APP), hub.acquire(AUX)), (Ok(()), Ok(())));
    assert_eq!(hub.suspend(AUX), Ok(0));
    hub.log();
    hub.fails.set(Some(SENSOR));
    assert_eq!(hub.resume(AUX), Ok(()));
    assert_eq!(hub.log(), "+aux !sensor");
}

#[test]
fn each_of_two_suspended_rails_is_waited_for() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(APP), Ok(()));
    assert_eq!((hub.suspend(AUX), hub.suspend(POWER)), (Ok(0), Ok(0)));
    assert_eq!(hub.log(), "+power +bus +aux +sensor -sensor -aux -bus -power");
    assert_eq!(hub.resume(AUX), Ok(()));
    assert_eq!(hub.log(), "+aux");
    assert_eq!(hub.resume(POWER), Ok(()));
    assert_eq!(hub.log(), "+power +bus +sensor");
}

#[test]
fn a_resume_brings_along_what_is_needed_but_not_what_failed() {
    let hub = Hub::tangle();
    assert_eq!(hub.acquire(tangle::MAIN), Ok(()));
    assert_eq!((hub.suspend(tangle::A), hub.suspend(tangle::B)), (Ok(0), Ok(0)));
    assert_eq!(hub.log(), "+a +x +b +y +z -z -y -x -a -b");
    hub.fails.set(Some(tangle::X));
    assert_eq!(hub.resume(tangle::A), Ok(()));
    assert_eq!(hub.log(), "+a !x -a", "`z` still waits for `b`");
    assert_eq!(hub.resume(tangle::B), Ok(()));
    assert_eq!(hub.log(), "+a +b +z");
}

#[test]
fn a_resume_tries_everything_to_switch_its_rail_on() {
    let hub = Hub::tangle();
    assert_eq!((hub.acquire(tangle::MAIN), hub.acquire(tangle::D)), (Ok(()), Ok(())));
    assert_eq!((hub.suspend(tangle::C), hub.release(tangle::D)), (Ok(0), Ok(())));
    assert_eq!(hub.log(), "+a +x +b +y +z =c +d -d -c");
    assert_eq!(hub.suspend(tangle::A), Ok(0));
    hub.fails.set(Some(tangle::X));
    assert_eq!(hub.resume(tangle::A), Ok(()));
    assert_eq!(hub.log(), "-z -y -x -a +a !x +z");
    hub.fails.set(Some(tangle::X));
    assert_eq!(hub.resume(tangle::C), Err(failed(tangle::X)), "it switches the rail");
    assert_eq!(hub.resume(tangle::C), Ok(()));
    assert_eq!(hub.log(), "!x +x +c =c");
}

#[test]
fn a_rail_that_stays_on_is_switched_on_when_what_switches_it_is_back() {
    let hub = Hub::tangle();
    assert_eq!((hub.acquire(tangle::MAIN), hub.acquire(tangle::D)), (Ok(()), Ok(())));
    assert_eq!((hub.suspend(tangle::A), hub.release(tangle::D)), (Ok(0), Ok(())));
    assert_eq!(hub.log(), "+a +x +b +y +z =c +d -d -c -z -y -x -a");
    hub.fails.set(Some(tangle::X));
    assert_eq!(hub.resume(tangle::A), Ok(()));
    assert_eq!(hub.log(), "+a !x +z", "without `x` nothing switches `c`");
    assert_eq!(hub.acquire(tangle::D), Ok(()));
    assert_eq!(hub.log(), "+x +c +d", "not `=c`: it was off");
}

#[test]
fn what_cannot_come_back_is_not_suspended() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(CAMERA), Ok(()));
    hub.log();
    assert_eq!(hub.suspend(POWER), Err(Refused::Spent(CAMERA)));
    assert_eq!((hub.log().as_str(), hub.is_up(CAMERA)), ("", true));

    let hub = Hub::new();
    assert_eq!(hub.acquire(LOGGER), Ok(()));
    hub.fails.set(Some(LOGGER));
    assert_eq!(hub.suspend(MEMORY), Ok(1), "its inputs are lost on the way");
    assert_eq!(hub.resume(MEMORY), Err(AcquireError::Spent(LOGGER)));
    assert_eq!(hub.release(LOGGER), Ok(()));
    assert_eq!(hub.resume(MEMORY), Ok(()));
}

#[test]
fn only_a_suspension_switches_a_rail_that_is_on_at_reset() {
    let hub = Hub::new();
    assert_eq!(hub.acquire(LOGGER), Ok(()));
    assert_eq!(hub.suspend(MEMORY), Ok(0));
    assert_eq!(hub.log(), "=memory +logger -logger -memory");
    assert_eq!(hub.resume(MEMORY), Ok(()));
    assert_eq!(hub.log(), "+memory +logger");
    assert_eq!(hub.suspend(MEMORY), Ok(0));
    assert_eq!(hub.release(LOGGER), Ok(()));
    hub.log();
    assert_eq!(hub.resume(MEMORY), Ok(()), "on again, although nobody uses it");
    assert_eq!(hub.log(), "+memory =memory");
    assert!(!hub.is_up(MEMORY));
}

/// An acquire whose future waits once in the init of `node`.
fn waits_in(hub: &Hub, root: usize, node: usize) -> impl Future<Output = Result<(), board::Error>> {
    let settle = async |_, rail| hub.settle(rail);
    acquire_async(hub, permit(), root..root + 1, settle, async move |_, starting, forced| {
        let mut ready = starting != node;
        core::future::poll_fn(|_| if core::mem::replace(&mut ready, true) { Poll::Ready(()) } else { Poll::Pending })
            .await;
        hub.up(starting, forced)
    })
}

#[test]
fn a_dropped_future_takes_down_what_it_brought_up() {
    let hub = Hub::new();
    let mut context = Context::from_waker(Waker::noop());
    {
        let mut acquire = pin!(waits_in(&hub, CAMERA, CAMERA));
        assert_eq!(acquire.as_mut().poll(&mut context), Poll::Pending);
    }
    assert_eq!(hub.log(), "+power +bus -bus -power");
    assert_eq!(hub.holds(CAMERA), 0);
    assert_eq!(hub.acquire(CAMERA), Err(AcquireError::Spent(CAMERA)), "its input was dropped as well");

    let mut acquire = pin!(waits_in(&hub, BUS, BUS));
    assert_eq!(acquire.as_mut().poll(&mut context), Poll::Pending);
    assert_eq!(acquire.as_mut().poll(&mut context), Poll::Ready(Ok(())));
    assert_eq!(hub.log(), "+power +bus");
}

#[test]
fn a_forgotten_future_leaves_its_node_alone() {
    let hub = Hub::new();
    // It lives on, so that nothing leaks, and nobody asks it again.
    let mut acquire = pin!(waits_in(&hub, BUS, BUS));
    assert_eq!(acquire.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending);
    assert_eq!((hub.log().as_str(), hub.is_up(BUS), hub.holds(BUS)), ("+power", false, 0));
    assert_eq!(hub.acquire(SENSOR), Err(AcquireError::InUse(BUS)));
    assert_eq!(hub.acquire(LOGGER), Ok(()), "the rest goes on");
    assert_eq!(hub.release(LOGGER), Ok(()));
    assert_eq!(hub.log(), "=memory +logger -logger =memory -power", "nobody holds the rail");
}

#[test]
fn straight_line_code_hands_over_what_it_brought_up() {
    let hub = Hub::new();
    adopt(&hub, permit(), CORE..APP, u32::of(POWER).or(u32::of(BUS)), 0);
    assert!(hub.is_up(POWER) && hub.is_up(BUS) && !hub.is_up(SENSOR));
    assert_eq!((hub.holds(CORE), hub.holds(APP)), (1, 0));
    assert_eq!(hub.acquire(APP), Ok(()));
    assert_eq!(hub.log(), "+aux +sensor");

    let hub = Hub::new();
    adopt(&hub, permit(), CORE..APP + 1, u32::of(POWER).or(u32::of(BUS)), 0);
    assert_eq!((hub.is_up(BUS), hub.is_up(AUX), hub.is_up(SENSOR)), (true, false, false), "the sensor failed");
    assert_eq!(release(&hub, permit(), CORE..APP + 1), Ok(()));
    assert_eq!(hub.log(), "-bus -power");
}
