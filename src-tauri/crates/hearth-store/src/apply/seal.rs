//! Sealed answers: the ledger of Mine, rounds and commitments of Ours (`vault.md` 3).

use hearth_domain::{Person, RoundId};
use sqlx::SqliteConnection;

use super::one;
use crate::change::{Opening, StepAt};
use crate::error::ApplyError;

pub(super) struct Sealed<'a> {
    pub round: RoundId,
    pub at: &'a StepAt,
    pub r: &'a [u8; 32],
    pub m: &'a str,
    pub c: &'a [u8; 32],
}

/// A new seal replaces an earlier one only while it can still be taken back.
pub(super) async fn seal(sealed: &Sealed<'_>, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query(
        "INSERT INTO ledger (round, run, step, lap, r, m, c, peer, state) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 'sealed')
         ON CONFLICT (round) DO UPDATE SET r = excluded.r, m = excluded.m, c = excluded.c
         WHERE state = 'sealed' AND peer IS NULL",
    )
    .bind(sealed.round.bytes().as_slice())
    .bind(sealed.at.run.bytes().as_slice())
    .bind(&sealed.at.step)
    .bind(sealed.at.lap)
    .bind(sealed.r.as_slice())
    .bind(sealed.m)
    .bind(sealed.c.as_slice());
    one(&query.execute(c).await?)
}

pub(super) async fn unseal(round: RoundId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("DELETE FROM ledger WHERE round = ? AND state = 'sealed'");
    one(&query.bind(round.bytes().as_slice()).execute(c).await?)
}

/// Once pinned, the other's commitment cannot be pinned to something else.
pub(super) async fn pin(round: RoundId, peer: &[u8; 32], c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE ledger SET peer = ?1 WHERE round = ?2 AND (peer IS NULL OR peer = ?1)");
    one(&query.bind(peer.as_slice()).bind(round.bytes().as_slice()).execute(c).await?)
}

pub(super) async fn opened(round: RoundId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE ledger SET state = 'opened' WHERE round = ? AND peer IS NOT NULL");
    one(&query.bind(round.bytes().as_slice()).execute(c).await?)
}

pub(super) async fn round_made(
    round: RoundId,
    at: &StepAt,
    prompt: &[u8; 32],
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    sqlx::query("INSERT INTO round (id, run, step, lap, prompt, state) VALUES (?, ?, ?, ?, ?, 'open')")
        .bind(round.bytes().as_slice())
        .bind(at.run.bytes().as_slice())
        .bind(&at.step)
        .bind(at.lap)
        .bind(prompt.as_slice())
        .execute(c)
        .await?;
    Ok(())
}

pub(super) async fn committed(
    round: RoundId,
    who: Person,
    commitment: &[u8; 32],
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    sqlx::query(
        "INSERT INTO commitment (round, who, c) SELECT id, ?2, ?3 FROM round WHERE id = ?1 AND state = 'open'
         ON CONFLICT (round, who) DO UPDATE SET c = excluded.c WHERE r IS NULL",
    )
    .bind(round.bytes().as_slice())
    .bind(who.letter())
    .bind(commitment.as_slice())
    .execute(c)
    .await
    .map_err(ApplyError::from)
    .and_then(|result| one(&result))
}

pub(super) async fn uncommitted(round: RoundId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    sqlx::query("DELETE FROM commitment WHERE round = ? AND r IS NULL")
        .bind(round.bytes().as_slice())
        .execute(&mut *c)
        .await?;
    closed(round, c).await
}

pub(super) async fn closed(round: RoundId, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let query = sqlx::query("UPDATE round SET state = 'closed' WHERE id = ? AND state = 'open'");
    one(&query.bind(round.bytes().as_slice()).execute(c).await?)
}

/// Both openings in one change, so that there is no moment with one of them.
pub(super) async fn round_opened(
    round: RoundId,
    pair: [(Person, &Opening); 2],
    c: &mut SqliteConnection,
) -> Result<(), ApplyError> {
    for (who, opening) in pair {
        let query = sqlx::query("UPDATE commitment SET r = ?, m = ? WHERE round = ? AND who = ? AND r IS NULL");
        let query = query.bind(opening.r.as_slice()).bind(&opening.m);
        one(&query.bind(round.bytes().as_slice()).bind(who.letter()).execute(&mut *c).await?)?;
    }
    let query = sqlx::query("UPDATE round SET state = 'opened' WHERE id = ? AND state = 'open'");
    one(&query.bind(round.bytes().as_slice()).execute(c).await?)
}
