//! A double click answers one page, never the next one with it.

use std::time::Duration;

use hearth_tests::{Laptop, Window};
use serde_json::json;

use crate::couple::{begin, play_until, set_up_first};

/// Longer than the next page takes, shorter than what still counts as a double click.
const BETWEEN: Duration = Duration::from_millis(250);
/// Where presses of the pointer landed, and the how manyth of a row each was.
const WATCH: &str = "window.presses = [];
addEventListener('mousedown', (press) => presses.push([press.detail, press.target.closest('label')?.innerText.trim() ?? null]), true);";

#[test]
fn the_second_press_of_a_double_click_ticks_nothing_on_the_next_page() {
    let laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    begin(&window, "Starting safely");
    play_until(&window, |step| step == "alone");
    window.run(WATCH, vec![]);
    window.double_click("I have read this", BETWEEN);
    window.wait_for_heading("Can you answer freely right now?");
    // It came as the second of two, and to a choice of the page that follows.
    assert_eq!(window.run("return presses", vec![]), json!([[1, null], [2, "Yes"]]));
    assert_eq!(chosen(&window), 0);
    window.choose("Yes");
    assert_eq!(chosen(&window), 1, "a press of its own is one");
}

fn chosen(window: &Window<'_>) -> usize {
    let count = window.run("return document.querySelectorAll('main :checked').length", vec![]);
    count.as_u64().and_then(|n| usize::try_from(n).ok()).expect("a number")
}
