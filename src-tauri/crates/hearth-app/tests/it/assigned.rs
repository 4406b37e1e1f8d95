//! What a therapist assigned to one person opens for that person, and nobody else can tell.

use chrono::TimeDelta;
use hearth_app::Clock as _;
use hearth_app::contract::{Code, Filter};
use hearth_domain::Person;
use hearth_testkit::{assignment, change_mine};

use crate::couple::{ALEX, Laptop, none};

const ANSWER: &str = "answering-letter";

/// Alex accepted an assignment that is current for so long.
async fn assigned(lasts: TimeDelta) -> Laptop {
    let laptop = Laptop::with_couple().await;
    let now = laptop.clock.now();
    let accepted = [assignment(Person::A, ANSWER, now, Some(now + lasts))];
    change_mine(&laptop.home.path().join("workbook.hearth"), Person::A, ALEX, now, accepted).await;
    laptop
}

#[tokio::test(flavor = "multi_thread")]
async fn cr18_an_assignment_opens_the_exercise_for_its_person_until_it_runs_out() {
    let laptop = assigned(TimeDelta::days(14)).await;
    laptop.open(Person::A).await;
    assert!(laptop.app.look(ANSWER).await.unwrap().open);
    assert!(!laptop.app.look("disclosure-preparation").await.unwrap().open, "each is assigned by itself");
    let seen = laptop.begin(ANSWER).await.play(none).await;
    assert!(seen.iter().any(|step| step == "letter"), "{seen:?}");
    laptop.clock.pass(TimeDelta::days(14));
    assert!(!laptop.app.look(ANSWER).await.unwrap().open);
    assert_eq!(laptop.app.run_begin(ANSWER, None, None).await.unwrap_err().code, Code::Closed);
}

#[tokio::test(flavor = "multi_thread")]
async fn cr18_what_was_begun_goes_on_after_the_assignment_ran_out() {
    let laptop = assigned(TimeDelta::days(1)).await;
    laptop.open(Person::A).await;
    let run = laptop.begin(ANSWER).await.id();
    let laptop = laptop.killed();
    laptop.clock.pass(TimeDelta::days(2));
    laptop.open(Person::A).await;
    laptop.app.run_open(run).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn cr18_cr43_the_other_cannot_tell_that_something_was_assigned() {
    let (with, without) = (assigned(TimeDelta::days(14)).await, Laptop::with_couple().await);
    let mut told = Vec::new();
    for laptop in [with, without] {
        laptop.open(Person::B).await;
        let alone = (laptop.home().await, laptop.app.look(ANSWER).await.unwrap(), laptop.app.things().await.unwrap());
        let cards = laptop.app.catalogue(Filter::default()).await.unwrap();
        let laptop = laptop.locked().await;
        laptop.together().await;
        let both = (laptop.home().await, laptop.app.look(ANSWER).await.unwrap(), laptop.app.things().await.unwrap());
        told.push(format!("{alone:?} {cards:?} {both:?}"));
    }
    assert_eq!(told[0], told[1]);
    assert!(told[0].contains("open: false"));
}
