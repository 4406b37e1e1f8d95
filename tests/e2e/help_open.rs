//! Help from every page behind the lock (E26): of one person, and of two.

use std::collections::BTreeSet;

use hearth_tests::{Key, Laptop, Window};

use crate::canaries::words;
use crate::couple::{ALEX, SAM, begin_first_offer, play_until, play_with, set_up_first, two_people};
use crate::help::{help_and_back, set_up_with_help};

/// Plays to the end, and on each kind of page fills in what there is and looks at Help.
fn play_with_help(window: &Window<'_>) {
    let mut seen = BTreeSet::new();
    play_with(
        window,
        |_| false,
        |moment| {
            window.fill_in(words());
            if seen.insert((moment.phase.clone(), moment.step.clone())) {
                help_and_back(window);
            }
        },
    );
    help_and_back(window);
}

#[test]
fn e26_help_opens_from_every_page_of_one_person() {
    let laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    window.see("Starting safely");
    help_and_back(&window);
    window.press("Exercises");
    window.choose("Up to 20 minutes");
    help_and_back(&window);
    window.press("Breathe and ground");
    help_and_back(&window);
    window.press("Start");
    play_with_help(&window);
    for (place, pages) in [("Agreements", &[][..]), ("More", &["Sit down together", "Sealed answers", "My pace"])] {
        window.press(place);
        help_and_back(&window);
        for page in pages {
            window.press(page);
            window.wait_for_heading(page);
            help_and_back(&window);
            window.press(place);
        }
    }
    window.press("Display");
    help_and_back(&window);
    window.chord(&[Key::Control, Key::Letter('/')]);
    window.wait_for_heading("Keys");
    help_and_back(&window);
    window.press("Home");

    begin_first_offer(&window, "Starting safely");
    play_with_help(&window);
    window.press("Back to Home");
    window.press("Exercises");
    window.press("My limits");
    window.press("Start");
    play_until(&window, |step| step == "areas");
    window.press("Pause");
    help_and_back(&window);
    window.press("Go on");
    play_with_help(&window);
    window.press("Home");

    window.press("Add your partner");
    window.wait_for_heading("Pass the laptop to your partner");
    help_and_back(&window);
    window.press("I am Alex's partner");
    set_up_with_help(&window, "Sam", SAM);
}

#[test]
fn e26_help_opens_from_every_page_of_two_people() {
    let laptop = Laptop::new();
    two_people(&laptop);
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    window.choose("Alex");
    help_and_back(&window);
    window.type_into("Passphrase for Alex", ALEX);
    window.press("Open together");
    window.wait_for_heading("Pass the laptop to Sam");
    help_and_back(&window);
    window.press("I am Sam");
    window.wait_for_heading("Sam opens too");
    help_and_back(&window);
    window.type_into("Passphrase for Sam", SAM);
    window.press("Open");
    window.wait_for_heading("Together now");
    window.see("Our ground rules");
    help_and_back(&window);

    window.press("More");
    window.press("Sit down together");
    window.choose("45 minutes");
    help_and_back(&window);
    window.press("Home");
    for exercise in ["Our ground rules", "Our pause and repair plan", "One talks, one listens"] {
        begin_first_offer(&window, exercise);
        play_with_help(&window);
        window.press("Back to Home");
    }
    window.press("Agreements");
    window.see("In force");
    help_and_back(&window);
    window.press("Exercises");
    window.press("One talks, one listens");
    window.press("Start");
    play_until(&window, |step| step == "piece");
    window.press("Break");
    window.choose("In 30 minutes");
    help_and_back(&window);
    window.press("Start the break");
    window.see("Resting until");
    help_and_back(&window);
}
