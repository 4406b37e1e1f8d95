//! What only Mine holds: pace, rests, settings, series, what was last seen of Ours.

use chrono::{DateTime, Utc};
use sqlx::sqlite::SqliteRow;

use super::Cells;
use crate::change::moment_text;
use crate::error::ReadError;
use crate::history::Link;
use crate::image::Image;
use crate::space::Own;

/// The chosen pace and the last safety check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaceRow {
    /// open, light or alone, once chosen.
    pub value: Option<String>,
    /// When `starting-safely` was last finished.
    pub checked_on: Option<DateTime<Utc>>,
}

/// A dated number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesRow {
    /// Which series.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The number.
    pub value: i32,
}

/// The last link of Ours this person's program saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenRow {
    /// The link.
    pub link: Link,
    /// When.
    pub at: DateTime<Utc>,
}

fn point(row: &SqliteRow) -> Result<SeriesRow, ReadError> {
    let cells = Cells::of("series", row);
    Ok(SeriesRow { name: cells.text("name")?, at: cells.moment("at")?, value: cells.number("value")? })
}

impl Image<Own> {
    /// Pace and last safety check.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn pace(&mut self) -> Result<PaceRow, ReadError> {
        let row = sqlx::query("SELECT * FROM pace WHERE id = 1").fetch_optional(&mut self.connection).await?;
        let pace = |row: SqliteRow| {
            let cells = Cells::of("pace", &row);
            Ok(PaceRow { value: cells.maybe("value")?, checked_on: cells.maybe_moment("checked_on")? })
        };
        row.map_or_else(|| Ok(PaceRow::default()), pace)
    }

    /// Exercises this person rests from, each until a moment.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn rests(&mut self) -> Result<Vec<(String, DateTime<Utc>)>, ReadError> {
        let rows = sqlx::query("SELECT * FROM rest ORDER BY slug").fetch_all(&mut self.connection).await?;
        let rest = |row: &SqliteRow| {
            let cells = Cells::of("rest", row);
            Ok((cells.text("slug")?, cells.moment("until")?))
        };
        rows.iter().map(rest).collect()
    }

    /// One setting.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn setting(&mut self, key: &str) -> Result<Option<String>, ReadError> {
        let query = sqlx::query("SELECT v FROM setting WHERE k = ?").bind(key);
        let row = query.fetch_optional(&mut self.connection).await?;
        row.map(|row| Cells::of("setting", &row).text("v")).transpose()
    }

    /// One series, oldest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn series(&mut self, name: &str) -> Result<Vec<SeriesRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM series WHERE name = ? ORDER BY at, id").bind(name);
        query.fetch_all(&mut self.connection).await?.iter().map(point).collect()
    }

    /// One series from a moment on, oldest first. Ten years before it are not read.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn series_since(&mut self, name: &str, from: DateTime<Utc>) -> Result<Vec<SeriesRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM series WHERE name = ? AND at >= ? ORDER BY at, id");
        let rows = query.bind(name).bind(moment_text(from)).fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, point))
    }

    /// The names of all series with a number, each once.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn series_names(&mut self) -> Result<Vec<String>, ReadError> {
        let rows =
            sqlx::query("SELECT DISTINCT name FROM series ORDER BY name").fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, |row| Cells::of("series", row).text("name")))
    }

    /// The last link of Ours this person's program saw.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn seen(&mut self) -> Result<Option<SeenRow>, ReadError> {
        let row = sqlx::query("SELECT * FROM seen WHERE id = 1").fetch_optional(&mut self.connection).await?;
        let seen = |row: SqliteRow| {
            let cells = Cells::of("seen", &row);
            Ok(SeenRow {
                link: Link { seq: cells.number("seq")?, hash: cells.bytes("hash")? },
                at: cells.moment("at")?,
            })
        };
        row.map(seen).transpose()
    }
}
