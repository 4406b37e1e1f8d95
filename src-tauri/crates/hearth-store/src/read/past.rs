//! The history of Ours, read to be told (P8).

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Person, RoundId, RunId};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::Cells;
use crate::change::{StepAt, moment_text};
use crate::error::ReadError;
use crate::history::STATES;
use crate::image::Image;
use crate::space::Ours;

/// One change of Ours that is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRow {
    /// From 1, without gaps.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Under whose name it was written. In Together that is nobody's hand in particular.
    pub who: Person,
    /// keep, hide, opened, ended, item, state, assent, removed or purged.
    pub kind: String,
    /// The state an item changed to, where the link says it; older ones do not.
    pub state: Option<String>,
    /// The run, round or item it is about.
    pub about: Option<[u8; 16]>,
}

/// An answer as it stood at one moment, by where it is: its words are read apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenRow {
    /// Which answer.
    pub at: StepAt,
    /// Whose; `None` if both wrote it.
    pub who: Option<Person>,
}

impl Image<Ours> {
    /// At most `most` changes before number `before`, or the newest ones, the newest first; and the number to ask with for
    /// the ones before, which stands also where a row cannot be read.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn past(&mut self, before: Option<u64>, most: u32) -> Result<(Vec<PastRow>, Option<u64>), ReadError> {
        let before = before.and_then(|seq| i64::try_from(seq).ok()).unwrap_or(i64::MAX);
        let query = sqlx::query("SELECT * FROM history WHERE seq < ? ORDER BY seq DESC LIMIT ?");
        let rows = query.bind(before).bind(most).fetch_all(&mut self.connection).await?;
        let last = rows.last().map(|row| row.try_get::<i64, _>("seq")).transpose()?;
        let before = last.and_then(|seq| u64::try_from(seq).ok()).filter(|seq| *seq > 1);
        Ok((self.readable(&rows, past), before))
    }

    /// The number of the change that first wrote an item.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn first_change(&mut self, item: ItemId) -> Result<Option<u64>, ReadError> {
        self.numbered("SELECT min(seq) AS seq FROM history WHERE ref = ? AND kind = 'item'", item).await
    }

    /// The number of the change that last changed the state of an item.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn last_state_change(&mut self, item: ItemId) -> Result<Option<u64>, ReadError> {
        self.numbered(
            "SELECT max(seq) AS seq FROM history WHERE ref = ? AND (kind = 'state' OR kind LIKE 'state.%')",
            item,
        )
        .await
    }

    async fn numbered(&mut self, sql: &'static str, item: ItemId) -> Result<Option<u64>, ReadError> {
        let row = sqlx::query(sql).bind(item.bytes().as_slice()).fetch_one(&mut self.connection).await?;
        Ok(row.try_get::<Option<i64>, _>("seq")?.and_then(|seq| u64::try_from(seq).ok()))
    }

    /// The run of a round.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn run_of_round(&mut self, round: RoundId) -> Result<Option<RunId>, ReadError> {
        let query = sqlx::query("SELECT run FROM round WHERE id = ?").bind(round.bytes().as_slice());
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, |row| Ok(RunId::from_bytes(Cells::of("round", row).bytes("run")?))).pop())
    }

    /// Which answers of a run were written at one moment, as they stand or as an earlier version.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn written_at(&mut self, run: RunId, at: DateTime<Utc>) -> Result<Vec<WrittenRow>, ReadError> {
        let rows = sqlx::query(
            "SELECT step, lap, who FROM answer WHERE run = ?1 AND at = ?2
             UNION SELECT step, lap, who FROM answer_old WHERE run = ?1 AND at = ?2 ORDER BY step, lap, who",
        )
        .bind(run.bytes().as_slice())
        .bind(moment_text(at))
        .fetch_all(&mut self.connection)
        .await?;
        Ok(self.readable(&rows, |row| written(run, row)))
    }
}

fn past(row: &SqliteRow) -> Result<PastRow, ReadError> {
    let cells = Cells::of("history", row);
    let kind = cells.text("kind")?;
    let state = STATES.into_iter().find(|(_, link)| *link == kind).map(|(state, _)| state.to_owned());
    Ok(PastRow {
        seq: cells.number("seq")?,
        at: cells.moment("at")?,
        who: cells.person("who")?,
        kind: if state.is_some() { "state".into() } else { kind },
        state,
        about: row.try_get::<Option<Vec<u8>>, _>("ref")?.and_then(|bytes| bytes.try_into().ok()),
    })
}

fn written(run: RunId, row: &SqliteRow) -> Result<WrittenRow, ReadError> {
    let cells = Cells::of("answer", row);
    let who = match cells.text("who")?.as_str() {
        "both" => None,
        letter => Some(Person::from_letter(letter).ok_or_else(|| cells.bad("who"))?),
    };
    Ok(WrittenRow { at: StepAt { run, step: cells.text("step")?, lap: cells.number("lap")? }, who })
}
