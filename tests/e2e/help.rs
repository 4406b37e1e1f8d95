//! Help from every page (E26): one key, no passphrase, and back to where one was with nothing lost. Hide is offered
//! on each of them too (F21); what it does is told in `hide.rs`.

use std::time::{Duration, Instant};

use hearth_tests::{Key, Laptop, Window, until};

use crate::couple::{ALEX, lock, set_up_first};

const HELP: &str = "Help and safety";

/// Opens Help here by key and comes back, then the same by the link in the header.
pub fn help_and_back(window: &Window<'_>) {
    let heading = until("a page", || window.heading());
    let before = at_rest(window);
    assert!(window.has("button", "Hide"), "Hide is offered on {heading}");
    assert!(window.has("button", "Hide now"), "and early in the tab order of {heading}");

    window.keys(&[Key::F1]);
    window.wait_for_heading(HELP);
    window.see("call your local emergency number");
    assert!(!window.has("textbox", "Passphrase"), "Help asks for nothing");
    // Somebody in a hurry presses it twice.
    window.keys(&[Key::F1]);
    window.chord(&[Key::Alt, Key::Left]);
    same(window, &heading, &before);

    window.press("Help");
    window.wait_for_heading(HELP);
    window.press("Back");
    same(window, &heading, &before);
}

/// What stands on the page once nothing is loaded, drawn or saved any more.
fn at_rest(window: &Window<'_>) -> String {
    let (mut last, mut since) = (window.contents(), Instant::now());
    until("the page to come to rest", || {
        let now = window.contents();
        if now != last {
            (last, since) = (now, Instant::now());
        }
        (since.elapsed() > Duration::from_millis(600)).then(|| last.clone())
    })
}

#[track_caller]
fn same(window: &Window<'_>, heading: &str, before: &str) {
    window.wait_for_heading(heading);
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(5) {
        if window.contents() == before {
            return;
        }
    }
    panic!("Help leads back to another page.\nBefore: {before}\nAfter: {}", window.contents());
}

#[test]
fn e26_help_opens_while_nothing_is_set_up_or_open() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    window.choose("I am a therapist");
    help_and_back(&window);
    window.press("Continue");
    help_and_back(&window);
    window.press("Back");
    window.choose("For me, or for us");
    window.press("Continue");
    set_up_with_help(&window, "Alex", ALEX);
    lock(window);

    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    help_and_back(&window);
    window.press("Display");
    window.wait_for_heading("Display");
    window.keys(&[Key::F1]);
    window.wait_for_heading(HELP);
}

/// From "Before you start" to Home.
pub fn set_up_with_help(window: &Window<'_>, name: &str, passphrase: &str) {
    window.wait_for_heading("Before you start");
    help_and_back(window);
    window.press("I have read this");
    window.type_into("Your name", name);
    help_and_back(window);
    window.press("Continue");
    window.wait_for_heading("Choose your passphrase");
    help_and_back(window);
    window.type_into("Your passphrase", passphrase);
    window.press("Continue");
    window.wait_for_heading("Open it once");
    help_and_back(window);
    window.type_into("Your passphrase", passphrase);
    window.press("Open my pages");
    window.see(name);
}

#[test]
fn e26_help_opens_where_the_book_cannot_be_opened() {
    let laptop = Laptop::new();
    let first = laptop.start();
    set_up_first(&first);
    let second = laptop.start();
    second.wait_for_heading("The workbook is already open");
    help_and_back(&second);
    second.press_to_end("Close the book");
    lock(first);
}
