use super::*;
use crate::clock::fake::{Fake, Stuck, ready_after, send};
use std::{vec, vec::Vec};

/// Of a board: what a question may return, and what a timeout becomes.
#[derive(PartialEq, Debug)]
enum Fault {
    Nak,
    Timeout,
}

impl From<Timeout> for Fault {
    fn from(_: Timeout) -> Self {
        Fault::Timeout
    }
}

/// When it was asked, since `t0`, by a boot that blocks and by one that is `async`; they end the same. It is good once
/// `good_after` microseconds have passed; each question takes `takes`.
fn asked(t0: u32, timeout: u32, good_after: u32, takes: u32) -> (Vec<u32>, Result<(), Fault>) {
    let question = |asked: &mut Vec<u32>| {
        let passed = Fake::now().wrapping_sub(t0);
        asked.push(passed);
        Fake::pass(takes);
        Ok(passed >= good_after)
    };
    let start = Fake::now();
    let mut blocking = vec![];
    let result = settle::<Fake, Fault>(t0, timeout, || question(&mut blocking));

    Fake::start(start);
    let mut concurrent = vec![];
    let settling = settle_async::<Fake, Fault>(t0, timeout, async || question(&mut concurrent));
    assert_eq!(ready_after(settling).1, result);
    assert_eq!(concurrent, blocking);
    (blocking, result)
}

#[test]
fn it_is_asked_until_it_is_good() {
    Fake::start(7_000);
    assert_eq!(asked(7_000, 5_000, 0, 0), (vec![0], Ok(())), "at once");
    Fake::start(7_000);
    assert_eq!(asked(7_000, 5_000, 250, 0), (vec![0, 100, 200, 300], Ok(())));
    Fake::start(7_000);
    assert_eq!(asked(7_000, 5_000, 250, 40), (vec![0, 140, 280], Ok(())), "a pause after each question");
}

#[test]
fn it_is_asked_once_more_when_the_time_is_up() {
    for t0 in [7_000, u32::MAX - 120] {
        Fake::start(t0);
        assert_eq!(asked(t0, 250, 250, 0), (vec![0, 100, 200, 250], Ok(())), "just in time");
        Fake::start(t0);
        assert_eq!(asked(t0, 250, 251, 0), (vec![0, 100, 200, 250], Err(Fault::Timeout)), "just too late");
        Fake::start(t0);
        assert_eq!(asked(t0, 200, 999, 0), (vec![0, 100, 200], Err(Fault::Timeout)), "after whole pauses");
        Fake::start(t0);
        assert_eq!(asked(t0, 250, 251, 90), (vec![0, 190, 280], Ok(())), "the time ran out during a question");
        Fake::start(t0);
        assert_eq!(asked(t0, 250, 281, 90), (vec![0, 190, 280], Err(Fault::Timeout)));
    }
}

#[test]
fn whoever_comes_late_still_asks() {
    Fake::start(5_000);
    assert_eq!(asked(1_000, 4_000, 0, 0), (vec![4_000], Ok(())));
    Fake::start(5_000);
    assert_eq!(
        asked(1_000, 4_000, u32::MAX, 0),
        (vec![4_000, 4_000], Err(Fault::Timeout)),
        "no pause when it is over"
    );
    Fake::start(5_000);
    assert_eq!(asked(5_000, 0, u32::MAX, 0), (vec![0, 0], Err(Fault::Timeout)));
}

#[test]
fn its_error_ends_it() {
    Fake::start(0);
    let mut answers = [Ok(false), Ok(false), Err(Fault::Nak), Ok(true)].into_iter();
    assert_eq!(settle::<Fake, Fault>(0, 5_000, || answers.next().unwrap()), Err(Fault::Nak));
    assert_eq!((Fake::now(), answers.len()), (200, 1));

    let mut answers = [Ok(false), Err(Fault::Nak), Ok(true)].into_iter();
    let settling = settle_async::<Fake, Fault>(200, 5_000, async || answers.next().unwrap());
    assert_eq!(ready_after(settling).1, Err(Fault::Nak));
    assert_eq!((Fake::now(), answers.len()), (300, 1));
}

#[test]
fn without_a_counter_the_pauses_are_what_is_counted() {
    let mut asked = 0;
    let mut never = || {
        asked += 1;
        Ok(false)
    };
    Stuck::start();
    assert_eq!(settle::<Stuck, Fault>(0, 250, &mut never), Err(Fault::Timeout));
    assert_eq!(Stuck::delays(), [100, 100, 50]);
    assert_eq!(ready_after(settle_async::<Stuck, Fault>(0, 250, async || never())).1, Err(Fault::Timeout));
    assert_eq!(Stuck::delays(), [100, 100, 50]);
    assert_eq!(asked, 4 + 4);
}

#[test]
fn a_question_that_takes_too_long_does_not_stop_the_count() {
    // each question takes so long that the counter is back where it was, so only the pauses count
    Fake::start(0);
    let mut asked = 0_u32;
    let never = || {
        asked += 1;
        Fake::start(0);
        Ok(false)
    };
    assert_eq!(settle::<Fake, ()>(0, 1 << 20, never), Err(()));
    assert_eq!(asked, (1_u32 << 20).div_ceil(INTERVAL) + 1);
}

#[test]
fn while_it_pauses_others_run() {
    Fake::start(0);
    let permit = Permit(0);
    let boot = send(async { settle_async::<Fake, Fault>(0, 1_000, async move || good(permit).await).await });
    assert_eq!(ready_after(boot), (4, Ok(())), "in each of the two pauses, in one question, and at the end");
    assert_eq!(Fake::now(), 205);
}

/// As generated code has it: what is captured is a value.
#[derive(Clone, Copy)]
struct Permit(u32);

async fn good(Permit(t0): Permit) -> Result<bool, Fault> {
    let good = Fake::now().wrapping_sub(t0) >= 200;
    if good {
        Fake::sleep(Fake::now(), 5, 5).await;
    }
    Ok(good)
}

#[test]
fn its_future_is_no_larger_than_what_it_holds() {
    let settling = settle_async::<Fake, Fault>(0, 1_000, async || Ok(true));
    let counters = size_of::<Patience>();
    let pause = size_of_val(&Fake::sleep(0, 0, 0));
    assert!(size_of_val(&settling) <= 8 + counters + pause + 8, "{}", size_of_val(&settling));
}
