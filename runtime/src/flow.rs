//! Boot as data flow: tasks that wait for each other and share one future.

use core::cell::Cell;
use core::future::poll_fn;
use core::task::{Context, Poll};

/// Which of `N` tasks have ended.
pub struct Flow<const N: usize>([Cell<bool>; N]);

// SAFETY: it is a local of what acts for the token, and reached only by the tasks inside that future (S3). So the future of
// a boot can move to another context, with the references that its tasks hold.
unsafe impl<const N: usize> Sync for Flow<N> {}

impl<const N: usize> Flow<N> {
    /// None has.
    #[allow(clippy::new_without_default)] // only ever a local of generated code
    pub const fn new() -> Self {
        Flow([const { Cell::new(false) }; N])
    }

    /// Whether a task has ended. One that there is not has.
    #[inline]
    pub fn has_ended(&self, task: usize) -> bool {
        self.0.get(task).is_none_or(Cell::get)
    }

    /// Waits until the tasks of both lists have ended. Nothing wakes it: [`run`](Self::run) asks again after each end.
    pub fn until(&self, first: &'static [u16], second: &'static [u16]) -> impl Future<Output = ()> + use<'_, N> {
        let ended = |tasks: &[u16]| tasks.iter().all(|task| self.has_ended((*task).into()));
        poll_fn(move |_| if ended(first) && ended(second) { Poll::Ready(()) } else { Poll::Pending })
    }

    /// Polls tasks, by their number, until all have ended or one has failed. Whenever one ends, all others are asked once
    /// more, lower numbers first. O(tasks) for each time it is woken, and for each end.
    ///
    /// # Errors
    /// That of the first task that fails. The others are left as they are.
    pub fn run<E>(
        &self,
        mut poll: impl FnMut(usize, &mut Context<'_>) -> Poll<Result<(), E>>,
    ) -> impl Future<Output = Result<(), E>> {
        poll_fn(move |context| {
            loop {
                let (mut left, mut progress) = (false, false);
                for (number, ended) in self.0.iter().enumerate().filter(|(_, ended)| !ended.get()) {
                    match poll(number, context) {
                        Poll::Ready(Ok(())) => {
                            ended.set(true);
                            progress = true;
                        }
                        Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                        Poll::Pending => left = true,
                    }
                }
                match (left, progress) {
                    (false, _) => return Poll::Ready(Ok(())),
                    (true, false) => return Poll::Pending,
                    (true, true) => {}
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::pin::pin;
    use core::task::Waker;
    use std::cell::RefCell;
    use std::string::String;

    /// Polls once.
    fn poll<F: Future>(future: core::pin::Pin<&mut F>) -> Poll<F::Output> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn tasks_start_when_what_they_need_has_ended() {
        let (flow, log, open) = (Flow::<3>::new(), RefCell::new(String::new()), Cell::new(false));
        let mut late = pin!(async {
            flow.until(&[2], &[]).await;
            log.borrow_mut().push('l');
            Ok::<(), ()>(())
        });
        let mut free = pin!(async {
            log.borrow_mut().push('f');
            Ok(())
        });
        let mut slow = pin!(async {
            log.borrow_mut().push('s');
            poll_fn(|_| if open.get() { Poll::Ready(()) } else { Poll::Pending }).await;
            log.borrow_mut().push('e');
            Ok(())
        });
        let mut all = pin!(flow.run(|task, context| match task {
            0 => late.as_mut().poll(context),
            1 => free.as_mut().poll(context),
            _ => slow.as_mut().poll(context),
        }));
        assert_eq!(poll(all.as_mut()), Poll::Pending);
        assert_eq!(*log.borrow(), "fs");
        open.set(true);
        assert_eq!(poll(all.as_mut()), Poll::Ready(Ok(())), "the one that ends lets the other start at once");
        assert_eq!(*log.borrow(), "fsel");
        assert!(flow.has_ended(0) && flow.has_ended(7));
    }

    #[test]
    fn the_first_failure_ends_it_all() {
        let flow = Flow::<3>::new();
        let asked = Cell::new(0);
        let all = pin!(flow.run(|task, _| {
            asked.set(asked.get() + 1);
            if task == 1 { Poll::Ready(Err("no answer")) } else { Poll::Ready(Ok(())) }
        }));
        assert_eq!(poll(all), Poll::Ready(Err("no answer")));
        assert_eq!((asked.get(), flow.has_ended(0), flow.has_ended(1), flow.has_ended(2)), (2, true, false, false));
    }

    #[test]
    fn nothing_to_do_is_done() {
        let flow = Flow::<0>::new();
        let all = pin!(flow.run(|_, _| Poll::Ready(Err(()))));
        assert_eq!(poll(all), Poll::Ready(Ok(())));
    }

    #[test]
    fn both_lists_count() {
        let flow = Flow::<2>::new();
        let mut wait = pin!(flow.until(&[0], &[1]));
        assert_eq!(poll(wait.as_mut()), Poll::Pending);
        flow.0[0].set(true);
        assert_eq!(poll(wait.as_mut()), Poll::Pending);
        flow.0[1].set(true);
        assert_eq!(poll(wait.as_mut()), Poll::Ready(()));
    }
}
