//! The error of everything here.
use std::fmt;

/// Text for whoever reads the failed test. A test that returns it prints its `Debug` form, so that is the plain text too.
#[derive(Clone, PartialEq, Eq)]
pub struct Wrong(String);

impl Wrong {
    /// Whether the text says this.
    pub fn says(&self, part: &str) -> bool {
        self.0.contains(part)
    }
}

impl From<String> for Wrong {
    fn from(text: String) -> Self {
        Wrong(text)
    }
}

impl fmt::Debug for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
