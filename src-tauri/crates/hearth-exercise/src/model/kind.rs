//! The seventeen step types (`exercises.md` 1, keys in `build-notes.md` 1).

use hearth_domain::Visibility;

use super::Choice;
use crate::condition::Expr;

/// What a step asks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its struct")]
pub enum Kind {
    Guide(Guide),
    Text(Text),
    Choose(Choose),
    Scale(Scale),
    Words(Words),
    Checklist(Checklist),
    Table(Table),
    Turn(Turn),
    Mirror(Mirror),
    Consent(Consent),
    Agree(Agree),
    Letter(LetterStep),
    Pause(Pause),
    Schedule(Schedule),
    Reveal(Reveal),
    Gate(Gate),
    Close(Close),
}

impl Kind {
    /// The file's word for it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Guide(_) => "guide",
            Self::Text(_) => "text",
            Self::Choose(_) => "choose",
            Self::Scale(_) => "scale",
            Self::Words(_) => "words",
            Self::Checklist(_) => "checklist",
            Self::Table(_) => "table",
            Self::Turn(_) => "turn",
            Self::Mirror(_) => "mirror",
            Self::Consent(_) => "consent",
            Self::Agree(_) => "agree",
            Self::Letter(_) => "letter",
            Self::Pause(_) => "pause",
            Self::Schedule(_) => "schedule",
            Self::Reveal(_) => "reveal",
            Self::Gate(_) => "gate",
            Self::Close(_) => "close",
        }
    }

    /// Who may read the value, if the step has one. Consent and gate answers are always `Eph` (E21).
    #[must_use]
    pub const fn visibility(&self) -> Option<Visibility> {
        match self {
            Self::Text(k) => Some(k.visibility),
            Self::Choose(k) => Some(k.visibility),
            Self::Scale(k) => Some(k.visibility),
            Self::Words(k) => Some(k.visibility),
            Self::Checklist(k) => Some(k.visibility),
            Self::Table(k) => Some(k.visibility),
            Self::Letter(k) => Some(k.visibility),
            Self::Schedule(k) => Some(k.visibility),
            Self::Agree(_) => Some(Visibility::Shared),
            Self::Consent(_) | Self::Gate(_) => Some(Visibility::Eph),
            Self::Guide(_) | Self::Turn(_) | Self::Mirror(_) | Self::Pause(_) | Self::Reveal(_) | Self::Close(_) => {
                None
            }
        }
    }
}

/// Where a list of rows, options or items comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A step of this run.
    Step(String),
    /// `slug/step`: one's own latest finished run.
    OwnRun {
        /// Which exercise.
        slug: String,
        /// Which step of it.
        step: String,
    },
    /// `@agreements/due`: agreements whose review is due.
    AgreementsDue,
}

/// Options given in the file or taken from somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Items {
    /// Written in the step, or a list copied in.
    Given(Vec<Choice>),
    /// Made from earlier answers.
    From(Source),
}

/// Words to read, nothing to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// Paragraphs.
    pub body: String,
    /// Points.
    pub items: Vec<Choice>,
    /// Goes on only by "I have read this".
    pub ack: bool,
    /// Offers an equal "Not now".
    pub not_now: bool,
    /// Kinds of help line to show.
    pub lines: Vec<String>,
    /// Earlier answers to show joined, by step.
    pub join: Vec<String>,
}

/// Short or long writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// For whom.
    pub visibility: Visibility,
    /// 4000 characters instead of 280.
    pub long: bool,
    /// Sentence starters.
    pub stems: Vec<String>,
    /// Words that show a quiet tip; they never block.
    pub soft_check: Vec<String>,
}

/// One, several or ranked options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choose {
    /// For whom.
    pub visibility: Visibility,
    /// The options; "rather not say" is added where the rule asks for it.
    pub options: Items,
    /// Keep only rows of `from` that fit.
    pub only: Option<Expr>,
    /// Choose for each row of this step.
    pub per: Option<Source>,
    /// Fewest.
    pub min: u32,
    /// Most.
    pub max: u32,
    /// The order counts.
    pub rank: bool,
    /// A free line.
    pub other: bool,
    /// Both choose a level, the gentler counts and its chooser is not named (E29).
    pub lower: bool,
}

/// A whole number between two ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// For whom.
    pub visibility: Visibility,
    /// Words at the low end.
    pub low: String,
    /// Words at the high end.
    pub high: String,
    /// Smallest.
    pub min: i64,
    /// Largest.
    pub max: i64,
}

/// Words from a lexicon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// For whom.
    pub visibility: Visibility,
    /// feelings, needs, body or values.
    pub lexicon: String,
    /// Fewest.
    pub min: u32,
    /// Most.
    pub max: u32,
    /// An own word may be added.
    pub own: bool,
}

/// Items, each with a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// For whom.
    pub visibility: Visibility,
    /// What to tick.
    pub items: Items,
    /// The states an item may have; the first is the tick.
    pub states: Vec<Choice>,
    /// Goes on only when every item has the first state.
    pub need_all: bool,
}

/// Rows and columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// For whom.
    pub visibility: Visibility,
    /// The columns.
    pub columns: Vec<Column>,
    /// Fixed rows, or none for open rows.
    pub rows: Option<Items>,
    /// What open rows begin with: one for each thing chosen there, named in the first column.
    pub begin: Option<Source>,
    /// Fewest open rows.
    pub min_rows: u32,
    /// Most open rows.
    pub max_rows: u32,
    /// A row counts once the other answered agree (E35).
    pub accept: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Stable id, kept in cells.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// What goes in.
    pub kind: ColumnKind,
    /// An empty cell is an issue.
    pub required: bool,
    /// Words that show a quiet tip.
    pub soft_check: Vec<String>,
}

/// What goes into a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A whole number.
    Number,
    /// One of these.
    Choose(Vec<Choice>),
    /// A date.
    Date,
    /// One of the two people.
    Who,
}

/// A timed turn. Speech is never recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Length; equal for both (E5).
    pub seconds: u32,
    /// What helps the one who talks.
    pub say: Vec<String>,
    /// What helps the one who listens.
    pub listen: Vec<String>,
    /// Spoken out loud as part of a longer talk; kept from the file.
    pub out: Option<String>,
    /// Then roles change and steps run again.
    pub swap: Option<Swap>,
}

/// Roles change and `from`..`to` runs again; up to `more` further pairs if both want.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// First step of the round.
    pub from: String,
    /// Last step of the round.
    pub to: String,
    /// Further pairs of rounds.
    pub more: u32,
}

/// The listener says it back, the speaker confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mirror {
    /// How to say it back.
    pub mode: MirrorMode,
    /// Ways to begin.
    pub frames: Vec<String>,
    /// After so many tries the speaker says it in two sentences and it goes on (E8).
    pub tries: u32,
    /// Where "not yet" goes back to.
    pub from: Option<String>,
}

/// How to say it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MirrorMode {
    /// The main point.
    Gist,
    /// Why it makes sense.
    Sense,
    /// What it may feel like.
    Feeling,
}

/// Go or stop; never stored (CR12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The answers; the ones marked `yes` go on.
    pub options: Vec<Choice>,
    /// How long a yes lasts.
    pub lasts_days: Option<u32>,
    /// Offer a time to come back, in hours.
    pub offer_time_h: Option<u32>,
}

/// Both confirm one text, with a review date (E31, E32).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agree {
    /// The steps it is made of.
    pub from: Vec<String>,
    /// Days until the review.
    pub review_default: u32,
    /// Most days until the review.
    pub review_max: u32,
    /// Hours between the first text and the confirmation.
    pub cooloff_h: u32,
    /// The consent of this sitting that counts as the private yes.
    pub yes: Option<String>,
    /// "Agree to differ" is offered.
    pub differ: bool,
}

/// A letter in parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterStep {
    /// For whom.
    pub visibility: Visibility,
    /// Its parts; any may stay empty.
    pub parts: Vec<LetterPart>,
    /// Words that show a quiet tip.
    pub soft_check: Vec<String>,
    /// Hours since its last edit before it can be shown (E36).
    pub cooloff_h: u32,
    /// After so many minutes a tip says that this is enough for one sitting.
    pub tip_min: Option<u32>,
}

/// One part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterPart {
    /// Stable id.
    pub id: String,
    /// What it is about.
    pub label: String,
}

/// A quiet time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// What to do.
    pub form: PauseForm,
    /// How long; always skippable.
    pub seconds: u32,
    /// Words to follow.
    pub body: String,
}

/// What to do in a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the catalogue's own")]
pub enum PauseForm {
    Breath,
    Senses,
    Wave,
    Timer,
}

/// A date or a repeating time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// For whom.
    pub visibility: Visibility,
    /// What it is for.
    pub what: Option<String>,
    /// May repeat.
    pub repeat: bool,
    /// A reminder inside the app may be set; off by default (E42).
    pub reminder: bool,
    /// Where a date to start from comes from.
    pub from: Option<Source>,
}

/// Something is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// How.
    pub mode: RevealMode,
    /// What.
    pub items: Vec<Source>,
    /// Replies; "thank you", "I need time" and "no reply" are always there (E18).
    pub replies: Vec<Choice>,
    /// At most so many picks.
    pub most: Option<u32>,
    /// Marks words one could say and the other would love to hear.
    pub stars: Option<Stars>,
}

/// The two steps a star joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stars {
    /// What one could say.
    pub give: String,
    /// What the other would love to hear.
    pub want: String,
}

/// How something is shown (E17).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevealMode {
    /// Sealed pairs, together.
    Sealed,
    /// The owner picks rows, one at a time.
    Picks,
    /// Only what both chose.
    Overlap,
    /// Only what one gives and the other wants.
    Match,
}

/// Private questions that decide only what this person sees next (E20, E21).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// safety, newfacts, fit or helper.
    pub form: String,
    /// The questions; the exclusive one means nothing applies.
    pub options: Vec<Choice>,
    /// Most that may apply; one where they are answers to one question.
    pub max: u32,
}

/// The end of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Close {
    /// Show what was written into Ours.
    pub recap: bool,
    /// Ask how people are now.
    pub feel: bool,
    /// Offer keep or delete now.
    pub keep: bool,
    /// What could come next.
    pub next: Vec<String>,
    /// Last words.
    pub body: String,
    /// The list behind the link "Signs we need more help".
    pub list: Option<String>,
}
