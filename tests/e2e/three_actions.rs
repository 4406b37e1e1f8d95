//! S5: from Home, whatever one wishes for is on its page in three actions.

use std::cell::Cell;

use hearth_tests::{Laptop, Window};

use crate::couple::{lock, open, open_together, play, set_up_first, two_people};
use crate::rules::clean;

/// A person who counts what they do.
struct Counted<'a, 'laptop> {
    window: &'a Window<'laptop>,
    actions: Cell<u32>,
}

impl<'a, 'laptop> Counted<'a, 'laptop> {
    fn at_home(window: &'a Window<'laptop>) -> Self {
        window.press("Home");
        window.see("Pick something else");
        Self { window, actions: Cell::new(0) }
    }

    fn press(&self, name: &str) -> &Self {
        self.actions.set(self.actions.get() + 1);
        self.window.press(name);
        self
    }

    /// One option of a list: opening the list and taking it is one action.
    fn pick(&self, option: &str) -> &Self {
        self.actions.set(self.actions.get() + 1);
        self.window.choose(option);
        self
    }

    /// Only what the filter leaves is on the page, so the wish is found without looking through all.
    fn leaves_at_most(&self, lines: u64) -> &Self {
        let count = "return document.querySelectorAll('section[aria-labelledby^=theme-] li').length";
        hearth_tests::until("the filter to be applied", || {
            let left = self.window.run(count, vec![]).as_u64();
            left.is_some_and(|left| 0 < left && left <= lines).then_some(())
        });
        self
    }

    fn is_there(&self, title: &str) {
        self.window.wait_for_heading(title);
        assert!(self.actions.get() <= 3, "{} actions to “{title}”", self.actions.get());
    }
}

#[test]
fn s5_three_actions_from_home_to_the_page_of_any_exercise() {
    let laptop = Laptop::new();
    two_people(&laptop);
    let window = open(&laptop, "Alex");
    let wish = || Counted::at_home(&window);
    wish()
        .press("Exercises")
        .pick("Up to 10 minutes")
        .leaves_at_most(6)
        .press("Breathe and ground")
        .is_there("Breathe and ground");
    wish()
        .press("Exercises")
        .pick("Repairing hurt")
        .leaves_at_most(9)
        .press("A real apology")
        .is_there("A real apology");
    wish()
        .press("Exercises")
        .pick("Recovery at home")
        .leaves_at_most(5)
        .press("My coping plan")
        .is_there("My coping plan");
    wish()
        .press("Exercises")
        .pick("Alone")
        .leaves_at_most(20)
        .press("Being kind to myself")
        .is_there("Being kind to myself");
    // Without a filter it is two: the page has all 44, by theme.
    wish().press("Exercises").press("Our next chapter").is_there("Our next chapter");
    lock(window);
    let window = open_together(&laptop);
    let wish = || Counted::at_home(&window);
    wish().press("Exercises").pick("Light").leaves_at_most(30).press("Daily check-in").is_there("Daily check-in");
    wish().press("Exercises").pick("Deep").leaves_at_most(12).press("Boundary talk").is_there("Boundary talk");
    wish().press("Exercises").press("Our ground rules").is_there("Our ground rules");
    lock(window);
}

#[test]
fn s5_what_could_come_next_is_at_the_top_and_the_end_of_an_exercise_says_the_same() {
    let laptop = Laptop::new();
    two_people(&laptop);
    let window = open_together(&laptop);
    window.press("Exercises");
    window.see("This comes next. Others build on it.");
    clean(&window, "exercises with what could come next");
    window.press("Our ground rules");
    window.wait_for_heading("Our ground rules");
    window.press("Start");
    play(&window);
    window.see("What could come next");
    let first = "return document.querySelector('section[aria-labelledby=next-title] li').innerText";
    let ended = window.run(first, vec![]);
    assert!(ended.as_str().is_some_and(|line| line.starts_with("Our pause and repair plan")), "{ended}");
    clean(&window, "the end with what could come next");
    window.press("Back to Home");
    window.see("Our pause and repair plan");
    window.press("Exercises");
    window.see("Our pause and repair plan");
    window.see("This comes next");
    lock(window);
}

#[test]
fn s5_a_new_person_is_offered_the_check_first_wherever_they_look() {
    let laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    window.press("Exercises");
    window.see("What could come next");
    let first = "return document.querySelector('section[aria-labelledby=come-next] li').innerText";
    let line = window.run(first, vec![]);
    assert!(line.as_str().is_some_and(|line| line.starts_with("Starting safely")), "{line}");
    window.kill();
}
