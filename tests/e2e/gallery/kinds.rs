//! One picture of each kind of question in each of its forms, empty and filled in, and of what stands between them.

use std::cell::RefCell;
use std::collections::BTreeSet;

use hearth_exercise::model::Exercise;
use hearth_tests::{Laptop, Moment, Window};

use super::album::Album;
use super::shape::{asks_for_something, shape, titled};
use crate::couple::{begin, lock, look_inside, open, open_together, play, play_with, set_up_first};

/// As many as the grammar of exercises has (build-notes.md 1).
const KINDS: usize = 17;

/// What was seen so far: the kinds, and the forms of them.
struct Kinds {
    album: Album,
    kinds: RefCell<BTreeSet<&'static str>>,
    forms: RefCell<BTreeSet<String>>,
}

impl Kinds {
    /// Plays an exercise that is open, until a step if one is named, and takes what is new.
    fn play(&self, window: &Window<'_>, title: &str, until: &str) {
        let exercise = titled(title);
        play_with(window, |step| step == until, |moment| self.look(window, &exercise, moment));
        self.look(window, &exercise, &window.moment());
    }

    fn look(&self, window: &Window<'_>, exercise: &Exercise, moment: &Moment) {
        let Some((kind, form)) = shape(exercise, &moment.step).filter(|_| moment.phase != "other") else {
            if !matches!(moment.phase.as_str(), "other" | "page" | "talk") {
                self.album.take(window, &moment.phase);
            }
            return;
        };
        self.kinds.borrow_mut().insert(kind);
        let form = if moment.heading.ends_with(" wrote") { "opened".to_owned() } else { form };
        let name = format!("{form}-{}-{}", exercise.slug, moment.step);
        if !self.forms.borrow_mut().insert(form) {
            return;
        }
        self.album.take(window, &name);
        if moment.phase == "page" && asks_for_something(exercise, &moment.step) {
            window.press("Continue");
            window.see("Give an answer, or press Skip");
            self.album.take(window, &format!("{name}-problem"));
        }
        if moment.phase == "page" && window.fill_in("A few words") {
            self.album.take(window, &format!("{name}-filled"));
        }
    }

    fn begin(&self, window: &Window<'_>, title: &str) {
        begin(window, title);
        self.play(window, title, "-");
    }
}

#[test]
#[ignore = "takes pictures of every kind of question, to be looked at"]
fn kinds() {
    let laptop = Laptop::new();
    let all = Kinds { album: Album::new(), kinds: RefCell::default(), forms: RefCell::default() };
    let window = laptop.start();
    set_up_first(&window);
    alone(&window, &all);
    partner(&window);
    lock(window);
    let window = open_together(&laptop);
    together(&window, &all);
    lock(window);
    let window = open(&laptop, "Alex");
    window.press("Look at your cards");
    all.album.take(&window, "what-you-kept");
    lock(window);
    let kinds = all.kinds.into_inner();
    assert_eq!(kinds.len(), KINDS, "only {kinds:?}");
}

fn alone(window: &Window<'_>, all: &Kinds) {
    all.album.page(window, "Exercises", "Exercises");
    look_inside(window, "A real apology");
    all.album.take(window, "exercise-page");
    for title in [
        "Starting safely",
        "Being kind to myself",
        "Breathe and ground",
        "My limits",
        "A real apology",
        "My plan for very hard moments",
    ] {
        all.begin(window, title);
        if window.has("button", "Back to Home") {
            window.press("Back to Home");
        }
    }
}

fn partner(window: &Window<'_>) {
    window.press("Home");
    crate::couple::add_partner(window);
    begin(window, "Starting safely");
    play(window);
}

fn together(window: &Window<'_>, all: &Kinds) {
    for title in ["Our ground rules", "Our pause and repair plan"] {
        all.begin(window, title);
        window.press("Back to Home");
    }
    begin(window, "One talks, one listens");
    all.play(window, "One talks, one listens", "heard");
    window.press("Break");
    window.wait_for_heading("A break");
    all.album.take(window, "break");
    window.press("Start the break");
    window.see("How to come back");
    all.album.take(window, "rest");
}
