//! A run: one moment at a time.

use hearth_domain::Person;
use hearth_exercise::page::{Phase, Tip};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person with the name they chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PersonName {
    /// Circle or square.
    #[ts(type = "\"a\" | \"b\"")]
    pub person: Person,
    /// Their name.
    pub name: String,
}

/// One moment of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RunView {
    /// The run.
    pub run: String,
    /// The exercise's title; empty on a cover.
    pub title: String,
    /// Both people take part.
    pub joint: bool,
    /// "Something new came up" is on this page (E30).
    pub new_facts: bool,
    /// What this phase may show, and nothing else.
    pub phase: Phase,
    /// Why the last answer was not taken; empty if it was.
    pub issues: Vec<SaveIssue>,
}

/// Why an answer was not taken. The window owns the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SaveIssue {
    /// `too_few`, `too_many`, `too_long`, `need_all`, `unknown_option`, `empty_cell`, `not_a_number`,
    /// `not_a_date`, `not_a_time`, `past_date`, `out_of_range`, `letters`.
    pub code: String,
    /// Part, row or cell it is about (`row.column`).
    pub part: Option<String>,
    /// The bound that was crossed.
    pub bound: Option<u32>,
}

/// When a break ends, as people chose it. What the clock shows is not the window's to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "until", rename_all = "snake_case", deny_unknown_fields)]
pub enum Until {
    /// As the couple's own pause plan says, or after 20 minutes.
    Usual {},
    /// So many minutes from now.
    Minutes {
        /// How many.
        count: u32,
    },
    /// The next time the clock on the wall shows this.
    At {
        /// Hours and minutes as written, like `19:30`.
        time: String,
    },
}

/// A draft was written to disk and flushed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// Quiet tips on the draft.
    pub tips: Vec<Tip>,
}

/// A press that is not an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "tap", rename_all = "snake_case", deny_unknown_fields)]
pub enum Tap {
    /// Go on from a guide, pause, turn, shown page or close. Also "I have read this".
    Next {},
    /// "Not now" on a guide that offers it.
    NotNow {},
    /// The speaker says how well it was said back: `yes`, `partly`, `not_yet`.
    SaidBack {
        /// yes, partly, not_yet.
        how: String,
    },
    /// This person would like another pair of rounds.
    More {
        /// Who pressed.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
    },
    /// This person is ready to open, or to come back.
    Ready {
        /// Who pressed.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
    },
    /// Who is read first.
    First {
        /// Whose answer comes first.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
    },
    /// The reply to an opened answer.
    Reply {
        /// The reply's id.
        id: String,
    },
    /// "Stop here": the rest stays sealed, the run goes on.
    StopOpening {},
    /// This person confirms the text.
    Agree {
        /// Who pressed.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
        /// Days until the review.
        review_days: u32,
    },
    /// "Agree to differ", or leave it open: no agreement is made.
    Differ {},
    /// The other's answer to one row (E35): agree, change, not-now, no.
    Row {
        /// The row.
        row: String,
        /// agree, change, not-now, no.
        answer: String,
    },
    /// Another day, instead of coming back from a break.
    AnotherDay {},
}
