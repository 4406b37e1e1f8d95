//! One step and its branches.

use super::{Choice, Kind, Role};
use crate::condition::Expr;

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// The one who opened the exercise, alone.
    Me,
    /// Both, separately, unseen by the other.
    Each,
    /// Both, on one screen.
    Both,
    /// Whoever has that role in this run.
    Role(Role),
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Unique in the exercise, never reused for another meaning.
    pub id: String,
    /// Who acts.
    pub who: Who,
    /// The question.
    pub label: String,
    /// A line below it.
    pub help: Option<String>,
    /// "Why we ask".
    pub why: Option<String>,
    /// The part it belongs to.
    pub part: String,
    /// Prints the word "optional"; every step can be skipped anyway.
    pub optional: bool,
    /// Not asked again once answered in an earlier run.
    pub once: bool,
    /// Keeps its number in this dated series.
    pub series: Option<String>,
    /// Shown only if this holds.
    pub show_if: Option<Expr>,
    /// The other's short replies to a shared value, kept as `id.reply`.
    pub answers: Vec<Choice>,
    /// What may follow once it was shown.
    pub then: Vec<Branch>,
    /// What it asks, and whom the answer is for.
    pub kind: Kind,
    /// The standard block it came from.
    pub block: Option<String>,
}

/// `[[step.then]]`: a condition, words to say, and at most one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// When it applies; always if absent.
    pub when: Option<Expr>,
    /// A line to say.
    pub say: Option<String>,
    /// What happens.
    pub action: Option<Action>,
}

/// E28. Forward only, except `Repeat` with its maximum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Back to a step, at most so often.
    Repeat {
        /// The step to go back to.
        from: String,
        /// How often.
        max: u32,
    },
    /// The neutral end.
    EndNeutral,
    /// A break.
    Break,
    /// A page for that person alone.
    Page(String),
    /// Offer another exercise at the close.
    Suggest(String),
    /// Go straight to another exercise; no private answer crosses.
    Start(String),
    /// Use a level at most as high as that step's.
    Lower(String),
    /// Close exercises for that person for so many days.
    Rest {
        /// How many days.
        days: u32,
        /// Which exercises.
        slugs: Vec<String>,
    },
}
