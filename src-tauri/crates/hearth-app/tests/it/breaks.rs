//! A break with a promised return (F5): whenever the next window opens, it is offered.

use chrono::Duration;
use hearth_app::contract::{HomeRow, Until};
use hearth_domain::Person;
use hearth_exercise::page::Phase;

use crate::couple::{Laptop, none};

/// The two sat down for half an hour and took a break of twenty minutes, then the book was locked.
async fn on_a_break() -> Laptop {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.app.session_begin(30, None).await.unwrap();
    let mut run = laptop.begin("our-ground-rules").await;
    run.play_until(&["rules"], none).await;
    let rests = laptop.app.run_break(run.id(), Until::Minutes { count: 20 }).await.unwrap();
    assert!(matches!(rests.phase, Phase::Rest { .. }), "{rests:?}");
    laptop.locked().await
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_a_break_is_named_while_it_lasts_and_its_return_is_offered_at_the_next_start() {
    let laptop = on_a_break().await;
    laptop.clock.pass(Duration::minutes(5));
    laptop.together().await;
    let next = laptop.home().await.next.unwrap();
    assert_eq!((next.why.as_str(), next.from.as_deref()), ("break", Some("2026-03-20T19:20:00+00:00")));
    assert!(next.run.is_some(), "they can come back earlier");
    let laptop = laptop.locked().await;

    laptop.clock.pass(Duration::minutes(30));
    laptop.together().await;
    let next = laptop.home().await.next.unwrap();
    assert_eq!((next.why.as_str(), next.slug.as_deref()), ("back", Some("our-ground-rules")));
    let run = laptop.go_on(&next.run.unwrap()).await;
    assert!(matches!(run.view.phase, Phase::Cover { .. }), "both are asked again how they are: {:?}", run.view.phase);
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_a_sitting_left_for_a_break_goes_on_and_one_left_for_days_does_not() {
    let laptop = on_a_break().await;
    laptop.clock.pass(Duration::hours(2));
    let session = laptop.together().await.session.expect("the sitting goes on");
    assert_eq!((session.minutes, session.begun.as_str()), (30, "2026-03-20T19:00:00+00:00"));
    let laptop = laptop.locked().await;
    laptop.clock.pass(Duration::days(3));
    assert_eq!(laptop.together().await.session, None, "whoever comes back days later sits down anew");
    let next = laptop.home().await.next.unwrap();
    assert_eq!(next.why, "back", "and what they began is still there");
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_e9_alone_the_promised_return_is_a_date_without_a_name() {
    let laptop = on_a_break().await;
    for who in Person::BOTH {
        laptop.open(who).await;
        let back: Vec<HomeRow> = laptop.home().await.dates.into_iter().filter(|row| row.kind == "back").collect();
        let [row] = back.as_slice() else { panic!("{back:?}") };
        assert_eq!((row.on.as_deref(), row.at.as_deref()), (Some("2026-03-20"), Some("19:20")));
        assert_eq!((row.title.as_str(), &row.exercise), ("", &None), "neither who asked for it nor what it was");
        laptop.app.close().await;
    }
    let laptop = laptop.killed();
    laptop.hours(1);
    laptop.open(Person::A).await;
    assert!(laptop.home().await.dates.iter().all(|row| row.kind != "back"), "a time that passed is not told");
}
