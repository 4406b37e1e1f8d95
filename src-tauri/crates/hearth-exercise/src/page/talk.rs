//! Pages two people share: speaking, saying back, opening together.

use hearth_domain::Person;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Opt, Progress, RecapRow};

/// A page two people share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "talk", rename_all = "snake_case")]
pub enum Talk {
    /// One talks for a while. The window runs the timer; nothing is recorded.
    Turn {
        /// The step's id.
        step: String,
        /// The heading.
        label: String,
        /// Who talks; `None` if both practise.
        #[ts(type = "\"a\" | \"b\" | null")]
        speaker: Option<Person>,
        /// How long, in seconds.
        seconds: u32,
        /// What helps the one who talks.
        say: Vec<String>,
        /// What helps the one who listens.
        listen: Vec<String>,
        /// After this, both may ask for another pair of rounds.
        offer_more: bool,
        /// Who asked for another pair of rounds.
        #[ts(type = "(\"a\" | \"b\")[]")]
        more: Vec<Person>,
        /// Back is possible.
        back: bool,
        /// "Step 3 of 7", only if the count is sure.
        progress: Option<Progress>,
    },
    /// The listener says it back, the speaker confirms.
    Mirror {
        /// The step's id.
        step: String,
        /// The heading.
        label: String,
        /// gist, sense or feeling.
        mode: String,
        /// Who confirms.
        #[ts(type = "\"a\" | \"b\"")]
        speaker: Person,
        /// Ways to begin.
        frames: Vec<String>,
        /// Which try, from 1.
        attempt: u32,
        /// Tries are used up: the speaker says it in two sentences and it goes on (E8).
        two_sentences: bool,
        /// "Step 3 of 7", only if the count is sure.
        progress: Option<Progress>,
    },
    /// Each presses their own Ready.
    Ready {
        /// The step's id.
        step: String,
        /// The heading.
        label: String,
        /// The questions both sealed.
        items: Vec<String>,
        /// Who pressed Ready.
        #[ts(type = "(\"a\" | \"b\")[]")]
        ready: Vec<Person>,
        /// Both pressed Ready: pick who is read first.
        pick_first: bool,
        /// Questions that cannot be opened: "Nothing to open for this one".
        nothing: Vec<String>,
    },
    /// One answer a page.
    Opened(Box<OpenedAnswer>),
    /// What the owner chose to show, or the common ground of two.
    Shown {
        /// The step's id.
        step: String,
        /// The heading.
        label: String,
        /// What is shown.
        rows: Vec<RecapRow>,
        /// Words one could say that the other would love to hear.
        stars: Vec<String>,
        /// Replies of the one who did not show it; empty if none is asked for.
        replies: Vec<Opt>,
        /// Whose replies.
        #[ts(type = "\"a\" | \"b\" | null")]
        replier: Option<Person>,
        /// The reply chosen so far.
        reply: Option<String>,
    },
}

/// One opened answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenedAnswer {
    /// The step's id.
    pub step: String,
    /// The question.
    pub label: String,
    /// Whose words.
    #[ts(type = "\"a\" | \"b\"")]
    pub by: Person,
    /// The words; empty means skipped.
    pub lines: Vec<String>,
    /// Replies of the other; none is chosen beforehand.
    pub replies: Vec<Opt>,
    /// The reply chosen so far.
    pub reply: Option<String>,
    /// Words one could say that the other would love to hear.
    pub stars: Vec<String>,
    /// How many answers come after this one.
    pub left: u32,
}

/// Something the owner could show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PickRow {
    /// Its id.
    pub id: String,
    /// Its words, a line each.
    pub lines: Vec<String>,
}
