//! What can go wrong, one enum per kind of operation. Variants are situations somebody can act on.

use std::io;

use crate::age_file::NotEncrypted;
use crate::durable::DurableError;

/// Why a folder could not be looked at or opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// This folder holds no workbook.
    #[error("not a vault")]
    NotAVault,
    /// Its plain file cannot be read.
    #[error("damaged")]
    Damaged,
    /// Made by a newer version of the format.
    #[error("newer format")]
    Newer,
    /// Another process holds the lock.
    #[error("already open")]
    AlreadyOpen,
    /// The folder cannot be written, so the lock cannot be taken.
    #[error("read-only")]
    ReadOnly,
    /// No room for the lock file.
    #[error("disk full")]
    DiskFull,
    /// The file system has no locks, so two writers could not be kept apart: refused.
    #[error("no file locks here")]
    NoLocks,
    /// The disk failed.
    #[error("disk: {0}")]
    Disk(#[source] io::Error),
}

/// Why a person's pages did not open. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// The passphrase does not open this person's file, and the file is the one that was written.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// A file is not what was written.
    #[error("damaged")]
    Damaged,
    /// Made by a newer version of the format.
    #[error("newer format")]
    Newer,
    /// A file belongs to another vault or another person.
    #[error("someone else's")]
    SomeoneElses,
    /// Ours is older than what this person saw.
    #[error("rolled back")]
    RolledBack,
    /// Nobody of that letter has joined.
    #[error("nobody here by that letter")]
    NobodyThere,
    /// This person, or for the first unlock anybody, is open already; or to join, nobody is.
    #[error("not now")]
    NotNow,
    /// The disk failed while reading.
    #[error("disk: {0}")]
    Disk(#[source] io::Error),
}

/// Why a space did not load. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// No copy is what was written.
    #[error("damaged")]
    Damaged,
    /// Made by a newer version of the format.
    #[error("newer format")]
    Newer,
    /// Every copy is older than one this person saw, and no copy was merely lost.
    #[error("rolled back")]
    RolledBack,
    /// A copy is authentic and of another space.
    #[error("someone else's")]
    SomeoneElses,
}

/// Why something was not saved. What was saved before still is.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// No room, even after the reserve was freed.
    #[error("disk full")]
    DiskFull,
    /// The folder cannot be written.
    #[error("read-only")]
    ReadOnly,
    /// What was asked for may or may not last: the journal takes nothing more until an image was written.
    #[error("the disk did not confirm")]
    Flush,
    /// The space was not loaded.
    #[error("not loaded")]
    NotLoaded,
    /// The image is past 64 MiB, or one journal entry past 8 MiB.
    #[error("too big")]
    TooBig,
    /// A journal line holds a line break.
    #[error("not one line")]
    NotALine,
    /// The disk failed.
    #[error("disk: {0}")]
    Disk(#[source] io::Error),
    /// The file could not be encrypted.
    #[error("not encrypted")]
    NotEncrypted,
}

/// Why a vault was not made, or a partner not added.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// Something has that name already.
    #[error("already there")]
    AlreadyThere,
    /// Two people are here.
    #[error("already two")]
    AlreadyTwo,
    /// The first person is not open in this vault.
    #[error("not now")]
    NotNow,
    /// The partner's own passphrase. To be told in the words for a common one (`vault.md` 2.6).
    #[error("too easy")]
    TooEasy,
    /// A tile's name that is empty, past 100 bytes or holds control characters.
    #[error("bad name")]
    BadName,
    /// Its plain file cannot be read.
    #[error("damaged")]
    Damaged,
    /// It was not written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Disk(error),
        }
    }
}

impl From<DurableError> for SaveError {
    fn from(error: DurableError) -> Self {
        match error {
            DurableError::NotDone(error) => error.into(),
            DurableError::Unsure(_) => Self::Flush,
        }
    }
}

impl From<NotEncrypted> for SaveError {
    fn from(NotEncrypted: NotEncrypted) -> Self {
        Self::NotEncrypted
    }
}

impl From<io::Error> for CreateError {
    fn from(error: io::Error) -> Self {
        Self::Save(error.into())
    }
}

impl From<DurableError> for CreateError {
    fn from(error: DurableError) -> Self {
        Self::Save(error.into())
    }
}

impl From<NotEncrypted> for CreateError {
    fn from(error: NotEncrypted) -> Self {
        Self::Save(error.into())
    }
}

impl From<OpenError> for UnlockError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Newer => Self::Newer,
            OpenError::Disk(error) => Self::Disk(error),
            _ => Self::Damaged,
        }
    }
}
