//! One closed error. A code exists only if the window acts on it; the words are the window's.

use serde::Serialize;
use ts_rs::TS;

/// What went wrong, for the window to put into words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{code:?}")]
pub struct CommandError {
    /// Which situation.
    pub code: Code,
    /// Seconds to wait before the next try, after wrong passphrases.
    pub wait_seconds: Option<u32>,
    /// A reference into the local log, for what nobody foresaw.
    pub reference: Option<String>,
}

impl From<Code> for CommandError {
    fn from(code: Code) -> Self {
        Self { code, wait_seconds: None, reference: None }
    }
}

/// The situations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The passphrase did not open this person's space.
    WrongPassphrase,
    /// Part of a file cannot be read. Nothing was changed.
    Damaged,
    /// Made by a newer version.
    Newer,
    /// The file belongs to another workbook.
    SomeoneElses,
    /// The workbook is already open in another window.
    AlreadyOpen,
    /// This folder holds no workbook.
    NotAVault,
    /// The folder cannot be written.
    ReadOnly,
    /// The disk is full; the words are still in memory.
    DiskFull,
    /// Could not save, for another reason; the words are still in memory.
    NotSaved,
    /// The shared pages are older than the ones this person saw.
    RolledBack,
    /// A passphrase that is too easy to guess, or the partner's own.
    TooEasy,
    /// No passphrase was typed.
    BadPassphrase,
    /// A passphrase longer than 1024 bytes.
    LongPassphrase,
    /// A name that is empty, too long or already taken.
    BadName,
    /// Too soon after a wrong try.
    Wait,
    /// This needs an open space, both people, or one alone.
    NotNow,
    /// The other changed it meanwhile; what was written here is kept.
    Moved,
    /// An exercise that opens later.
    Closed,
    /// The answer does not fit the question.
    BadAnswer,
    /// More words than a page keeps while somebody writes; they are still on the screen.
    LongAnswer,
    /// Something this program no longer knows.
    Unknown,
    /// Nobody foresaw this.
    Internal,
}
