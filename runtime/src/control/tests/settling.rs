//! Rails that settle.

use super::board::rails::{ADC, AUX, CORE, GPS, IMU, IO, KEEP, MAIN};
use super::board::{self, Hub, permit};
use super::failed;
use crate::control::{AcquireError, Attempt, acquire_async, resume_async};
use crate::{BootError, Busy};
use core::future::poll_fn;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

#[test]
fn rails_rise_together_and_each_settles_before_its_first_user() {
    let hub = Hub::rails();
    assert_eq!(hub.acquire(MAIN), Ok(()));
    assert_eq!(hub.log(), "+core ~core +io +aux ~io +imu +adc ~aux +gps", "adc waits for nothing once more");
    assert_eq!(hub.acquire(ADC), Ok(()));
    assert_eq!(hub.log(), "");
}

#[test]
fn a_rail_that_others_come_after_settles_before_anything_starts() {
    let hub = Hub::rails();
    assert_eq!(hub.acquire(AUX), Ok(()));
    assert_eq!(hub.acquire(ADC), Ok(()));
    assert_eq!(hub.log(), "+aux ~aux +core ~core +io ~io +adc");
    assert_eq!(hub.acquire_all(CORE..KEEP), Ok(()));
    assert_eq!(hub.log(), "+imu +gps", "all of them are settled");
}

#[test]
fn a_rail_has_settled_when_the_call_is_over() {
    let hub = Hub::rails();
    assert_eq!(hub.acquire(IO), Ok(()));
    assert_eq!(hub.log(), "+core ~core +io ~io");
    assert_eq!(hub.release(IO), Ok(()));
    assert_eq!(hub.acquire(IO), Ok(()));
    assert_eq!(hub.log(), "-io -core +core ~core +io ~io", "and each time anew");
}

#[test]
fn a_rail_that_does_not_settle_goes_down_in_its_turn() {
    let hub = Hub::rails();
    hub.unsettled.set(Some(IO));
    assert_eq!(hub.acquire(MAIN), Err(failed(IO)));
    assert_eq!(hub.log(), "+core ~core +io +aux ?io -aux -io -core");
    assert!((CORE..=KEEP).all(|node| !hub.is_up(node)));
    assert_eq!(hub.acquire(IMU), Ok(()));
    assert_eq!(hub.log(), "+core ~core +io ~io +imu");
}

#[test]
fn a_rail_that_does_not_settle_at_the_end_fails_the_call() {
    let hub = Hub::rails();
    assert_eq!(hub.acquire(CORE), Ok(()));
    hub.log();
    hub.unsettled.set(Some(IO));
    assert_eq!(hub.acquire(IO), Err(failed(IO)));
    assert_eq!((hub.log().as_str(), hub.holds(IO), hub.is_up(CORE)), ("+io ?io -io", 0, true));
}

#[test]
fn a_board_does_without_what_is_optional_on_a_rail_that_does_not_settle() {
    let hub = Hub::rails();
    hub.unsettled.set(Some(AUX));
    assert_eq!(hub.acquire(MAIN), Ok(()));
    assert_eq!(hub.log(), "+core ~core +io +aux ~io +imu +adc ?aux -aux");
    assert_eq!(hub.failures.borrow()[AUX].map(|failure| failure.node), Some(AUX));
    assert!(!hub.is_up(GPS) && hub.is_up(IMU));
    hub.unsettled.set(Some(AUX));
    assert_eq!(hub.acquire(GPS), Err(failed(AUX)), "asked for by itself it is not optional");
    assert_eq!(hub.log(), "+aux ?aux -aux");
}

#[test]
fn a_rail_that_does_not_settle_and_cannot_go_down_fails_the_call() {
    let hub = Hub::rails();
    hub.unsettled.set(Some(AUX));
    hub.stuck.set(Some(AUX));
    let error = BootError { node: AUX, attempt: 1, cause: Busy, rollback_failures: 1 };
    assert_eq!(hub.acquire(MAIN), Err(AcquireError::Failed(error)), "it is in the way once");
    assert_eq!(hub.log(), "+core ~core +io +aux ~io +imu +adc ?aux -adc -imu -io -core");
    assert!(hub.is_up(AUX));
}

#[test]
fn what_is_left_out_is_not_waited_for() {
    let hub = Hub::rails();
    hub.fails.set(Some(AUX));
    assert_eq!(hub.acquire(GPS), Err(failed(AUX)));
    hub.fails.set(Some(AUX));
    assert_eq!(hub.acquire(MAIN), Ok(()));
    assert_eq!(hub.log(), "+core ~core +io !aux -io -core +core ~core +io !aux ~io +imu +adc");
}

#[test]
fn a_rail_that_stays_on_settles_when_it_is_switched() {
    let hub = Hub::rails();
    assert_eq!(hub.acquire(KEEP), Ok(()));
    assert_eq!(hub.suspend(KEEP), Ok(0));
    assert_eq!(hub.log(), "=keep -keep");
    hub.unsettled.set(Some(KEEP));
    assert_eq!(hub.resume(KEEP), Err(failed(KEEP)));
    assert_eq!(hub.resume(KEEP), Ok(()));
    assert_eq!(hub.log(), "+keep ?keep -keep +keep ~keep");
}

/// Waits once for `slow` to settle.
async fn settle(hub: &Hub, slow: usize, rail: usize) -> Attempt<Hub> {
    let mut ready = rail != slow;
    poll_fn(|_| if core::mem::replace(&mut ready, true) { Poll::Ready(()) } else { Poll::Pending }).await;
    hub.settle(rail)
}

fn acquire(hub: &Hub, node: usize, slow: usize) -> impl Future<Output = Result<(), board::Error>> {
    let up = async |_, node, forced| hub.up(node, forced);
    acquire_async(hub, permit(), node..node + 1, async move |_, rail| settle(hub, slow, rail).await, up)
}

#[test]
fn a_future_dropped_while_a_rail_settles_takes_it_down() {
    let hub = Hub::rails();
    {
        let mut acquire = pin!(acquire(&hub, IMU, IO));
        assert_eq!(acquire.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending);
    }
    assert_eq!(hub.log(), "+core ~core +io -io -core");
}

#[test]
fn a_rail_that_was_forgotten_settles_for_whoever_needs_it() {
    let hub = Hub::rails();
    let mut context = Context::from_waker(Waker::noop());
    // They live on, so that nothing leaks, and nobody asks them again.
    let mut imu = pin!(acquire(&hub, IMU, IO));
    assert_eq!(imu.as_mut().poll(&mut context), Poll::Pending);
    assert_eq!(hub.acquire(AUX), Ok(()));
    assert_eq!(hub.log(), "+core ~core +io +aux ~aux", "that has nothing to do with it");
    hub.unsettled.set(Some(IO));
    assert_eq!(hub.acquire(IMU), Err(failed(IO)));
    assert_eq!(hub.log(), "?io -io");
    assert_eq!(hub.acquire(IMU), Ok(()));
    assert_eq!(hub.log(), "+io ~io +imu");
}

#[test]
fn a_rail_that_stays_on_goes_on_rising() {
    let hub = Hub::rails();
    assert_eq!((hub.acquire(KEEP), hub.suspend(KEEP)), (Ok(()), Ok(0)));
    let waiting = async |_, rail| settle(&hub, KEEP, rail).await;
    let mut resume = pin!(resume_async(&hub, permit(), KEEP, waiting, async |_, node, forced| hub.up(node, forced)));
    assert_eq!(resume.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Pending);
    assert_eq!(hub.release(KEEP), Ok(()));
    assert_eq!(hub.log(), "=keep -keep +keep =keep");
    assert_eq!(hub.acquire(KEEP), Ok(()));
    assert_eq!(hub.log(), "=keep ~keep", "the call that switched it on was forgotten");
}
