//! What was typed does not open.

use hearth_tests::{Laptop, Window, until};

use super::{is_home, look_at, opens, untouched};
use crate::book::Book;
use crate::couple::ALEX;

/// More than anybody's passphrase.
const MEBIBYTE: usize = 1 << 20;

fn first_page(laptop: &mut Laptop) -> (Book, Window<'_>) {
    let book = Book::lay(laptop);
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    window.choose("Alex");
    (book, window)
}

#[test]
fn a_wrong_passphrase_is_told_with_the_name_and_the_right_one_opens_after_a_short_wait() {
    let mut laptop = Laptop::new();
    let (book, window) = first_page(&mut laptop);
    untouched(&book, || {
        window.type_into("Passphrase for Alex", "copper lantern drifts past seven pillows");
        window.press("Open");
        window.see("That passphrase did not open Alex's space. Check Caps Lock and try again.");
    });
    look_at(&window, "wrong-passphrase");
    assert_eq!(window.value_of("Passphrase for Alex"), "", "what was typed is gone");
    let caret = window.run("return document.activeElement.id", vec![]);
    assert_eq!(caret, "passphrase", "the caret is in the field");
    until("the wait of a second to be over", || {
        window.type_into("Passphrase for Alex", ALEX);
        window.press("Open");
        until("an answer", || (window.shows("Good ") || window.shows("then try again")).then_some(()));
        window.shows("Good ").then_some(())
    });
}

#[test]
fn an_empty_passphrase_is_asked_for() {
    let mut laptop = Laptop::new();
    let (book, window) = first_page(&mut laptop);
    untouched(&book, || {
        window.press("Open");
        window.see("Type your passphrase first.");
    });
    look_at(&window, "empty-passphrase");
    opens(&window, "Alex");
}

#[test]
fn a_passphrase_of_a_mebibyte_is_refused_at_once_and_the_window_goes_on() {
    let mut laptop = Laptop::new();
    let (book, window) = first_page(&mut laptop);
    untouched(&book, || {
        window.paste_into("Passphrase for Alex", &"x".repeat(MEBIBYTE));
        window.press("Open");
        window.see("That is longer than a passphrase can be. Make it shorter, or check what you pasted.");
    });
    look_at(&window, "long-passphrase");
    opens(&window, "Alex");
}

#[test]
fn set_up_says_what_is_wrong_with_a_passphrase_and_three_misses_lead_back_to_the_choice() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    window.press("Continue");
    window.wait_for_heading("Before you start");
    window.press("I have read this");
    window.wait_for_heading("What should we call you?");
    window.press("Continue");
    window.see("Type a name that is not too long and not taken yet.");
    look_at(&window, "set-up-no-name");
    window.type_into("Your name", "Alex");
    window.press("Continue");
    window.wait_for_heading("Choose your passphrase");
    window.press("Continue");
    window.see("Type your passphrase first.");
    window.type_into("Your passphrase", "password1");
    window.press("Continue");
    window.see("This one is easy to guess. Use the five words, or a longer one of your own.");
    look_at(&window, "set-up-easy");
    window.paste_into("Your passphrase", &"x".repeat(MEBIBYTE));
    window.press("Continue");
    window.see("That is longer than a passphrase can be.");
    window.type_into("Your passphrase", ALEX);
    window.press("Continue");
    for miss in ["one", "two"] {
        window.wait_for_heading("Open it once");
        window.type_into("Your passphrase", miss);
        window.press("Open my pages");
        window.see("That is not the passphrase you chose. Check Caps Lock and try again.");
    }
    look_at(&window, "set-up-miss");
    window.press("Open my pages");
    window.see("Type your passphrase first.");
    window.type_into("Your passphrase", "three");
    window.press("Open my pages");
    window.wait_for_heading("Choose your passphrase");
    window.see("That was three tries. You can choose another passphrase, or the same one again.");
    look_at(&window, "set-up-three-misses");
    assert!(!laptop.vault().exists(), "nobody is set up yet");
    window.type_into("Your passphrase", ALEX);
    window.press("Continue");
    window.wait_for_heading("Open it once");
    window.type_into("Your passphrase", ALEX);
    window.press("Open my pages");
    is_home(&window, "Alex");
}
