//! Answers: a draft replaces a draft, and what was kept before becomes a version.

use chrono::{DateTime, Utc};
use hearth_domain::RunId;
use sqlx::SqliteConnection;

use super::text;
use crate::change::{StepAt, moment_text};
use crate::error::ApplyError;

/// How many earlier versions Mine keeps (F0); Ours keeps all (P8).
const KEPT_IN_MINE: i64 = 20;

pub(super) struct Words<'a> {
    pub at: &'a StepAt,
    /// `a`, `b`, or `both`.
    pub who: &'a str,
    pub vis: &'a str,
    pub value: Option<&'a serde_json::Value>,
    pub when: DateTime<Utc>,
}

pub(super) async fn draft(
    words: &Words<'_>,
    answered: bool,
    mine: bool,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    put(words, if answered { "answered" } else { "draft" }, mine, c).await
}

pub(super) async fn keep(words: &Words<'_>, mine: bool, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    put(words, "kept", mine, c).await
}

/// Replaces what is there. What was kept before stays as a version; the newest is not written twice, which would double
/// the book.
async fn put(words: &Words<'_>, state: &str, mine: bool, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    put_aside(words, state, mine, c).await?;
    sqlx::query(
        "INSERT INTO answer (run, step, lap, who, vis, state, value, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (run, step, lap, who)
         DO UPDATE SET vis = excluded.vis, state = excluded.state, value = excluded.value, at = excluded.at",
    )
    .bind(words.at.run.bytes().as_slice())
    .bind(&words.at.step)
    .bind(words.at.lap)
    .bind(words.who)
    .bind(words.vis)
    .bind(state)
    .bind(text(words.value))
    .bind(moment_text(words.when))
    .execute(c)
    .await?;
    Ok(())
}

/// Copies a kept answer to the versions, unless the same is kept again.
async fn put_aside(words: &Words<'_>, state: &str, mine: bool, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let newest: Option<(i64,)> = sqlx::query_as(
        "INSERT INTO answer_old (run, step, lap, who, n, value, at)
         SELECT run, step, lap, who,
           (SELECT coalesce(max(o.n), 0) + 1 FROM answer_old o
            WHERE o.run = a.run AND o.step = a.step AND o.lap = a.lap AND o.who = a.who),
           value, at
         FROM answer a WHERE run = ? AND step = ? AND lap = ? AND who = ? AND state = 'kept'
           AND (? <> 'kept' OR value IS NOT ?)
         RETURNING n",
    )
    .bind(words.at.run.bytes().as_slice())
    .bind(&words.at.step)
    .bind(words.at.lap)
    .bind(words.who)
    .bind(state)
    .bind(text(words.value))
    .fetch_optional(&mut *c)
    .await?;
    match newest {
        Some((n,)) if mine => forget_oldest(words, n, c).await,
        _ => Ok(()),
    }
}

async fn forget_oldest(words: &Words<'_>, newest: i64, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    sqlx::query("DELETE FROM answer_old WHERE run = ? AND step = ? AND lap = ? AND who = ? AND n <= ?")
        .bind(words.at.run.bytes().as_slice())
        .bind(&words.at.step)
        .bind(words.at.lap)
        .bind(words.who)
        .bind(newest - KEPT_IN_MINE)
        .execute(c)
        .await?;
    Ok(())
}

/// Removes one answer and its versions.
pub(super) async fn drop_one(at: &StepAt, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    for sql in [
        "DELETE FROM answer WHERE run = ? AND step = ? AND lap = ?",
        "DELETE FROM answer_old WHERE run = ? AND step = ? AND lap = ?",
    ] {
        sqlx::query(sql).bind(at.run.bytes().as_slice()).bind(&at.step).bind(at.lap).execute(&mut *c).await?;
    }
    Ok(())
}

/// Removes a run with its answers, versions, series numbers and things.
pub(super) async fn forget(run: RunId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    for sql in [
        "DELETE FROM answer WHERE run = ?",
        "DELETE FROM answer_old WHERE run = ?",
        "DELETE FROM series WHERE run = ?",
        "DELETE FROM ledger WHERE run = ?",
        "DELETE FROM item_old WHERE item IN (SELECT id FROM item WHERE run = ?)",
        "DELETE FROM item WHERE run = ?",
        "DELETE FROM run WHERE id = ?",
    ] {
        sqlx::query(sql).bind(run.bytes().as_slice()).execute(&mut *c).await?;
    }
    Ok(())
}

/// Hides an author's own shared words: the words and their versions go, a dated line stays (E15).
pub(super) async fn hide(
    at: &StepAt,
    who: &str,
    when: DateTime<Utc>,
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    let result = sqlx::query(
        "UPDATE answer SET value = NULL, state = 'hidden', at = ? WHERE run = ? AND step = ? AND lap = ? AND who = ?",
    )
    .bind(moment_text(when))
    .bind(at.run.bytes().as_slice())
    .bind(&at.step)
    .bind(at.lap)
    .bind(who)
    .execute(&mut *c)
    .await?;
    super::one(&result)?;
    sqlx::query("UPDATE answer_old SET value = NULL WHERE run = ? AND step = ? AND lap = ? AND who = ?")
        .bind(at.run.bytes().as_slice())
        .bind(&at.step)
        .bind(at.lap)
        .bind(who)
        .execute(c)
        .await?;
    Ok(())
}
