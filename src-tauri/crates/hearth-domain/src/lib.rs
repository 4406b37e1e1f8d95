//! The nouns of the workbook and the rules that need nothing but them.
//!
//! # Words
//! - **Mine**: one person's space; only their passphrase opens it.
//! - **Ours**: the shared record; either passphrase opens it.
//! - **Sealed**: finished, readable by its writer only until both open it.
//! - **Together**: both passphrases were given in this sitting.
//! - **Heat**: how much an exercise asks of people, 0 (alone) to 4 (assigned by a therapist).
//! - **Pace**: what a person lets the workbook offer them together. Never shown to the other.
//! - **Recurrence**: a day that comes again, as people say it: a wall time, never a moment.
//!
//! Must not know: files, databases, clocks, message shapes. Time is always a parameter.
#![forbid(unsafe_code)]

pub mod availability;
mod heat;
mod ids;
pub mod letter;
mod limit;
mod pace;
mod person;
pub mod proposal;
pub mod recurrence;
mod visibility;

pub use heat::Heat;
pub use ids::{AuthorId, BadId, ItemId, RoundId, RunId, SittingId, SpaceId, VaultId};
pub use limit::LimitText;
pub use pace::Pace;
pub use person::{Pair, Person};
pub use visibility::{Eph, Visibility};
