//! Rails that say themselves when they are good.

use crate::{Clock, Timeout};

/// Pause between two questions, in microseconds. A boot goes on at most that much later than it could; asking a chip over
/// a bus of 100 kHz takes about three times as long.
const INTERVAL: u32 = 100;

/// Asks whether the rail is `good`, first at once, until it is. The last time is when `timeout` microseconds have passed
/// since the clock was at `t0`, or later; after that it fails. An error of `good` ends it.
///
/// A clock that cannot tell the time has them begin now, and counts the pauses only: it gives up later, never earlier.
#[inline]
pub fn settle<C: Clock, E: From<Timeout>>(
    t0: u32,
    timeout: u32,
    mut good: impl FnMut() -> Result<bool, E>,
) -> Result<(), E> {
    let mut patience = Patience::new(t0, timeout);
    while !good()? {
        patience.wait::<C>()?;
    }
    Ok(())
}

/// [`settle`] for a `good` that is awaited. Other tasks run in the pauses if the [`sleep`](Clock::sleep) of the clock lets
/// them.
///
/// The future is `Send` if its parts are and `good` owns what it captures (`async move`). If it borrows, rustc cannot tell.
#[inline]
pub async fn settle_async<C: Clock, E: From<Timeout>>(
    t0: u32,
    timeout: u32,
    mut good: impl AsyncFnMut() -> Result<bool, E>,
) -> Result<(), E> {
    let mut patience = Patience::new(t0, timeout);
    while !good().await? {
        let (now, us) = patience.pause::<C>()?;
        C::sleep(now, us, us).await;
    }
    Ok(())
}

/// How long a rail may still take.
struct Patience {
    t0: u32,
    timeout: u32,
    /// The pauses so far: all that is known of the time with a clock that cannot tell it.
    paused: u32,
    /// The time was up before the latest question.
    over: bool,
}

impl Patience {
    #[inline]
    fn new(t0: u32, timeout: u32) -> Self {
        Patience { t0, timeout, paused: 0, over: false }
    }

    /// Pauses before the next question. Once for all rails: from the second on that is smaller.
    #[inline(never)]
    fn wait<C: Clock>(&mut self) -> Result<(), Timeout> {
        let (now, us) = self.pause::<C>()?;
        C::wait(now, us, us);
        Ok(())
    }

    /// From when and for how long to pause before the next question, if there is one.
    fn pause<C: Clock>(&mut self) -> Result<(u32, u32), Timeout> {
        if self.over {
            return Err(Timeout);
        }
        let now = C::now();
        let passed = now.wrapping_sub(self.t0).max(self.paused);
        let left = self.timeout.saturating_sub(passed);
        let us = left.min(INTERVAL);
        self.over = us == left;
        // no more than `timeout` in all
        self.paused = self.paused.wrapping_add(us);
        Ok((now, us))
    }
}

#[cfg(test)]
mod tests;
