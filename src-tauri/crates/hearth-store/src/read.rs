//! Rows, read. Each file is one table family; use cases put them together.

mod answers;
mod closeness;
mod items;
mod own;
mod past;
mod rounds;
mod runs;
mod versions;

pub use answers::{Answer, AnswerState};
pub use items::{AssentRow, ItemRow};
pub use own::{PaceRow, SeenRow, SeriesRow};
pub use past::{PastRow, WrittenRow};
pub use rounds::{CommitmentRow, LedgerRow, RoundRow};
pub use runs::{RunRow, SittingRow};
pub use versions::VersionRow;

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::error::ReadError;
use crate::image::Image;
use crate::space::Space;

impl<S: Space> Image<S> {
    /// What can be read of these rows. The partner holds the key of Ours and may have put a row there by hand; one such
    /// row must not close the book for the other, so it is left out and counted.
    fn readable<T>(&mut self, rows: &[SqliteRow], read: impl Fn(&SqliteRow) -> Result<T, ReadError>) -> Vec<T> {
        let all: Vec<T> = rows.iter().filter_map(|row| read(row).ok()).collect();
        self.left_out |= all.len() < rows.len();
        all
    }

    /// Whether anything read so far held something no change writes, and was left out.
    #[must_use]
    pub const fn left_something_out(&self) -> bool {
        self.left_out
    }
}

/// One row being read; names table and column when it holds something no change writes.
struct Cells<'r> {
    table: &'static str,
    row: &'r SqliteRow,
}

impl<'r> Cells<'r> {
    const fn of(table: &'static str, row: &'r SqliteRow) -> Self {
        Self { table, row }
    }

    const fn bad(&self, column: &'static str) -> ReadError {
        ReadError::Inconsistent { table: self.table, column }
    }

    fn text(&self, column: &'static str) -> Result<String, ReadError> {
        Ok(self.row.try_get(column)?)
    }

    fn maybe(&self, column: &'static str) -> Result<Option<String>, ReadError> {
        Ok(self.row.try_get(column)?)
    }

    fn number<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T, ReadError> {
        T::try_from(self.row.try_get::<i64, _>(column)?).map_err(|_| self.bad(column))
    }

    fn moment(&self, column: &'static str) -> Result<DateTime<Utc>, ReadError> {
        self.maybe_moment(column)?.ok_or_else(|| self.bad(column))
    }

    fn maybe_moment(&self, column: &'static str) -> Result<Option<DateTime<Utc>>, ReadError> {
        let read = |text: String| DateTime::parse_from_rfc3339(&text).map(|t| t.to_utc()).map_err(|_| self.bad(column));
        self.maybe(column)?.map(read).transpose()
    }

    fn person(&self, column: &'static str) -> Result<Person, ReadError> {
        Person::from_letter(&self.text(column)?).ok_or_else(|| self.bad(column))
    }

    fn bytes<const N: usize>(&self, column: &'static str) -> Result<[u8; N], ReadError> {
        self.maybe_bytes(column)?.ok_or_else(|| self.bad(column))
    }

    fn maybe_bytes<const N: usize>(&self, column: &'static str) -> Result<Option<[u8; N]>, ReadError> {
        let bytes: Option<Vec<u8>> = self.row.try_get(column)?;
        bytes.map(|b| b.try_into().map_err(|_| self.bad(column))).transpose()
    }

    fn json(&self, column: &'static str) -> Result<Option<serde_json::Value>, ReadError> {
        self.maybe(column)?.map(|text| serde_json::from_str(&text).map_err(|_| self.bad(column))).transpose()
    }
}
