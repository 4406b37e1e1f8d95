//! What people press and write.

use chrono::{DateTime, Utc};
use hearth_domain::Person;

use crate::value::Value;

/// One press, or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// "I am (name)" on a cover.
    IAm(Person),
    /// One page back, inside one's own turn.
    Back,
    /// To a page of this turn from its check page, or to the check page.
    Check {
        /// The page to change; `None` for the check page itself.
        step: Option<String>,
    },
    /// Words in progress.
    Draft {
        /// The step they belong to.
        step: String,
        /// The words.
        value: Value,
    },
    /// Continue with an answer, or Skip.
    Answer {
        /// The step it belongs to.
        step: String,
        /// The answer; `None` is Skip.
        value: Option<Value>,
    },
    /// A press that is not an answer.
    Tap(Tap),
    /// What the owner chose to show; none is a complete answer (E13).
    Pick {
        /// The reveal step.
        step: String,
        /// Ids of the rows.
        items: Vec<String>,
    },
    /// Break: content hides, no name, no reason (E9).
    Break {
        /// When to come back, within a day; without, the couple's own time or 20 minutes.
        until: Option<DateTime<Utc>>,
    },
    /// This person is ready to come back.
    Return(Person),
    /// Stop here (E10).
    Stop {
        /// "Something new came up" (E30).
        new_facts: bool,
    },
    /// Keep or delete now, at the end of an alone run.
    Keep(bool),
}

/// A press that is not an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tap {
    /// Go on from a guide, pause, turn, shown page, check page or close. Also "I have read this".
    Next,
    /// "Not now" on a guide that offers it.
    NotNow,
    /// The speaker says how well it was said back.
    SaidBack(SaidBack),
    /// This person would like another pair of rounds.
    More {
        /// Who pressed.
        who: Person,
    },
    /// This person is ready to open, or to come back.
    Ready {
        /// Who pressed.
        who: Person,
    },
    /// Who is read first.
    First {
        /// Whose answer comes first.
        who: Person,
    },
    /// The reply to what is open.
    Reply {
        /// The reply's id.
        id: String,
    },
    /// "Stop here": the rest stays sealed, the run goes on.
    StopOpening,
    /// This person confirms the text.
    Agree {
        /// Who pressed.
        who: Person,
        /// Days until the review.
        review_days: u32,
    },
    /// "Agree to differ", or leave it open: no agreement is made.
    Differ,
    /// The other's answer to one row (E35).
    Row {
        /// The row.
        row: String,
        /// agree, change, not-now, no.
        answer: String,
    },
    /// Another day, instead of coming back from a break.
    AnotherDay,
}

/// How well it was said back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidBack {
    /// "Yes, that's it".
    Yes,
    /// "Partly".
    Partly,
    /// "Not yet".
    NotYet,
}

impl SaidBack {
    /// Reads `yes`, `partly`, `not_yet`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "yes" => Some(Self::Yes),
            "partly" => Some(Self::Partly),
            "not_yet" => Some(Self::NotYet),
            _ => None,
        }
    }
}
