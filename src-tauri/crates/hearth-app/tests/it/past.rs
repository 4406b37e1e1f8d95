//! The history of Ours is told whole, with names only where a hand is known (P8).

use hearth_app::contract::PastChange;
use hearth_domain::Person;
use hearth_store::{Ours, OursChange};

use crate::attack::{agreement, alex_adds, alex_changes_ours};
use crate::couple::{Laptop, none};

impl Laptop {
    /// All changes, the newest first, page by page.
    async fn whole_past(&self) -> Vec<PastChange> {
        let (mut all, mut before) = (vec![], None);
        loop {
            let page = self.app.past(before).await.unwrap();
            all.extend(page.changes);
            before = page.before;
            if before.is_none() {
                return all;
            }
        }
    }
}

fn told(change: &PastChange) -> (&str, &str, &str) {
    let by = change.by.as_ref().map_or("", |by| by.name.as_str());
    (change.what.as_str(), change.about.as_str(), by)
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_an_evening_is_told_from_the_names_to_the_end_of_an_agreement() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    while rules.at() != "(end)" {
        laptop.clock.pass(chrono::Duration::seconds(20));
        rules.step(none).await;
    }
    let laptop = laptop.locked().await;
    laptop.hours(30);
    laptop.open(Person::B).await;
    let deal = laptop.app.agreements().await.unwrap()[0].item.parse().unwrap();
    laptop.app.agreement_end(deal).await.unwrap();

    let past = laptop.whole_past().await;
    let all: Vec<_> = past.iter().map(told).collect();
    assert_eq!(all[0], ("ended", "Our ground rules", "Sam"), "{all:?}");
    assert_eq!(past[0].on, "2026-03-22");
    for wanted in [
        ("named", "Alex", "Alex"),
        ("named", "Sam", "Sam"),
        ("proposed", "Our ground rules", ""),
        ("said_yes", "Our ground rules", ""),
        ("in_force", "Our ground rules", ""),
        ("opened", "Our ground rules", ""),
        ("done", "Our ground rules", ""),
    ] {
        assert!(all.contains(&wanted), "{wanted:?} in {all:?}");
    }
    assert!(past.is_sorted_by(|later, earlier| later.seq > earlier.seq));
    let entries = past.iter().flat_map(|change| &change.entries);
    for entry in entries {
        let shown = laptop.app.entry(entry.spot.clone()).await.unwrap();
        assert!(!shown.mine && (shown.title == entry.title), "{entry:?} {shown:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_every_version_of_a_shared_answer_stays_readable() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    let mut rules = laptop.begin("our-ground-rules").await;
    rules.play_until(&["when"], none).await;
    let run = rules.id();
    let laptop = laptop.locked().await;
    for (n, word) in ["thimble", "acorn"].into_iter().enumerate() {
        laptop.hours(1 + i64::try_from(n).unwrap());
        alex_changes_ours(&laptop, async |_: &mut hearth_store::Image<Ours>| OursChange::Keep {
            at: hearth_store::StepAt { run, step: "when".into(), lap: 1 },
            who: None,
            value: Some(serde_json::json!({ "picked": ["early"], "other": word })),
        })
        .await;
    }
    laptop.open(Person::B).await;
    let wrote = laptop.whole_past().await.into_iter().find(|change| change.what == "wrote").unwrap();
    let entry = laptop.app.entry(wrote.entries[0].spot.clone()).await.unwrap();
    assert_eq!(entry.lines[0].lines, ["Early", "acorn"]);
    assert_eq!(entry.versions[0].lines[0].lines, ["Early", "thimble"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_somebody_never_gave_is_not_told_in_their_name() {
    let laptop = Laptop::with_couple().await;
    alex_adds(&laptop, OursChange::ItemPut(agreement("About the phone", None))).await;
    let item = agreement("", None).item;
    alex_adds(&laptop, OursChange::Assent { item, n: 1, who: Person::B, digest: [1; 32] }).await;
    laptop.open(Person::B).await;
    let all = laptop.whole_past().await;
    assert!(!all.iter().any(|change| change.what == "said_yes"), "{all:?}");
}
