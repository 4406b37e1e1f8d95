//! Agreements over the weeks (F9): the day to look again comes, both keep it, and one ends it alone.

use hearth_tests::{Laptop, Window};

use crate::couple::{begin_first_offer, lock, open, open_together, play, two_people};
use crate::rules::clean;

/// Both agree on their ground rules; the day to look at them again is over when the next window opens.
fn agreed_and_due() -> Laptop {
    let mut laptop = Laptop::new();
    two_people(&laptop);
    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    play(&window);
    lock(window);
    laptop.set_clock("2026-05-04T19:00:00Z");
    laptop
}

fn agreements(window: &Window<'_>) {
    window.press("Agreements");
    window.wait_for_heading("Limits and agreements");
    window.see("Our ground rules");
}

/// Behind the cover, this person answers.
fn answers(window: &Window<'_>, name: &str, answer: &str) {
    window.wait_for_heading(&format!("Pass the laptop to {name}"));
    window.press(&format!("I am {name}"));
    window.wait_for_heading("Do you want to keep this?");
    window.press(answer);
}

#[test]
fn f9_both_keep_a_due_agreement_for_another_while_and_one_ends_it_alone() {
    let mut laptop = agreed_and_due();
    let window = open_together(&laptop);
    agreements(&window);
    window.see("It stays in force. Keep, change or end it?");
    clean(&window, "a due agreement");
    window.press("Keep it Our ground rules");
    window.wait_for_heading("Pass the laptop to Sam");
    clean(&window, "the cover before a private answer");
    window.press("I am Sam");
    window.wait_for_heading("Do you want to keep this?");
    clean(&window, "the private answer");
    window.press("Yes, I want it");
    answers(&window, "Alex", "Yes, I want it");
    window.wait_for_heading("Our ground rules");
    window.choose("On June 3");
    clean(&window, "both confirm");
    window.press("Alex I agree to this text");
    window.see("agreed to this text");
    window.press("Sam I agree to this text");
    window.wait_for_heading("You keep it");
    window.see("You look at it again on June 3");
    clean(&window, "kept");
    window.press("Back to agreements");
    window.see("What it was before");
    assert!(!window.shows("Review was due"), "{}", window.text());
    window.press("Home");
    window.see("Review on June 3");
    lock(window);

    laptop.set_clock("2026-05-05T19:00:00Z");
    let window = open(&laptop, "Sam");
    agreements(&window);
    window.press("End it Our ground rules");
    window.see("Ended on May 5 by Sam");
    lock(window);
}

#[test]
fn e22_one_private_no_shows_the_same_calm_page_and_the_agreement_stays() {
    let laptop = agreed_and_due();
    let window = open_together(&laptop);
    let mut pages = Vec::new();
    for [sam, alex] in [["Not now", "Yes, I want it"], ["Yes, I want it", "Not now"]] {
        agreements(&window);
        window.press("Keep it Our ground rules");
        answers(&window, "Sam", sam);
        answers(&window, "Alex", alex);
        window.wait_for_heading("It stays as it is");
        window.drawn();
        pages.push(window.run("return document.querySelector('main').innerHTML", vec![]));
        clean(&window, "it stays as it is");
        window.press("Back to agreements");
        window.see("Review was due on");
    }
    assert_eq!(pages[0], pages[1], "whose no it was cannot be told");
    lock(window);
}

#[test]
fn f9_alone_a_due_agreement_says_that_keeping_it_needs_both() {
    let laptop = agreed_and_due();
    let window = open(&laptop, "Alex");
    agreements(&window);
    window.see("To keep it, open together.");
    assert!(!window.has("button", "Keep it Our ground rules") && window.has("button", "End it Our ground rules"));
    lock(window);
}
