//! What a run wants written. Two closed enums, so that no private content fits a change of Ours.

use chrono::{DateTime, NaiveDate, Utc};
use hearth_domain::{Pace, Person, Visibility};

use super::words::{Lines, Private, Shared};
use crate::model::ProductKind;

/// One thing to write, in order. All effects of one [`super::Applied`] belong into one frame a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Into that person's own space.
    Own(Person, OwnEffect),
    /// Into the shared space.
    Ours(OursEffect),
}

/// Written into one person's own space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnEffect {
    /// An alone run begins.
    RunBegun,
    /// An alone run stands here.
    RunAt {
        /// The step.
        at: String,
        /// Which time round, from 1.
        lap: u32,
    },
    /// An alone run ends.
    RunEnded {
        /// How.
        how: Ending,
    },
    /// "Delete now" at the end of an alone run: its answers, versions, series numbers and things.
    Forget,
    /// Words in progress, or a finished page before its turn is kept. Makes no version.
    Draft {
        /// The step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// For whom it was written.
        vis: OwnVisibility,
        /// The answer; `None` is a skip.
        value: Option<Private>,
        /// The page was left by Continue or Skip; false while typing.
        answered: bool,
    },
    /// A kept answer. Makes a version.
    Keep {
        /// The step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// For whom it was written.
        vis: OwnVisibility,
        /// The answer; `None` is a skip.
        value: Option<Private>,
    },
    /// The answer moved to Ours or is no longer part of the run.
    Drop {
        /// The step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
    },
    /// Seal an answer (E14). A skipped step seals `None`.
    Seal {
        /// The step; one round a step and lap.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// The answer.
        value: Option<Private>,
    },
    /// A sealed answer that was only ever compared is gone: its words, its drafts and its seal.
    Unseal {
        /// The step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
    },
    /// A dated number for the owner's own chart (E41).
    Series {
        /// The series.
        name: String,
        /// The number.
        value: i32,
    },
    /// A pace set with the person's own hand (E21).
    Pace(Pace),
    /// `starting-safely` was gone through.
    Checked,
    /// Close exercises for this person for so many days.
    Rest {
        /// Which exercises.
        slugs: Vec<String>,
        /// How many days.
        days: u32,
    },
    /// Something stays after the run, in Mine.
    Item {
        /// What.
        kind: ProductKind,
        /// The step it is made of, or the first of them.
        step: String,
        /// Its name.
        title: String,
        /// Its words.
        body: Vec<Lines<Private>>,
    },
    /// This person confirmed the agreement of that step: my receipt.
    Receipt {
        /// The `agree` step.
        step: String,
    },
}

/// Who may ever read an answer that rests in Mine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OwnVisibility {
    /// Nobody else.
    Priv,
    /// Nobody else, until its author picks it.
    Offer,
    /// Nobody else, until both open it.
    Seal,
    /// Waits in Mine until both are done, then goes to Ours.
    Waiting,
    /// A packet its author builds.
    Ther,
}

impl OwnVisibility {
    /// The visibility of a step's answer while it rests in Mine; `None` for eph.
    #[must_use]
    pub const fn of(visibility: Visibility) -> Option<Self> {
        match visibility {
            Visibility::Eph => None,
            Visibility::Priv => Some(Self::Priv),
            Visibility::Offer => Some(Self::Offer),
            Visibility::Seal => Some(Self::Seal),
            Visibility::Shared => Some(Self::Waiting),
            Visibility::Ther => Some(Self::Ther),
        }
    }

    /// The visibility as tables write it.
    #[must_use]
    pub const fn visibility(self) -> Visibility {
        match self {
            Self::Priv => Visibility::Priv,
            Self::Offer => Visibility::Offer,
            Self::Seal => Visibility::Seal,
            Self::Waiting => Visibility::Shared,
            Self::Ther => Visibility::Ther,
        }
    }
}

/// How a run ended. A neutral end is a stop: nothing tells them apart (E10, CR2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Finished.
    Done,
    /// Stopped by anyone, for any reason.
    Stopped,
}

/// Written into Ours. Both read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OursEffect {
    /// A joint run begins.
    RunBegun,
    /// A joint run stands here.
    RunAt {
        /// The step; never one whose being shown tells a private answer (E11).
        at: String,
        /// Which time round, from 1.
        lap: u32,
    },
    /// A joint run rests. No name, no reason (E9).
    RunRests {
        /// Until when; `None` for another day.
        until: Option<DateTime<Utc>>,
        /// It cannot be cut short.
        cooloff: bool,
    },
    /// The rest is over.
    RunGoesOn,
    /// A joint run ends.
    RunEnded {
        /// How.
        how: Ending,
    },
    /// Shared words in progress.
    Draft {
        /// The step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// The answer so far; `None` is nothing yet.
        value: Option<Shared>,
    },
    /// A shared answer, an opened one, a picked copy, a reply (`<step>.reply`) or row answers (`<step>.rows`).
    Keep {
        /// The step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// Whose words; `None` if written together.
        who: Option<Person>,
        /// The answer; `None` is a skip.
        value: Option<Shared>,
    },
    /// Publish both sealed answers of a round. The values follow as two `Keep`.
    OpenRound {
        /// The step; one round a step and lap.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// Who is read first.
        first: Person,
    },
    /// No round of this run can be opened any more.
    CloseRounds,
    /// This round was compared in memory and is never opened.
    CloseRound {
        /// The step; one round a step and lap.
        step: String,
        /// Which time round, from 1.
        lap: u32,
    },
    /// What came of two private answers; who gave which is not in it (E29).
    Result {
        /// The `choose` or `reveal` step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// The result alone.
        value: Shared,
    },
    /// The agreement of that step is written down. A second one for the same step replaces the first.
    Propose {
        /// The `agree` step.
        step: String,
        /// Its name.
        title: String,
        /// Its text.
        lines: Vec<Lines<Shared>>,
        /// Day of the review (E32).
        review: NaiveDate,
        /// Confirmed no earlier than this; `None` if at once.
        not_before: Option<DateTime<Utc>>,
    },
    /// This person confirms the text that was proposed last.
    Assent {
        /// The `agree` step.
        step: String,
        /// Who.
        who: Person,
        /// Day of the review.
        review: NaiveDate,
    },
    /// Both confirmed: it counts from now.
    InForce {
        /// The `agree` step.
        step: String,
    },
    /// It was left open: no agreement is made.
    LeftOpen {
        /// The `agree` step.
        step: String,
    },
    /// Something stays after the run, in Ours.
    Item {
        /// What.
        kind: ProductKind,
        /// The step it is made of, or the first of them.
        step: String,
        /// Its name.
        title: String,
        /// Its words.
        body: Vec<Lines<Shared>>,
    },
}
