//! Reminders (E42): inside the program, neutral, off until a person turns them on. Plans for oneself, on Home.

use std::sync::{Arc, Mutex};

use chrono::Duration;
use hearth_app::contract::{Display, Notice};
use hearth_domain::Person;
use hearth_exercise::page::Page;
use hearth_exercise::value::{Planned, Repeat, Value};

use crate::couple::{Laptop, none};

/// Plans something for eight in the evening; the clock shows seven when the laptop is new.
fn at_eight(step: &'static str, start: &'static str, repeat: Option<Repeat>) -> impl Fn(&Page) -> Option<Value> {
    move |page| {
        let date = Planned { start: start.into(), at: Some("20:00".into()), repeat: repeat.clone() };
        (page.step == step).then_some(Value::Date(date))
    }
}

fn two_evenings(page: &Page) -> Option<Value> {
    at_eight("one", "2026-03-20", None)(page).or_else(|| at_eight("two", "2026-03-21", None)(page))
}

/// What a minute's looks tell until an hour and a half have passed.
async fn told(laptop: &Laptop) -> Vec<String> {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear = Arc::clone(&heard);
    laptop.app.watch(move |notice| {
        if let Notice::Planned { at } = notice {
            ear.lock().unwrap().push(at);
        }
    });
    for _ in 0..180 {
        laptop.app.remind().await;
        laptop.clock.pass(Duration::seconds(30));
    }
    let heard = heard.lock().unwrap();
    heard.clone()
}

async fn turn_on(laptop: &Laptop) {
    laptop.app.display_set(Display { reminders: true, ..Display::default() }).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn e42_nothing_is_told_until_a_person_turns_it_on_and_then_once_and_without_a_name() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.begin("coping-plan").await.play(two_evenings).await;
    assert_eq!(told(&laptop).await, Vec::<String>::new(), "off by default");
    laptop.clock.pass(Duration::hours(24) - Duration::minutes(90));
    turn_on(&laptop).await;
    assert_eq!(told(&laptop).await, ["20:00"], "the time, and nothing else");
    laptop.clock.pass(Duration::days(5));
    assert_eq!(told(&laptop).await, Vec::<String>::new(), "what was missed does not pile up");
}

#[tokio::test(flavor = "multi_thread")]
async fn e42_in_together_a_reminder_comes_only_if_both_asked_for_it_and_only_of_what_both_planned() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.begin("coping-plan").await.play(at_eight("one", "2026-03-20", None)).await;
    turn_on(&laptop).await;
    let laptop = laptop.locked().await;
    laptop.together().await;
    laptop.begin("our-ground-rules").await.play(none).await;
    laptop
        .begin("rituals-and-shared-fun")
        .await
        .play(at_eight("dates", "2026-03-20", Some(Repeat::Day { interval: 1 })))
        .await;
    assert_eq!(told(&laptop).await, Vec::<String>::new(), "Sam did not ask");
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    turn_on(&laptop).await;
    let laptop = laptop.locked().await;
    laptop.clock.pass(Duration::hours(24) - Duration::minutes(90));
    laptop.together().await;
    assert_eq!(told(&laptop).await, ["20:00"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn s4_a_plan_for_oneself_is_on_ones_own_home_without_its_name_and_nowhere_else() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    laptop.begin("coping-plan").await.play(at_eight("one", "2026-03-20", None)).await;
    let dates = laptop.home().await.dates;
    let own = dates.iter().find(|row| row.kind == "own" && row.at.is_some()).unwrap_or_else(|| panic!("{dates:?}"));
    assert_eq!((own.title.as_str(), &own.exercise, own.at.as_deref()), ("", &None, Some("20:00")));
    let laptop = laptop.locked().await;
    laptop.open(Person::B).await;
    assert_eq!(laptop.home().await.dates, vec![]);
    let laptop = laptop.locked().await;
    laptop.together().await;
    assert_eq!(laptop.home().await.dates, vec![]);
}

#[tokio::test(flavor = "multi_thread")]
async fn p3_how_a_persons_pages_look_shows_on_no_page_of_anybody_else() {
    let laptop = Laptop::with_couple().await;
    laptop.open(Person::A).await;
    let large = Display { text: 200, ..Display::default() };
    laptop.app.display_set(large.clone()).await.unwrap();
    let laptop = laptop.locked().await;
    assert_eq!(laptop.app.start().await.unwrap().display, Display::default(), "the first page is both people's");
    assert_eq!(laptop.open(Person::B).await.display, Display::default());
    let laptop = laptop.locked().await;
    assert_eq!(laptop.open(Person::A).await.display, large);
    let laptop = laptop.locked().await;
    assert_eq!(laptop.together().await.display, large, "together, the larger text");
    laptop.app.display_set(Display { text: 300, ..Display::default() }).await.unwrap();
    let laptop = laptop.locked().await;
    assert_eq!(laptop.open(Person::A).await.display, large, "what is set together lasts for tonight");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_set_before_unlocking_is_the_computers_and_of_whoever_never_chose() {
    let laptop = Laptop::with_couple().await;
    let evening = Display { evening_from: Some(19), reminders: true, ..Display::default() };
    laptop.app.display_set(evening).await.unwrap();
    assert_eq!(laptop.app.start().await.unwrap().display.evening_from, Some(19));
    let opened = laptop.open(Person::A).await.display;
    assert_eq!((opened.evening_from, opened.reminders), (Some(19), false));
}
