//! What one moment of a run may show, and nothing else. In a cover there is only a name.
//!
//! These shapes go to the window as they are, so they hold words to show and no word that this moment's
//! reader may not see.

mod ask;
mod talk;

pub use ask::{Ask, CheckRow, ColumnView, FromColumn, HelpWords, LetterWaits, Opt, OptGroup, RecapRow};
pub use talk::{OpenedAnswer, PickRow, Talk};

use hearth_domain::Person;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::value::Value;

/// Who reads what is written on this page (P2). The window owns the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// "Only you. It is not kept."
    NotKept,
    /// "Only you".
    OnlyYou,
    /// "Only you, unless you choose to show it."
    YouMayShow,
    /// "Sealed until you both open it".
    Sealed,
    /// "Both of you".
    Both,
    /// "Only you. Later you choose if your therapist gets it".
    Therapist,
}

/// One moment of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum Phase {
    /// Waits for "I am (name)". Names only who is next, never the question (E2).
    Cover {
        /// Who is next.
        #[ts(type = "\"a\" | \"b\"")]
        next: Person,
    },
    /// A page to read or answer.
    Page(Box<Page>),
    /// All answers of this turn, before they are kept, sealed or done.
    Check {
        /// Whose turn it is.
        #[ts(type = "\"a\" | \"b\"")]
        who: Person,
        /// Each answer, with its audience.
        rows: Vec<CheckRow>,
        /// What the one button does.
        button: CheckButton,
    },
    /// Speaking, listening, opening together.
    Talk(Box<Talk>),
    /// A break, or the time between a first text and its confirmation.
    Rest {
        /// True for a cool-off: it cannot be cut short.
        cooloff: bool,
        /// Until when, RFC 3339 in UTC.
        until: Option<String>,
        /// Who pressed Ready to come back.
        #[ts(type = "(\"a\" | \"b\")[]")]
        back: Vec<Person>,
    },
    /// The end.
    End {
        /// Finished, or the neutral end that gives no reason (E10).
        done: bool,
        /// Stopped by "something new came up" (E30).
        new_facts: bool,
        /// The run asks for help lines for this person alone.
        help: Option<HelpWords>,
        /// Exercises to offer next.
        next: Vec<String>,
    },
}

/// What the one button of a check page does. It never widens an audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckButton {
    /// "Keep".
    Keep,
    /// "Seal my answers".
    Seal,
    /// "Done".
    Done,
}

/// A page to read or answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Page {
    /// The step's id.
    pub step: String,
    /// Who acts; `None` if both, on one screen.
    #[ts(type = "\"a\" | \"b\" | null")]
    pub actor: Option<Person>,
    /// The question: the page's heading.
    pub label: String,
    /// A line below it.
    pub help: Option<String>,
    /// "Why we ask".
    pub why: Option<String>,
    /// Prints the word "optional".
    pub optional: bool,
    /// Who reads the answer; `None` where nothing is written.
    pub audience: Option<Audience>,
    /// What a branch had to say on the way here.
    pub said: Vec<String>,
    /// The input.
    pub ask: Ask,
    /// The draft or answer so far.
    pub value: Option<Value>,
    /// Quiet tips on the draft; they never block.
    pub tips: Vec<Tip>,
    /// Back is possible: never past a cover, seal or reveal.
    pub back: bool,
    /// "Step 3 of 7", only if the count is sure.
    pub progress: Option<Progress>,
}

/// Step so many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// From 1.
    pub step: u32,
    /// All.
    pub of: u32,
}

/// A quiet note on a word. The window owns the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tip {
    /// Letter part or table cell (`row.column`) it is about, if any.
    pub part: Option<String>,
    /// The words found.
    pub word: String,
}
