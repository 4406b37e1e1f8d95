//! Two people agreeing to one text outside an exercise.

use hearth_domain::Person;
use hearth_exercise::page::RecapRow;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ProposalWords;

/// What this moment shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum Agreeing {
    /// The laptop is handed over: a name and nothing else.
    Cover {
        /// Whose turn it is.
        #[ts(type = "\"a\" | \"b\"")]
        next: Person,
    },
    /// One person is asked whether they want it. Nothing of it is kept.
    Asked {
        /// Who.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
        /// What it is about.
        text: AgreeingText,
    },
    /// Each confirms with their own press.
    Text {
        /// What it is about.
        text: AgreeingText,
        /// Days until the review.
        days: u32,
        /// The most there may be (E32).
        most: u32,
        /// Who confirmed.
        #[ts(type = "(\"a\" | \"b\")[]")]
        confirmed: Vec<Person>,
    },
    /// It is over.
    Over {
        /// Both confirmed. Otherwise nothing has changed, and nothing says why.
        agreed: bool,
        /// It is in force and was looked at again.
        keeps: bool,
        /// When to look at it again, `YYYY-MM-DD`, if both confirmed.
        review_on: Option<String>,
    },
}

/// The text people agree to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AgreeingText {
    /// Its name.
    pub title: String,
    /// Its words, as an exercise wrote them.
    pub lines: Vec<RecapRow>,
    /// Its words, if it was proposed outside an exercise; then there are no lines.
    pub words: Option<ProposalWords>,
    /// The agreement it takes the place of, once both agree.
    pub replaces: Option<String>,
    /// It is in force already: the question is whether to keep it.
    pub keeps: bool,
}

/// What somebody presses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "press", rename_all = "snake_case", deny_unknown_fields)]
pub enum AgreeingPress {
    /// "I am (name)".
    IAm {
        /// Who.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
    },
    /// The private answer.
    Wants {
        /// Yes, and freely.
        yes: bool,
    },
    /// "I agree to this text".
    Confirm {
        /// Who.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
        /// Days until the review.
        days: u32,
    },
    /// It stays as it is.
    Leave {},
}
