//! What a run may see of one person's own space: its own answers and seals, and earlier answers it names as a source.

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Pace, RunId};
use hearth_store::{Answer, AnswerState, Image, LedgerRow, Own, RunRow};

use crate::contract::Code;

/// A person's own space, seen from inside one run.
pub struct Turn<'a>(&'a mut Image<Own>);

/// An answer of an earlier run of one's own.
pub struct Earlier {
    /// Which run.
    pub run: RunRow,
    /// The answer.
    pub answer: Answer,
}

impl<'a> Turn<'a> {
    pub(super) const fn new(own: &'a mut Image<Own>) -> Self {
        Self(own)
    }

    /// This run's own answers.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn answers(&mut self, run: RunId) -> Result<Vec<Answer>, Code> {
        Ok(self.0.answers(run).await?)
    }

    /// This run's own seals.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn seals(&mut self, run: RunId) -> Result<Vec<LedgerRow>, Code> {
        Ok(self.0.ledger().await?.into_iter().filter(|entry| entry.at.run == run).collect())
    }

    /// The versions of agreements this person said yes to: which, version, digest.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn receipts(&mut self) -> Result<Vec<(ItemId, u32, [u8; 32])>, Code> {
        Ok(self.0.receipts().await?)
    }

    /// What this person removed, and when.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn removed(&mut self) -> Result<Vec<(ItemId, DateTime<Utc>)>, Code> {
        let rows = self.0.removed_items().await?;
        Ok(rows.into_iter().filter_map(|row| Some((row.id, row.removed?))).collect())
    }

    /// One's own pace.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn pace(&mut self) -> Result<Pace, Code> {
        Ok(self.0.pace().await?.value.as_deref().and_then(Pace::from_word).unwrap_or_default())
    }

    /// The answer to one step of the latest finished run of an exercise.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn earlier(&mut self, slug: &str, step: &str) -> Result<Option<Earlier>, Code> {
        let Some(run) = self.0.latest_done(slug).await? else { return Ok(None) };
        let answers = self.0.answers(run.id).await?;
        let found = answers.into_iter().rfind(|a| a.step == step && a.state == AnswerState::Kept);
        Ok(found.map(|answer| Earlier { run, answer }))
    }

    /// One of this person's settings.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn setting(&mut self, key: &str) -> Result<Option<String>, Code> {
        Ok(self.0.setting(key).await?)
    }

    /// Exercises finished alone, with the time.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn finished(&mut self) -> Result<Vec<(String, chrono::DateTime<chrono::Utc>)>, Code> {
        Ok(self.0.last_finished().await?)
    }

    /// The canonical JSON of the exercise an earlier run was pinned to.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn doc(&mut self, hash: &[u8; 32]) -> Result<Option<String>, Code> {
        Ok(self.0.doc(hash).await?)
    }
}
