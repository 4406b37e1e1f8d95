//! From the situations of the crates below to the one closed code of the contract.

use hearth_store::{ApplyError, ReadError};
use hearth_vault::{CreateError, LoadError, OpenError, PassphraseError, SaveError, UnlockError};

use crate::contract::{Code, CommandError};

/// A space could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFailure {
    /// Its file could not be read.
    #[error(transparent)]
    File(#[from] LoadError),
    /// Its image could not be read.
    #[error(transparent)]
    Image(#[from] hearth_store::OpenError),
    /// Its journal does not fit its image.
    #[error(transparent)]
    Replay(#[from] ApplyError),
    /// The image after the replay could not be written.
    #[error(transparent)]
    Save(SaveFailure),
}

/// Changes could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SaveFailure {
    /// The disk refused; the words are still in memory.
    #[error(transparent)]
    File(#[from] SaveError),
    /// The change does not fit what the space holds; nothing was written.
    #[error(transparent)]
    DoesNotFit(#[from] ApplyError),
    /// A space could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A rule says no.
    #[error("{0:?}")]
    Refused(Code),
}

impl From<ReadError> for Code {
    fn from(_: ReadError) -> Self {
        Self::Internal
    }
}

impl From<ReadError> for CommandError {
    fn from(error: ReadError) -> Self {
        Code::from(error).into()
    }
}

impl From<&SaveError> for Code {
    fn from(error: &SaveError) -> Self {
        match error {
            SaveError::DiskFull => Self::DiskFull,
            SaveError::ReadOnly => Self::ReadOnly,
            _ => Self::NotSaved,
        }
    }
}

impl From<SaveFailure> for CommandError {
    fn from(failure: SaveFailure) -> Self {
        match failure {
            SaveFailure::File(error) => Code::from(&error).into(),
            SaveFailure::Refused(code) => code.into(),
            SaveFailure::DoesNotFit(_) | SaveFailure::Read(_) => Code::Internal.into(),
        }
    }
}

impl From<OpenFailure> for CommandError {
    fn from(failure: OpenFailure) -> Self {
        let code = match failure {
            OpenFailure::File(LoadError::Damaged) => Code::Damaged,
            OpenFailure::File(LoadError::Newer) => Code::Newer,
            OpenFailure::File(LoadError::RolledBack) => Code::RolledBack,
            OpenFailure::File(LoadError::SomeoneElses) => Code::SomeoneElses,
            OpenFailure::Image(hearth_store::OpenError::NewerSchema { .. }) => Code::Newer,
            OpenFailure::Image(hearth_store::OpenError::UnsafeBuild(_)) => Code::Internal,
            OpenFailure::Image(_) | OpenFailure::Replay(_) => Code::Damaged,
            OpenFailure::Save(failure) => return failure.into(),
        };
        code.into()
    }
}

impl From<OpenError> for Code {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::NotAVault => Self::NotAVault,
            OpenError::Newer => Self::Newer,
            OpenError::AlreadyOpen => Self::AlreadyOpen,
            OpenError::ReadOnly | OpenError::NoLocks => Self::ReadOnly,
            OpenError::DiskFull => Self::DiskFull,
            OpenError::Damaged | OpenError::Disk(_) => Self::Damaged,
        }
    }
}

impl From<UnlockError> for Code {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::WrongPassphrase => Self::WrongPassphrase,
            UnlockError::Newer => Self::Newer,
            UnlockError::SomeoneElses => Self::SomeoneElses,
            UnlockError::RolledBack => Self::RolledBack,
            UnlockError::NobodyThere => Self::Unknown,
            UnlockError::NotNow => Self::NotNow,
            UnlockError::Damaged | UnlockError::Disk(_) => Self::Damaged,
        }
    }
}

impl From<CreateError> for Code {
    fn from(error: CreateError) -> Self {
        match error {
            CreateError::TooEasy => Self::TooEasy,
            CreateError::BadName => Self::BadName,
            CreateError::AlreadyThere | CreateError::AlreadyTwo | CreateError::NotNow => Self::NotNow,
            CreateError::Damaged => Self::Damaged,
            CreateError::Save(error) => Self::from(&error),
        }
    }
}

impl From<PassphraseError> for Code {
    fn from(error: PassphraseError) -> Self {
        match error {
            PassphraseError::Empty | PassphraseError::NotOneLine => Self::BadPassphrase,
            PassphraseError::TooLong => Self::LongPassphrase,
        }
    }
}
