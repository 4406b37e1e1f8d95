//! Where a run stands.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, Utc};
use hearth_domain::{Pair, Person};

use super::words::Shared;
use crate::model::Choice;
use crate::page::{HelpWords, RecapRow};

/// Where a run stands. Every variant is one kind of moment.
pub(super) enum Place {
    /// One person's own pages, behind a cover.
    Turn(Turn),
    /// A page both read, at this position.
    Page(usize),
    /// One talks.
    Talk(Talk),
    /// The other says it back.
    Mirror(Mirror),
    /// Sealed answers are opened.
    Opening(Opening),
    /// Something is shown to both.
    Shown(Shown),
    /// Both confirm a text.
    Agree(Agree),
    /// A break or a cool-off.
    Rest(Rest),
    /// The end.
    End(End),
}

/// What a turn is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// The steps of a group.
    Answer,
    /// Ticking what to show, at this position (E13).
    Pick(usize),
    /// The private yes before an agreement, at this position (E31).
    Yes(usize),
}

/// The turns of one group, one person after the other.
pub(super) struct Turn {
    pub task: Task,
    /// Which group.
    pub group: usize,
    /// Who is next after this person.
    pub queue: VecDeque<Person>,
    /// Whose turn it is.
    pub who: Person,
    /// "I am (name)" was pressed.
    pub in_hand: bool,
    pub spot: Spot,
    /// Positions left by Continue, Skip or Next in this turn.
    pub passed: BTreeSet<usize>,
    /// Pages shown before this one, for Back.
    pub trail: Vec<usize>,
    /// Pages for this person alone that come before the next step.
    pub help: VecDeque<HelpWords>,
    /// What each person ticked.
    pub picks: Pair<Vec<String>>,
    /// "Not now" was pressed on a page of this group; it counts once everyone has answered (E22).
    pub not_now: bool,
}

/// What one person's turn shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// The page of a position.
    Page(usize),
    /// A page for this person alone, from [`Turn::help`].
    Help(usize),
    /// All answers of this turn.
    Check,
}

/// A timed turn.
pub(super) struct Talk {
    pub at: usize,
    /// Who talks now and after; `None` if both practise.
    pub speakers: VecDeque<Option<Person>>,
    /// Who asked for another pair of rounds.
    pub more: Pair<bool>,
}

/// Saying back.
pub(super) struct Mirror {
    pub at: usize,
}

/// Opening sealed answers, one a page.
pub(super) struct Opening {
    pub at: usize,
    pub ready: Pair<bool>,
    pub first: Option<Person>,
    /// Which page, counted over all pairs.
    pub page: usize,
    /// The questions that can be opened, with their round.
    pub rounds: Vec<(String, u32)>,
    /// Questions that cannot: "Nothing to open for this one".
    pub nothing: Vec<String>,
    pub reply: Option<String>,
}

/// Pages that show something to both.
pub(super) struct Shown {
    pub at: usize,
    pub pages: Vec<ShownPage>,
    pub page: usize,
    pub reply: Option<String>,
}

/// One of them.
pub(super) struct ShownPage {
    pub rows: Vec<RecapRow>,
    pub stars: Vec<String>,
    /// Who showed it; the other replies. `None` if it came of both.
    pub by: Option<Person>,
    pub replies: Vec<Choice>,
    /// The step the reply belongs to.
    pub reply_to: String,
}

/// Confirming a text.
pub(super) struct Agree {
    pub at: usize,
    pub review_days: u32,
    pub confirmed: Pair<bool>,
}

/// A rest.
pub(super) struct Rest {
    pub until: Option<DateTime<Utc>>,
    pub cooloff: bool,
    pub back: Pair<bool>,
    pub then: Then,
}

/// What follows a rest.
pub(super) enum Then {
    /// The same moment again.
    Same(Box<Place>),
    /// The opening block again, then this position.
    OpeningThen(usize),
}

/// The end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct End {
    pub done: bool,
    pub new_facts: bool,
    pub another_day: bool,
    pub next: Vec<String>,
}

/// Row answers of a table, by row (E35).
pub(super) type RowAnswers = BTreeMap<String, String>;

/// A copy that may be shown, with the words of it.
pub(super) struct Copied {
    pub step: String,
    pub value: Shared,
    pub rows: Vec<RecapRow>,
}
