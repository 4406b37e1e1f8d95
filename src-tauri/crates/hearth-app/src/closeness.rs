//! The closeness list (S10, F12): each marks alone, both open it together, and only what both said yes to is written.
//!
//! - [`rows`]: the lines there are. They are those of the exercise `yes-no-maybe`, so both say the same words.
//! - [`marks`]: one person's list, in their own space as one setting: no history, no earlier version.
//! - [`until`]: how long a mark holds.
//! - [`compare`]: two lists in memory become what both said yes to.
//!
//! What Ours holds says nothing of a no, a not now, an empty or a lapsed line: they are absent, and all alike (U7, CR27).

mod compare;
mod marks;
mod rows;
mod until;

pub use compare::{Comparing, compare, proven};
pub use marks::{KEY, Mark, Marks};
pub use rows::{EXERCISE, Rows, written};
pub use until::{first_morning, mornings};
