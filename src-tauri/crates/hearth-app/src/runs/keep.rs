//! All effects of one input, written in the order that protects.

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use hearth_exercise::run::{Effect, OursEffect, OwnEffect};
use hearth_store::{OwnChange, RunStart};

use super::live::Live;
use super::write::{About, Batch};
use super::{agree, seal, write};
use crate::contract::Code;
use crate::error::SaveFailure;
use crate::ports::Ports;
use crate::sitting::Sitting;

/// Writes them. An opening comes after the images of both Mines; pins come once both commitments are in Ours.
///
/// # Errors
/// [`SaveFailure`]; what could not be written stays in memory.
pub async fn keep(
    sitting: &mut Sitting,
    ports: &Ports,
    live: &Live,
    start: &RunStart,
    effects: Vec<Effect>,
    now: DateTime<Utc>,
) -> Result<(), SaveFailure> {
    if effects.iter().any(|e| matches!(e, Effect::Ours(OursEffect::OpenRound { .. }))) {
        sitting.write_own_images(now).await?;
    }
    let about = About { run: live.id, start, exercise: &live.exercise, now, ports };
    let batch = changes(sitting, &about, effects).await.map_err(SaveFailure::Refused)?;
    let forgotten = batch.own.a.iter().chain(&batch.own.b).any(forgets);
    let lasting = batch.own.a.iter().chain(&batch.own.b).any(must_last);
    let by = live.lead().or_else(|| sitting.people().first().copied()).unwrap_or(Person::A);
    sitting.commit(by, now, batch).await?;
    let pins = if sitting.together() {
        seal::pins(sitting, live.id).await.map_err(SaveFailure::Refused)?
    } else {
        Batch::default()
    };
    let pinned = !pins.own.a.is_empty() || !pins.own.b.is_empty();
    sitting.commit(by, now, pins).await?;
    if forgotten {
        sitting.write_own_images(now).await?;
    }
    if lasting || pinned { sitting.write_own_images(now).await } else { Ok(()) }
}

/// What a journal cut off after a crash must not lose goes into the image at once (`build-notes.md` 3, rule 5).
const fn must_last(change: &OwnChange) -> bool {
    matches!(
        change,
        OwnChange::Receipt { .. }
            | OwnChange::Pace { .. }
            | OwnChange::Pin { .. }
            | OwnChange::Forget { .. }
            | OwnChange::Unseal { .. }
    )
}

/// What was deleted must be gone from both slots (CR13).
const fn forgets(change: &OwnChange) -> bool {
    matches!(change, OwnChange::Forget { .. } | OwnChange::Unseal { .. })
}

async fn changes(sitting: &mut Sitting, about: &About<'_>, effects: Vec<Effect>) -> Result<Batch, Code> {
    let mut batch = Batch::default();
    for effect in effects {
        match effect {
            Effect::Own(who, OwnEffect::Seal { step, lap, value }) => {
                let value = value.as_ref().map(|private| private.value());
                seal::seal(sitting, about, who, about.at(&step, lap), value, &mut batch).await?;
            }
            Effect::Own(who, OwnEffect::Unseal { step, lap }) => {
                seal::unseal(sitting, who, about.at(&step, lap), &mut batch).await?;
            }
            // The receipt is written together with the assent it proves.
            Effect::Own(_, OwnEffect::Receipt { .. }) => {}
            Effect::Own(who, effect @ OwnEffect::Drop { .. }) => {
                batch.after.of_mut(who).extend(write::own(effect, about)?);
            }
            Effect::Own(who, effect) => batch.own.of_mut(who).extend(write::own(effect, about)?),
            Effect::Ours(OursEffect::OpenRound { step, lap, .. }) => {
                seal::open(sitting, &about.at(&step, lap), &mut batch).await?;
            }
            Effect::Ours(OursEffect::CloseRound { step, lap }) => {
                seal::close_one(sitting, &about.at(&step, lap), &mut batch).await?;
            }
            Effect::Ours(OursEffect::CloseRounds) => seal::close(sitting, about.run, &mut batch).await?,
            Effect::Ours(
                effect @ (OursEffect::Propose { .. }
                | OursEffect::Assent { .. }
                | OursEffect::InForce { .. }
                | OursEffect::LeftOpen { .. }),
            ) => agree::ours(sitting, about, effect, &mut batch).await?,
            Effect::Ours(effect) => batch.ours.extend(write::ours(effect, about)?),
        }
    }
    Ok(batch)
}
