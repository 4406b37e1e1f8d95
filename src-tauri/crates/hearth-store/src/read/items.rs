//! Things that stay.

use chrono::{DateTime, Utc};
use hearth_domain::availability::Assigned;
use hearth_domain::{ItemId, Person, RunId};
use sqlx::sqlite::SqliteRow;

use super::Cells;
use crate::error::ReadError;
use crate::image::Image;
use crate::space::{Own, Space};

/// An agreement, letter, list, plan or card.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemRow {
    /// Which item.
    pub id: ItemId,
    /// agreement, letter, list, plan, card, ritual; assignment, whose title is the exercise's slug.
    pub kind: String,
    /// The run it came from.
    pub run: Option<RunId>,
    /// The step it came from.
    pub step: Option<String>,
    /// Who wrote this version.
    pub author: Person,
    /// Its name.
    pub title: String,
    /// Its content.
    pub body: serde_json::Value,
    /// Version, from 1.
    pub n: u32,
    /// draft, proposed, in_force, ended, kept; accepted, for an assignment.
    pub state: String,
    /// Review date, `YYYY-MM-DD`.
    pub review: Option<String>,
    /// Not before this moment.
    pub until: Option<DateTime<Utc>>,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// When it was removed.
    pub removed: Option<DateTime<Utc>>,
}

/// A yes to one version of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssentRow {
    /// Which version.
    pub n: u32,
    /// Whose yes.
    pub who: Person,
    /// SHA-256 of the text.
    pub digest: [u8; 32],
    /// When.
    pub at: DateTime<Utc>,
}

fn item(row: &SqliteRow) -> Result<ItemRow, ReadError> {
    let cells = Cells::of("item", row);
    Ok(ItemRow {
        id: ItemId::from_bytes(cells.bytes("id")?),
        kind: cells.text("kind")?,
        run: cells.maybe_bytes("run")?.map(RunId::from_bytes),
        step: cells.maybe("step")?,
        author: cells.person("author")?,
        title: cells.text("title")?,
        body: cells.json("body")?.ok_or_else(|| cells.bad("body"))?,
        n: cells.number("n")?,
        state: cells.text("state")?,
        review: cells.maybe("review")?,
        until: cells.maybe_moment("until")?,
        made: cells.moment("made")?,
        removed: cells.maybe_moment("removed")?,
    })
}

impl Image<Own> {
    /// What this person said yes to: which item, which version, the digest of its text.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn receipts(&mut self) -> Result<Vec<(ItemId, u32, [u8; 32])>, ReadError> {
        let rows = sqlx::query("SELECT item, n, digest FROM assent").fetch_all(&mut self.connection).await?;
        let receipt = |row: &SqliteRow| {
            let cells = Cells::of("assent", row);
            Ok((ItemId::from_bytes(cells.bytes("item")?), cells.number("n")?, cells.bytes("digest")?))
        };
        Ok(self.readable(&rows, receipt))
    }
}

impl Image<Own> {
    /// What a therapist assigned to this person, who accepted it and did not put it aside.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn assigned(&mut self) -> Result<Vec<Assigned>, ReadError> {
        let query =
            "SELECT title, until FROM item WHERE kind = 'assignment' AND state = 'accepted' AND removed IS NULL";
        let rows = sqlx::query(query).fetch_all(&mut self.connection).await?;
        let assigned = |row: &SqliteRow| {
            let cells = Cells::of("item", row);
            Ok(Assigned { slug: cells.text("title")?, until: cells.maybe_moment("until")? })
        };
        Ok(self.readable(&rows, assigned))
    }
}

impl<S: Space> Image<S> {
    /// All items that are not removed, oldest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn items(&mut self) -> Result<Vec<ItemRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM item WHERE removed IS NULL ORDER BY made, id");
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, item))
    }

    /// Items of one kind that are not removed, oldest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn items_of(&mut self, kind: &str) -> Result<Vec<ItemRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM item WHERE kind = ? AND removed IS NULL ORDER BY made, id");
        let rows = query.bind(kind).fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, item))
    }

    /// Items that were removed and can still be put back, the latest first.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn removed_items(&mut self) -> Result<Vec<ItemRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM item WHERE removed IS NOT NULL ORDER BY removed DESC, id");
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, item))
    }

    /// One item.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn item(&mut self, id: ItemId) -> Result<Option<ItemRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM item WHERE id = ?").bind(id.bytes().as_slice());
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, item).pop())
    }

    /// Who said yes to which version of an item.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn assents(&mut self, id: ItemId) -> Result<Vec<AssentRow>, ReadError> {
        let query = sqlx::query("SELECT * FROM assent WHERE item = ? ORDER BY n, who").bind(id.bytes().as_slice());
        let assent = |row: &SqliteRow| {
            let cells = Cells::of("assent", row);
            Ok(AssentRow {
                n: cells.number("n")?,
                who: cells.person("who")?,
                digest: cells.bytes("digest")?,
                at: cells.moment("at")?,
            })
        };
        let rows = query.fetch_all(&mut self.connection).await?;
        Ok(self.readable(&rows, assent))
    }
}
