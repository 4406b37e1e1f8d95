//! The history of Ours: a hash chain, so that a rewritten past can be told (P8, `build-notes.md` 3).

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Person};
use sha2::{Digest, Sha256};
use sqlx::{Row, SqliteConnection};

use crate::change::moment_text;
use crate::error::{ApplyError, ReadError};
use crate::image::Image;
use crate::space::Ours;

/// What the first link continues.
pub const GENESIS: [u8; 32] = [0; 32];

/// States an item can change to, with the kind of the link that says so. Older links say `state` alone.
pub(crate) const STATES: [(&str, &str); 7] = [
    ("proposed", "state.proposed"),
    ("not_now", "state.not_now"),
    ("no", "state.no"),
    ("withdrawn", "state.withdrawn"),
    ("in_force", "state.in_force"),
    ("changed", "state.changed"),
    ("ended", "state.ended"),
];

/// One link: its number from 1, and its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// From 1.
    pub seq: u64,
    /// SHA-256("hearthside/v1/history" || 00 || prev || u64be seq || digest).
    pub hash: [u8; 32],
}

pub(crate) struct Entry<'a> {
    pub at: DateTime<Utc>,
    pub by: Person,
    pub kind: &'static str,
    pub about: &'a [u8; 16],
    pub line: &'a [u8],
}

pub(crate) async fn append(entry: &Entry<'_>, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let last = last(c).await.map_err(|_| ApplyError::DoesNotFit)?;
    let (prev, seq) = last.map_or((GENESIS, 1), |link| (link.hash, link.seq + 1));
    let digest: [u8; 32] = Sha256::digest(entry.line).into();
    let hash = link_hash(&prev, seq, &digest);
    let seq = i64::try_from(seq).map_err(|_| ApplyError::DoesNotFit)?;
    sqlx::query("INSERT INTO history (seq, at, who, kind, ref, digest, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(seq)
        .bind(moment_text(entry.at))
        .bind(entry.by.letter())
        .bind(entry.kind)
        .bind(entry.about.as_slice())
        .bind(digest.as_slice())
        .bind(prev.as_slice())
        .bind(hash.as_slice())
        .execute(c)
        .await?;
    Ok(())
}

fn link_hash(prev: &[u8; 32], seq: u64, digest: &[u8; 32]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"hearthside/v1/history\0");
    hash.update(prev);
    hash.update(seq.to_be_bytes());
    hash.update(digest);
    hash.finalize().into()
}

async fn last(c: &mut SqliteConnection) -> Result<Option<Link>, ReadError> {
    let row = sqlx::query("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1").fetch_optional(c).await?;
    row.map(|row| link(&row)).transpose()
}

fn link(row: &sqlx::sqlite::SqliteRow) -> Result<Link, ReadError> {
    let bad = |column| ReadError::Inconsistent { table: "history", column };
    let hash: Vec<u8> = row.try_get("hash")?;
    Ok(Link {
        seq: u64::try_from(row.try_get::<i64, _>("seq")?).map_err(|_| bad("seq"))?,
        hash: hash.try_into().map_err(|_| bad("hash"))?,
    })
}

impl Image<Ours> {
    /// The newest link.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn last_link(&mut self) -> Result<Option<Link>, ReadError> {
        last(&mut self.connection).await
    }

    /// Who last changed the state of an item, and when.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn ended_by(&mut self, item: ItemId) -> Result<Option<(Person, DateTime<Utc>)>, ReadError> {
        let row = sqlx::query("SELECT who, at FROM history WHERE ref = ? AND (kind = 'state' OR kind LIKE 'state.%') ORDER BY seq DESC LIMIT 1")
            .bind(item.bytes().as_slice())
            .fetch_optional(&mut self.connection)
            .await?;
        let bad = |column| ReadError::Inconsistent { table: "history", column };
        let read = |row: sqlx::sqlite::SqliteRow| -> Result<_, ReadError> {
            let (who, at): (String, String) = (row.try_get("who")?, row.try_get("at")?);
            let at = DateTime::parse_from_rfc3339(&at).map_err(|_| bad("at"))?;
            Ok((Person::from_letter(&who).ok_or_else(|| bad("who"))?, at.to_utc()))
        };
        // A row put there by hand names nobody.
        Ok(row.and_then(|row| read(row).ok()))
    }

    /// Whether the past a person saw is still there: the link they saw exists and every later link follows from it.
    ///
    /// # Errors
    /// [`ReadError`].
    pub async fn still_holds(&mut self, seen: Link) -> Result<bool, ReadError> {
        let from = i64::try_from(seen.seq).map_err(|_| ReadError::Inconsistent { table: "seen", column: "seq" })?;
        let rows = sqlx::query("SELECT seq, digest, prev, hash FROM history WHERE seq >= ? ORDER BY seq")
            .bind(from)
            .fetch_all(&mut self.connection)
            .await?;
        let Some(first) = rows.first() else { return Ok(false) };
        if link(first)? != seen {
            return Ok(false);
        }
        let mut before = seen;
        for row in &rows[1..] {
            let here = link(row)?;
            let (prev, digest): (Vec<u8>, Vec<u8>) = (row.try_get("prev")?, row.try_get("digest")?);
            let digest =
                digest.try_into().map_err(|_| ReadError::Inconsistent { table: "history", column: "digest" })?;
            if here.seq != before.seq + 1
                || prev != before.hash
                || here.hash != link_hash(&before.hash, here.seq, &digest)
            {
                return Ok(false);
            }
            before = here;
        }
        Ok(true)
    }
}
