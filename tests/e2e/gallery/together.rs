//! The evenings of two people.

use hearth_tests::Laptop;

use super::pages::Pages;
use crate::couple::{begin, begin_first_offer, lock, look_inside, open, open_together, play_until};

pub fn first_evening(laptop: &Laptop, all: &Pages) {
    let window = open_together(laptop);
    look_inside(&window, "Boundary talk");
    all.album.take(&window, "look-closed");
    window.press("More");
    window.press("Sit down together");
    window.wait_for_heading("Sit down together");
    all.album.take(&window, "session-set-up");
    window.press("Begin");
    window.wait_for_heading("Arrive");
    all.album.take(&window, "session-arrive");
    window.press("Go on");
    window.press("Home");
    all.begin(&window, "Our ground rules", "rules");
    window.press("Back to Home");
    begin_first_offer(&window, "Our pause and repair plan");
    play_until(&window, |step| step == "signs");
    window.press("Break");
    window.wait_for_heading("A break");
    all.album.take(&window, "break");
    window.press("Go on without a break");
    all.play(&window, "plan");
    window.press("Back to Home");
    all.begin(&window, "One talks, one listens", "talk");
    window.press("Back to Home");
    window.press("Close this sitting");
    window.wait_for_heading("Close this sitting");
    all.album.take(&window, "session-closing");
    lock(window);
}

pub fn second_evening(laptop: &Laptop, all: &Pages) {
    let window = open_together(laptop);
    look_inside(&window, "Boundary talk");
    all.album.take(&window, "look-first");
    window.press("Start");
    all.play(&window, "boundary");
    window.press("Home");
    window.wait_for_heading("Together now");
    all.album.take(&window, "home-rest");
    window.press("Agreements");
    window.see("Waiting for a second look");
    all.album.take(&window, "agreements-proposed");
    lock(window);
}

pub fn apology(laptop: &mut Laptop, all: &Pages) {
    let window = open(laptop, "Sam");
    begin(&window, "A real apology");
    play_until(&window, |step| step == "did");
    window.press("Pause");
    window.wait_for_heading("Paused");
    all.album.take(&window, "paused");
    window.press("Go on");
    all.play(&window, "apology");
    lock(window);
    for (clock, name) in [("2026-03-05T22:00:00Z", "resting"), ("2026-03-14T19:00:00Z", "offer")] {
        laptop.set_clock(clock);
        let window = open_together(laptop);
        window.press("Exercises");
        window.press("A real apology");
        window.choose("Sam");
        window.press("Start");
        all.play(&window, name);
        lock(window);
    }
}
