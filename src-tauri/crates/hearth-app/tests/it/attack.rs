//! A partner with all files, their own passphrase and other tools.

use std::sync::{Arc, Mutex};

use hearth_app::Clock as _;
use hearth_app::contract::Code;
use hearth_domain::{ItemId, Person, RunId};
use hearth_store::{Image, ItemBody, Ours, OursChange, SCHEMA, Stamped, StepAt};
use hearth_vault::disk::RealDisk;
use hearth_vault::{LockedVault, Passphrase, Settings};
use rand::rngs::OsRng;

use crate::couple::{ALEX, Laptop, code, none, secret};

/// Alex opens Ours without the program and changes it.
pub(crate) async fn alex_changes_ours(laptop: &Laptop, what: impl AsyncFnOnce(&mut Image<Ours>) -> OursChange) {
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
async fn e14_words_changed_after_the_opening_are_not_shown_as_what_was_sealed() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    let mut plan = laptop.begin("pause-and-repair-plan").await;
    plan.play_until(&["agreed"], none).await;
    let id = plan.id();
    let laptop = laptop.locked().await;
    let at = StepAt { run: id, step: "phrases".into(), lap: 1 };
    let lie = serde_json::json!({ "picked": [], "other": "Only a door slammed" });
    alex_adds(&laptop, OursChange::Keep { at, who: Some(Person::B), value: Some(lie) }).await;

    laptop.together().await;
    let mut plan = laptop.go_on(&id.to_string()).await;
    let mut shown = String::new();
    for _ in 0..60 {
        shown += &format!("{:?}", plan.view.phase);
        plan.step(none).await;
    }
    assert_eq!(plan.at(), "(end)");
    assert!(!shown.contains("Only a door slammed"), "{shown}");
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

/// Makes the partner's lines that no change of this program would make.
pub(crate) async fn alex_adds(laptop: &Laptop, change: OursChange) {
    alex_changes_ours(laptop, async |_: &mut Image<Ours>| change).await;
}

pub(crate) fn agreement(title: &str, until: Option<&str>) -> ItemBody {
    ItemBody {
        item: ItemId::from_bytes([7; 16]),
        kind: "agreement".into(),
        run: None,
        step: None,
        title: title.into(),
        body: serde_json::json!([{ "label": "", "lines": ["Sam hands over the phone"] }]),
        state: "in_force".into(),
        review: Some("2026-03-01".into()),
        until: until.map(str::to_owned),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_put_into_ours_by_hand_keep_nobody_out_and_are_told_once() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["ready"], none).await;
    let run = rules.id();
    let laptop = laptop.locked().await;
    alex_adds(&laptop, OursChange::ItemPut(agreement("No date is called this", Some("never")))).await;
    alex_adds(&laptop, OursChange::RunRests { run, why: "break".into(), until: Some("never".into()) }).await;

    laptop.open(Person::B).await;
    let told = Arc::new(Mutex::new(vec![]));
    let ear = Arc::clone(&told);
    laptop.app.watch(move |notice| ear.lock().unwrap().push(format!("{notice:?}")));
    laptop.home().await;
    laptop.home().await;
    assert_eq!(*told.lock().unwrap(), ["LinesLeftOut"]);
    assert!(laptop.app.agreements().await.unwrap().is_empty());
    let seen = laptop.begin("my-limits").await.play(none).await;
    assert_eq!(seen.last().unwrap(), "(end)");
    let laptop = laptop.locked().await;

    laptop.together().await;
    laptop.home().await;
    assert!(laptop.app.run_open(run).await.is_err_and(|e| code(&e) == Code::Unknown));
    laptop.begin("our-ground-rules").await.play(none).await;
    assert_eq!(laptop.app.agreements().await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_pages_open_when_the_shared_ones_cannot_be_read_and_nothing_is_written_over_them() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    let laptop = laptop.locked().await;
    let folder = laptop.home.path().join("workbook.hearth");
    {
        let mut vault = LockedVault::open(Arc::new(RealDisk), &folder, Settings::for_tests()).unwrap();
        let passphrase = Passphrase::new(ALEX.as_bytes()).unwrap();
        let mut keys = vault.unlock(Person::A, &passphrase, &mut OsRng).unwrap();
        keys.ours.load().unwrap();
        for _ in 0..2 {
            keys.ours.write_image(b"no database", u32::try_from(SCHEMA).unwrap(), laptop.clock.now()).unwrap();
        }
    }

    let opened = laptop.open(Person::B).await;
    assert!(format!("{:?}", opened.notices).contains("SharedPagesClosed { why: Damaged }"), "{opened:?}");
    assert_eq!(opened.people[0].name, "Sam");
    laptop.begin("my-limits").await.play(none).await;
    assert!(laptop.app.agreements().await.unwrap().is_empty());
    let joined = laptop.app.join(Person::A, secret(ALEX)).await;
    assert!(joined.is_err_and(|e| code(&e) == Code::Damaged), "two people need the shared pages");
    let laptop = laptop.locked().await;

    laptop.open(Person::B).await;
    assert!(laptop.home().await.next.is_some_and(|next| next.slug.as_deref() != Some("my-limits")), "it was kept");
    let laptop = laptop.locked().await;
    let mut vault = LockedVault::open(Arc::new(RealDisk), &folder, Settings::for_tests()).unwrap();
    let mut keys = vault.unlock(Person::A, &Passphrase::new(ALEX.as_bytes()).unwrap(), &mut OsRng).unwrap();
    assert_eq!(keys.ours.load().unwrap().image.as_slice(), b"no database", "what cannot be read was left as it lies");
    drop(laptop);
}

#[tokio::test(flavor = "multi_thread")]
async fn e31_an_agreement_somebody_never_said_yes_to_binds_nobody() {
    let laptop = Laptop::with_couple().await;
    alex_adds(&laptop, OursChange::ItemPut(agreement("About the phone", None))).await;
    laptop.open(Person::B).await;
    let all = laptop.app.agreements().await.unwrap();
    assert!(all[0].unconfirmed, "{all:?}");
    assert!(laptop.home().await.dates.is_empty(), "it has no review either");
}

#[tokio::test(flavor = "multi_thread")]
async fn e31_a_changed_text_is_no_longer_what_was_agreed() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    assert!(!laptop.app.agreements().await.unwrap()[0].unconfirmed);
    let laptop = laptop.locked().await;
    alex_changes_ours(&laptop, async |ours: &mut Image<Ours>| {
        let item = ours.items().await.unwrap().into_iter().find(|i| i.kind == "agreement").unwrap();
        let changed = agreement(&item.title, None);
        OursChange::ItemPut(ItemBody { item: item.id, run: item.run, step: item.step, review: item.review, ..changed })
    })
    .await;
    for together in [false, true] {
        if together {
            laptop.app.join(Person::A, secret(ALEX)).await.unwrap();
        } else {
            laptop.open(Person::B).await;
        }
        assert!(laptop.app.agreements().await.unwrap()[0].unconfirmed);
        assert!(laptop.home().await.dates.is_empty());
    }
}
