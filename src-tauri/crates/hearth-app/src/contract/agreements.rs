//! Agreements, sealed answers, sittings.

use hearth_exercise::page::RecapRow;
use serde::Serialize;
use ts_rs::TS;

use super::ProposalWords;

/// One agreement, draft or ended ones included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Agreement {
    /// The item.
    pub item: String,
    /// Its name.
    pub title: String,
    /// The exercise it came from.
    pub slug: String,
    /// `proposed`, `in_force`, `changed` or `ended`.
    pub state: String,
    /// It says "in force", and somebody who is open never said yes to this text.
    pub unconfirmed: bool,
    /// Its text, as an exercise wrote it.
    pub lines: Vec<RecapRow>,
    /// Its text, if it was proposed outside an exercise; then there are no lines.
    pub words: Option<ProposalWords>,
    /// Review date, `YYYY-MM-DD`.
    pub review_on: Option<String>,
    /// The review date has passed; it stays in force.
    pub due: bool,
    /// When it was made, `YYYY-MM-DD`.
    pub made_on: String,
    /// Who ended it, and on which day.
    pub ended: Option<(super::PersonName, String)>,
    /// What took its place, and on which day.
    pub changed: Option<(String, String)>,
    /// While proposed: can be confirmed only from this moment on, RFC 3339 in UTC. `None`: it can be confirmed now.
    pub confirm_from: Option<String>,
    /// The run that confirms it.
    pub run: Option<String>,
    /// Both are open and its review has come: they can keep it for another while.
    pub can_keep: bool,
    /// What it was before, the last first (P8).
    pub earlier: Vec<Earlier>,
}

/// What both agreed to earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Earlier {
    /// On which day, `YYYY-MM-DD`.
    pub on: String,
    /// Its words; none where they are the same as in the version after it, which then only kept it.
    pub lines: Option<Vec<RecapRow>>,
}

/// One of one's own sealed answers, or in Together one that both sealed. No times, no lengths (3.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Seal {
    /// The round.
    pub round: String,
    /// The question.
    pub label: String,
    /// The exercise.
    pub exercise: String,
    /// The run to open it in.
    pub run: String,
    /// Both have sealed; told in Together only.
    pub ready: bool,
}

/// The sitting of tonight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Session {
    /// When it began, RFC 3339 in UTC.
    pub begun: String,
    /// Planned length in minutes; 0 is no limit.
    pub minutes: u32,
    /// What was picked.
    pub slug: Option<String>,
    /// Both may begin it now (E25).
    pub open: bool,
}
