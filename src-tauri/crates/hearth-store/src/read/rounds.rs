//! Sealed answers.

use hearth_domain::{Person, RoundId, RunId};
use sqlx::sqlite::SqliteRow;

use super::Cells;
use crate::change::StepAt;
use crate::error::ReadError;
use crate::image::Image;
use crate::space::{Ours, Own};

/// My own opening of a round; it never leaves Mine before it is opened.
#[derive(Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// Which round.
    pub round: RoundId,
    /// Which answer.
    pub at: StepAt,
    /// 32 random bytes.
    pub r: [u8; 32],
    /// Canonical JSON of the answer.
    pub m: String,
    /// My commitment.
    pub c: [u8; 32],
    /// The other's commitment, once pinned.
    pub peer: Option<[u8; 32]>,
    /// Opened by both.
    pub opened: bool,
}

/// A sealed question asked of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundRow {
    /// Which round.
    pub id: RoundId,
    /// Which answer.
    pub at: StepAt,
    /// What was asked, as a hash.
    pub prompt: [u8; 32],
    /// open, opened or closed.
    pub state: String,
}

/// One person's commitment, with its opening once published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentRow {
    /// Whose.
    pub who: Person,
    /// The commitment.
    pub c: [u8; 32],
    /// The opening.
    pub r: Option<[u8; 32]>,
    /// The answer, once published.
    pub m: Option<String>,
}

fn step_at(cells: &Cells<'_>) -> Result<StepAt, ReadError> {
    Ok(StepAt { run: RunId::from_bytes(cells.bytes("run")?), step: cells.text("step")?, lap: cells.number("lap")? })
}

impl Image<Own> {
    /// All own seals, opened ones included.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn ledger(&mut self) -> Result<Vec<LedgerRow>, ReadError> {
        let rows = sqlx::query("SELECT * FROM ledger ORDER BY run, step, lap").fetch_all(&mut self.connection).await?;
        let entry = |row: &SqliteRow| {
            let cells = Cells::of("ledger", row);
            Ok(LedgerRow {
                round: RoundId::from_bytes(cells.bytes("round")?),
                at: step_at(&cells)?,
                r: cells.bytes("r")?,
                m: cells.text("m")?,
                c: cells.bytes("c")?,
                peer: cells.maybe_bytes("peer")?,
                opened: cells.text("state")? == "opened",
            })
        };
        Ok(self.readable(&rows, entry))
    }
}

impl Image<Ours> {
    /// All rounds of one run.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn rounds(&mut self, run: RunId) -> Result<Vec<RoundRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM round WHERE run = ? ORDER BY step, lap").bind(run.bytes().as_slice());
        let round = |row: &SqliteRow| {
            let cells = Cells::of("round", row);
            Ok(RoundRow {
                id: RoundId::from_bytes(cells.bytes("id")?),
                at: step_at(&cells)?,
                prompt: cells.bytes("prompt")?,
                state: cells.text("state")?,
            })
        };
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, round))
    }

    /// The commitments of one round.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn commitments(&mut self, round: RoundId) -> Result<Vec<CommitmentRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM commitment WHERE round = ? ORDER BY who").bind(round.bytes().as_slice());
        let commitment = |row: &SqliteRow| {
            let cells = Cells::of("commitment", row);
            Ok(CommitmentRow {
                who: cells.person("who")?,
                c: cells.bytes("c")?,
                r: cells.maybe_bytes("r")?,
                m: cells.maybe("m")?,
            })
        };
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, commitment))
    }
}
