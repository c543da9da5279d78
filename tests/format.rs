//! The formatter: golden folders, and what holds for every text.
//!
//! `format/NAME/input.board` becomes exactly `output.board`. `BLESS=1 cargo test -p bringup-tests --test format` writes what
//! comes out now; read the difference before you commit.

#[path = "format/corpus.rs"]
mod corpus;
#[path = "format/damage.rs"]
mod damage;
#[path = "format/golden.rs"]
mod golden;
#[path = "format/laws.rs"]
mod laws;
#[path = "format/properties.rs"]
mod properties;
#[allow(dead_code)] // other tests read more of it
mod random;
#[path = "format/shuffle.rs"]
mod shuffle;
