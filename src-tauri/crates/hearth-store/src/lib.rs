//! One space is one SQLite image: its changes, tables and history.
//!
//! - [`OwnChange`] and [`OursChange`]: every mutation there is. Two enums, so no private change fits Ours.
//! - [`Image`]: an image open in memory; [`Image::apply`] is the only way to write.
//! - [`Stamped`]: a change with its time and author, as one JSON line of the journal.
//!
//! Replaying the same lines on the same image gives the same image. Applying reads no clock and no randomness:
//! ids and times are inside the change.
//!
//! Must not know: age, keys, files, exercises, Tauri.
#![forbid(unsafe_code)]

mod apply;
mod change;
mod error;
mod history;
mod image;
mod read;
mod schema;
mod space;

pub use change::{
    ItemBody, Opening, OursChange, OwnChange, RunStart, SharedYes, SharedYeses, Stamped, StepAt, Touched,
};
pub use error::{ApplyError, OpenError, ReadError};
pub use history::{GENESIS, Link};
pub use image::Image;
pub use read::{
    Answer, AnswerState, AssentRow, CommitmentRow, ItemRow, LedgerRow, PaceRow, PastRow, RoundRow, RunRow, SeenRow,
    SeriesRow, SittingRow, VersionRow, WrittenRow,
};
pub use schema::{SCHEMA, newest};
pub use space::{Ours, Own, Space};
