//! What is left of a run on disk, to go on with it.

use chrono::{DateTime, Utc};
use hearth_domain::{Pair, Person};

use super::words::{Private, Shared};

/// A run as the spaces remember it.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Where it stood: the last `RunAt`.
    pub at: Option<String>,
    /// Which time round, from 1.
    pub lap: u32,
    /// The last rest that was not ended by `RunGoesOn`.
    pub rest: Option<Resting>,
    /// Each person's own answers of this run. Of a closed space: none.
    pub own: Pair<Vec<OwnRow>>,
    /// The shared answers of this run.
    pub ours: Vec<OursRow>,
    /// `agree` steps that are proposed but not in force.
    pub proposed: Vec<Proposed>,
    /// `agree` steps that are settled: in force, or left open.
    pub settled: Vec<String>,
    /// Rounds that were opened in this run: step and lap.
    pub opened: Vec<(String, u32)>,
}

/// A rest that is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resting {
    /// Until when; `None` for another day.
    pub until: Option<DateTime<Utc>>,
    /// It cannot be cut short.
    pub cooloff: bool,
}

/// An own answer of this run.
#[derive(Clone, Debug)]
pub struct OwnRow {
    /// The step.
    pub step: String,
    /// Which time round, from 1.
    pub lap: u32,
    /// How far it came.
    pub state: OwnState,
    /// The answer; `None` is a skip.
    pub value: Option<Private>,
}

/// How far an own answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnState {
    /// Typed, the page was not left.
    Draft,
    /// The page was left by Continue or Skip.
    Answered,
    /// Kept or sealed: its turn is over.
    Kept,
}

/// A shared answer of this run.
#[derive(Clone, Debug)]
pub struct OursRow {
    /// The step.
    pub step: String,
    /// Which time round, from 1.
    pub lap: u32,
    /// Whose; `None` if written together.
    pub who: Option<Person>,
    /// Kept, or still in progress.
    pub kept: bool,
    /// The answer; `None` is a skip.
    pub value: Option<Shared>,
}

/// An agreement that waits for its confirmation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The `agree` step.
    pub step: String,
    /// Confirmed no earlier than this; `None` if at once.
    pub not_before: Option<DateTime<Utc>>,
    /// Days from its making to its review.
    pub review_days: u32,
}
