//! How long things take.

/// What a vertex says of that, in microseconds.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Times {
    /// `time`
    pub(crate) takes: Option<u32>,
    /// Of a rail, as all that follows.
    pub(crate) ramp: Option<u32>,
    /// It has a `good`, and fails if that is not true so long after it could be asked first.
    pub(crate) patience: Option<u32>,
    pub(crate) good_after: Option<u32>,
}

impl Times {
    /// `ramp`, or when `good` is asked first.
    pub(crate) fn settling(self) -> u32 {
        let ramp = self.ramp.unwrap_or(0);
        if self.patience.is_some() { self.good_after.unwrap_or(ramp) } else { ramp }
    }

    /// `timeout`
    pub(crate) fn timeout(self) -> Option<u32> {
        self.patience.map(|patience| self.settling() + patience)
    }
}
