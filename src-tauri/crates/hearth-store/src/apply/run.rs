//! Runs and the exercises they are pinned to.

use hearth_domain::RunId;
use sqlx::SqliteConnection;

use super::one;
use crate::change::{RunStart, moment_text};
use crate::error::ApplyError;

pub(super) struct Doc<'a> {
    pub hash: &'a [u8; 32],
    pub uid: &'a str,
    pub slug: &'a str,
    pub revision: u32,
    pub json: &'a str,
}

pub(super) async fn doc_put(doc: Doc<'_>, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    sqlx::query("INSERT OR IGNORE INTO doc (hash, uid, slug, revision, json) VALUES (?, ?, ?, ?, ?)")
        .bind(doc.hash.as_slice())
        .bind(doc.uid)
        .bind(doc.slug)
        .bind(doc.revision)
        .bind(doc.json)
        .execute(c)
        .await?;
    Ok(())
}

pub(super) async fn begun(
    start: &RunStart,
    at: chrono::DateTime<chrono::Utc>,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    sqlx::query(
        "INSERT INTO run (id, doc, part, sitting, roles, first, at, lap, state, begun, source)
         VALUES (?, ?, ?, ?, ?, ?, NULL, 1, 'open', ?, ?)",
    )
    .bind(start.run.bytes().as_slice())
    .bind(start.doc.as_slice())
    .bind(&start.part)
    .bind(start.sitting.map(|s| s.bytes().to_vec()))
    .bind(&start.roles)
    .bind(start.first.map(hearth_domain::Person::letter))
    .bind(moment_text(at))
    .bind(&start.source)
    .execute(c)
    .await?;
    Ok(())
}

pub(super) async fn at(run: RunId, step: Option<&str>, lap: u32, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE run SET at = ?, lap = ? WHERE id = ? AND ended IS NULL");
    one(&query.bind(step).bind(lap).bind(run.bytes().as_slice()).execute(c).await?)
}

pub(super) async fn rests(
    run: RunId,
    why: &str,
    until: Option<&str>,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE run SET state = 'rests', why = ?, until = ? WHERE id = ? AND ended IS NULL");
    one(&query.bind(why).bind(until).bind(run.bytes().as_slice()).execute(c).await?)
}

pub(super) async fn ended(
    run: RunId,
    how: &str,
    at: chrono::DateTime<chrono::Utc>,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    let query =
        sqlx::query("UPDATE run SET state = ?, why = NULL, until = NULL, ended = ? WHERE id = ? AND ended IS NULL");
    one(&query.bind(how).bind(moment_text(at)).bind(run.bytes().as_slice()).execute(c).await?)
}

pub(super) async fn goes_on(run: RunId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE run SET state = 'open', why = NULL, until = NULL WHERE id = ? AND ended IS NULL");
    one(&query.bind(run.bytes().as_slice()).execute(c).await?)
}
