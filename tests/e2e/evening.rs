//! The whole first evenings, in the real window.

use hearth_tests::{Laptop, Window, canary_scan, until};

use crate::canaries::CANARIES;
use crate::couple::{
    ALEX, SAM, add_partner, begin, begin_first_offer, go_on_to, lock, open, open_together, play, play_until,
    set_up_first,
};

#[test]
fn two_people_go_from_an_empty_laptop_to_an_agreement_and_an_apology() {
    let mut laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);

    // Each does the safety check alone; it is what Home offers first.
    begin_first_offer(&window, "Starting safely");
    play(&window);
    window.press("Back to Home");
    add_partner(&window);
    begin_first_offer(&window, "Starting safely");
    play(&window);
    lock(window);

    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    let seen = play(&window);
    assert!(seen.contains(&"open".into()) && seen.contains(&"agreed".into()), "{seen:?}");
    window.press("Back to Home");
    begin_first_offer(&window, "Our pause and repair plan");
    play(&window);
    window.press("Back to Home");
    window.press("Agreements");
    window.see("In force");
    window.press("Home");
    begin_first_offer(&window, "One talks, one listens");
    let seen = play(&window);
    assert!(seen.iter().filter(|step| *step == "piece").count() >= 2, "both speak: {seen:?}");
    lock(window);

    laptop.set_clock("2026-03-04T19:00:00Z");
    let window = open(&laptop, "Alex");
    begin_first_offer(&window, "My limits");
    play(&window);
    lock(window);

    let window = open_together(&laptop);
    begin_first_offer(&window, "Boundary talk");
    let seen = play(&window);
    assert_eq!(window.moment().phase, "rest", "{seen:?}");
    lock(window);

    laptop.set_clock("2026-03-05T20:30:00Z");
    let window = open_together(&laptop);
    window.press("Look at it");
    window.press("Look at it again");
    let seen = play(&window);
    assert_eq!(window.moment().phase, "end", "{seen:?}");
    window.press("Back to Home");
    window.press("Agreements");
    window.see("Boundary talk");
    assert!(!window.shows("Waiting for a second look"), "{}", window.text());
    lock(window);

    // The program is killed while somebody writes; what was shown as saved is there.
    let window = open(&laptop, "Sam");
    begin(&window, "A real apology");
    play_until(&window, |step| step == "cost");
    let before = journal_bytes(&laptop);
    window.type_into("What it may have cost you", "the quiet of many evenings");
    until("the words to reach the journal", || (journal_bytes(&laptop) > before).then_some(()));
    window.see("Saved");
    window.kill();
    let window = open(&laptop, "Sam");
    go_on_to(&window, "cost");
    assert_eq!(window.value_of("What it may have cost you"), "the quiet of many evenings");
    play(&window);
    lock(window);

    held_back(&mut laptop);
    laptop.set_clock("2026-03-15T19:00:00Z");
    let window = offer_apology(&laptop);
    let seen = play(&window);
    assert!(seen.contains(&"read".into()), "{seen:?}");
    lock(window);

    let mut canaries = CANARIES.to_vec();
    canaries.extend([ALEX, SAM, "the quiet of many evenings"]);
    assert_eq!(canary_scan(&laptop.written(), &canaries), vec![]);
}

/// Both, with Sam about to offer an apology.
fn offer_apology(laptop: &Laptop) -> Window<'_> {
    let window = open_together(laptop);
    window.press("Exercises");
    window.press("A real apology");
    window.choose("Sam");
    window.press("Start");
    window
}

/// The first time Alex is not ready: no word of the apology shows, and the run ends with no reason given (E36).
fn held_back(laptop: &mut Laptop) {
    laptop.set_clock("2026-03-07T19:00:00Z");
    let window = offer_apology(laptop);
    play_until(&window, |step| step == "hear");
    window.press("Another time");
    until("the page after the answer", || (window.moment().step != "hear").then_some(()));
    let seen = play(&window);
    assert!(!seen.contains(&"read".into()), "{seen:?}");
    assert_eq!(window.moment().phase, "end", "{seen:?}");
    let text = window.text();
    assert!(!text.contains("Another time") && !text.contains("the quiet of many evenings"), "{text}");
    lock(window);
}

/// What the journals of this session hold; it grows with each save.
pub fn journal_bytes(laptop: &Laptop) -> u64 {
    let files = std::fs::read_dir(laptop.vault().join("s")).into_iter().flatten().flatten();
    let logs = files.filter(|file| file.path().extension().is_some_and(|e| e == "log"));
    logs.filter_map(|file| file.metadata().ok()).map(|m| m.len()).sum()
}
