//! Playing an exercise whose program is killed under way.

use std::cell::RefCell;

use hearth_exercise::model::{Exercise, Mode};
use hearth_tests::Window;

use super::enter;
use crate::couple::{play, play_until};

/// Plays to some page in the first half, another one for each exercise, kills the program there, opens the book again and
/// plays on to the end. Says which steps came after the kill, or all of them if the run ended before it.
///
/// # Panics
/// If the page of the kill does not come again: nothing on it was answered.
#[track_caller]
pub(super) fn kill_and_go_on<'a>(
    window: Window<'a>,
    exercise: &Exercise,
    mode: Mode,
    reopen: impl FnOnce() -> Window<'a>,
) -> (Window<'a>, Vec<String>) {
    let stop = page_of_the_kill(exercise, mode);
    let pages: RefCell<Vec<String>> = RefCell::default();
    let mut seen = play_until(&window, |step| {
        let mut pages = pages.borrow_mut();
        if !step.is_empty() && !pages.iter().any(|page| page == step) {
            pages.push(step.to_owned());
        }
        pages.len() == stop
    });
    let pages = pages.into_inner();
    if pages.len() < stop || matches!(window.moment().phase.as_str(), "rest" | "end") {
        return (window, seen);
    }
    let here = seen.pop().expect("a page");
    window.kill();
    let window = reopen();
    assert!(enter(&window, exercise), "{} cannot go on after a kill at {here}", exercise.slug);
    let after = play(&window);
    assert!(after.contains(&here), "{}: {here} was not answered and never came again: {after:?}", exercise.slug);
    (window, after)
}

/// In the first half of the part, so that no branch ends before it, and not the same for all.
fn page_of_the_kill(exercise: &Exercise, mode: Mode) -> usize {
    let part = exercise.parts.iter().find(|p| p.mode == mode).map(|p| p.id.as_str());
    let steps = exercise.steps.iter().filter(|s| Some(s.part.as_str()) == part).count();
    2 + exercise.slug.bytes().map(usize::from).sum::<usize>() % (steps / 2).max(1)
}
