//! A1 and A3 on every page that the stories pass: no rule broken in three themes, nothing lost at four times the size.

use std::cell::RefCell;
use std::collections::BTreeSet;

use hearth_tests::{Laptop, Window, until};

use crate::book::Book;
use crate::couple::{begin_first_offer, lock, open, open_together, play, play_until};
use crate::rules::clean;

/// Plays what is open to its end or rest and holds each page of it to the rules, the first time it comes.
fn play_clean(window: &Window<'_>, exercise: &str) -> BTreeSet<String> {
    let seen = RefCell::new(BTreeSet::new());
    let look = |step: &str| {
        let page = if step.is_empty() { window.moment().phase } else { step.to_owned() };
        if page != "other" && seen.borrow_mut().insert(page.clone()) {
            clean(window, &format!("{exercise}, {page}"));
        }
        false
    };
    play_until(window, look);
    clean(window, &format!("{exercise}, its end"));
    seen.into_inner()
}

fn begin(window: &Window<'_>, title: &str) {
    window.press("Exercises");
    window.press(title);
    window.wait_for_heading(title);
    clean(window, title);
    window.press("Start");
}

/// Goes to a page by its place and holds it to the rules.
fn visit(window: &Window<'_>, presses: &[&str], heading: &str) {
    presses.iter().for_each(|name| window.press(name));
    window.wait_for_heading(heading);
    clean(window, heading);
}

#[test]
fn a1_a4_a5_p5_p9_set_up_and_the_pages_before_unlocking() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    window.choose("I am a therapist");
    window.press("Continue");
    visit(&window, &[], "The therapist's part is not in this version");
    window.press("Back to the question");
    window.wait_for_heading("Who is this book for?");
    window.choose("For me, or for us");
    window.press("Continue");
    visit(&window, &[], "Before you start");
    visit(&window, &["I have read this"], "What should we call you?");
    window.type_into("Your name", "Alex");
    visit(&window, &["Continue"], "Choose your passphrase");
    window.press("Use these words");
    clean(&window, "a passphrase that shows");
    visit(&window, &["Continue"], "Open it once");
    visit(&window, &["Display"], "Display");
    window.press("Back");
    window.press("Help");
    window.see("Choose a country");
    clean(&window, "help before unlocking");
}

#[test]
fn a1_a4_a5_p5_p9_what_one_person_does_alone() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open(&laptop, "Sam");
    begin(&window, "Starting safely");
    play_clean(&window, "Starting safely");
    begin(&window, "Breathe and ground");
    play_clean(&window, "Breathe and ground");
    begin(&window, "My limits");
    play_clean(&window, "My limits");
    begin(&window, "A real apology");
    play_until(&window, |step| step == "cost");
    window.press("Pause");
    visit(&window, &[], "Paused");
    window.press("Go on");
    play_clean(&window, "A real apology");
    visit(&window, &["Check-in"], "My check-ins");
    window.press("Check in");
    play_clean(&window, "Check-in");
    window.press("Check-in");
    window.see("The same in a table");
    visit(&window, &["The same in a table"], "My check-ins");
    for (name, heading) in [("Display", "Display"), ("My pace", "My pace"), ("Keys", "Keys")] {
        visit(&window, &["More", name], heading);
    }
    visit(&window, &["More", "Sealed answers"], "Sealed answers");
    visit(&window, &["More", "Sit down together"], "Sit down together");
    visit(&window, &["More", "History"], "History");
    found(&window, "a", "Only you");
    window.run("document.querySelector('main li h2 button').click()", vec![]);
    until("one entry", || window.heading().filter(|heading| heading != "Find"));
    clean(&window, "one entry");
    begin(&window, "My coping plan");
    play_until(&window, |_| false);
    visit(&window, &["More", "What you kept"], "What you kept");
    window.press("Remove When it gets hard");
    window.see("You can undo this");
    clean(&window, "a thing was removed");
    visit(&window, &["What you removed"], "Removed");
    window.press("Remove for good now When it gets hard");
    window.see("It goes from this book");
    clean(&window, "before it goes for good");
    window.press("Remove for good");
    window.see("There is nothing here.");
    clean(&window, "nothing was removed");
}

/// Find in its states: empty, with hits, without.
fn found(window: &Window<'_>, words: &str, said: &str) {
    visit(window, &["More", "Find"], "Find");
    window.type_into("Words to look for", words);
    window.see(said);
    clean(window, "Find, with hits");
    window.type_into("Words to look for", "zzzz");
    window.see("Nothing here has words");
    clean(window, "Find, without hits");
    window.type_into("Words to look for", words);
    window.see(said);
}

#[test]
fn a1_a4_a5_p5_p9_what_two_people_do_together() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    for name in ["Alex", "Sam"] {
        let window = open(&laptop, name);
        begin_first_offer(&window, "Starting safely");
        play(&window);
        if name == "Alex" {
            begin(&window, "My limits");
            play(&window);
        }
        lock(window);
    }
    let window = open_together(&laptop);
    for title in ["Our ground rules", "Our pause and repair plan", "One talks, one listens"] {
        begin(&window, title);
        play_clean(&window, title);
    }
    visit(&window, &["Check-in"], "Check-ins you chose to show");
    visit(&window, &["Agreements"], "Limits and agreements");
    assert!(window.shows("In force"), "{}", window.text());
    visit(&window, &["More", "History"], "History");
    window.see("You both said yes");
    clean(&window, "History of an evening");
    found(&window, "a", "Both of you");
    visit(&window, &["More", "Sit down together"], "Sit down together");
    visit(&window, &["Begin"], "Arrive");
    window.press("Go on");
    visit(&window, &["Home", "Close this sitting"], "Close this sitting");
    window.press("Not yet");
    lock(window);

    // Two deep evenings in a row are not offered.
    laptop.set_clock("2026-03-22T19:00:00Z");
    let window = open_together(&laptop);
    begin(&window, "Boundary talk");
    play_until(&window, |step| !step.is_empty());
    window.press("Break");
    visit(&window, &[], "A break");
    window.press("Go on without a break");
    play_clean(&window, "Boundary talk");
}
