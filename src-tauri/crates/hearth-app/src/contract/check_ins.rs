//! Check-ins (S8, F13): one's own alone, and in Together what each chose to show.

use hearth_exercise::page::RecapRow;
use serde::Serialize;
use ts_rs::TS;

use super::PersonName;

/// The check-in page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CheckIns {
    /// The exercise a check-in is a part of.
    pub slug: String,
    /// The part done alone.
    pub part: String,
    /// Whom an entry can be shown to: the partner, while one person is open and there is one.
    pub partner: Option<PersonName>,
    /// A check-in that was begun and can go on.
    pub begun: Option<String>,
    /// One's own, newest first; none in Together.
    pub own: Vec<CheckIn>,
    /// What each chose to show, in the order of the book; in Together only. Two lists, never one (E41).
    pub shown: Vec<ShownCheckIns>,
    /// There are older ones than those asked for.
    pub older: bool,
}

/// One's own entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CheckIn {
    /// The run it was written in.
    pub run: String,
    /// Its day, `YYYY-MM-DD`, local.
    pub on: String,
    /// When it was begun, RFC 3339 in UTC.
    pub at: String,
    /// What can be shown.
    pub lines: Vec<CheckInLine>,
    /// What cannot, whatever is chosen.
    pub private: Vec<CheckInLine>,
    /// Whether the partner can read it.
    pub shown: ShownState,
}

/// One page of an entry and what was written there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CheckInLine {
    /// The step.
    pub step: String,
    /// Its question.
    pub label: String,
    /// The words.
    pub words: Vec<String>,
}

impl CheckInLine {
    /// As a row of any recap.
    #[must_use]
    pub fn into_row(self) -> RecapRow {
        RecapRow { label: self.label, lines: self.words, by: None }
    }
}

/// "Show Sam this one?"
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShownState {
    /// Never shown: what counts until somebody chose.
    No,
    /// It lies in Ours.
    Shown,
    /// It was there; a dated line is left.
    Hidden,
}

/// What one person chose to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ShownCheckIns {
    /// Whose.
    pub who: PersonName,
    /// Newest first.
    pub entries: Vec<ShownCheckIn>,
}

/// One entry in Ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ShownCheckIn {
    /// The item.
    pub item: String,
    /// The day it tells of, `YYYY-MM-DD`.
    pub on: String,
    /// Its words; none once it is hidden.
    pub lines: Vec<CheckInLine>,
    /// Hidden again on this day, `YYYY-MM-DD`.
    pub hidden_on: Option<String>,
}
