//! Find, one entry, the history and the removed things, one picture each (see [`crate::gallery`]).

use hearth_tests::{Laptop, Window, until};

use crate::couple::{begin_first_offer, lock, open, open_together, play, two_people};
use crate::gallery::Album;

#[test]
#[ignore = "takes pictures, to be looked at"]
fn gallery_of_find() {
    let mut laptop = Laptop::new();
    two_people(&laptop);
    let all = Album::new();
    let window = open(&laptop, "Alex");
    for title in ["My coping plan", "Being kind to myself"] {
        window.press("Exercises");
        window.press(title);
        window.press("Start");
        play(&window);
    }
    lock(window);
    let window = open_together(&laptop);
    begin_first_offer(&window, "Our ground rules");
    play(&window);
    window.press("Back to Home");
    lock(window);
    laptop.set_clock("2026-04-02T19:00:00Z");
    finds(&laptop, &all);
    removes(&laptop, &all);
    let window = open_together(&laptop);
    look(&window, "a");
    window.see("Both of you");
    all.take(&window, "find-together");
    lock(window);
}

fn look(window: &Window<'_>, words: &str) {
    window.press("More");
    window.press("Find");
    window.wait_for_heading("Find");
    window.type_into("Words to look for", words);
}

fn finds(laptop: &Laptop, all: &Album) {
    let window = open(laptop, "Alex");
    window.press("More");
    all.take(&window, "more-with-find");
    window.press("Find");
    window.wait_for_heading("Find");
    all.take(&window, "find-empty");
    window.type_into("Words to look for", "zzz");
    window.see("Nothing here has words");
    all.take(&window, "find-none");
    look(&window, "a");
    window.see("found");
    all.take(&window, "find-many");
    window.type_into("Words to look for", "early");
    window.see("Both of you");
    all.take(&window, "find-some");
    window.run("document.querySelector('main li h2 button').click()", vec![]);
    until("one entry", || window.heading().filter(|heading| heading != "Find"));
    all.take(&window, "entry-answer");
    look(&window, "ground rules");
    window.see("Agreement");
    window.run("document.querySelector('main li h2 button').click()", vec![]);
    until("one entry", || window.heading().filter(|heading| heading != "Find"));
    all.take(&window, "entry-agreement");
    window.press("More");
    window.press("History");
    window.see("You both said yes");
    all.take(&window, "history");
    lock(window);
}

fn removes(laptop: &Laptop, all: &Album) {
    let window = open(laptop, "Alex");
    window.press("More");
    window.press("What you kept");
    window.see("When it gets hard");
    all.take(&window, "kept-with-remove");
    window.press("Remove When it gets hard");
    window.see("You can undo this");
    all.take(&window, "kept-removed");
    window.press("What you removed");
    window.see("It goes for good");
    all.take(&window, "removed");
    window.press("Remove for good now When it gets hard");
    window.see("It goes from this book");
    all.take(&window, "removed-sure");
    window.press("Remove for good");
    window.see("There is nothing here.");
    all.take(&window, "removed-none");
    lock(window);
}
