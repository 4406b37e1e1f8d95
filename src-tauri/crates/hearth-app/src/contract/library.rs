//! Exercises to choose from, and help.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Group id.
    pub theme: Option<String>,
    /// At most so many minutes.
    pub minutes: Option<u32>,
    /// Heat: 0 alone, 1 Light, 2 Medium, 3 Deep.
    pub depth: Option<u8>,
    /// True: together, false: alone.
    pub together: Option<bool>,
}

/// One exercise in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Card {
    /// Which exercise.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its one line.
    pub summary: String,
    /// Group id.
    pub theme: String,
    /// About how long.
    pub minutes: u32,
    /// 0 to 4.
    pub depth: u8,
    /// A part of it is done together.
    pub together: bool,
    /// A part of it is done alone.
    pub alone: bool,
    /// The own status, alone only; in Together `ready` or `none`.
    pub status: CardStatus,
}

/// One's own status. In Together nothing private is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardStatus {
    /// Nothing to say.
    None,
    /// "For the two of you".
    ForTwo,
    /// Begun.
    Started,
    /// Sealed by this person, and not opened yet.
    Sealed,
    /// Kept.
    Kept,
    /// Both sealed: ready to open, in Together only.
    Ready,
}

/// The opening page of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Look {
    /// Its card.
    pub card: Card,
    /// When not to do it.
    pub not_for: Vec<String>,
    /// Authors and years.
    pub sources: Vec<String>,
    /// "Builds on": what it needs, never marked done or not done (E23).
    pub builds_on: Vec<BuildsOn>,
    /// It may begin now; otherwise the fixed text of E23 shows. What is done alone is closed only while a therapist has to assign it.
    pub open: bool,
    /// This part can only be done by the two together, and one is open: "This needs both of you".
    pub needs_both: bool,
    /// It can only be done alone, and two are open.
    pub needs_one: bool,
    /// The part that begins here.
    pub part: Option<String>,
    /// Roles have to be picked, by name: who goes first.
    pub pick_first: bool,
    /// Who goes first if nobody picks (E7).
    #[ts(type = "\"a\" | \"b\" | null")]
    pub first: Option<hearth_domain::Person>,
    /// A run to go on with.
    pub run: Option<String>,
    /// Told to the person alone: their own preparation is not done yet.
    pub own_need: Option<BuildsOn>,
    /// Kinds of audience the answers have: private, sealed, shared.
    pub audiences: Vec<hearth_exercise::page::Audience>,
}

/// Something a run left behind to be found again: in Mine while one is open, in Ours for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Thing {
    /// Its id.
    pub item: String,
    /// `card`, `plan`, `ritual`, `list` or `letter`.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// The exercise it comes from.
    pub exercise: String,
    /// Only its owner can open it.
    pub mine: bool,
    /// Its words.
    pub lines: Vec<hearth_exercise::page::RecapRow>,
    /// The day it was made, `YYYY-MM-DD`, local.
    pub made_on: String,
}

/// A link to an exercise this one builds on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BuildsOn {
    /// Which exercise.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Each does their own.
    pub each: bool,
}

/// The help page of one region. The list is always whole and in the same order (H2, CR5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpPage {
    /// All regions to choose from.
    pub regions: Vec<HelpRegion>,
    /// The chosen region's id.
    pub region: Option<String>,
    /// Its lines.
    pub lines: Vec<HelpLine>,
}

/// A region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpRegion {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// One line of help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpLine {
    /// emergency, crisis, abuse, own_behaviour, sexual_violence, substance, family, children, community.
    pub kind: String,
    /// The service.
    pub name: String,
    /// The number to call, as text.
    pub call: Option<String>,
    /// What to text, as text.
    pub text: Option<String>,
    /// Whom it is for, or what to know.
    pub who: Option<String>,
    /// Year in which it was known to work.
    pub known_from: u16,
    /// `YYYY-MM-DD` of the last check, if anybody called.
    pub verified_on: Option<String>,
}
