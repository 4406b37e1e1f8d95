//! Before anything is open: tiles, display, set-up.

use hearth_domain::Person;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Code;

/// What the first page needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Start {
    /// Who can open, by name. Empty: set-up comes first.
    pub tiles: Vec<Tile>,
    /// Why the workbook cannot be opened, if so.
    pub problem: Option<Code>,
    /// How this machine shows the first page.
    pub display: Display,
    /// BCP 47, never empty.
    pub locale: String,
    /// What the computer looks like it is: `synced` folders get a word of warning.
    pub place: Place,
    /// Today, `YYYY-MM-DD`, local.
    pub today: String,
    /// What the clock on the wall shows, in minutes since midnight. The window counts on from here and never reads a
    /// clock of its own.
    pub minute: u16,
}

/// Where the workbook lies. The window never sees a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The usual folder of this computer.
    Usual,
    /// A folder somebody chose.
    Chosen,
    /// A folder that looks copied to other machines.
    Synced,
}

/// One person who can open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Tile {
    /// Circle or square.
    #[ts(type = "\"a\" | \"b\"")]
    pub person: Person,
    /// Their name, or `None` if they left it off the first page.
    pub name: Option<String>,
}

/// How pages look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Display {
    /// Colours.
    pub theme: Theme,
    /// Evening colours from this hour on, local, if wanted.
    pub evening_from: Option<u8>,
    /// Text size in percent, 100 to 400.
    pub text: u16,
    /// More contrast than the system asks for.
    pub contrast: Contrast,
    /// Less motion than the system allows.
    pub motion: Motion,
    /// The system's own font instead of the bundled one.
    pub system_font: bool,
    /// More space between letters, words and lines.
    pub more_space: bool,
    /// Shift three times hides.
    pub shift_hides: bool,
    /// A line inside the program when the time of something planned comes (E42). Off unless this person turns it on.
    #[serde(default)]
    pub reminders: bool,
}

impl Default for Display {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            evening_from: None,
            text: 100,
            contrast: Contrast::System,
            motion: Motion::System,
            system_font: false,
            more_space: false,
            shift_hides: true,
            reminders: false,
        }
    }
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Theme {
    System,
    Light,
    Dark,
    Evening,
}

/// Contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Contrast {
    System,
    More,
}

/// Motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Motion {
    System,
    Less,
}

/// Suggested passphrase words, made new at each call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Words {
    /// Five of them.
    pub words: Vec<String>,
}

/// How strong an own passphrase is. It is kept only if `enough`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Strength {
    /// As strong as the rule asks (`vault.md` 2.6).
    pub enough: bool,
}

/// A space was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Opened {
    /// Who is open now, in the order of the book; one or two.
    pub people: Vec<super::PersonName>,
    /// When the own pages were last saved, RFC 3339 in UTC; never the date of Ours. Empty in Together.
    pub last_saved: Option<String>,
    /// What to tell the person who opened.
    pub notices: Vec<Notice>,
    /// How pages look for whoever is open.
    pub display: Display,
    /// The sitting that goes on after a break (F5); in Together only.
    pub session: Option<super::Session>,
}

/// Something the shell or the vault has to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// "The last session ended without locking. Your pages were last saved at (time)."
    EndedWithoutLocking {
        /// RFC 3339 in UTC.
        last_saved: String,
    },
    /// The newest copy could not be read; the one before was opened.
    OlderCopy,
    /// A part of the last session could not be read; it was put aside.
    JournalKept,
    /// "The shared pages are not the ones you saw on (date)."
    SharedPagesChanged {
        /// `YYYY-MM-DD`.
        seen_on: String,
    },
    /// The shared pages cannot be read; one's own are open.
    SharedPagesClosed {
        /// Damaged, newer, someone else's, or older than the ones this person saw.
        why: Code,
    },
    /// Some lines of the shared pages hold what this program never writes; they are left out.
    LinesLeftOut,
    /// "Locking in 1 minute. Your words are saved."
    LockingSoon,
    /// Blank the page at once: the program is about to lock or hide.
    Blank,
    /// "You planned something for 7 pm." Not what, and nothing of one that passed (E42).
    Planned {
        /// The time on the wall, `HH:MM`.
        at: String,
    },
    /// Saved, or not, since the last notice.
    Saved {
        /// False: "Not saved"; the words are still in memory.
        ok: bool,
    },
}
