//! Runs, sittings, and the exercises they are pinned to.

use chrono::{DateTime, Utc};
use hearth_domain::{Person, RunId, SittingId};
use sqlx::sqlite::SqliteRow;

use super::Cells;
use crate::error::ReadError;
use crate::image::Image;
use crate::space::{Ours, Space};

/// One time through an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunRow {
    /// Which run.
    pub id: RunId,
    /// Content hash of its exercise.
    pub doc: [u8; 32],
    /// The exercise's slug.
    pub slug: String,
    /// Which part.
    pub part: String,
    /// In which sitting it began.
    pub sitting: Option<SittingId>,
    /// Who takes the first role, `a` or `b`; empty if there are none.
    pub roles: String,
    /// Who goes first.
    pub first: Option<Person>,
    /// Where it goes on after a restart.
    pub at: Option<String>,
    /// Which time round, from 1.
    pub lap: u32,
    /// open, rests, done or stopped.
    pub state: String,
    /// Why it rests: break or cooloff.
    pub why: Option<String>,
    /// Until when it rests.
    pub until: Option<DateTime<Utc>>,
    /// When it began.
    pub begun: DateTime<Utc>,
    /// When it ended.
    pub ended: Option<DateTime<Utc>>,
}

/// One evening together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SittingRow {
    /// Which sitting.
    pub id: SittingId,
    /// When it began.
    pub begun: DateTime<Utc>,
    /// Planned length; 0 is no limit.
    pub minutes: u32,
    /// When it ended.
    pub ended: Option<DateTime<Utc>>,
}

const RUNS: &str = "SELECT run.*, doc.slug AS slug FROM run JOIN doc ON doc.hash = run.doc ORDER BY begun, id";
const RUN: &str = "SELECT run.*, doc.slug AS slug FROM run JOIN doc ON doc.hash = run.doc WHERE run.id = ?";

fn run(row: &SqliteRow) -> Result<RunRow, ReadError> {
    let cells = Cells::of("run", row);
    let first = cells.maybe("first")?;
    Ok(RunRow {
        id: RunId::from_bytes(cells.bytes("id")?),
        doc: cells.bytes("doc")?,
        slug: cells.text("slug")?,
        part: cells.text("part")?,
        sitting: cells.maybe_bytes("sitting")?.map(SittingId::from_bytes),
        roles: cells.text("roles")?,
        first: first.map(|f| Person::from_letter(&f).ok_or_else(|| cells.bad("first"))).transpose()?,
        at: cells.maybe("at")?,
        lap: cells.number("lap")?,
        state: cells.text("state")?,
        why: cells.maybe("why")?,
        until: cells.maybe_moment("until")?,
        begun: cells.moment("begun")?,
        ended: cells.maybe_moment("ended")?,
    })
}

impl<S: Space> Image<S> {
    /// All runs of this space, oldest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn runs(&mut self) -> Result<Vec<RunRow>, ReadError> {
        let rows = sqlx::query(RUNS).fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, run))
    }

    /// One run.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn run(&mut self, id: RunId) -> Result<Option<RunRow>, ReadError> {
        let query = sqlx::query(RUN).bind(id.bytes().as_slice());
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, run).pop())
    }

    /// The latest finished run of an exercise. Asked before every input, so it must not read all of ten years.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn latest_done(&mut self, slug: &str) -> Result<Option<RunRow>, ReadError> {
        let query = sqlx::query(
            "SELECT run.*, doc.slug AS slug FROM run JOIN doc ON doc.hash = run.doc
             WHERE run.state = 'done' AND doc.slug = ? ORDER BY run.begun DESC, run.id LIMIT 1",
        );
        query.bind(slug).fetch_optional(&mut self.connection).await?.as_ref().map(run).transpose()
    }

    /// The newest run of one part of an exercise that can go on.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn open_run(&mut self, slug: &str, part: &str) -> Result<Option<RunRow>, ReadError> {
        let query = sqlx::query(
            "SELECT run.*, doc.slug AS slug FROM run JOIN doc ON doc.hash = run.doc
             WHERE run.ended IS NULL AND doc.slug = ? AND run.part = ? ORDER BY run.begun DESC, run.id LIMIT 1",
        );
        let rows = query.bind(slug).bind(part).fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, run).pop())
    }

    /// The newest finished runs of one part of an exercise, newest first, at most so many.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn newest_done(&mut self, slug: &str, part: &str, most: u32) -> Result<Vec<RunRow>, ReadError> {
        let query = sqlx::query(
            "SELECT run.*, doc.slug AS slug FROM run JOIN doc ON doc.hash = run.doc
             WHERE run.state = 'done' AND doc.slug = ? AND run.part = ? ORDER BY run.begun DESC, run.id LIMIT ?",
        );
        let rows = query.bind(slug).bind(part).bind(most).fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, run))
    }

    /// Finished exercises, each with the time it was last finished.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn last_finished(&mut self) -> Result<Vec<(String, DateTime<Utc>)>, ReadError> {
        let query = sqlx::query(
            "SELECT doc.slug AS slug, max(run.ended) AS ended FROM run JOIN doc ON doc.hash = run.doc
             WHERE run.state = 'done' GROUP BY doc.slug",
        );
        let last = |row: &SqliteRow| {
            let cells = Cells::of("run", row);
            Ok((cells.text("slug")?, cells.moment("ended")?))
        };
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, last))
    }

    /// The canonical JSON of an exercise this space holds.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn doc(&mut self, hash: &[u8; 32]) -> Result<Option<String>, ReadError> {
        let query = sqlx::query("SELECT json FROM doc WHERE hash = ?").bind(hash.as_slice());
        let row = query.fetch_optional(&mut self.connection).await?;
        row.map(|row| Cells::of("doc", &row).text("json")).transpose()
    }
}

impl Image<Ours> {
    /// All sittings, oldest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn sittings(&mut self) -> Result<Vec<SittingRow>, ReadError> {
        let rows = sqlx::query("SELECT * FROM sitting ORDER BY begun, id").fetch_all(&mut self.connection).await?;
        let sitting = |row: &SqliteRow| {
            let cells = Cells::of("sitting", row);
            Ok(SittingRow {
                id: SittingId::from_bytes(cells.bytes("id")?),
                begun: cells.moment("begun")?,
                minutes: cells.number("minutes")?,
                ended: cells.maybe_moment("ended")?,
            })
        };
        Ok(self.readable(&rows, sitting))
    }

    /// The newest date anybody wrote, so that a clock set back opens nothing (`build-notes.md` 4).
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn newest_moment(&mut self) -> Result<Option<DateTime<Utc>>, ReadError> {
        let row = sqlx::query(
            "SELECT max(at) AS at FROM (SELECT max(at) AS at FROM history UNION ALL SELECT max(begun) FROM run
             UNION ALL SELECT max(begun) FROM sitting)",
        )
        .fetch_one(&mut self.connection)
        .await?;
        // A date put there by hand may be no date; then there is none.
        Ok(self.readable(&[row], |row| Cells::of("history", row).maybe_moment("at")).pop().flatten())
    }
}
