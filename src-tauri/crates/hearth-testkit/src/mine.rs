//! What the program cannot write yet, put into a person's own space with the vault's own tools.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Person};
use hearth_store::{Image, ItemBody, Own, OwnChange, SCHEMA, Stamped};
use hearth_vault::disk::RealDisk;
use hearth_vault::{LockedVault, Passphrase, Settings};
use rand::rngs::OsRng;

/// Applies changes to the own space of a person whose workbook lies in this folder and is locked.
///
/// # Panics
/// If the workbook does not open, or a change does not fit.
pub async fn change_mine(
    folder: &Path,
    who: Person,
    passphrase: &str,
    at: DateTime<Utc>,
    changes: impl IntoIterator<Item = Stamped<OwnChange>>,
) {
    let mut vault =
        LockedVault::open(Arc::new(RealDisk), folder, Settings::for_tests()).expect("the workbook is there");
    let passphrase = Passphrase::new(passphrase.as_bytes()).expect("a passphrase");
    let mut keys = vault.unlock(who, &passphrase, &mut OsRng).expect("it opens");
    let loaded = keys.own.load().expect("Mine");
    let mut image = Image::<Own>::open(&loaded.image).await.expect("an image");
    image.apply_all(&loaded.records).await.expect("its journal");
    let lines: Vec<Vec<u8>> = changes.into_iter().map(|change| change.line()).collect();
    image.apply_all(&lines).await.expect("the changes fit");
    let bytes = image.to_bytes().await.expect("bytes");
    keys.own.write_image(&bytes, u32::try_from(SCHEMA).expect("a small number"), at).expect("written");
}

/// What accepting a therapist's assignment leaves in Mine; it is current until a moment.
#[must_use]
pub fn assignment(who: Person, slug: &str, at: DateTime<Utc>, until: Option<DateTime<Utc>>) -> Stamped<OwnChange> {
    let mut item = [0; 16];
    let short = slug.len().min(item.len());
    item[..short].copy_from_slice(&slug.as_bytes()[..short]);
    let what = OwnChange::ItemPut(ItemBody {
        item: ItemId::from_bytes(item),
        kind: "assignment".into(),
        run: None,
        step: None,
        title: slug.into(),
        body: serde_json::json!({}),
        state: "accepted".into(),
        review: None,
        until: until.map(|until| until.to_rfc3339()),
    });
    Stamped { at, by: who, what }
}
