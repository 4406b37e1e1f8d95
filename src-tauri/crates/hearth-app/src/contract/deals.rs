//! Limits and proposals outside an exercise (S9, F8).

use hearth_exercise::page::Tip;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonName;

/// The words of a limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LimitWords {
    /// What to call it.
    pub name: String,
    /// When it counts.
    pub when: String,
    /// What its writer will do.
    pub will: String,
}

/// The words of a proposal, also once it is agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalWords {
    /// What to call it.
    pub name: String,
    /// What we do.
    pub what: String,
    /// For whom.
    #[ts(type = "\"both\" | \"a\" | \"b\"")]
    pub whom: String,
    /// From which day, `YYYY-MM-DD`; none: from the day both agree.
    pub from: Option<String>,
    /// Days from the agreement to the review.
    pub review_days: u32,
    /// How we tell each other that it ends.
    pub ending: String,
}

/// Either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum DealWords {
    /// A limit I set for myself.
    Limit {
        /// Its words.
        words: LimitWords,
    },
    /// Something we both do.
    Proposal {
        /// Its words.
        words: ProposalWords,
    },
}

/// What somebody begins to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "begin", rename_all = "snake_case", deny_unknown_fields)]
pub enum Begin {
    /// A limit for oneself.
    Limit {},
    /// Something for both.
    Proposal {},
    /// Goes on with a draft.
    GoOn {
        /// The draft.
        item: String,
    },
    /// New words for one's own limit.
    ChangeLimit {
        /// The limit.
        item: String,
    },
    /// A change to the other's proposal.
    Suggest {
        /// The proposal.
        item: String,
    },
    /// A proposal that would take the place of an agreement in force (F9).
    Change {
        /// The agreement.
        item: String,
    },
}

/// One draft, open on the page. It is kept in Mine from the first [`DraftWrite`] on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Draft {
    /// Its id.
    pub item: String,
    /// What it says so far.
    pub words: DealWords,
    /// The limit or proposal in Ours it changes.
    pub of: Option<DraftOf>,
    /// The agreement it would take the place of.
    pub replaces: Option<Replaced>,
    /// What it changes, as that reads now.
    pub now: Option<DealWords>,
    /// Both people, for whom it can be.
    pub people: Vec<PersonName>,
    /// The most days to the review (E32).
    pub most: u32,
    /// The other changed the text since this was begun.
    pub moved: bool,
    /// What it was to change is over; it can be proposed as one's own.
    pub over: bool,
}

/// A version of something in Ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftOf {
    /// Which.
    pub item: String,
    /// Its version.
    pub n: u32,
}

/// An agreement that another would take the place of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Replaced {
    /// Which.
    pub item: String,
    /// Its name.
    pub name: String,
}

/// What is typed, to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftWrite {
    /// The draft.
    pub item: String,
    /// What it says.
    pub words: DealWords,
    /// As [`Draft::of`].
    pub of: Option<DraftOf>,
    /// The agreement it would take the place of.
    pub replaces: Option<String>,
}

/// What was kept of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DraftKept {
    /// Quiet tips; they never block (E34).
    pub tips: Vec<Tip>,
    /// Parts without which it cannot be given: `name`, `what`, `will`, `from` or `review`.
    pub missing: Vec<String>,
    /// Parts that read differently in what it changes.
    pub changed: Vec<String>,
}

/// What one person alone does about a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProposalAnswer {
    /// Not now.
    NotNow,
    /// No.
    No,
    /// Takes up again what was put off.
    TakeUp,
    /// The writer takes it back.
    Withdraw,
}

/// Limits, proposals, and one's own drafts. In Together without drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Register {
    /// Both people, as far as they are set up.
    pub people: Vec<PersonName>,
    /// One's own drafts, the newest first; alone only.
    pub drafts: Vec<DraftLine>,
    /// Proposals that are open, the next review first.
    pub proposals: Vec<ProposalLine>,
    /// Limits that were given.
    pub limits: Vec<LimitLine>,
    /// Proposals that came to nothing, the newest first.
    pub over: Vec<ProposalLine>,
}

/// One of one's own drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DraftLine {
    /// Its id.
    pub item: String,
    /// `limit`, `proposal`, `limit_change`, `suggestion` or `change`.
    pub kind: String,
    /// What it is called; may be empty.
    pub name: String,
    /// The day it was begun, `YYYY-MM-DD`, local.
    pub on: String,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProposalLine {
    /// Which.
    pub item: String,
    /// Its version.
    pub n: u32,
    /// Its words.
    pub words: ProposalWords,
    /// Who wrote this version.
    pub by: PersonName,
    /// `proposed`, `not_now`, `no` or `withdrawn`.
    pub standing: String,
    /// The day it was first proposed, `YYYY-MM-DD`, local.
    pub on: String,
    /// Whose answer it is and on which day, where somebody gave one.
    pub answered: Option<(PersonName, String)>,
    /// The words of the version before, if this is a suggested change.
    pub before: Option<ProposalWords>,
    /// The parts that read differently there: `name`, `what`, `whom`, `from`, `review`, `ending`.
    pub changed: Vec<String>,
    /// What whoever is open alone can do: `change`, `not_now`, `no`, `take_up`, `withdraw`.
    pub acts: Vec<String>,
    /// Both are open and can agree to it.
    pub can_agree: bool,
    /// So many changes were suggested that talking may help more (F8).
    pub session: bool,
    /// The agreement it would take the place of.
    pub replaces: Option<Replaced>,
    /// It stands in the name of somebody who is open and never wrote it.
    pub unconfirmed: bool,
}

/// A limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LimitLine {
    /// Which.
    pub item: String,
    /// Its words.
    pub words: LimitWords,
    /// Whose it is.
    pub by: PersonName,
    /// The day it was given, `YYYY-MM-DD`, local.
    pub on: String,
    /// The other pressed "I have read this" for this version: who, and on which day.
    pub read: Option<(PersonName, String)>,
    /// The one who is open alone can press it.
    pub can_read: bool,
    /// The one who is open alone wrote it: can change and end it.
    pub own: bool,
    /// Its writer ended it: who, and on which day.
    pub ended: Option<(PersonName, String)>,
    /// What it said before, the newest first (P8).
    pub earlier: Vec<EarlierLimit>,
    /// It stands in the name of somebody who is open and never wrote it.
    pub unconfirmed: bool,
}

/// What a limit said before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EarlierLimit {
    /// The day the next words took its place, `YYYY-MM-DD`, local.
    pub until: String,
    /// Its words.
    pub words: LimitWords,
}
