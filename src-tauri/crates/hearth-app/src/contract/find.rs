//! Find, one entry in full, the history of Ours, what was removed (S14).

use hearth_domain::Person;
use hearth_exercise::page::RecapRow;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonName;

/// Where an entry lies, to ask for it. What is not open is not there, whatever somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Spot {
    /// A thing that stays.
    Thing {
        /// In one's own pages; else in Ours.
        mine: bool,
        /// Which.
        item: String,
    },
    /// An answer.
    Answer {
        /// In one's own pages; else in Ours.
        mine: bool,
        /// Of which run.
        run: String,
        /// To which step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
        /// Whose; `None` if both wrote it.
        #[ts(type = "\"a\" | \"b\" | null")]
        who: Option<Person>,
    },
    /// One's own sealed answer.
    Sealed {
        /// Of which run.
        run: String,
        /// To which step.
        step: String,
        /// Which time round, from 1.
        lap: u32,
    },
}

/// Letters that are what was looked for, or stand round it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Piece {
    /// The letters.
    pub text: String,
    /// They are what was looked for.
    pub hit: bool,
}

/// One entry that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    /// Where it lies.
    pub spot: Spot,
    /// Only its owner can open it.
    pub mine: bool,
    /// `answer`, `sealed`, `agreement`, `limit`, `proposal`, `limit_draft`, `proposal_draft`, `card`, `plan`, `ritual`,
    /// `list`, `letter` or `closing`.
    pub kind: String,
    /// The question, or what it is called.
    pub title: Vec<Piece>,
    /// The exercise it comes from; may be empty.
    pub exercise: String,
    /// Whose words, in Ours; `None` where both wrote.
    pub by: Option<PersonName>,
    /// The day it was written, `YYYY-MM-DD`, local.
    pub on: String,
    /// A piece of its words.
    pub words: Vec<Piece>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// There was a letter to look for.
    pub looked: bool,
    /// How many entries there are.
    pub all: u32,
    /// The newest of them.
    pub hits: Vec<Hit>,
}

/// One entry in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Entry {
    /// Only its owner can open it.
    pub mine: bool,
    /// As [`Hit::kind`].
    pub kind: String,
    /// The question, or what it is called.
    pub title: String,
    /// The exercise it comes from; may be empty.
    pub exercise: String,
    /// Whose words, in Ours; `None` where both wrote.
    pub by: Option<PersonName>,
    /// The day it was written, `YYYY-MM-DD`, local.
    pub on: String,
    /// An answer whose words its author took back since; a dated line stays (E15).
    pub hidden: bool,
    /// It says that it is agreed, and somebody who is open never said yes to this text.
    pub unconfirmed: bool,
    /// Its words.
    pub lines: Vec<RecapRow>,
    /// What stood there before, the newest first.
    pub versions: Vec<Version>,
    /// The run to go on with, if it is not over and who is open can.
    pub run: Option<String>,
}

/// What stood there before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Version {
    /// From 1.
    pub n: u32,
    /// An answer: the day it was written. A thing: the day the next text took its place. `YYYY-MM-DD`, local.
    pub on: String,
    /// Its words; none if they were taken back.
    pub lines: Vec<RecapRow>,
}

/// Changes of Ours, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Past {
    /// One page of them.
    pub changes: Vec<PastChange>,
    /// Ask with this number for the page before; `None` at the first change.
    pub before: Option<u32>,
}

/// One change of Ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PastChange {
    /// Its number, from 1.
    pub seq: u32,
    /// The day, `YYYY-MM-DD`, local.
    pub on: String,
    /// `wrote`, `replied`, `took_back`, `opened`, `done`, `stopped`, `named`, `closing`, `proposed`, `reworded`,
    /// `said_yes`, `in_force`, `ended`, `left_open`, `changed`, `kept`, `parked`, `talked`, `removed` or `gone`; of a
    /// proposal also `suggested`, `not_now`, `no`, `taken_up`, `withdrawn` and `replaced`, of a limit `limit_given`,
    /// `limit_changed`, `limit_read`, `limit_ended`.
    pub what: String,
    /// Whose hand it was, where that is known; in Together most often nobody can say.
    pub by: Option<PersonName>,
    /// What it is about: an exercise, an agreement, a thing, a name; may be empty.
    pub about: String,
    /// Entries to look at.
    pub entries: Vec<PastEntry>,
}

/// An entry that a change wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PastEntry {
    /// Where it lies.
    pub spot: Spot,
    /// The question, or what it is called.
    pub title: String,
    /// Whose words; `None` where both wrote.
    pub by: Option<PersonName>,
}

/// A thing of one's own that was removed and can still be put back (F0).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Removed {
    /// Its id.
    pub item: String,
    /// `card`, `plan`, `ritual`, `list`, `letter`, `limit_draft` or `proposal_draft`.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// The day it was removed, `YYYY-MM-DD`, local.
    pub removed_on: String,
    /// The day it goes for good, `YYYY-MM-DD`, local.
    pub gone_on: String,
}
