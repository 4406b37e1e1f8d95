//! A3: a window 1280 wide with text at 400 percent is a page of 320. Nothing is lost to the side, nothing is cut off.

use hearth_tests::{Laptop, Window, until};
use serde_json::json;

use crate::book::Book;
use crate::couple::{SAM, begin, open_together, play_until};
use crate::rules::clean;

/// Controls and headings that reach over an edge of the window, or whose words are wider than they are.
const CUT: &str = "
const width = document.documentElement.clientWidth;
const name = (el) => `${el.localName} ${(el.getAttribute('aria-label') || el.innerText || el.id).slice(0, 40)}`;
const seen = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest('.jump');
const all = [...document.querySelectorAll('button, a[href], input, select, textarea, summary, label, h1, h2, legend')];
return all.filter(seen).flatMap((el) => {
  const box = el.getBoundingClientRect();
  if (box.width < 4 || box.height < 4) return [];
  if (box.left < -1 || box.right > width + 1) return [`${name(el)}: ${box.left} to ${box.right} of ${width}`];
  const holds = ['input', 'select', 'textarea'].includes(el.localName);
  return !holds && el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0 && getComputedStyle(el).overflowX !== 'visible'
    ? [`${name(el)}: its words take ${el.scrollWidth} of ${el.clientWidth}`]
    : [];
});";

/// Four times the text, as the Display page sets it.
fn enlarge(window: &Window<'_>) {
    window.resize(1280, 900);
    window.press("Display");
    window.wait_for_heading("Display");
    window.choose("400 %");
    until("the text to grow", || {
        let size = window.run("return parseFloat(getComputedStyle(document.body).fontSize)", vec![]);
        size.as_f64().is_some_and(|pixels| pixels >= 64.0).then_some(())
    });
}

/// Holds the page to the rules, and to the width of the window.
fn fits(window: &Window<'_>, page: &str) {
    clean(window, &format!("{page} at 400 percent"));
    let width = "const root = document.documentElement; return [root.scrollWidth, root.clientWidth]";
    let widths = window.run(width, vec![]);
    assert!(widths[0].as_f64() <= widths[1].as_f64(), "{page} scrolls sideways: {widths}");
    assert_eq!(window.run(CUT, vec![]), json!([]), "{page} cuts something off");
    if let Some(folder) = std::env::var_os("HEARTHSIDE_PICTURES") {
        window.screenshot(&std::path::Path::new(&folder).join(format!("400-{page}.png")));
    }
}

#[test]
fn a3_nothing_is_lost_at_four_times_the_size_for_one_person() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    enlarge(&window);
    fits(&window, "display");
    window.press("Back");
    window.wait_for_heading("Who is opening?");
    fits(&window, "unlock");
    window.choose("Sam");
    window.type_into("Passphrase for Sam", SAM);
    window.press("Open");
    window.see("Good ");
    window.press("More");
    enlarge(&window);
    window.press("Home");
    window.see("Good ");
    fits(&window, "home");
    window.press("Check-in");
    window.wait_for_heading("My check-ins");
    fits(&window, "check-in");
    window.press("Check in");
    play_until(&window, |at| at == "mine-done");
    window.press("Keep my answers");
    window.see("The same in a table");
    fits(&window, "check-ins and their chart");
    let places = [
        ("Exercises", "Exercises"),
        ("Agreements", "Limits and agreements"),
        ("Letters", "Letters"),
        ("Help", "Help and safety"),
    ];
    for (place, heading) in places {
        window.press(place);
        window.wait_for_heading(heading);
        fits(&window, place);
    }
    window.press("Exercises");
    window.press("My limits");
    window.wait_for_heading("My limits");
    fits(&window, "opening page");
    window.press("Start");
    for step in ["areas", "limits", "test"] {
        play_until(&window, |at| at == step);
        fits(&window, step);
    }
}

#[test]
fn a3_nothing_is_lost_at_four_times_the_size_for_two() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = open_together(&laptop);
    window.press("More");
    enlarge(&window);
    window.press("Home");
    window.wait_for_heading("Together now");
    fits(&window, "home together");
    begin(&window, "Our ground rules");
    window.see("Pass the laptop");
    fits(&window, "cover");
    for step in ["worry", "open", "agreed"] {
        play_until(&window, |at| at == step);
        fits(&window, step);
    }
}
