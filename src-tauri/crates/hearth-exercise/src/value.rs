//! What people answer, one shape a kind (`build-notes.md` 1, column "value").
//!
//! [`check`] says why an answer is not taken, [`tips`] what may deserve a second look and never blocks,
//! [`to_json`] and [`from_json`] are how it is kept, [`words`] is how it reads. Must not know: whose it is.

mod check;
mod known;
mod stored;
#[cfg(test)]
mod tests;
mod tips;
mod words;

pub use check::{Issue, IssueCode, check};
pub use known::Known;
pub use stored::{NotThisKind, from_json, to_json};
pub use tips::{tips, tips_about_the_other, words_met};
pub use words::words;

use std::collections::BTreeMap;

use chrono::Weekday;
use hearth_domain::Person;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An answer. Skipping is `None`, one level up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// `text`.
    Text(String),
    /// `choose`, `consent` and `gate`.
    Picked(Picked),
    /// `choose` with `per`: one choice a row.
    PerRow(BTreeMap<String, Picked>),
    /// `scale`.
    Number(i32),
    /// `words`.
    Words(PickedWords),
    /// `checklist`: item to state.
    Checks(BTreeMap<String, String>),
    /// `table`.
    Rows(Vec<Row>),
    /// `letter`: part to words.
    Letter(BTreeMap<String, String>),
    /// `schedule`.
    Date(Planned),
}

/// Chosen options.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Picked {
    /// Option ids, in the order chosen.
    pub picked: Vec<String>,
    /// A free line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub other: Option<String>,
}

/// Chosen words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PickedWords {
    /// Words of the lexicon.
    pub picked: Vec<String>,
    /// Own words.
    pub own: Vec<String>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// `r1`.. for fixed rows, `n1`.. for own ones.
    pub row: String,
    /// Who added it.
    #[ts(type = "\"a\" | \"b\"")]
    pub by: Person,
    /// Column to cell; numbers and dates as text.
    pub cells: BTreeMap<String, String>,
}

/// A date, perhaps repeating (`exchange.md` 4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// First day, `YYYY-MM-DD`.
    pub start: String,
    /// Local time, `HH:MM`; all day without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub at: Option<String>,
    /// Comes again; once without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub repeat: Option<Repeat>,
}

/// How a date comes again, every 1 to 52 days, weeks or months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "every", rename_all = "lowercase", deny_unknown_fields)]
pub enum Repeat {
    /// Every so many days.
    Day {
        /// 1 to 52.
        interval: u8,
    },
    /// Every so many weeks.
    Week {
        /// 1 to 52.
        interval: u8,
        /// On these days; without any, on the weekday of the first.
        on: Vec<DayOfWeek>,
    },
    /// Every so many months, on the day of the first; from the 29th on, on the last of the month.
    Month {
        /// 1 to 52.
        interval: u8,
    },
}

impl Repeat {
    /// Days, weeks or months from one to the next.
    #[must_use]
    pub const fn interval(&self) -> u8 {
        match self {
            Self::Day { interval } | Self::Week { interval, .. } | Self::Month { interval } => *interval,
        }
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum DayOfWeek {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl From<DayOfWeek> for Weekday {
    fn from(day: DayOfWeek) -> Self {
        match day {
            DayOfWeek::Mon => Self::Mon,
            DayOfWeek::Tue => Self::Tue,
            DayOfWeek::Wed => Self::Wed,
            DayOfWeek::Thu => Self::Thu,
            DayOfWeek::Fri => Self::Fri,
            DayOfWeek::Sat => Self::Sat,
            DayOfWeek::Sun => Self::Sun,
        }
    }
}
