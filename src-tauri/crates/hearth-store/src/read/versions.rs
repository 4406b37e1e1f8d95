//! What was written before: earlier versions of answers and items (F0, P8).

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Person};
use sqlx::sqlite::SqliteRow;

use super::Cells;
use crate::change::StepAt;
use crate::error::ReadError;
use crate::image::Image;
use crate::space::Space;

/// One earlier version.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionRow {
    /// From 1, in the order they were written.
    pub n: u32,
    /// The words; `None` if the answer was skipped, or hidden since.
    pub value: Option<serde_json::Value>,
    /// Whose it is; `None` if both wrote it.
    pub who: Option<Person>,
    /// For an answer the moment it was written, for an item the moment the next version took its place.
    pub at: DateTime<Utc>,
}

impl<S: Space> Image<S> {
    /// Earlier versions of one answer, the newest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn answer_versions(&mut self, at: &StepAt, who: Option<Person>) -> Result<Vec<VersionRow>, ReadError> {
        let rows = sqlx::query(
            "SELECT n, value, who, at FROM answer_old WHERE run = ? AND step = ? AND lap = ? AND who = ? ORDER BY n DESC",
        )
        .bind(at.run.bytes().as_slice())
        .bind(&at.step)
        .bind(at.lap)
        .bind(who.map_or("both", Person::letter))
        .fetch_all(&mut self.connection)
        .await?;
        Ok(self.readable(&rows, |row| version("answer_old", "value", row)))
    }

    /// Earlier versions of one item, the newest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn item_versions(&mut self, item: ItemId) -> Result<Vec<VersionRow>, ReadError> {
        let query = sqlx::query("SELECT n, body, who, at FROM item_old WHERE item = ? ORDER BY n DESC");
        let rows = query.bind(item.bytes().as_slice()).fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, |row| version("item_old", "body", row)))
    }
}

fn version(table: &'static str, words: &'static str, row: &SqliteRow) -> Result<VersionRow, ReadError> {
    let cells = Cells::of(table, row);
    let who = match cells.text("who")?.as_str() {
        "both" => None,
        letter => Some(Person::from_letter(letter).ok_or_else(|| cells.bad("who"))?),
    };
    Ok(VersionRow { n: cells.number("n")?, value: cells.json(words)?, who, at: cells.moment("at")? })
}
