//! Letters, the tray, and pages for oneself (S11, F10, F11).

use hearth_exercise::page::RecapRow;
use serde::Serialize;
use ts_rs::TS;

use super::PersonName;

/// The page of letters. In Together every list is empty: letters are read alone, or in an exercise for two.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Letters {
    /// The partner, while one person is open and there is one.
    pub partner: Option<PersonName>,
    /// Letters from the partner that are closed, the newest first.
    pub waiting: Vec<TrayLetter>,
    /// Those that were left closed. They can be opened still.
    pub left: Vec<TrayLetter>,
    /// One's own that lie in the partner's tray. Nothing tells whether they were opened (E36).
    pub sent: Vec<SentLetter>,
    /// One's own for the partner, which lie nowhere but here.
    pub drafts: Vec<OwnLetter>,
    /// Letters from the partner that were opened: copies of one's own.
    pub opened: Vec<OwnLetter>,
    /// Pages for oneself.
    pub pages: Vec<OwnLetter>,
    /// What was written about forgiving, for oneself (F11).
    pub forgiveness: Vec<ForgivenessPage>,
    /// Whoever is open paused letters.
    pub paused: bool,
}

/// A closed letter. Its words are not here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TrayLetter {
    /// Its id in the tray.
    pub item: String,
    /// Who wrote it.
    pub from: PersonName,
    /// What it is about, as its writer says.
    pub topic: String,
}

/// A letter in the partner's tray.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SentLetter {
    /// Its id in the tray.
    pub item: String,
    /// The own letter it is a copy of, while there is one.
    pub letter: Option<String>,
    /// What it is about.
    pub topic: String,
    /// The day it was put there, `YYYY-MM-DD`, local.
    pub since_on: String,
}

/// A letter in one's own pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OwnLetter {
    /// Its id.
    pub item: String,
    /// What it is about; may be empty.
    pub topic: String,
    /// The exercise it comes from; may be empty.
    pub exercise: String,
    /// The day it was last changed, or opened, `YYYY-MM-DD`, local.
    pub on: String,
}

/// One time through the pages on forgiving. Nothing on it can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ForgivenessPage {
    /// The run it was written in.
    pub run: String,
    /// The day, `YYYY-MM-DD`, local.
    pub on: String,
    /// What was written.
    pub lines: Vec<RecapRow>,
}

/// One letter in one's own pages, in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Letter {
    /// Its id.
    pub item: String,
    /// What it is about; may be empty.
    pub topic: String,
    /// The words of a letter written here; empty for all others.
    pub words: String,
    /// Its words as they read.
    pub lines: Vec<RecapRow>,
    /// The exercise it comes from; may be empty.
    pub exercise: String,
    /// It was written here, and is for the partner.
    pub for_partner: bool,
    /// It can be changed here.
    pub writable: bool,
    /// Whose letter it is a copy of, once opened.
    pub from: Option<PersonName>,
    /// The day it was last changed, or opened, `YYYY-MM-DD`, local.
    pub on: String,
    /// Words that may deserve a second look (E34).
    pub tips: Vec<String>,
    /// Where it stands.
    pub way: LetterWay,
}

/// Where a letter stands on its way to the partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum LetterWay {
    /// There is none: a page for oneself, a copy, or nobody to write to.
    None {},
    /// Nothing is written yet.
    Empty {},
    /// A day has to pass since the last edit.
    Waits {
        /// RFC 3339 in UTC.
        from: String,
    },
    /// The day has passed.
    Open {},
    /// It lies in the partner's tray.
    InTray {
        /// Its id there.
        tray: String,
        /// Since this day, `YYYY-MM-DD`, local.
        since_on: String,
    },
}

/// What was written is on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterSaved {
    /// The letter; `None` while nothing was written yet.
    pub item: Option<String>,
    /// Words that may deserve a second look (E34).
    pub tips: Vec<String>,
    /// Where it stands now.
    pub way: LetterWay,
}

/// Before a letter goes into the tray: its exact words and who will read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum LetterCheck {
    /// Letters are paused, and it stays here.
    Paused {
        /// By whoever is open.
        by_me: bool,
    },
    /// It can go.
    Ready {
        /// Who will be able to read it.
        to: PersonName,
        /// The line that names the topic.
        topic: String,
        /// The exact words.
        lines: Vec<RecapRow>,
    },
}
