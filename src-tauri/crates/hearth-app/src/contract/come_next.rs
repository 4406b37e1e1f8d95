//! What could come next.

use serde::Serialize;
use ts_rs::TS;

use super::Card;

/// One line: an exercise, or an agreement to look at again, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Suggestion {
    /// The exercise; none for a review.
    pub card: Option<Card>,
    /// The name of the agreement or exercise.
    pub title: String,
    /// Why it is here.
    pub reason: Reason,
}

/// A plain reason, from what whoever is open may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// The exercise that closes here offers it, for what was written in it.
    Offered {},
    /// It is the next one a new couple builds on (E23).
    WayIn {},
    /// The review of an agreement in force was due on that day, `YYYY-MM-DD`.
    Review {
        /// The day.
        on: String,
    },
    /// The exercise that closes here names it for everybody.
    Named {},
    /// It has a rhythm, and this is how long ago it was last done.
    Again {
        /// Whole days.
        days: u32,
    },
    /// It builds on an exercise that is done.
    Opens {
        /// That exercise's title.
        on: String,
    },
}
