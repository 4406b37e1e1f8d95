//! One's own things are removed, put back, and go for good (F0, CR13, E40).

use hearth_app::contract::{Code, Removed, Thing};
use hearth_domain::{ItemId, Person};
use hearth_store::{Image, Own};

use crate::copies::of_each_copy;
use crate::couple::{Laptop, code, none};

fn id(thing: &Thing) -> ItemId {
    thing.item.parse().unwrap()
}

async fn with_things() -> (Laptop, Vec<Thing>) {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::B).await;
    laptop.begin("coping-plan").await.play(none).await;
    let things = laptop.app.things().await.unwrap();
    (laptop, things)
}

/// Items of Sam's pages in each of the two copies on the disk.
async fn in_both_copies(laptop: &Laptop) -> Vec<usize> {
    let mut counts = vec![];
    for (_folder, mut keys) in of_each_copy(laptop) {
        let mut image = Image::<Own>::open(&keys.own.load().unwrap().image).await.unwrap();
        counts.push(image.items().await.unwrap().len() + image.removed_items().await.unwrap().len());
    }
    counts
}

#[tokio::test(flavor = "multi_thread")]
async fn f0_a_removed_thing_is_not_found_and_comes_back_within_thirty_days() {
    let (laptop, things) = with_things().await;
    let left = laptop.app.thing_remove(id(&things[0])).await.unwrap();
    assert_eq!(left, things[1..]);
    let found = laptop.app.find(&things[0].title, 50).await.unwrap();
    assert!(!found.hits.iter().any(|hit| hit.kind == things[0].kind), "{found:?}");
    assert_eq!(code(&laptop.app.thing_remove(id(&things[0])).await.unwrap_err()), Code::Unknown);
    laptop.hours(29 * 24);
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    let removed = laptop.app.removed().await.unwrap();
    let Removed { item, removed_on, gone_on, .. } = &removed[0];
    assert_eq!((item, removed_on.as_str(), gone_on.as_str()), (&things[0].item, "2026-03-20", "2026-04-19"));
    assert_eq!(laptop.app.thing_put_back(id(&things[0])).await.unwrap(), []);
    assert_eq!(laptop.app.things().await.unwrap(), things);
}

#[tokio::test(flavor = "multi_thread")]
async fn cr13_e40_for_good_means_neither_copy_on_the_disk_holds_it() {
    let (laptop, things) = with_things().await;
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    laptop.app.thing_remove(id(&things[0])).await.unwrap();
    assert_eq!(laptop.app.thing_purge(id(&things[0])).await.unwrap(), []);
    assert_eq!(code(&laptop.app.thing_put_back(id(&things[0])).await.unwrap_err()), Code::Unknown);
    let laptop = laptop.killed();
    assert_eq!(in_both_copies(&laptop).await, [things.len() - 1, things.len() - 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn f0_after_thirty_days_the_next_opening_takes_it_for_good_alone_or_together() {
    for together in [false, true] {
        let (laptop, things) = with_things().await;
        laptop.app.thing_remove(id(&things[0])).await.unwrap();
        laptop.hours(30 * 24);
        let laptop = laptop.locked().await;
        if together {
            laptop.together().await;
        } else {
            laptop.open(Person::B).await;
            assert_eq!(laptop.app.removed().await.unwrap(), []);
        }
        let laptop = laptop.killed();
        assert_eq!(in_both_copies(&laptop).await, [things.len() - 1, things.len() - 1], "together: {together}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_what_is_not_ones_own_cannot_be_removed() {
    let (laptop, things) = with_things().await;
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(code(&laptop.app.thing_remove(id(&things[0])).await.unwrap_err()), Code::NotNow);
    laptop.begin("our-ground-rules").await.play(none).await;
    let deal = laptop.app.agreements().await.unwrap()[0].item.parse().unwrap();
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    for item in [deal, id(&things[0])] {
        assert_eq!(code(&laptop.app.thing_remove(item).await.unwrap_err()), Code::Unknown);
    }
}
