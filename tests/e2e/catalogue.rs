//! Every exercise in the box, from its first page to its last, in the real window; and each one killed under way.
//!
//! The couple does what is open, in the order of heat, and comes back another evening for what opened meanwhile, as the
//! rules of rest and readiness ask (E25). What a therapist assigns (heat 4) was accepted before.

mod under_way;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use hearth_app::exercises::Exercises;
use hearth_domain::{Heat, Person};
use hearth_exercise::model::{Exercise, Kind, Mode};
use hearth_testkit::{assignment, change_mine};
use hearth_tests::{Laptop, Window};

use crate::couple::{ALEX, lock, open, open_together, play, set_up_first, two_people};

/// More evenings than the rests between deep exercises ask for.
const EVENINGS: usize = 40;

/// The exercises with a part for that sitting, by heat: what prepares comes before what builds on it.
fn with(mode: Mode) -> Vec<Arc<Exercise>> {
    let here = |e: &&Arc<Exercise>| e.parts.iter().any(|p| p.mode == mode);
    let mut found: Vec<_> = Exercises::default().iter().filter(here).cloned().collect();
    found.sort_by_key(|e| (e.heat, !e.exempt, e.slug.clone()));
    found
}

/// Opens its page and presses what leads in; false if it is closed today.
fn enter(window: &Window<'_>, exercise: &Exercise) -> bool {
    window.press("Exercises");
    window.wait_for_heading("Exercises");
    window.press(&exercise.title);
    window.wait_for_heading(&exercise.title);
    let way = ["Go on", "Start"].into_iter().find(|way| window.has("button", way));
    way.is_some_and(|way| {
        window.press(way);
        true
    })
}

/// The last page of a part that was played to its end is its close.
fn close_of(exercise: &Exercise, mode: Mode) -> &str {
    let part = exercise.parts.iter().find(|p| p.mode == mode).map(|p| p.id.as_str());
    let mut steps = exercise.steps.iter().filter(|s| Some(s.part.as_str()) == part);
    steps.rfind(|s| matches!(s.kind, Kind::Close(_))).map_or("", |s| s.id.as_str())
}

/// What accepting a therapist's assignments would leave in Alex's own pages.
fn assign_all(laptop: &Laptop) {
    let now: DateTime<Utc> = "2026-03-02T19:00:00Z".parse().expect("a time");
    let heat_four = with(Mode::Alone).into_iter().filter(|e| e.heat == Heat::ASSIGNED);
    let accepted: Vec<_> = heat_four.map(|e| assignment(Person::A, &e.slug, now, None)).collect();
    assert_eq!(accepted.len(), 2);
    let book = laptop.vault();
    let writing = change_mine(&book, Person::A, ALEX, now, accepted);
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(writing);
}

#[test]
fn every_exercise_done_alone_is_played_to_its_last_page_over_a_kill() {
    let laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    lock(window);
    assign_all(&laptop);
    let mut window = open(&laptop, "Alex");
    let all = with(Mode::Alone);
    for exercise in &all {
        assert!(enter(&window, exercise), "{} is closed: {}", exercise.slug, window.text());
        let seen;
        (window, seen) = under_way::kill_and_go_on(window, exercise, Mode::Alone, || open(&laptop, "Alex"));
        let close = close_of(exercise, Mode::Alone);
        assert!(seen.iter().any(|step| step == close), "{} ended before {close}: {seen:?}", exercise.slug);
        if window.has("button", "Back to Home") {
            window.press("Back to Home");
        }
    }
    println!("{} exercises done alone", all.len());
    window.press("Home");
    window.press("Look at your cards");
    window.wait_for_heading("What you kept");
    window.see("Cards");
    lock(window);
}

#[test]
fn every_exercise_done_together_is_played_to_its_last_page_over_a_kill() {
    let mut laptop = Laptop::new();
    two_people(&laptop);
    let mut left = with(Mode::Together);
    let all = left.len();
    let mut evening = Utc.with_ymd_and_hms(2026, 3, 22, 19, 0, 0).single().expect("a real time");
    prepare(&mut laptop, evening);
    for _ in 0..EVENINGS {
        if left.is_empty() {
            println!("{all} exercises done together, the last on {evening}");
            return;
        }
        let before = left.len();
        let rested = one_evening(&mut laptop, evening, &mut left);
        evening += if rested || left.len() < before { TimeDelta::hours(26) } else { TimeDelta::days(4) };
    }
    panic!("never open: {:?}", left.iter().map(|e| &e.slug).collect::<Vec<_>>());
}

/// What one brings to an evening was written before, alone, and a letter rested meanwhile.
fn prepare(laptop: &mut Laptop, evening: DateTime<Utc>) {
    laptop.set_clock(&(evening - TimeDelta::days(2)).to_rfc3339());
    for name in ["Alex", "Sam"] {
        let window = open(laptop, name);
        let prepares = |e: &&Arc<Exercise>| e.heat < Heat::ASSIGNED && (e.parts.len() > 1 || e.slug == "my-limits");
        for exercise in with(Mode::Alone).iter().filter(prepares) {
            assert!(enter(&window, exercise), "{} is closed", exercise.slug);
            play(&window);
            if window.has("button", "Back to Home") {
                window.press("Back to Home");
            }
        }
        lock(window);
    }
}

/// Plays what is open and takes it off the list; says whether something rests until another day.
fn one_evening(laptop: &mut Laptop, evening: DateTime<Utc>, left: &mut Vec<Arc<Exercise>>) -> bool {
    laptop.set_clock(&evening.to_rfc3339());
    let mut window = Some(open_together(laptop));
    let mut rested = false;
    left.retain(|exercise| {
        let here = window.take().expect("a window");
        if !enter(&here, exercise) {
            window = Some(here);
            return true;
        }
        let (here, seen) = under_way::kill_and_go_on(here, exercise, Mode::Together, || open_together(laptop));
        let here = window.insert(here);
        if here.moment().phase == "rest" {
            rested = true;
            return true;
        }
        let close = close_of(exercise, Mode::Together);
        assert!(
            seen.iter().any(|step| step == close),
            "{} ended before {close}: {seen:?}\n{}",
            exercise.slug,
            here.text()
        );
        false
    });
    lock(window.expect("a window"));
    rested
}
