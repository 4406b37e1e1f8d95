//! Answers of a run.

use chrono::{DateTime, Utc};
use hearth_domain::{Person, RunId};
use sqlx::sqlite::SqliteRow;

use super::Cells;
use crate::error::ReadError;
use crate::image::Image;
use crate::space::Space;

/// One answer, drafted or kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Which step, or `step.reply`.
    pub step: String,
    /// Which time round, from 1.
    pub lap: u32,
    /// Who wrote it; `None` if both did.
    pub who: Option<Person>,
    /// Audience token.
    pub vis: String,
    /// How far it came.
    pub state: AnswerState,
    /// The answer; `None` if skipped or hidden.
    pub value: Option<serde_json::Value>,
    /// When it was last written.
    pub at: DateTime<Utc>,
}

/// How far an answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerState {
    /// Typed; the page was not left.
    Draft,
    /// The page was left by Continue or Skip.
    Answered,
    /// Kept: its turn is over.
    Kept,
    /// Hidden by its author.
    Hidden,
}

impl AnswerState {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "draft" => Self::Draft,
            "answered" => Self::Answered,
            "kept" => Self::Kept,
            "hidden" => Self::Hidden,
            _ => return None,
        })
    }
}

fn answer(row: &SqliteRow) -> Result<Answer, ReadError> {
    let cells = Cells::of("answer", row);
    let who = match cells.text("who")?.as_str() {
        "both" => None,
        letter => Some(Person::from_letter(letter).ok_or_else(|| cells.bad("who"))?),
    };
    let state = AnswerState::read(&cells.text("state")?).ok_or_else(|| cells.bad("state"))?;
    Ok(Answer {
        step: cells.text("step")?,
        lap: cells.number("lap")?,
        who,
        vis: cells.text("vis")?,
        state,
        value: cells.json("value")?,
        at: cells.moment("at")?,
    })
}

impl<S: Space> Image<S> {
    /// All answers of one run.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn answers(&mut self, run: RunId) -> Result<Vec<Answer>, ReadError> {
        let query =
            sqlx::query("SELECT * FROM answer WHERE run = ? ORDER BY step, lap, who").bind(run.bytes().as_slice());
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, answer))
    }

    /// Every answer of the space, each with its run: what Find looks through once.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn all_answers(&mut self) -> Result<Vec<(RunId, Answer)>, ReadError> {
        let rows = sqlx::query("SELECT * FROM answer").fetch_all(&mut self.connection).await?;
        let of_run = |row: &SqliteRow| Ok((RunId::from_bytes(Cells::of("answer", row).bytes("run")?), answer(row)?));
        Ok(self.readable(&rows, of_run))
    }

    /// The newest kept answer to one step of an exercise, with its run. Stopped runs do not count.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn newest_answer(&mut self, slug: &str, step: &str) -> Result<Option<(RunId, Answer)>, ReadError> {
        let query = sqlx::query(
            "SELECT answer.* FROM answer JOIN run ON run.id = answer.run JOIN doc ON doc.hash = run.doc
             WHERE doc.slug = ? AND run.state <> 'stopped' AND answer.step = ? AND answer.state = 'kept'
               AND answer.value IS NOT NULL
             ORDER BY run.begun DESC, answer.lap DESC LIMIT 1",
        );
        let rows = query.bind(slug).bind(step).fetch_all(&mut self.connection).await?;
        let with_run = |row: &SqliteRow| Ok((RunId::from_bytes(Cells::of("answer", row).bytes("run")?), answer(row)?));
        Ok(self.readable(&rows, with_run).pop())
    }

    /// How many versions of one answer are kept.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn versions(&mut self, run: RunId, step: &str) -> Result<u32, ReadError> {
        let query = sqlx::query("SELECT count(*) AS n FROM answer_old WHERE run = ? AND step = ?");
        let row = query.bind(run.bytes().as_slice()).bind(step).fetch_one(&mut self.connection).await?;
        Cells::of("answer_old", &row).number("n")
    }

    /// How many answers the space holds.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn answer_count(&mut self) -> Result<u64, ReadError> {
        let row = sqlx::query("SELECT count(*) AS n FROM answer").fetch_one(&mut self.connection).await?;
        Cells::of("answer", &row).number("n")
    }
}
