//! A partner with all files, their own passphrase and other tools.

use std::sync::Arc;

use hearth_domain::{Person, RunId};
use hearth_store::{Image, Ours, OursChange, SCHEMA, Stamped};
use hearth_vault::disk::RealDisk;
use hearth_vault::{LockedVault, Passphrase, Settings};
use rand::rngs::OsRng;

use crate::couple::{ALEX, Laptop, none};

/// Alex opens Ours without the program and changes it.
async fn alex_changes_ours(laptop: &Laptop, what: impl AsyncFnOnce(&mut Image<Ours>) -> OursChange) {
    let folder = laptop.home.path().join("workbook.hearth");
    let mut vault = LockedVault::open(Arc::new(RealDisk), &folder, Settings::for_tests()).unwrap();
    let passphrase = Passphrase::new(ALEX.as_bytes()).unwrap();
    let mut keys = vault.unlock(Person::A, &passphrase, &mut OsRng).unwrap();
    let loaded = keys.ours.load().unwrap();
    let mut image = Image::<Ours>::open(&loaded.image).await.unwrap();
    let change = what(&mut image).await;
    image.apply(&Stamped { at: laptop.clock.now(), by: Person::A, what: change }.line()).await.unwrap();
    let bytes = image.to_bytes().await.unwrap();
    keys.ours.write_image(&bytes, u32::try_from(SCHEMA).unwrap(), laptop.clock.now()).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn e14_a_replaced_commitment_opens_nothing() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["ready"], none).await;
    let run = rules.view.run.clone();
    let laptop = laptop.locked().await;

    let id: RunId = run.parse().unwrap();
    alex_changes_ours(&laptop, async |ours: &mut Image<Ours>| {
        let round = ours.rounds(id).await.unwrap().into_iter().find(|r| r.at.step == "hope").unwrap().id;
        OursChange::Committed { round, who: Person::A, c: [9; 32] }
    })
    .await;

    laptop.together().await;
    let mut rules = laptop.go_on(&run).await;
    let seen = rules.play_until(&["ready", "(end)"], none).await;
    assert_eq!(rules.at(), "ready", "{seen:?}");
    let shown = format!("{:?}", rules.view.phase);
    assert!(shown.contains("nothing: [\"One thing I hope for us"), "{shown}");
    let seen = rules.play(none).await;
    let recap = laptop.app.agreements().await.unwrap();
    assert_eq!(seen.iter().filter(|at| *at == "opened").count(), 2, "only the worry is read: {seen:?} {recap:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_a_past_that_was_rewritten_is_told_to_whoever_joins_and_the_proof_stays() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    let old = std::fs::read_dir(laptop.home.path().join("workbook.hearth/s")).unwrap().count();
    let laptop = laptop.locked().await;
    assert!(old > 0);
    // Alex takes an older Ours and writes another past over it, with a higher generation.
    let folder = laptop.home.path().join("workbook.hearth");
    {
        let mut vault = LockedVault::open(Arc::new(RealDisk), &folder, Settings::for_tests()).unwrap();
        let passphrase = Passphrase::new(ALEX.as_bytes()).unwrap();
        let mut keys = vault.unlock(Person::A, &passphrase, &mut OsRng).unwrap();
        keys.ours.load().unwrap();
        let mut forged = Image::<Ours>::create().await.unwrap();
        let bytes = forged.to_bytes().await.unwrap();
        keys.ours.write_image(&bytes, u32::try_from(SCHEMA).unwrap(), laptop.clock.now()).unwrap();
    }
    let told = |opened: &hearth_app::contract::Opened| format!("{:?}", opened.notices).contains("SharedPagesChanged");
    let opened = laptop.together().await;
    assert!(told(&opened), "whoever joins is told");
    let laptop = laptop.locked().await;
    let again = laptop.open(Person::B).await;
    assert!(told(&again), "and told again: the proof was not overwritten");
}

#[tokio::test(flavor = "multi_thread")]
async fn cr8_joining_does_not_tell_when_the_other_last_wrote() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::B).await;
    laptop.begin("my-limits").await.play_until(&["areas"], none).await;
    let laptop = laptop.killed();
    let together = laptop.together().await;
    assert!(together.notices.is_empty() && together.last_saved.is_none(), "{together:?}");
}
