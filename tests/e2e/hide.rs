//! Hide (F21, U6): from any page, at once, and the next start does not tell.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use hearth_tests::{Key, Laptop, Window};

use crate::couple::{
    ALEX, begin, begin_first_offer, lock, open, open_together, play, play_until, set_up_first, two_people,
};

/// Blank, saved and gone by then.
const GONE: Duration = Duration::from_millis(1500);

/// The three ways to hide.
#[derive(Clone, Copy, Debug)]
enum Way {
    Chord,
    /// Three taps of a Shift, left and right.
    Shifts,
    /// The button in the header.
    Button,
    /// The second stop of the keyboard.
    Link,
}

/// Hides, and is gone in time.
#[track_caller]
fn hide(window: Window<'_>, way: Way) {
    let took = match way {
        Way::Chord => window.chord_to_end(&[Key::Control, Key::Shift, Key::Letter('H')]),
        Way::Shifts => {
            window.keys(&[Key::Shift, Key::RightShift]);
            window.chord_to_end(&[Key::Shift])
        }
        Way::Button => window.press_to_end("Hide"),
        Way::Link => window.press_to_end("Hide now"),
    };
    assert!(took < GONE, "{way:?} took {took:?}");
}

/// The next start shows exactly what a start after a lock shows.
#[track_caller]
fn starts_as_ever<'a>(laptop: &'a Laptop, first_page: &str) -> Window<'a> {
    let window = laptop.start();
    window.see("Passphrase");
    assert_eq!(window.contents(), first_page);
    window
}

/// The names of all files the program left.
fn left_behind(laptop: &Laptop) -> BTreeSet<PathBuf> {
    fn list(folder: &Path, names: &mut BTreeSet<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            names.insert(entry.path());
            list(&entry.path(), names);
        }
    }
    let mut names = BTreeSet::new();
    laptop.written().iter().for_each(|folder| list(folder, &mut names));
    // What the graphics driver keeps of any window is not the program's.
    names.retain(|name| !name.to_string_lossy().contains("/.cache/"));
    names
}

/// Hiding leaves nothing that a lock does not, and a lock nothing more, but for one thing: the engine of a program that
/// was killed here before may write once more after the locked one cleaned up behind it, and the next end removes it.
#[track_caller]
fn same_traces(after_hiding: &BTreeSet<PathBuf>, after_a_lock: &BTreeSet<PathBuf>) {
    let engines = |name: &&PathBuf| name.to_string_lossy().contains("/tmp/org.hearthside.workbook-");
    let more: Vec<_> = after_hiding.difference(after_a_lock).collect();
    let less: Vec<_> = after_a_lock.difference(after_hiding).filter(|name| !engines(name)).collect();
    assert!(more.is_empty() && less.is_empty(), "only after hiding: {more:?}; only after a lock: {less:?}");
}

#[test]
fn u6_hide_ends_the_program_before_anything_is_set_up() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    let first = window.contents();
    hide(window, Way::Chord);
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    assert_eq!(window.contents(), first);
    window.press("Continue");
    window.press("I have read this");
    window.type_into("Your name", "Alex");
    hide(window, Way::Shifts);
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    assert_eq!(window.contents(), first);
}

#[test]
fn u6_hide_ends_the_program_from_the_pages_of_one_person_and_the_next_start_does_not_tell() {
    let mut laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    lock(window);
    let window = laptop.start();
    window.see("Passphrase for Alex");
    let first = window.contents();
    window.type_into("Passphrase for Alex", "copper lantern");
    hide(window, Way::Button);
    starts_as_ever(&laptop, &first).kill();

    let window = open(&laptop, "Alex");
    window.see("Starting safely");
    let home = window.contents();
    lock(window);
    let after_a_lock = left_behind(&laptop);
    laptop.unplug_pointer();
    let window = open(&laptop, "Alex");
    window.see("Starting safely");
    hide(window, Way::Link);
    same_traces(&left_behind(&laptop), &after_a_lock);
    starts_as_ever(&laptop, &first).kill();
    let window = open(&laptop, "Alex");
    window.see("Starting safely");
    assert_eq!(window.contents(), home);

    // What was typed a moment ago is there; the page before it does not show by itself.
    begin(&window, "My limits");
    play_until(&window, |step| step == "areas");
    window.fill_in("elderquill");
    let filled = window.contents();
    hide(window, Way::Chord);
    starts_as_ever(&laptop, &first).kill();
    let window = open(&laptop, "Alex");
    window.press("Go on");
    play_until(&window, |step| step == "areas");
    assert_eq!(window.contents(), filled);
    window.keys(&[Key::F1]);
    window.wait_for_heading("Help and safety");
    hide(window, Way::Shifts);
    let window = starts_as_ever(&laptop, &first);
    window.press("Display");
    window.wait_for_heading("Display");
    hide(window, Way::Chord);
    starts_as_ever(&laptop, &first).kill();
}

#[test]
fn u6_hide_ends_the_program_from_the_pages_of_two_people() {
    let laptop = Laptop::new();
    two_people(&laptop);
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    let first = window.contents();
    window.choose("Alex");
    window.type_into("Passphrase for Alex", ALEX);
    window.press("Open together");
    window.wait_for_heading("Pass the laptop to Sam");
    hide(window, Way::Button);
    starts_as_ever(&laptop, &first).kill();

    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    window.see("Pass the laptop");
    hide(window, Way::Chord);
    for (step, way) in [("open", Way::Shifts), ("agreed", Way::Button)] {
        starts_as_ever(&laptop, &first).kill();
        let window = open_together(&laptop);
        window.press("Go on");
        play_until(&window, |at| at == step);
        hide(window, way);
    }
    starts_as_ever(&laptop, &first).kill();
    let window = open_together(&laptop);
    window.press("Go on");
    play(&window);
    window.press("Back to Home");
    begin_first_offer(&window, "Our pause and repair plan");
    play(&window);
    window.press("Back to Home");
    begin_first_offer(&window, "One talks, one listens");
    play_until(&window, |step| step == "piece");
    window.press("Start the timer");
    hide(window, Way::Chord);
    starts_as_ever(&laptop, &first).kill();
}
