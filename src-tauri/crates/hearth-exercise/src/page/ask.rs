//! The inputs of a page, one a kind.

use hearth_domain::Person;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Audience;
use crate::value::Value;

/// An option, item, reply or row: id and words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opt {
    /// Stable id.
    pub id: String,
    /// What people read. For `rather-not-say`, `thank-you`, `need-time`, `no-reply`, `other`, which the engine
    /// adds, this is empty and the window owns the words.
    pub label: String,
    /// Choosing it clears the others.
    pub exclusive: bool,
}

/// A named group of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OptGroup {
    /// Its name.
    pub name: String,
    /// Its words.
    pub words: Vec<String>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ask {
    /// Words to read.
    Guide {
        /// Paragraphs, separated by empty lines.
        body: String,
        /// Points.
        items: Vec<String>,
        /// Goes on only by "I have read this".
        ack: bool,
        /// Offers an equal "Not now".
        not_now: bool,
        /// Kinds of help line to show.
        lines: Vec<String>,
        /// Earlier answers to show joined.
        join: Vec<RecapRow>,
    },
    /// Writing.
    Text {
        /// A large area instead of a few lines.
        long: bool,
        /// Most characters.
        max_chars: u32,
        /// Sentence starters.
        stems: Vec<String>,
    },
    /// Options.
    Choose {
        /// The options, "rather not say" included where it belongs.
        options: Vec<Opt>,
        /// Fewest.
        min: u32,
        /// Most; 1 means radios.
        max: u32,
        /// The order counts.
        rank: bool,
        /// A free line.
        other: bool,
        /// Choose for each of these rows.
        rows: Vec<Opt>,
    },
    /// A whole number between two ends.
    Scale {
        /// Words at the low end.
        low: String,
        /// Words at the high end.
        high: String,
        /// Smallest.
        min: i32,
        /// Largest.
        max: i32,
    },
    /// Words from a lexicon.
    Words {
        /// The groups.
        groups: Vec<OptGroup>,
        /// Fewest.
        min: u32,
        /// Most.
        max: u32,
        /// An own word may be added.
        own: bool,
    },
    /// Items, each with a state; one state means plain ticks.
    Checklist {
        /// The items.
        items: Vec<Opt>,
        /// The states; the first is the tick.
        states: Vec<Opt>,
        /// Goes on only when every item has the first state.
        need_all: bool,
    },
    /// Rows and columns.
    Table {
        /// The columns.
        columns: Vec<ColumnView>,
        /// Fixed rows; empty for open rows.
        rows: Vec<Opt>,
        /// What open rows begin with, in the first column; a row nobody wrote on is not part of the answer.
        begin: Vec<String>,
        /// Fewest open rows.
        min_rows: u32,
        /// Most open rows.
        max_rows: u32,
        /// Rows the other has to accept before they count.
        accept: bool,
        /// Row to the other's answer so far: agree, change, not-now, no.
        answers: std::collections::BTreeMap<String, String>,
    },
    /// Go or stop; nothing is kept.
    Consent {
        /// The answers, equal in weight.
        options: Vec<Opt>,
        /// What a yes would be to, if it is an agreement.
        text: Vec<RecapRow>,
    },
    /// Private questions; nothing is kept.
    Gate {
        /// What may apply.
        options: Vec<Opt>,
        /// Most that may be chosen.
        max: u32,
    },
    /// Both confirm one text.
    Agree {
        /// The text, a line each.
        lines: Vec<RecapRow>,
        /// Days until the review, as set.
        review_days: u32,
        /// Most days.
        review_max: u32,
        /// Who has confirmed.
        #[ts(type = "(\"a\" | \"b\")[]")]
        confirmed: Vec<Person>,
        /// Hours between this text and its confirmation; 0 if it is confirmed now.
        cooloff_h: u32,
    },
    /// A letter.
    Letter {
        /// Its parts.
        parts: Vec<Opt>,
        /// After so many minutes a line says that this is enough for one sitting (CR26).
        tip_min: Option<u32>,
    },
    /// A quiet time.
    Pause {
        /// breath, senses, wave or timer.
        form: String,
        /// How long; always skippable.
        seconds: u32,
        /// Words to follow.
        body: String,
    },
    /// A date, perhaps repeating.
    Schedule {
        /// What it is for.
        what: Option<String>,
        /// May repeat.
        repeat: bool,
        /// Earliest day, `YYYY-MM-DD`.
        earliest: String,
    },
    /// The owner ticks what to show. "Show nothing" is a complete answer (E13).
    Picks {
        /// What could be shown; nothing is ticked beforehand.
        rows: Vec<super::PickRow>,
        /// At most so many.
        most: u32,
        /// Why a letter cannot be shown yet; told to its owner alone.
        letter: Option<LetterWaits>,
    },
    /// The end of a run.
    Close {
        /// Last words.
        body: String,
        /// What was written into Ours in this run.
        recap: Vec<RecapRow>,
        /// Offers keep or delete now.
        keep: bool,
        /// Exercises to offer next.
        next: Vec<String>,
        /// Signs that more help is needed, behind one link.
        more_help: Vec<String>,
    },
    /// A page for this person alone.
    Help(HelpWords),
}

/// Why there is no letter to show today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "waits", rename_all = "snake_case")]
pub enum LetterWaits {
    /// None is written.
    Unwritten,
    /// It rests after its last change (E36).
    Rests {
        /// RFC 3339 in UTC.
        until: String,
    },
}

/// Words and help lines for one person alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HelpWords {
    /// Its heading.
    pub title: String,
    /// Paragraphs.
    pub body: String,
    /// Kinds of help line, first ones first.
    pub lines: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnView {
    /// Stable id.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// What goes in.
    pub input: FromColumn,
    /// An empty cell is an issue.
    pub required: bool,
}

/// What goes into a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "input", rename_all = "snake_case")]
pub enum FromColumn {
    /// Words.
    Text,
    /// A whole number.
    Number,
    /// One of these.
    Choose {
        /// The options.
        options: Vec<Opt>,
    },
    /// A date.
    Date,
    /// One of the two people; the cell holds `a`, `b` or `both`.
    Who,
}

/// One answer on a check page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckRow {
    /// The step to change.
    pub step: String,
    /// Its question.
    pub label: String,
    /// The answer in words, a line each; empty means skipped.
    pub lines: Vec<String>,
    /// Who reads it.
    pub audience: Audience,
    /// The answer itself.
    pub value: Option<Value>,
}

/// A question and what was written, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecapRow {
    /// The question, or the row's name.
    pub label: String,
    /// The answer, a line each.
    pub lines: Vec<String>,
    /// Whose it is; `None` if both wrote it.
    #[ts(type = "\"a\" | \"b\" | null")]
    pub by: Option<Person>,
}
