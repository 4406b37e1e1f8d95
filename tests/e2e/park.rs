//! What waits for a session with a helper, in the real window.

use hearth_tests::Laptop;

use crate::book::Book;
use crate::couple::{lock, open, open_together};
use crate::rules::clean;
use crate::session::picture;

#[test]
fn p2_p8_a_line_for_a_helper_is_ones_own_or_for_both_and_is_talked_about_or_removed() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open(&laptop, "Alex");
    window.press("More");
    window.press("To bring to a helper");
    window.wait_for_heading("To bring to a helper");
    window.see("Nothing waits here.");
    clean(&window, "nothing for a helper");
    picture(&window, "park-empty");
    window.press("Put it on the list");
    window.see("Write a line of up to 280 characters.");
    window.type_into("A new line", "What happened in May");
    window.press("Put it on the list");
    window.see("Only you · March 20");
    window.type_into("A new line", "How we talk about money");
    window.choose("Both of you");
    window.press("Put it on the list");
    window.see("Both of you · Alex");
    clean(&window, "lines for a helper");
    picture(&window, "park");
    window.press("I talked about it What happened in May");
    window.see("Talked about");
    window.press("Remove What happened in May");
    window.see("Undo");
    assert!(!window.shows("What happened in May"), "{}", window.text());
    window.press("Undo");
    window.see("What happened in May");
    lock(window);

    laptop.unplug_pointer();
    let window = open_together(&laptop);
    window.press("More");
    window.press("To bring to a helper");
    window.see("How we talk about money");
    assert!(!window.shows("What happened in May") && !window.shows("Remove"), "{}", window.text());
    window.type_into("A new line", "Our holidays");
    window.press("Put it on the list");
    window.see("Our holidays");
    window.press("We talked about it How we talk about money");
    window.see("Put it back on the list");
    clean(&window, "lines for a helper, together");
    picture(&window, "park-together");
    lock(window);
}
