//! Mine, change by change.

use sqlx::SqliteConnection;

use super::{Apply, answer, item, run, seal};
use crate::change::{OwnChange, Stamped, moment_text};
use crate::error::ApplyError;

impl Apply for OwnChange {
    async fn apply(change: &Stamped<Self>, _line: &[u8], c: &mut SqliteConnection) -> Result<(), ApplyError> {
        let (by, when) = (change.by, change.at);
        let words = |at, vis, value| answer::Words { at, who: by.letter(), vis, value, when };
        match &change.what {
            Self::DocPut { hash, uid, slug, revision, json } => {
                run::doc_put(run::Doc { hash, uid, slug, revision: *revision, json }, c).await
            }
            Self::RunBegun(start) => run::begun(start, when, c).await,
            Self::RunAt { run, at, lap } => run::at(*run, at.as_deref(), *lap, c).await,
            Self::RunEnded { run, how } => run::ended(*run, how, when, c).await,
            Self::Draft { at, vis, value, answered } => {
                answer::draft(&words(at, vis.as_str(), value.as_ref()), *answered, true, c).await
            }
            Self::Keep { at, vis, value } => answer::keep(&words(at, vis.as_str(), value.as_ref()), true, c).await,
            Self::Drop { at } => answer::drop_one(at, c).await,
            Self::Forget { run } => answer::forget(*run, c).await,
            Self::Seal { round, at, r, m, c: commitment } => {
                seal::seal(&seal::Sealed { round: *round, at, r, m, c: commitment }, c).await
            }
            Self::Unseal { round } => seal::unseal(*round, c).await,
            Self::Pin { round, peer } => seal::pin(*round, peer, c).await,
            Self::Opened { round } => seal::opened(*round, c).await,
            Self::ItemPut(body) => {
                item::put(body, by, when, c).await?;
                item::keep_newest(body.item, c).await
            }
            Self::ItemDraft(body) => item::draft(body, by, when, c).await,
            Self::ItemState { item, state } => item::state(*item, state, c).await,
            Self::ItemRemoved { item } => item::removed(*item, when, c).await,
            Self::ItemPutBack { item } => item::put_back(*item, c).await,
            Self::ItemPurged { item } => item::purged(*item, c).await,
            Self::Receipt { item, n, digest } => item::assent(*item, *n, by, digest, when, c).await,
            Self::Series { id, name, value, run } => {
                let query =
                    sqlx::query("INSERT OR REPLACE INTO series (id, name, at, value, run) VALUES (?, ?, ?, ?, ?)");
                let query = query.bind(id.bytes().as_slice()).bind(name).bind(moment_text(when)).bind(value);
                query.bind(run.map(|r| r.bytes().to_vec())).execute(c).await?;
                Ok(())
            }
            Self::Pace { value, checked } => pace(value.as_deref(), checked.then(|| moment_text(when)), c).await,
            Self::Rest { slug, until } => {
                let query = sqlx::query("INSERT OR REPLACE INTO rest (slug, until) VALUES (?, ?)");
                query.bind(slug).bind(until).execute(c).await?;
                Ok(())
            }
            Self::Setting { k, v } => {
                sqlx::query("INSERT OR REPLACE INTO setting (k, v) VALUES (?, ?)").bind(k).bind(v).execute(c).await?;
                Ok(())
            }
            Self::Seen { seq, hash } => seen(*seq, hash, moment_text(when), c).await,
        }
    }
}

async fn pace(value: Option<&str>, checked_on: Option<String>, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    sqlx::query(
        "INSERT INTO pace (id, value, checked_on) VALUES (1, ?, ?)
         ON CONFLICT (id) DO UPDATE SET value = coalesce(excluded.value, value),
           checked_on = coalesce(excluded.checked_on, checked_on)",
    )
    .bind(value)
    .bind(checked_on)
    .execute(c)
    .await?;
    Ok(())
}

async fn seen(seq: u64, hash: &[u8; 32], at: String, c: &mut SqliteConnection) -> Result<(), ApplyError> {
    let seq = i64::try_from(seq).map_err(|_| ApplyError::DoesNotFit)?;
    sqlx::query("INSERT OR REPLACE INTO seen (id, seq, hash, at) VALUES (1, ?, ?, ?)")
        .bind(seq)
        .bind(hash.as_slice())
        .bind(at)
        .execute(c)
        .await?;
    Ok(())
}
