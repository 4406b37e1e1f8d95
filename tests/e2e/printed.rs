//! Printing (S9, F10): what paper means is said first, and the paper holds the words of the page and nothing to press.

use hearth_tests::{Key, Laptop, until};

use crate::couple::{begin, open_together, play, two_people};
use crate::rules::clean;
use crate::session::picture;

/// Shows the page as a printer would get it: the rules for paper hold for the screen too.
const ON_PAPER: &str = "for (const sheet of document.styleSheets) {
  for (const rule of sheet.cssRules) if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
}
return [...document.querySelectorAll('header, nav, footer, main button:not(.link), main input')]
  .filter((part) => part.checkVisibility()).map((part) => part.textContent)";

#[test]
fn f9_a_page_is_printed_after_it_was_said_what_paper_means_and_holds_nothing_to_press() {
    let laptop = Laptop::new();
    two_people(&laptop);
    let window = open_together(&laptop);
    begin(&window, "Our ground rules");
    play(&window);
    window.press("Back to Home");
    window.press("Agreements");
    window.wait_for_heading("Limits and agreements");
    window.see("Our ground rules");
    window.chord(&[Key::Control, Key::Letter('p')]);
    window.see("Paper can be found by others.");
    clean(&window, "before printing");
    picture(&window, "print");
    window.press("Not now");
    until("the question to go", || (!window.shows("Paper can be found")).then_some(()));
    window.drawn();
    let left = window.run(ON_PAPER, vec![]);
    assert_eq!(left, serde_json::json!([]), "nothing of the frame and nothing to press is on paper");
    assert!(window.shows("Our ground rules"), "{}", window.text());
    picture(&window, "print-paper");
}
