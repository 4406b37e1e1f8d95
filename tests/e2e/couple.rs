//! Two people in front of the real window.

use hearth_tests::{Laptop, Moment, Window};

use crate::canaries::words;

/// The passphrases, canaries themselves.
pub const ALEX: &str = "copper lantern drifts past seven willows";
pub const SAM: &str = "eleven otters borrow a quiet umbrella";

/// Sets up the first person, from the first page to Home.
pub fn set_up_first(window: &Window<'_>) {
    window.wait_for_heading("Who is this book for?");
    window.press("Continue");
    window.wait_for_heading("Before you start");
    window.press("I have read this");
    name_and_passphrase(window, "Alex", ALEX);
}

/// The partner, from a Home that offers the safety check first.
pub fn skip_check_and_add_partner(window: &Window<'_>) {
    begin_first_offer(window, "Starting safely");
    play(window);
    window.press("Back to Home");
    add_partner(window);
}

/// The partner, from the first one's Home.
pub fn add_partner(window: &Window<'_>) {
    window.press("Add your partner");
    window.wait_for_heading("Pass the laptop to your partner");
    window.press("I am Alex's partner");
    window.wait_for_heading("Before you start");
    window.press("I have read this");
    name_and_passphrase(window, "Sam", SAM);
}

fn name_and_passphrase(window: &Window<'_>, name: &str, passphrase: &str) {
    window.wait_for_heading("What should we call you?");
    window.type_into("Your name", name);
    window.press("Continue");
    window.wait_for_heading("Choose your passphrase");
    window.type_into("Your passphrase", passphrase);
    window.press("Continue");
    window.wait_for_heading("Open it once");
    window.type_into("Your passphrase", passphrase);
    window.press("Open my pages");
    window.see(name);
}

/// Locks; the end-to-end build then ends.
pub fn lock(window: Window<'_>) {
    window.press_to_end("Lock");
}

/// Opens one person.
pub fn open<'a>(laptop: &'a Laptop, name: &str) -> Window<'a> {
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    if window.has("radio", name) {
        window.choose(name);
    }
    window.type_into(&format!("Passphrase for {name}"), if name == "Alex" { ALEX } else { SAM });
    window.press("Open");
    window.see("Good ");
    window
}

/// Opens both.
pub fn open_together(laptop: &Laptop) -> Window<'_> {
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    window.choose("Alex");
    window.type_into("Passphrase for Alex", ALEX);
    window.press("Open together");
    window.wait_for_heading("Pass the laptop to Sam");
    window.press("I am Sam");
    window.wait_for_heading("Sam opens too");
    window.type_into("Passphrase for Sam", SAM);
    window.press("Open");
    window.wait_for_heading("Together now");
    window
}

/// Begins what Home offers first.
pub fn begin_first_offer(window: &Window<'_>, title: &str) {
    window.see(title);
    window.press("Look inside");
    window.wait_for_heading(title);
    window.press("Start");
}

/// Opens an exercise's own page.
pub fn look_inside(window: &Window<'_>, title: &str) {
    window.press("Exercises");
    window.wait_for_heading("Exercises");
    window.press(title);
    window.wait_for_heading(title);
}

/// Begins an exercise from the list.
pub fn begin(window: &Window<'_>, title: &str) {
    look_inside(window, title);
    window.press("Start");
}

/// An empty laptop becomes a couple's: both set up, both through the safety check, everything locked.
pub fn two_people(laptop: &Laptop) {
    let window = laptop.start();
    set_up_first(&window);
    skip_check_and_add_partner(&window);
    begin_first_offer(&window, "Starting safely");
    play(&window);
    lock(window);
}

/// Goes on with what Home offers first, up to a step: what was never written is asked again before it.
pub fn go_on_to(window: &Window<'_>, step: &str) {
    window.press("Go on");
    play_until(window, |here| here == step);
    assert_eq!(window.moment().step, step, "{}", window.text());
}

/// Goes on until the run rests or ends, and says which steps were seen.
pub fn play(window: &Window<'_>) -> Vec<String> {
    play_until(window, |_| false)
}

/// Goes on until a step, a rest or the end.
pub fn play_until(window: &Window<'_>, stop: impl Fn(&str) -> bool) -> Vec<String> {
    play_with(window, stop, |_| ())
}

/// The same, and does something on each page before going on from it.
pub fn play_with(window: &Window<'_>, stop: impl Fn(&str) -> bool, mut at_each: impl FnMut(&Moment)) -> Vec<String> {
    let mut seen = Vec::new();
    let mut last = std::time::Instant::now();
    loop {
        let moment = window.moment();
        seen.push(if moment.step.is_empty() { moment.phase.clone() } else { moment.step.clone() });
        // An exercise done alone ends at Home; before its first page another page may still be there.
        let home = moment.phase == "other" && seen.len() > 1;
        if home || matches!(moment.phase.as_str(), "rest" | "end") || stop(&moment.step) {
            return seen;
        }
        if moment.phase == "other" {
            seen.pop();
            assert!(last.elapsed() < hearth_tests::PATIENCE, "no exercise is open: {}", window.text());
            continue;
        }
        last = std::time::Instant::now();
        assert!(seen.len() < 300, "the run does not end: {:?}", &seen[280..]);
        at_each(&moment);
        window.go_through(words());
    }
}
