//! The first evenings, from an empty Home to a boundary talk and an apology.

use hearth_app::contract::{Agreement, Code, Until};
use hearth_domain::Person;
use hearth_exercise::page::{Page, Phase};
use hearth_exercise::value::Value;

use crate::couple::{Laptop, none, picked};

fn open_pace(page: &Page) -> Option<Value> {
    (page.step == "pace").then(|| picked("open"))
}

async fn check_alone(laptop: &Laptop, who: Person) {
    laptop.open(who).await;
    let mut run = laptop.begin("starting-safely").await;
    run.play(open_pace).await;
    assert!(matches!(run.view.phase, Phase::End { done: true, .. }), "{:?}", run.view.phase);
    assert_eq!(laptop.app.pace_get().await.unwrap(), "open");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_go_from_an_empty_home_to_a_boundary_talk_and_an_apology() {
    let mut laptop = Laptop::with_couple().await;
    for who in Person::BOTH {
        check_alone(&laptop, who).await;
        laptop = laptop.locked().await;
    }

    laptop.together().await;
    assert_eq!(laptop.home().await.next.unwrap().slug.as_deref(), Some("our-ground-rules"));
    let mut rules = laptop.begin("our-ground-rules").await;
    let seen = rules.play(none).await;
    assert!(seen.contains(&"ready".into()) && seen.contains(&"opened".into()), "{seen:?}");
    assert_eq!(laptop.home().await.next.unwrap().slug.as_deref(), Some("pause-and-repair-plan"));
    laptop.begin("pause-and-repair-plan").await.play(none).await;
    let agreements = laptop.app.agreements().await.unwrap();
    assert_eq!(agreements.iter().filter(|a| a.state == "in_force").count(), 2, "{agreements:?}");

    laptop.hours(1);
    let next = laptop.home().await.next.unwrap();
    assert_eq!(next.slug.as_deref(), Some("one-talks-one-listens"));
    laptop.begin("one-talks-one-listens").await.play(none).await;
    assert!(!laptop.app.look("boundary-talk").await.unwrap().open, "E25: a deep one needs an earlier sitting");

    laptop = laptop.locked().await;
    laptop.hours(48);
    laptop.open(Person::A).await;
    assert_eq!(laptop.home().await.next.unwrap().slug.as_deref(), Some("my-limits"));
    laptop.begin("my-limits").await.play(none).await;
    laptop = laptop.locked().await;

    laptop.together().await;
    assert!(laptop.app.look("boundary-talk").await.unwrap().open);
    let mut talk = laptop.begin_with("boundary-talk", Some(Person::A)).await;
    let open_limit = |page: &Page| (page.step == "kind").then(|| picked("open"));
    let seen = talk.play(open_limit).await;
    assert_eq!(talk.at(), "(rest)", "{seen:?}");
    let run = talk.view.run.clone();
    assert_eq!(laptop.home().await.next.unwrap().why, "rest");
    let proposed = |agreements: &[Agreement]| agreements.iter().find(|a| a.state == "proposed").cloned().unwrap();
    assert!(proposed(&laptop.app.agreements().await.unwrap()).confirm_from.is_some(), "it rests for a day");
    laptop = laptop.locked().await;

    laptop.hours(25);
    laptop.together().await;
    assert_eq!(proposed(&laptop.app.agreements().await.unwrap()).confirm_from, None, "it can be confirmed now");
    assert_eq!(laptop.home().await.next.unwrap().why, "confirm");
    let mut talk = laptop.go_on(&run).await;
    let seen = talk.play(none).await;
    assert!(matches!(talk.view.phase, Phase::End { done: true, .. }), "{seen:?}");
    let agreements = laptop.app.agreements().await.unwrap();
    let limit = agreements.iter().find(|a| a.slug == "boundary-talk").unwrap();
    assert_eq!((limit.state.as_str(), limit.review_on.is_some()), ("in_force", true));
    laptop = laptop.locked().await;

    laptop.open(Person::B).await;
    laptop.begin("apology-steps").await.play(none).await;
    laptop = laptop.locked().await;
    laptop.hours(49);
    laptop.together().await;
    let mut apology = laptop.begin_with("apology-steps", Some(Person::B)).await;
    let seen = apology.play(none).await;
    assert!(matches!(apology.view.phase, Phase::End { done: true, .. }), "{seen:?}");
    assert!(seen.contains(&"shown".into()), "{seen:?}");
    let next = laptop.home().await.next.unwrap();
    assert_eq!(
        (next.why.as_str(), next.slug.as_deref()),
        ("could", Some("mirror-and-make-sense")),
        "the way in is done"
    );
    laptop = laptop.locked().await;

    laptop.hours(24 * 40);
    laptop.together().await;
    let next = laptop.home().await.next.unwrap();
    assert_eq!((next.why.as_str(), next.title.is_some()), ("review", true));
    laptop.locked().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_after_a_kill() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let mut run = laptop.begin("my-limits").await;
    run.play_until(&["areas"], none).await;
    let (id, step) = (run.id(), run.page().step.clone());
    laptop.app.run_draft(id, step, Some(picked("money"))).await.unwrap();
    let laptop = laptop.killed();
    let opened = laptop.open(Person::A).await;
    assert!(format!("{:?}", opened.notices).contains("EndedWithoutLocking"), "{:?}", opened.notices);
    let run = laptop.go_on(&id.to_string()).await;
    assert_eq!((run.at().as_str(), &run.page().value), ("areas", &Some(picked("money"))));
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_a_break_that_names_no_time_is_asked_again_and_one_that_does_rests() {
    let mut laptop = Laptop::with_couple().await;
    for who in Person::BOTH {
        check_alone(&laptop, who).await;
        laptop = laptop.locked().await;
    }
    laptop.together().await;
    let run = laptop.begin("our-ground-rules").await.id();
    let again = laptop.app.run_break(run, Until::At { time: "later".into() }).await.unwrap();
    assert_eq!((again.issues[0].code.as_str(), again.issues[0].part.as_deref()), ("not_a_time", Some("at")));
    assert!(!matches!(again.phase, Phase::Rest { .. }), "nothing was put away: {:?}", again.phase);
    let rests = laptop.app.run_break(run, Until::At { time: "23:10".into() }).await.unwrap();
    let Phase::Rest { until: Some(until), .. } = rests.phase else { panic!("{:?}", rests.phase) };
    assert_eq!(until, "2026-03-20T23:10:00Z");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_is_told_the_day_and_the_minute_of_the_wall() {
    let laptop = Laptop::new();
    let start = laptop.app.start().await.unwrap();
    assert_eq!((start.today.as_str(), start.minute), ("2026-03-20", 19 * 60));
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_a_sitting_closes_with_a_day_to_come_or_none() {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    for next in ["2026-03-19", "2026-02-30", "24"] {
        let refused = laptop.app.session_close(None, Some(next.into())).await.unwrap_err();
        assert_eq!(refused.code, Code::BadAnswer, "{next}");
    }
    laptop.app.session_close(None, Some("2026-03-20".into())).await.unwrap();
}
