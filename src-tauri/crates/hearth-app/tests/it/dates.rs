//! Rituals and dates on Home (E42): the next one of each, at the wall's time, at most three lines.

use chrono::{Duration, TimeZone as _, Utc};
use hearth_app::contract::HomeRow;
use hearth_domain::Person;
use hearth_exercise::page::Page;
use hearth_exercise::value::{Planned, Repeat, Value};

use crate::couple::{Laptop, none};

/// Two people together who agreed on their ground rules, on a Friday.
async fn together() -> Laptop {
    let laptop = Laptop::with_couple().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    laptop
}

/// Plans a ritual for every week from that day on, and nothing else with a date.
async fn plans(laptop: &Laptop, start: &'static str, at: &'static str) {
    let answer = move |page: &Page| match page.step.as_str() {
        "dates" => Some(Value::Date(Planned {
            start: start.into(),
            at: Some(at.into()),
            repeat: Some(Repeat::Week { interval: 1, on: vec![] }),
        })),
        "fun-date" => Some(Value::Date(Planned { start: "2026-05-02".into(), at: None, repeat: None })),
        _ => None,
    };
    laptop.begin("rituals-and-shared-fun").await.play(answer).await;
}

async fn plans_on_home(laptop: &Laptop) -> Vec<HomeRow> {
    laptop.home().await.dates.into_iter().filter(|row| row.kind == "plan").collect()
}

async fn next(laptop: &Laptop) -> (String, String) {
    let row = plans_on_home(laptop).await.remove(0);
    assert_eq!(row.title, "Our ritual");
    (row.on.unwrap_or_default(), row.at.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn e42_a_ritual_is_there_on_its_day_and_what_was_missed_is_not_told() {
    let laptop = together().await;
    plans(&laptop, "2026-03-20", "19:00").await;
    assert_eq!(next(&laptop).await, ("2026-03-20".into(), "19:00".into()));
    laptop.hours(24);
    assert_eq!(next(&laptop).await, ("2026-03-27".into(), "19:00".into()));
    laptop.clock.pass(Duration::weeks(5));
    let rows = plans_on_home(&laptop).await;
    let days: Vec<_> = rows.iter().map(|row| row.on.as_deref().unwrap_or_default()).collect();
    assert_eq!(days, ["2026-05-01", "2026-05-02"], "five weeks later there is one next ritual, and the fun plan");
    assert!(rows.iter().all(|row| !row.due), "nothing about a plan is ever late");
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    assert_eq!(next(&laptop).await.0, "2026-05-01", "each sees what both planned");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ritual_keeps_its_time_when_the_clocks_change() {
    let laptop = together().await;
    // From Sunday, 29 March, 01:00 on the wall shows an hour more.
    laptop.clock.changes(Utc.with_ymd_and_hms(2026, 3, 29, 1, 0, 0).single().unwrap(), Duration::hours(1));
    plans(&laptop, "2026-03-22", "19:00").await;
    laptop.clock.pass(Duration::days(3));
    assert_eq!(next(&laptop).await, ("2026-03-29".into(), "19:00".into()));
    laptop.clock.pass(Duration::days(7));
    assert_eq!(next(&laptop).await, ("2026-04-05".into(), "19:00".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_the_wall_skips_moves_forward_that_night_alone() {
    let laptop = together().await;
    laptop.clock.changes(Utc.with_ymd_and_hms(2026, 3, 29, 1, 0, 0).single().unwrap(), Duration::hours(1));
    plans(&laptop, "2026-03-22", "01:30").await;
    assert_eq!(next(&laptop).await, ("2026-03-22".into(), "01:30".into()));
    laptop.clock.pass(Duration::days(4));
    assert_eq!(next(&laptop).await, ("2026-03-29".into(), "02:30".into()));
    laptop.clock.pass(Duration::days(7));
    assert_eq!(next(&laptop).await, ("2026-04-05".into(), "01:30".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_agreement_takes_its_dates_with_it() {
    let laptop = together().await;
    plans(&laptop, "2026-03-27", "19:00").await;
    let laptop = laptop.locked().await;
    laptop.open(Person::A).await;
    let agreements = laptop.app.agreements().await.unwrap();
    let ritual = agreements.iter().find(|a| a.slug == "rituals-and-shared-fun").unwrap();
    laptop.app.agreement_end(ritual.item.parse().unwrap()).await.unwrap();
    assert_eq!(plans_on_home(&laptop).await, vec![]);
}

#[tokio::test(flavor = "multi_thread")]
async fn s4_home_has_at_most_three_dates_and_todays_plan_comes_first() {
    let laptop = together().await;
    plans(&laptop, "2026-03-20", "21:00").await;
    laptop.app.session_close(None, Some("2026-03-21".into())).await.unwrap();
    let dates = laptop.home().await.dates;
    let kinds: Vec<_> = dates.iter().map(|row| row.kind.as_str()).collect();
    assert_eq!(kinds, ["plan", "sitting", "review"], "{dates:?}");
    laptop.clock.pass(Duration::days(62));
    let dates = laptop.home().await.dates;
    assert!(dates.len() == 3 && dates.iter().take(2).all(|row| row.kind == "review" && row.due), "{dates:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ritual_without_a_date_comes_again_as_its_exercise_says_once_a_day() {
    let laptop = Laptop::with_couple().await;
    for who in Person::BOTH {
        laptop.open(who).await;
        laptop.begin("starting-safely").await.play(none).await;
        laptop.app.pace_set("open").await.unwrap();
        laptop.app.close().await;
    }
    let laptop = laptop.killed();
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    laptop.begin("pause-and-repair-plan").await.play(none).await;
    let mut ritual = laptop.begin("daily-trust-ritual").await;
    ritual.play(none).await;
    assert_eq!(plans_on_home(&laptop).await, vec![], "nothing before the second look");
    let run = ritual.view.run.clone();
    let laptop = laptop.locked().await;
    laptop.hours(25);
    laptop.together().await;
    let seen = laptop.go_on(&run).await.play(none).await;
    let dates = laptop.home().await.dates;
    assert!(dates.iter().any(|row| row.kind == "plan"), "{seen:?} {dates:?}");
    let on = async |laptop: &Laptop| plans_on_home(laptop).await.remove(0).on.unwrap_or_default();
    assert_eq!(on(&laptop).await, "2026-03-22", "done today: the next one is tomorrow's");
    laptop.hours(72);
    assert_eq!(on(&laptop).await, "2026-03-24");
}
