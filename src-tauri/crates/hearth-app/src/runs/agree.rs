//! Agreements written by a run (E31): proposed, confirmed by both, in force, or left open.

use std::collections::{BTreeMap, BTreeSet};

use hearth_domain::{ItemId, Person};
use hearth_exercise::run::{Lines, OursEffect, Shared};
use hearth_store::{ItemBody, ItemRow, OursChange, OwnChange};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::write::{About, Batch, lines};
use crate::contract::Code;
use crate::deals::Body;
use crate::sitting::Sitting;

/// One effect about an agreement.
///
/// # Errors
/// [`Code::Internal`] if Ours cannot be read or the effect is not about an agreement.
pub async fn ours(sitting: &mut Sitting, about: &About<'_>, effect: OursEffect, batch: &mut Batch) -> Result<(), Code> {
    match effect {
        OursEffect::Propose { step, title, lines, review, not_before } => {
            let known = find(sitting, about, &step, batch).await?.map(|known| known.item);
            let until = not_before.map(|at| at.to_rfc3339());
            let item = known.unwrap_or_else(|| ItemId::from_bytes(about.ports.make_bytes()));
            batch.ours.push(OursChange::ItemPut(proposal(
                about,
                item,
                &step,
                title,
                &lines,
                review.to_string(),
                until,
            )));
        }
        OursEffect::Assent { step, who, review } => {
            assent(sitting, about, &step, who, review.to_string(), batch).await?
        }
        OursEffect::InForce { step } => state(sitting, about, &step, "in_force", batch).await?,
        OursEffect::LeftOpen { step } => state(sitting, about, &step, "left_open", batch).await?,
        _ => return Err(Code::Internal),
    }
    Ok(())
}

fn proposal(
    about: &About<'_>,
    item: ItemId,
    step: &str,
    title: String,
    text: &[Lines<Shared>],
    review: String,
    until: Option<String>,
) -> ItemBody {
    ItemBody {
        item,
        kind: "agreement".into(),
        run: Some(about.run),
        step: Some(step.to_owned()),
        title,
        body: lines(text),
        state: "proposed".into(),
        review: Some(review),
        until,
    }
}

/// The agreement of one step, as it will stand once the batch is written.
struct Known {
    item: ItemId,
    n: u32,
    body: ItemBody,
}

async fn find(sitting: &mut Sitting, about: &About<'_>, step: &str, batch: &Batch) -> Result<Option<Known>, Code> {
    let items = sitting.ours().items().await?;
    let stored = items
        .into_iter()
        .find(|i| i.kind == "agreement" && i.run == Some(about.run) && i.step.as_deref() == Some(step) && goes_on(i));
    let n = stored.as_ref().map_or(0, |i| i.n);
    let mut known = stored.map(|row| Known { item: row.id, n, body: body_of(row) });
    for change in &batch.ours {
        match change {
            OursChange::ItemPut(body) if body.step.as_deref() == Some(step) => {
                let n = known.as_ref().map_or(0, |k| k.n) + 1;
                known = Some(Known { item: body.item, n, body: body.clone() });
            }
            _ => {}
        }
    }
    Ok(known)
}

/// What took its place by a proposal carries its run and step too, and is no text of the run's any more.
fn goes_on(item: &ItemRow) -> bool {
    !["ended", "changed"].contains(&item.state.as_str()) && Body::read(&item.body).is_none()
}

/// SHA-256("hearthside/v1/agreement" || 00 || JSON of title, step, review and text): what somebody said yes to.
fn digest(body: &ItemBody) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"hearthside/v1/agreement\0");
    hash.update(json!([body.title, body.step, body.review, body.body]).to_string());
    hash.finalize().into()
}

/// The agreements in force to which everybody who is open did say yes, as their own receipts prove. Ours alone proves
/// nothing: the partner holds its key too, and an agreement nobody made must not bind anybody (E31).
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read.
pub async fn confirmed(sitting: &mut Sitting, items: &[ItemRow]) -> Result<BTreeSet<ItemId>, Code> {
    let in_force = items.iter().filter(|i| i.kind == "agreement" && i.state == "in_force");
    let mut confirmed: BTreeMap<ItemId, (u32, [u8; 32])> =
        in_force.map(|i| (i.id, (i.n, digest(&body_of(i.clone()))))).collect();
    for who in sitting.people() {
        let Some(mut turn) = sitting.turn(who) else { continue };
        let receipts = turn.receipts().await?;
        confirmed
            .retain(|item, version| receipts.iter().any(|(of, n, digest)| of == item && (*n, *digest) == *version));
    }
    Ok(confirmed.into_keys().collect())
}

/// A text both confirmed outside a run, in one batch: the version, both yeses, both receipts.
#[must_use]
pub fn kept(row: ItemRow, review: String, days: u32) -> Batch {
    let n = row.n + 1;
    let mut body = ItemBody { review: Some(review), state: "in_force".into(), ..body_of(row) };
    if let Some(Body::Proposal(mut agreed)) = Body::read(&body.body) {
        agreed.text.review_days = days;
        body.body = json!(Body::Proposal(agreed));
    }
    let (item, digest) = (body.item, digest(&body));
    let mut batch = Batch::default();
    batch.ours.push(OursChange::ItemPut(body));
    for who in Person::BOTH {
        batch.ours.push(OursChange::Assent { item, n, who, digest });
        batch.own.of_mut(who).push(OwnChange::Receipt { item, n, digest });
    }
    batch
}

fn body_of(row: ItemRow) -> ItemBody {
    ItemBody {
        item: row.id,
        kind: row.kind,
        run: row.run,
        step: row.step,
        title: row.title,
        body: row.body,
        state: row.state,
        review: row.review,
        until: row.until.map(|u| u.to_rfc3339()),
    }
}

/// A yes to the text as it stands. A review date other than the proposed one makes a new version first.
async fn assent(
    sitting: &mut Sitting,
    about: &About<'_>,
    step: &str,
    who: Person,
    review: String,
    batch: &mut Batch,
) -> Result<(), Code> {
    let mut known = find(sitting, about, step, batch).await?.ok_or(Code::Internal)?;
    if known.body.review.as_ref() != Some(&review) {
        known.body.review = Some(review);
        known.n += 1;
        batch.ours.push(OursChange::ItemPut(known.body.clone()));
    }
    let digest = digest(&known.body);
    batch.ours.push(OursChange::Assent { item: known.item, n: known.n, who, digest });
    batch.own.of_mut(who).push(OwnChange::Receipt { item: known.item, n: known.n, digest });
    Ok(())
}

async fn state(sitting: &mut Sitting, about: &About<'_>, step: &str, to: &str, batch: &mut Batch) -> Result<(), Code> {
    if let Some(known) = find(sitting, about, step, batch).await? {
        batch.ours.push(OursChange::ItemState { item: known.item, state: to.to_owned() });
    }
    Ok(())
}
