//! S14: Find over the open spaces, one entry, the history, what was removed. Played with the keyboard alone.

use hearth_tests::{Key, Laptop, Window, canary_scan, until};

use crate::couple::{ALEX, SAM, begin_first_offer, lock, open, open_together, play, two_people};

/// Words only one of the pages holds.
const ALEXS: &str = "brindlewax";
const SAMS: &str = "cobblefern";
const OURS: &str = "drossmere";
/// Looked for, and written nowhere.
const ASKED: &str = "wrackline";

const NONE: &str = "Nothing here has words that begin like this";

/// Opens Find with its key.
fn find(window: &Window<'_>, words: &str, said: &str) {
    window.chord(&[Key::Control, Key::Letter('f')]);
    window.wait_for_heading("Find");
    let in_box = "return document.activeElement === document.querySelector('main search input')";
    until("the caret in the box", || (window.run(in_box, vec![]) == true).then_some(()));
    window.chord(&[Key::Control, Key::Letter('a')]);
    window.write(words);
    window.see(said);
}

/// Does "My coping plan" and writes this word wherever something is written.
fn write_alone(window: &Window<'_>, word: &str) {
    window.press("Exercises");
    window.press("My coping plan");
    window.wait_for_heading("My coping plan");
    window.press("Start");
    while !matches!(window.moment().phase.as_str(), "end") && !window.shows("Good ") {
        window.go_through(word);
    }
}

#[test]
fn s14_one_finds_ones_own_and_the_shared_words_and_never_the_others() {
    let mut laptop = Laptop::new();
    two_people(&laptop);
    laptop.unplug_pointer();
    for (name, word) in [("Alex", ALEXS), ("Sam", SAMS)] {
        let window = open(&laptop, name);
        write_alone(&window, word);
        lock(window);
    }
    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    play_shared(&window);
    for own in [ALEXS, SAMS] {
        find(&window, own, NONE);
    }
    find(&window, OURS, "found");
    assert!(!window.shows("Only you"), "{}", window.text());
    lock(window);

    for (name, own, others) in [("Alex", ALEXS, SAMS), ("Sam", SAMS, ALEXS)] {
        let window = open(&laptop, name);
        find(&window, others, NONE);
        find(&window, ASKED, NONE);
        find(&window, &own[..6].to_uppercase(), "Only you");
        assert!(!window.shows("Both of you"), "{}", window.text());
        find(&window, OURS, "Both of you");
        assert!(!window.shows("Only you"), "{}", window.text());
        lock(window);
    }
    assert_eq!(canary_scan(&laptop.written(), &[ALEXS, SAMS, OURS, ASKED, ALEX, SAM]), vec![]);
}

/// The rest of the ground rules, writing the shared word.
fn play_shared(window: &Window<'_>) {
    while !matches!(window.moment().phase.as_str(), "end" | "rest") {
        window.go_through(OURS);
    }
    window.press("Back to Home");
}

#[test]
fn f0_p8_an_entry_opens_a_thing_is_removed_and_the_history_is_told() {
    let laptop = Laptop::new();
    two_people(&laptop);
    let window = open(&laptop, "Alex");
    write_alone(&window, ALEXS);
    find(&window, ALEXS, "found");
    let first = window.run("return document.querySelector('main li h2').innerText", vec![]);
    window.run("document.querySelector('main li h2 button').click()", vec![]);
    window.wait_for_heading(first.as_str().expect("its name"));
    window.see(ALEXS);
    window.press("Back");
    window.wait_for_heading("Find");
    assert_eq!(window.value_of("Words to look for"), "", "the box is cleared when it is left");

    window.press("More");
    window.press("What you kept");
    window.wait_for_heading("What you kept");
    window.press("Remove When it gets hard");
    window.see("You can undo this for 30 days");
    window.press("Undo");
    window.press("Remove When it gets hard");
    window.press("What you removed");
    window.wait_for_heading("Removed");
    window.press("Remove for good now When it gets hard");
    window.press("Keep it here");
    window.press("Remove for good now When it gets hard");
    window.press("Remove for good");
    window.see("It is gone.");
    window.see("There is nothing here.");
    lock(window);

    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    play(&window);
    window.press("Back to Home");
    window.press("More");
    window.press("History");
    window.wait_for_heading("History");
    window.see("You both said yes to “Our ground rules”");
    window.see("Sam joined this book");
    window.run("document.querySelector('main .entries button').click()", vec![]);
    until("the entry", || window.heading().filter(|heading| heading != "History"));
    window.see("Both of you");
    lock(window);
}
