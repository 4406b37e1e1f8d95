//! Every page of the book, one picture each.

use hearth_tests::{Laptop, Window};

use super::album::Album;
use super::alone::{alone, first_start, partner, unlock};
use super::together::{apology, first_evening, second_evening};
use crate::couple::{begin_first_offer, lock, open, open_together, play_until};

/// The album, and the way through an exercise that fills it.
pub struct Pages {
    pub album: Album,
}

impl Pages {
    /// Goes through an exercise and takes each page of it.
    pub fn play(&self, window: &Window<'_>, exercise: &str) {
        let moment = || {
            let moment = window.moment();
            let page =
                if moment.step.is_empty() { moment.phase.clone() } else { format!("{}-{}", moment.step, moment.phase) };
            if moment.phase != "other" {
                self.album.take(window, &format!("{exercise}-{page}"));
            }
        };
        play_until(window, |_| {
            moment();
            false
        });
        moment();
    }

    /// Begins what Home offers first, and goes through it.
    pub fn begin(&self, window: &Window<'_>, title: &str, exercise: &str) {
        begin_first_offer(window, title);
        self.play(window, exercise);
    }
}

#[test]
#[ignore = "takes pictures of every page, to be looked at"]
fn every_page() {
    let mut laptop = Laptop::new();
    let all = Pages { album: Album::new() };
    first_start(&laptop, &all);
    alone(&laptop, &all);
    partner(&laptop, &all);
    unlock(&laptop, &all);
    first_evening(&laptop, &all);
    laptop.set_clock("2026-03-04T19:00:00Z");
    let window = open(&laptop, "Alex");
    all.album.take(&window, "home-alone-later");
    all.begin(&window, "My limits", "limits");
    lock(window);
    second_evening(&laptop, &all);
    laptop.set_clock("2026-03-05T20:30:00Z");
    let window = open_together(&laptop);
    all.album.take(&window, "home-second-look");
    window.press("Look at it");
    window.wait_for_heading("Limits and agreements");
    all.album.take(&window, "agreements-second-look");
    window.press("Look at it again");
    all.play(&window, "boundary-again");
    lock(window);
    apology(&mut laptop, &all);
    laptop.set_clock("2026-05-20T19:00:00Z");
    let window = open(&laptop, "Alex");
    all.album.take(&window, "home-full");
    all.album.page(&window, "Agreements", "Limits and agreements");
    window.press("End it Our ground rules");
    window.see("Ended on");
    all.album.take(&window, "agreements-ended");
    window.kill();
}
