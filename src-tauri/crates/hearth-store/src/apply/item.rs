//! Things that stay: agreements, letters, lists, plans, cards.

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Person};
use sqlx::SqliteConnection;

use super::one;
use crate::change::{ItemBody, moment_text};
use crate::error::ApplyError;

/// Writes a new item, or a new version of one; the version before stays readable.
pub(super) async fn put(
    item: &ItemBody,
    by: Person,
    at: DateTime<Utc>,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    sqlx::query("INSERT INTO item_old (item, n, body, who, at) SELECT id, n, body, author, ? FROM item WHERE id = ?")
        .bind(moment_text(at))
        .bind(item.item.bytes().as_slice())
        .execute(&mut *c)
        .await?;
    write(item, by, at, 1, c).await
}

/// Typing: the words change, and no version is made of what stood there a moment ago.
pub(super) async fn draft(
    item: &ItemBody,
    by: Person,
    at: DateTime<Utc>,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    write(item, by, at, 0, c).await
}

async fn write(
    item: &ItemBody,
    by: Person,
    at: DateTime<Utc>,
    more: u32,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    sqlx::query(
        "INSERT INTO item (id, kind, run, step, author, title, body, n, state, review, until, made)
         VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET author = excluded.author, title = excluded.title, body = excluded.body,
           n = n + ?, state = excluded.state, review = excluded.review, until = excluded.until",
    )
    .bind(item.item.bytes().as_slice())
    .bind(&item.kind)
    .bind(item.run.map(|r| r.bytes().to_vec()))
    .bind(&item.step)
    .bind(by.letter())
    .bind(&item.title)
    .bind(item.body.to_string())
    .bind(&item.state)
    .bind(&item.review)
    .bind(&item.until)
    .bind(moment_text(at))
    .bind(more)
    .execute(c)
    .await?;
    Ok(())
}

/// Mine keeps so many earlier versions of a thing (F0).
const KEPT_IN_MINE: i64 = 20;

/// Forgets versions older than those that Mine keeps.
pub(super) async fn keep_newest(item: ItemId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("DELETE FROM item_old WHERE item = ?1 AND n < (SELECT n FROM item WHERE id = ?1) - ?2");
    query.bind(item.bytes().as_slice()).bind(KEPT_IN_MINE).execute(c).await?;
    Ok(())
}

pub(super) async fn state(item: ItemId, state: &str, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE item SET state = ? WHERE id = ?");
    one(&query.bind(state).bind(item.bytes().as_slice()).execute(c).await?)
}

/// A second removal does not lengthen the thirty days of the first.
pub(super) async fn removed(item: ItemId, at: DateTime<Utc>, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE item SET removed = coalesce(removed, ?) WHERE id = ?");
    one(&query.bind(moment_text(at)).bind(item.bytes().as_slice()).execute(c).await?)
}

pub(super) async fn put_back(item: ItemId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE item SET removed = NULL WHERE id = ? AND removed IS NOT NULL");
    one(&query.bind(item.bytes().as_slice()).execute(c).await?)
}

pub(super) async fn purged(item: ItemId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    for sql in
        ["DELETE FROM item_old WHERE item = ?", "DELETE FROM assent WHERE item = ?", "DELETE FROM item WHERE id = ?"]
    {
        sqlx::query(sql).bind(item.bytes().as_slice()).execute(&mut *c).await?;
    }
    Ok(())
}

/// Who said yes to which version. In Mine it is my receipt.
pub(super) async fn assent(
    item: ItemId,
    n: u32,
    who: Person,
    digest: &[u8; 32],
    at: DateTime<Utc>,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    sqlx::query("INSERT OR REPLACE INTO assent (item, n, who, digest, at) VALUES (?, ?, ?, ?, ?)")
        .bind(item.bytes().as_slice())
        .bind(n)
        .bind(who.letter())
        .bind(digest.as_slice())
        .bind(moment_text(at))
        .execute(c)
        .await?;
    Ok(())
}
