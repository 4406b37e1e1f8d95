//! Check-ins and trends in the real window (S8, F13, E41): four states, three themes, by pointer and by keyboard alone.
//! With `HEARTHSIDE_PICTURES` set, a picture of each state in each theme is left there.

use std::time::Instant;

use hearth_app::Clock as _;
use hearth_domain::Person;
use hearth_testkit::{TestClock, change_mine, ten_years_of_check_ins};
use hearth_tests::{Key, Laptop, Window, until};

use crate::book::Book;
use crate::couple::{ALEX, lock, open, open_together, play_until};
use crate::rules::clean;

/// Goes to the page by its key and holds it to the rules, in three themes.
fn page(window: &Window<'_>, heading: &str, state: &str) {
    window.chord(&[Key::Control, Key::Letter('3')]);
    window.wait_for_heading(heading);
    if state == "ten years" {
        window.see("The same in a table");
    }
    clean(window, &format!("check-ins, {state}"));
    let Some(folder) = std::env::var_os("HEARTHSIDE_PICTURES") else { return };
    let folder = std::path::Path::new(&folder);
    for theme in ["light", "dark", "evening"] {
        window.theme(theme);
        window.drawn();
        let name = format!("check-in-{}-{theme}.png", state.replace(' ', "-"));
        window.screenshot(&folder.join(name));
    }
    window.theme("light");
    window.resize(1100, 2200);
    window.drawn();
    window.screenshot(&folder.join(format!("check-in-{}-whole.png", state.replace(' ', "-"))));
    window.resize(1100, 760);
}

/// A check-in from the page of check-ins, back to it; says which steps came.
fn check_in(window: &Window<'_>) -> Vec<String> {
    window.press("Check in");
    let mut seen = play_until(window, |step| step == "mine-done");
    window.press("Keep my answers");
    window.wait_for_heading("My check-ins");
    seen.dedup();
    seen
}

fn dots(window: &Window<'_>) -> u64 {
    window.run("return document.querySelectorAll('.chart .mark').length", vec![]).as_u64().unwrap_or_default()
}

#[test]
fn f13_a_check_in_is_kept_shown_and_hidden_again() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open(&laptop, "Alex");
    page(&window, "My check-ins", "empty");
    assert_eq!(dots(&window), 0);
    window.see("Your first one takes a minute.");
    let begun = Instant::now();
    let seen = check_in(&window);
    assert!(begun.elapsed().as_secs() < 60, "U2: a check-in took {:?}", begun.elapsed());
    assert_eq!(
        seen,
        ["energy", "pleasant", "words", "i-need", "valued", "note", "my-recovery", "check", "mine-done"],
        "six short pages, a private one, and what was written"
    );
    until("the first dot", || (dots(&window) == 1).then_some(()));
    page(&window, "My check-ins", "one");
    window.press("Show Sam this one");
    window.see("Sam can read this one.");
    lock(window);

    let window = open(&laptop, "Sam");
    page(&window, "My check-ins", "the other's are not here");
    window.see("Your first one takes a minute.");
    lock(window);

    let window = open_together(&laptop);
    page(&window, "Check-ins you chose to show", "together");
    window.see("Drained");
    assert!(!window.shows("urge"), "{}", window.text());
    assert_eq!(dots(&window), 0, "no chart in Together");
    lock(window);

    laptop.set_clock("2026-03-25T20:00:00Z");
    let window = open(&laptop, "Alex");
    window.press("Check-in");
    window.press("Hide it again");
    window.see("Hidden again. Sam sees the date alone.");
    lock(window);
    let window = open_together(&laptop);
    page(&window, "Check-ins you chose to show", "together, hidden");
    window.see("Hidden again on");
    assert!(!window.shows("Drained"), "{}", window.text());
    lock(window);
}

#[test]
fn a2_a_check_in_and_its_trends_by_keyboard_alone() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    laptop.unplug_pointer();
    let window = open(&laptop, "Alex");
    window.chord(&[Key::Control, Key::Letter('3')]);
    window.wait_for_heading("My check-ins");
    check_in(&window);
    window.see("The same in a table");
    window.press("The same in a table");
    let stops = window.walk_round();
    for stop in ["Show", "Over", "Chart", "The same in a table", "Show Sam this one"] {
        assert!(stops.iter().any(|at| at.contains(stop)), "{stop} is reached: {stops:?}");
    }
    window.press("Show Sam this one");
    window.see("Sam can read this one.");
    lock(window);
}

#[test]
fn e41_ten_years_of_check_ins_show_the_last_three_months() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let full = ten_years_of_check_ins(TestClock::default().now());
    runtime.block_on(change_mine(&laptop.vault(), Person::A, ALEX, TestClock::default().now(), full));
    let window = open(&laptop, "Alex");
    page(&window, "My check-ins", "ten years");
    let drawn = dots(&window);
    assert!((20..=91).contains(&drawn), "{drawn} dots in 91 days");
    let rows = "return document.querySelectorAll('tbody tr').length";
    assert_eq!(window.run(rows, vec![]), drawn, "the table says the same");
    let lines = "return document.querySelectorAll('.chart path, .chart polyline').length";
    assert_eq!(window.run(lines, vec![]), 0, "no line between dots, no average");
    window.choose("2 weeks");
    until("two weeks", || (dots(&window) < drawn).then_some(()));
    page_of_older(&window);
    window.resize(360, 700);
    window.drawn();
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(window.run(wide, vec![]), 0, "only the chart scrolls sideways");
    lock(window);
}

fn page_of_older(window: &Window<'_>) {
    let entries = "return document.querySelectorAll('article').length";
    let few = window.run(entries, vec![]).as_u64();
    window.press("Show older ones");
    until("older entries", || (window.run(entries, vec![]).as_u64() > few).then_some(()));
}
