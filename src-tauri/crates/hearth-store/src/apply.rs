//! Changes become rows here and nowhere else.

mod answer;
mod closeness;
mod item;
mod ours;
mod own;
mod run;
mod seal;

pub(crate) use closeness::ROW as CLOSENESS;
use serde::{Serialize, de::DeserializeOwned};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteQueryResult;

use crate::change::Stamped;
use crate::error::ApplyError;

/// A change that knows which rows it makes.
pub trait Apply: Serialize + DeserializeOwned + Send + Sync + Sized {
    /// Writes the rows. `line` is the exact journal line, which the history of Ours digests.
    fn apply(
        change: &Stamped<Self>,
        line: &[u8],
        connection: &mut SqliteConnection,
    ) -> impl Future<Output = Result<(), ApplyError>> + Send;
}

/// The change refers to something that must be there exactly once.
fn one(result: &SqliteQueryResult) -> Result<(), ApplyError> {
    if result.rows_affected() == 1 { Ok(()) } else { Err(ApplyError::DoesNotFit) }
}

/// JSON as the tables keep it; a skipped answer is SQL NULL.
fn text(value: Option<&serde_json::Value>) -> Option<String> {
    value.map(ToString::to_string)
}
