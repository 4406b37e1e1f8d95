//! The list for a session with a helper: one's own lines stay one's own, shared ones stay (P8).

use hearth_app::contract::{Code, ParkLine};
use hearth_domain::Person;

use crate::couple::{Laptop, code};

fn words(lines: &[ParkLine]) -> Vec<&str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn p2_a_line_stays_with_its_writer_unless_it_was_put_there_for_both() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.app.park_add("  What happened in May ".into(), false).await.unwrap();
    let all = laptop.app.park_add("How we talk about money".into(), true).await.unwrap();
    assert_eq!(words(&all), ["What happened in May", "How we talk about money"]);
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    let seen = laptop.app.park().await.unwrap();
    assert_eq!(words(&seen), ["How we talk about money"]);
    assert_eq!(seen[0].by.as_ref().map(|by| by.name.as_str()), Some("Alex"));
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(words(&laptop.app.park().await.unwrap()), ["How we talk about money"]);
    let refused = laptop.app.park_add("Mine".into(), false).await.unwrap_err();
    assert_eq!(code(&refused), Code::NotNow, "in Together nobody writes for themselves alone");
    let both = laptop.app.park_add("Our holidays".into(), true).await.unwrap();
    let holidays = both.iter().find(|line| line.text == "Our holidays").unwrap();
    assert_eq!(holidays.by, None, "nobody can say whose hand it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn p8_a_shared_line_can_be_talked_about_and_put_back_by_either_and_removed_by_none() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let item = laptop.app.park_add("How we talk about money".into(), true).await.unwrap()[0].item.parse().unwrap();
    assert_eq!(code(&laptop.app.thing_remove(item).await.unwrap_err()), Code::Unknown);
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    assert!(laptop.app.park_talked(item, true).await.unwrap()[0].talked);
    let told: Vec<_> = laptop.app.past(None).await.unwrap().changes.into_iter().map(|change| change.what).collect();
    assert_eq!(told[..2], ["talked", "parked"], "{told:?}");
    assert!(!laptop.app.park_talked(item, false).await.unwrap()[0].talked);
}

#[tokio::test(flavor = "multi_thread")]
async fn e40_u10_a_line_of_ones_own_is_removed_and_put_back_and_is_found_meanwhile_by_nobody() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let item = laptop.app.park_add("What happened in May".into(), false).await.unwrap()[0].item.parse().unwrap();
    assert_eq!(laptop.app.find("May", 10).await.unwrap().all, 1);
    laptop.app.thing_remove(item).await.unwrap();
    assert_eq!(laptop.app.park().await.unwrap(), vec![]);
    assert_eq!(laptop.app.find("May", 10).await.unwrap().all, 0);
    laptop.app.thing_put_back(item).await.unwrap();
    assert_eq!(words(&laptop.app.park().await.unwrap()), ["What happened in May"]);
    for bad in [String::new(), "  ".into(), "x".repeat(281)] {
        assert_eq!(code(&laptop.app.park_add(bad, false).await.unwrap_err()), Code::BadAnswer);
    }
}
