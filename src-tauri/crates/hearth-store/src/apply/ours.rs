//! Ours, change by change; what people may need to look back on also becomes a link of the history.

use hearth_domain::Person;
use sqlx::SqliteConnection;

use super::{Apply, answer, closeness, item, one, run, seal};
use crate::change::{OursChange, Stamped, moment_text};
use crate::error::ApplyError;
use crate::history::{self, STATES};

impl Apply for OursChange {
    async fn apply(change: &Stamped<Self>, line: &[u8], c: &mut SqliteConnection) -> Result<(), ApplyError> {
        let (by, when) = (change.by, change.at);
        let words = |at, who, value| answer::Words { at, who: who_text(who), vis: "shared", value, when };
        match &change.what {
            Self::SittingBegun { sitting, minutes } => {
                let query = sqlx::query("INSERT INTO sitting (id, begun, minutes) VALUES (?, ?, ?)");
                query.bind(sitting.bytes().as_slice()).bind(moment_text(when)).bind(minutes).execute(&mut *c).await?;
            }
            Self::SittingEnded { sitting } => {
                let query = sqlx::query("UPDATE sitting SET ended = ? WHERE id = ? AND ended IS NULL");
                one(&query.bind(moment_text(when)).bind(sitting.bytes().as_slice()).execute(&mut *c).await?)?;
            }
            Self::DocPut { hash, uid, slug, revision, json } => {
                run::doc_put(run::Doc { hash, uid, slug, revision: *revision, json }, c).await?;
            }
            Self::RunBegun(start) => run::begun(start, when, c).await?,
            Self::RunAt { run, at, lap } => run::at(*run, at.as_deref(), *lap, c).await?,
            Self::RunGoesOn { run } => run::goes_on(*run, c).await?,
            Self::RunRests { run, why, until } => run::rests(*run, why, until.as_deref(), c).await?,
            Self::RunEnded { run, how } => run::ended(*run, how, when, c).await?,
            Self::Draft { at, who, value } => answer::draft(&words(at, *who, value.as_ref()), false, false, c).await?,
            Self::Keep { at, who, value } => answer::keep(&words(at, *who, value.as_ref()), false, c).await?,
            Self::Hide { at, who } => answer::hide(at, who_text(*who), when, c).await?,
            Self::RoundMade { round, at, prompt } => seal::round_made(*round, at, prompt, c).await?,
            Self::Committed { round, who, c: commitment } => seal::committed(*round, *who, commitment, c).await?,
            Self::Uncommitted { round } => seal::uncommitted(*round, c).await?,
            Self::RoundOpened { round, a, b } => {
                seal::round_opened(*round, [(Person::A, a), (Person::B, b)], c).await?;
            }
            Self::RoundClosed { round } => seal::closed(*round, c).await?,
            Self::ItemPut(body) | Self::TrayPut(body) => item::put(body, by, when, c).await?,
            Self::TrayGone { item } => item::purged(*item, c).await?,
            Self::ItemState { item, state } => item::state(*item, state, c).await?,
            Self::Assent { item, n, who, digest } => item::assent(*item, *n, *who, digest, when, c).await?,
            Self::ItemRemoved { item } => item::removed(*item, when, c).await?,
            Self::ItemPurged { item } => item::purged(*item, c).await?,
            Self::Closeness(yeses) => closeness::put(yeses, c).await?,
        }
        match remembered(&change.what) {
            Some((kind, about)) => history::append(&history::Entry { at: when, by, kind, about, line }, c).await,
            None => Ok(()),
        }
    }
}

const fn who_text(who: Option<Person>) -> &'static str {
    match who {
        Some(person) => person.letter(),
        None => "both",
    }
}

/// Which changes become history, and what they are about. `F12` closeness marks, sittings and the tray do not.
fn remembered(change: &OursChange) -> Option<(&'static str, &[u8; 16])> {
    match change {
        OursChange::Keep { at, .. } => Some(("keep", at.run.bytes())),
        OursChange::Hide { at, .. } => Some(("hide", at.run.bytes())),
        OursChange::RoundOpened { round, .. } => Some(("opened", round.bytes())),
        OursChange::RunEnded { run, .. } => Some(("ended", run.bytes())),
        OursChange::ItemPut(body) => Some(("item", body.item.bytes())),
        OursChange::ItemState { item, state } => Some((to_state(state), item.bytes())),
        OursChange::Assent { item, .. } => Some(("assent", item.bytes())),
        OursChange::ItemRemoved { item } => Some(("removed", item.bytes())),
        OursChange::ItemPurged { item } => Some(("purged", item.bytes())),
        _ => None,
    }
}

/// The state is part of the link's kind: a history that could not say what an agreement changed to would keep half of it.
fn to_state(state: &str) -> &'static str {
    STATES.into_iter().find(|(word, _)| *word == state).map_or("state", |(_, kind)| kind)
}
