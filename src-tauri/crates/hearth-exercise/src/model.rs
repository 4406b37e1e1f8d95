//! A compiled exercise: blocks, lists, lexicons and pages copied in. It stands alone.
//!
//! Only [`crate::format`] makes one, after every check passed, so the run engine never meets a bad reference.

mod kind;
mod step;

pub use kind::{
    Agree, Checklist, Choose, Close, Column, ColumnKind, Consent, Gate, Guide, Items, Kind, LetterPart, LetterStep,
    Mirror, MirrorMode, Pause, PauseForm, Reveal, RevealMode, Scale, Schedule, Source, Stars, Swap, Table, Text, Turn,
    Words,
};
pub use step::{Action, Branch, Step, Who};

use std::collections::BTreeMap;

use hearth_domain::Heat;

/// A compiled exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Identity over all revisions, never edited.
    pub uid: String,
    /// The name in file names, links and rules.
    pub slug: String,
    /// Which revision, from 1.
    pub revision: u32,
    /// BCP 47 language of the text.
    pub lang: String,
    /// Its name on screen.
    pub title: String,
    /// One line on what it is for.
    pub summary: String,
    /// The id of its group: start, steady, daily, talk, know, limits, recover, repair, touch.
    pub theme: String,
    /// About how long it takes.
    pub minutes: u32,
    /// How deep it goes.
    pub heat: Heat,
    /// The licence of its words.
    pub license: String,
    /// 1 built first, 2 second.
    pub wave: u8,
    /// Author and year of each source.
    pub sources: Vec<String>,
    /// When not to do it, a sentence each.
    pub not_for: Vec<String>,
    /// Offer it again after so many days.
    pub repeat_days: Option<u32>,
    /// The two roles, if people take different ones.
    pub roles: Option<[Role; 2]>,
    /// What it builds on beyond its heat.
    pub needs: Vec<Need>,
    /// True for the ground rules, which cannot ask for themselves (E25).
    pub exempt: bool,
    /// Whether a run is kept at all.
    pub record: Record,
    /// The parts, in order; one if the file names none.
    pub parts: Vec<Part>,
    /// What it leaves behind.
    pub products: Vec<Product>,
    /// All steps of all parts, blocks expanded, in order.
    pub steps: Vec<Step>,
    /// The lists its steps name.
    pub lists: BTreeMap<String, Vec<Choice>>,
    /// The lexicons its steps name.
    pub lexicons: BTreeMap<String, Vec<WordGroup>>,
    /// The pages its branches open.
    pub pages: BTreeMap<String, HelpPage>,
    /// SHA-256 of the canonical JSON.
    pub hash: ContentHash,
    /// That canonical JSON, as it is kept and sent; [`crate::format::read_canonical`] reads it.
    pub canonical: String,
}

impl Exercise {
    /// The step with that id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|s| s.id == id)
    }

    /// The steps of one part, in order.
    pub fn steps_of<'a>(&'a self, part: &'a str) -> impl Iterator<Item = &'a Step> {
        self.steps.iter().filter(move |s| s.part == part)
    }
}

/// SHA-256 of an exercise's canonical JSON; a run is pinned to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(pub [u8; 32]);

impl std::fmt::Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "sha256:{}", hex::encode(self.0))
    }
}

/// A role two people take, picked at the start of a run. Never shown (CR39).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Says a little at a time.
    Speaker,
    /// Says it back.
    Listener,
    /// Brings the limit, request or apology.
    Owner,
    /// Answers it.
    Receiver,
    /// Was hurt.
    Hurt,
    /// Is in recovery.
    Recovering,
    /// Supports.
    Supporting,
}

/// Whether runs and answers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// A run with answers.
    Run,
    /// No run, no answers, only products (`starting-safely`).
    None,
}

/// What an exercise builds on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// That exercise's agreement is in force.
    Agreed(String),
    /// A joint run of it was finished within so many days.
    Done {
        /// Which exercise.
        slug: String,
        /// How many days count.
        days: u32,
    },
    /// One person's own finished run. Told to that person alone, closes nothing.
    Own {
        /// Which exercise.
        slug: String,
        /// Whose.
        by: Who,
    },
}

/// A part of an exercise, with its own heat: `apology-steps` is written alone and offered together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The id steps name.
    pub id: String,
    /// Alone or together.
    pub mode: Mode,
    /// How deep this part goes.
    pub heat: Heat,
}

/// Whether a part is done alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One space open; its opener acts.
    Alone,
    /// Both spaces open.
    Together,
}

/// Something that stays after a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// card, list, letter, plan, ritual or pace.
    pub kind: ProductKind,
    /// The steps it is made of.
    pub from: Vec<String>,
    /// Its name.
    pub title: String,
    /// Whether it rests in Ours.
    pub shared: bool,
}

/// What kind of thing stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the catalogue's own")]
pub enum ProductKind {
    Card,
    List,
    Letter,
    Plan,
    Ritual,
    Pace,
}

/// One option, item, state or reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Stable id, kept in answers.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Choosing it clears the others.
    pub exclusive: bool,
    /// In a consent: this one means go on.
    pub yes: bool,
    /// A page to open for the person alone.
    pub page: Option<String>,
    /// In an answer to a shared value: also kept as a reply.
    pub reply: bool,
}

/// A named group of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordGroup {
    /// The group's name.
    pub name: String,
    /// Its words.
    pub words: Vec<String>,
}

/// A page for one person alone: what to do, and which help lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpPage {
    /// Its heading.
    pub title: String,
    /// Paragraphs.
    pub body: String,
    /// Kinds of help line to show, first ones first.
    pub lines: Vec<String>,
}
