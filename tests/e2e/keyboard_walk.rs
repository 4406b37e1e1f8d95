//! The whole evening without a pointer (A2): Tab, Shift+Tab, arrows, Enter, Space, typing and the keys of the list.

use hearth_tests::{Key, Laptop, canary_scan};

use crate::canaries::CANARIES;
use crate::couple::{
    ALEX, SAM, begin_first_offer, lock, open, open_together, play, play_until, set_up_first, skip_check_and_add_partner,
};

#[test]
fn a2_the_whole_evening_is_walked_by_keyboard_alone() {
    let mut laptop = Laptop::new();
    laptop.unplug_pointer();
    let window = laptop.start();
    set_up_first(&window);
    skip_check_and_add_partner(&window);
    begin_first_offer(&window, "Starting safely");
    play(&window);
    lock(window);

    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    let seen = play(&window);
    for step in ["cover", "check", "open", "agreed"] {
        assert!(seen.contains(&step.into()), "{step}: {seen:?}");
    }
    window.press("Back to Home");
    begin_first_offer(&window, "Our pause and repair plan");
    play(&window);
    window.press("Back to Home");
    window.chord(&[Key::Control, Key::Letter('4')]);
    window.see("In force");
    window.chord(&[Key::Control, Key::Letter('1')]);
    begin_first_offer(&window, "One talks, one listens");
    let seen = play(&window);
    for step in ["piece", "back"] {
        assert!(seen.iter().filter(|at| *at == step).count() >= 2, "both speak and say back: {seen:?}");
    }
    window.chord_to_end(&[Key::Control, Key::Letter('l')]);

    let window = open(&laptop, "Alex");
    begin_first_offer(&window, "My limits");
    play_until(&window, |step| step == "areas");
    let heading = window.heading().expect("a page");
    window.keys(&[Key::F1]);
    window.wait_for_heading("Help and safety");
    window.press("Back");
    window.wait_for_heading(&heading);
    window.keys(&[Key::F1]);
    window.wait_for_heading("Help and safety");
    window.chord(&[Key::Alt, Key::Left]);
    window.wait_for_heading(&heading);
    play(&window);
    window.press("Agreements");
    window.see("Our ground rules");
    lock(window);

    let words = [CANARIES.as_slice(), &[ALEX, SAM]].concat();
    assert_eq!(canary_scan(&laptop.written(), &words), vec![]);
}
