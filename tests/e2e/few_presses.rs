//! How many presses things take (U2): to the last page after unlocking, and to hand the laptop over.

use hearth_tests::{Laptop, until};

use crate::book::Book;
use crate::couple::{ALEX, begin, begin_first_offer, lock, open, open_together, play_until};

#[test]
fn u2_from_unlocking_to_the_last_page_is_two_actions() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open(&laptop, "Alex");
    begin(&window, "My limits");
    play_until(&window, |step| step == "areas");
    lock(window);

    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    // What is typed is the first action's own: the passphrase, and its Enter.
    window.type_into("Passphrase for Alex", &format!("{ALEX}\n"));
    window.see("You began this");
    window.press("Go on");
    until("the page that was left", || (window.moment().step == "areas").then_some(()));
}

#[test]
fn u2_a_hand_over_in_together_is_one_press() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    until("a cover", || (window.moment().phase == "cover").then_some(()));
    let next = window.heading().unwrap_or_default();
    let name = if next.ends_with("Alex") { "Alex" } else { "Sam" };
    window.press(&format!("I am {name}"));
    until("their page", || (window.moment().phase == "page").then_some(()));
}
