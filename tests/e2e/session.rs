//! Sitting down together (S12, F5): a break whose return is offered at the next start, and a reminder that was asked for.

use std::time::Duration;

use hearth_tests::{Laptop, Window, until, until_within};

use crate::book::Book;
use crate::couple::{begin_first_offer, lock, open, open_together, play, play_until};
use crate::rules::clean;

/// Where pictures are wanted, one in each theme.
pub fn picture(window: &Window<'_>, name: &str) {
    let Some(folder) = std::env::var_os("HEARTHSIDE_PICTURES") else { return };
    for theme in ["light", "dark", "evening"] {
        window.theme(theme);
        window.drawn();
        window.screenshot(&std::path::Path::new(&folder).join(format!("{name}-{theme}.png")));
    }
    window.theme("light");
}

/// The two sit down for half an hour, begin, and take a break of half an hour.
fn sit_down_and_take_a_break(laptop: &Laptop) {
    let window = open_together(laptop);
    window.press("More");
    window.press("Sit down together");
    window.wait_for_heading("Sit down together");
    window.choose("30 minutes");
    window.press("Begin");
    window.wait_for_heading("Arrive");
    window.press("Go on");
    window.press("Home");
    begin_first_offer(&window, "Our ground rules");
    play_until(&window, |step| step == "rules");
    window.press("Break");
    window.wait_for_heading("A break");
    window.choose("In 30 minutes");
    window.press("Start the break");
    window.see("How to come back");
    assert!(!window.shows("Tick the ones you both want"), "nothing of the run is on the page: {}", window.text());
    lock(window);
}

#[test]
fn f5_a_break_is_kept_over_a_lock_and_its_return_is_offered_at_the_next_start() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    sit_down_and_take_a_break(&laptop);

    laptop.set_clock("2026-03-20T20:10:00Z");
    let window = open_together(&laptop);
    window.see("On a break");
    window.see("You planned to come back on");
    clean(&window, "home on a break");
    picture(&window, "home-break");
    lock(window);
    let window = open(&laptop, "Sam");
    window.see("You come back from your break");
    assert!(!window.shows("Our ground rules You began this"), "{}", window.text());
    clean(&window, "home of one person on a break");
    picture(&window, "home-break-alone");
    lock(window);

    laptop.set_clock("2026-03-20T21:00:00Z");
    laptop.unplug_pointer();
    let window = open_together(&laptop);
    window.see("After your break");
    clean(&window, "home after a break");
    picture(&window, "home-back");
    window.press("Come back to it");
    until("the run", || (window.moment().phase != "other").then_some(()));
    play(&window);
    window.press("Back to Home");
    // The sitting goes on where it was left, and is closed as any other.
    window.press("Close this sitting");
    window.wait_for_heading("Close this sitting");
    window.see("You planned to stop at");
    window.type_into("One line to keep", "We came back to it");
    window.press_to_end("Close and lock");
}

#[test]
fn e42_a_reminder_that_was_asked_for_comes_once_and_does_not_say_what_was_planned() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open(&laptop, "Alex");
    window.press("More");
    window.press("Display");
    window.wait_for_heading("Display");
    window.choose("Tell me when the time of something planned has come");
    window.press("Home");
    window.press("Exercises");
    window.press("My coping plan");
    window.wait_for_heading("My coping plan");
    window.press("Start");
    play_until(&window, |step| step == "one");
    window.type_into("Day, Which day?", "20");
    window.type_into("Month, Which day?", "3");
    window.type_into("Year, Which day?", "2026");
    window.type_into("What time? You can leave this empty", "20:59");
    window.press("Continue");
    until("the next page", || (window.moment().step != "one").then_some(()));
    play(&window);
    lock(window);
    laptop.set_clock("2026-03-20T20:58:00Z");
    let window = open(&laptop, "Alex");
    window.press("Agreements");
    let line = "You planned something for 8:59 PM";
    until_within(Duration::from_secs(80), line, || window.shows(line).then_some(()));
    clean(&window, "a reminder");
    picture(&window, "reminder");
    window.press("Close this line");
    until("the line to go", || (!window.shows(line)).then_some(()));
    lock(window);
}
