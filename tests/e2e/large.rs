//! Text at 400 % (A3): nothing sideways, nothing cut off, and every control is reached and seen.

use hearth_tests::{Key, Laptop, Window, until};

use crate::couple::{begin_first_offer, play_until, set_up_first};

/// The page as it is: fits, and can be walked round.
#[track_caller]
fn fits(window: &Window<'_>, control: &str) {
    let page = window.heading();
    assert_eq!(window.misfits(), Vec::<String>::new(), "{page:?}");
    let stops = window.walk_round();
    assert!(stops.iter().any(|stop| stop.contains(control)), "{control} is reached on {page:?}: {stops:?}");
}

#[test]
fn a3_five_pages_at_400_percent_lose_nothing() {
    let mut laptop = Laptop::new();
    laptop.unplug_pointer();
    let window = laptop.start();
    set_up_first(&window);
    window.see("Starting safely");
    for _ in 0..8 {
        window.chord(&[Key::Control, Key::Letter('=')]);
    }
    let size = || window.run("return document.documentElement.style.fontSize", vec![]);
    until("text at 400 %", || (size() == "400%").then_some(()));
    window.chord(&[Key::Control, Key::Letter('2')]);
    window.see("Starting safely");
    fits(&window, "Starting safely");
    window.keys(&[Key::F1]);
    window.wait_for_heading("Help and safety");
    fits(&window, "Choose a country");
    window.press("Home");
    window.see("Starting safely");
    fits(&window, "Look inside");
    begin_first_offer(&window, "Starting safely");
    play_until(&window, |step| step == "fear");
    fits(&window, "Stop");
    play_until(&window, |step| step == "pace");
    fits(&window, "Stop");
}
