//! What can go wrong, one enum an operation.

/// An image could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite cannot read it, or its own check finds it broken.
    #[error("the image is damaged")]
    Damaged(#[source] Option<sqlx::Error>),
    /// It holds a table, view, trigger or index that this version did not make.
    #[error("the image holds a schema this program did not make")]
    ForeignSchema,
    /// Made by a newer version.
    #[error("schema {found} is newer than {known}", known = crate::SCHEMA)]
    NewerSchema {
        /// Its schema version.
        found: i64,
    },
    /// This SQLite was not built with the safety flags of `.cargo/config.toml`.
    #[error("SQLite lacks the build flag {0}")]
    UnsafeBuild(&'static str),
    /// A migration did not run.
    #[error("the image could not be brought up to date")]
    Migration(#[source] sqlx::migrate::MigrateError),
}

/// A change could not be applied. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// The line is not a change this version knows.
    #[error("not a change of this space")]
    UnknownChange(#[source] serde_json::Error),
    /// It refers to something that is not there, or breaks a rule of the tables.
    #[error("the change does not fit what the space holds")]
    DoesNotFit,
    /// SQLite refused.
    #[error("the change could not be written")]
    Database(#[from] sqlx::Error),
}

/// Something could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// SQLite refused.
    #[error("the space could not be read")]
    Database(#[from] sqlx::Error),
    /// A row holds something no change writes.
    #[error("{table}.{column} holds something unexpected")]
    Inconsistent {
        /// Which table.
        table: &'static str,
        /// Which column.
        column: &'static str,
    },
}
