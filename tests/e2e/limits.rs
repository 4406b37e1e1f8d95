//! A limit that cannot be countered, and a request countered twice into an agreement that either ends alone (F8, F9).
//! With `HEARTHSIDE_PICTURES` set, a picture of each page in each theme, and at twice the size, is left there.

use hearth_tests::{Key, Laptop, Window};

use crate::book::Book;
use crate::couple::{lock, open, open_together};
use crate::rules::clean;

const PAGE: &str = "Limits and agreements";
const WHAT: &str = "Whoever comes home last gets 30 minutes without questions. Then we eat together.";

fn agreements(window: &Window<'_>) {
    window.chord(&[Key::Control, Key::Letter('4')]);
    window.wait_for_heading(PAGE);
}

/// Holds what shows to the rules, and takes its pictures.
fn look(window: &Window<'_>, name: &str) {
    clean(window, name);
    let Some(folder) = std::env::var_os("HEARTHSIDE_PICTURES") else { return };
    let file = |look: &str| std::path::Path::new(&folder).join(format!("{}-{look}.png", name.replace([' ', ','], "-")));
    for theme in ["day", "dark", "evening"] {
        window.theme(theme);
        window.resize(1100, 1500);
        window.drawn();
        window.screenshot(&file(theme));
    }
    window.theme("light");
    window.run("document.documentElement.style.fontSize = '200%'", vec![]);
    window.drawn();
    window.screenshot(&file("200"));
    let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert_eq!(window.run(wide, vec![]), 0, "A3: {name} does not scroll sideways");
    window.run("document.documentElement.style.fontSize = ''", vec![]);
    window.resize(1100, 760);
    window.drawn();
}

fn write_one(window: &Window<'_>, kind: &str) {
    agreements(window);
    window.press("Write one");
    window.wait_for_heading("What do you want to write?");
    window.press(kind);
}

#[test]
fn f8_a2_a_limit_is_given_by_keyboard_alone_and_cannot_be_countered() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    laptop.unplug_pointer();
    let window = open(&laptop, "Alex");
    agreements(&window);
    window.see("Nothing yet. Begin with a small, easy one.");
    look(&window, "s9 empty");
    window.press("Write one");
    window.wait_for_heading("What do you want to write?");
    look(&window, "write one");
    window.press("A limit I set for myself");
    window.wait_for_heading("What is my limit?");
    window.type_into("When does it count?", "If there is shouting");
    window.type_into("What I will do then", "You must stop, or I will go to the other room");
    window.see("can be hard to hear");
    look(&window, "a limit, its draft");
    window.press("Continue");
    window.see("Write a short name.");
    clean(&window, "a limit, something is missing");
    window.type_into("A short name", "Shouting");
    window.press("Continue");
    window.wait_for_heading("Give this limit?");
    look(&window, "a limit, once more");
    lock(window);

    // It was kept as it was typed, and goes on where its writer opens it.
    let window = open(&laptop, "Sam");
    agreements(&window);
    window.see("Nothing yet.");
    assert!(!window.shows("Shouting"), "P3: {}", window.text());
    lock(window);
    let window = open(&laptop, "Alex");
    agreements(&window);
    window.see("Your drafts");
    look(&window, "s9 one draft");
    window.press("Go on Shouting");
    window.wait_for_heading("What is my limit?");
    window.press("Continue");
    window.wait_for_heading("Give this limit?");
    window.press("Give this limit");
    window.wait_for_heading(PAGE);
    window.see("A limit needs no agreement");
    assert!(window.has("button", "Change it Shouting") && window.has("button", "End it Shouting"));
    look(&window, "s9 one limit");
    lock(window);

    let window = open(&laptop, "Sam");
    agreements(&window);
    window.see("Shouting");
    for control in ["Suggest a change", "Not now", "No", "Change it", "End it"] {
        assert!(!window.has("button", &format!("{control} Shouting")), "F8: no counter, no vote: {control}");
    }
    window.press("I have read this Shouting");
    window.see("“I have read this”: Sam, on March 20");
    look(&window, "s9 a limit was read");
    lock(window);
    let window = open(&laptop, "Alex");
    agreements(&window);
    window.press("End it Shouting");
    window.see("Ended on March 20 by Alex");
    clean(&window, "a limit ended");
    lock(window);
}

/// Who is open proposes or suggests what the last page shows.
fn to_the_check(window: &Window<'_>) {
    for heading in ["For whom, and from when?", "When do you look at it again?"] {
        window.press("Continue");
        window.wait_for_heading(heading);
    }
    window.press("Continue");
}

fn suggest(window: &Window<'_>, what: &str) {
    agreements(window);
    window.press("Suggest a change A quiet half hour");
    window.wait_for_heading("What would you do?");
    window.type_into("What you do", what);
    to_the_check(window);
    window.wait_for_heading("Suggest this change?");
    window.see("What changed");
}

/// Behind the cover, this person answers.
fn answers(window: &Window<'_>, name: &str) {
    window.wait_for_heading(&format!("Pass the laptop to {name}"));
    window.press(&format!("I am {name}"));
    window.wait_for_heading("Do you want this, freely?");
    clean(window, "the private answer to a proposal");
    window.press("Yes, I want it");
}

fn both_agree(window: &Window<'_>, proposal: &str, first: &str) {
    agreements(window);
    window.press(&format!("See if you both want it {proposal}"));
    answers(window, first);
    answers(window, if first == "Sam" { "Alex" } else { "Sam" });
    window.wait_for_heading(proposal);
    clean(window, "both confirm a proposal");
    window.press("Alex I agree to this text");
    window.see("agreed to this text");
    window.press("Sam I agree to this text");
    window.wait_for_heading("You both agreed");
    window.press("Back to agreements");
    window.wait_for_heading(PAGE);
}

#[test]
fn f8_f9_a_request_countered_twice_becomes_an_agreement_is_changed_and_ended_by_one_alone() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open(&laptop, "Alex");
    write_one(&window, "Something we both do");
    window.wait_for_heading("What would you do?");
    window.type_into("What you do", WHAT);
    window.type_into("A short name", "A quiet half hour");
    look(&window, "a proposal, what");
    window.press("Continue");
    window.wait_for_heading("For whom, and from when?");
    window.choose("From a day");
    window.see("Which day?");
    look(&window, "a proposal, when");
    window.choose("From the day we both agree");
    window.press("Continue");
    window.wait_for_heading("When do you look at it again?");
    look(&window, "a proposal, review");
    window.press("Continue");
    window.wait_for_heading("Propose this?");
    look(&window, "a proposal, once more");
    window.press("Propose it");
    window.wait_for_heading(PAGE);
    window.see("Take it back");
    lock(window);

    let window = open(&laptop, "Sam");
    agreements(&window);
    window.see("To agree to it, open together.");
    look(&window, "s9 a proposal");
    suggest(&window, "Whoever comes home last gets 20 minutes without questions.");
    look(&window, "a change, once more");
    window.press("Suggest it");
    window.wait_for_heading(PAGE);
    lock(window);
    let window = open(&laptop, "Alex");
    agreements(&window);
    window.see("It was");
    window.see("It is now");
    look(&window, "s9 a suggested change");
    suggest(&window, "Whoever comes home last gets 25 minutes without questions.");
    window.press("Suggest it");
    window.wait_for_heading(PAGE);
    lock(window);

    let window = open_together(&laptop);
    both_agree(&window, "A quiet half hour", "Sam");
    window.see("25 minutes without questions");
    window.see("Review on");
    look(&window, "s9 in force, together");
    lock(window);

    // F9: the old one stays in force until the new one is agreed.
    let window = open(&laptop, "Sam");
    agreements(&window);
    window.press("Change it A quiet half hour");
    window.wait_for_heading("What would you do?");
    window.type_into("A short name", "A quiet evening");
    to_the_check(&window);
    window.wait_for_heading("Propose this?");
    window.see("That one stays in force until you both agree to this.");
    window.press("Propose it");
    window.wait_for_heading(PAGE);
    window.see("In force");
    write_limit(&window);
    agreements(&window);
    look(&window, "s9 full");
    lock(window);
    let window = open_together(&laptop);
    both_agree(&window, "A quiet evening", "Alex");
    window.see("took its place on March 20");
    lock(window);

    let window = open(&laptop, "Alex");
    agreements(&window);
    window.press("End it A quiet evening");
    window.see("Ended on March 20 by Alex");
    look(&window, "s9 ended");
    window.press("More");
    window.press("History");
    window.wait_for_heading("History");
    window.see("Sam suggested a change to");
    window.see("Alex ended");
    look(&window, "history of a proposal");
    lock(window);
}

fn write_limit(window: &Window<'_>) {
    write_one(window, "A limit I set for myself");
    window.wait_for_heading("What is my limit?");
    window.type_into("What I will do then", "I will leave my phone in the hall at night");
    window.type_into("A short name", "Nights");
    window.press("Continue");
    window.wait_for_heading("Give this limit?");
    window.press("Give this limit");
    window.wait_for_heading(PAGE);
}

#[test]
fn p4_no_ends_a_proposal_with_one_press() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open(&laptop, "Alex");
    write_one(&window, "Something we both do");
    window.wait_for_heading("What would you do?");
    window.type_into("What you do", WHAT);
    window.type_into("A short name", "A quiet half hour");
    to_the_check(&window);
    window.wait_for_heading("Propose this?");
    window.press("Propose it");
    window.wait_for_heading(PAGE);
    lock(window);
    let window = open(&laptop, "Sam");
    agreements(&window);
    window.press("Not now A quiet half hour");
    window.see("Sam said not now on March 20");
    look(&window, "s9 not now");
    window.press("No A quiet half hour");
    window.see("Sam said no on March 20");
    look(&window, "s9 no");
    lock(window);
}
