//! What no page may break, looked at in the real window.

use hearth_tests::{Laptop, Window, until};

use crate::couple::{begin_first_offer, open_together, play_until, set_up_first};

const THEMES: [&str; 3] = ["light", "dark", "evening"];

/// axe in three themes (A1), and what no tool of others asks: names (A4), targets (A5), one way on (P5), type (P9).
pub fn clean(window: &Window<'_>, page: &str) {
    let broken = window.run(include_str!("page_rules.js"), vec![]);
    assert_eq!(broken, serde_json::json!([]), "{page}");
    for theme in THEMES {
        drawn(window, theme);
        assert_eq!(window.axe().violations, Vec::<String>::new(), "{page}, {theme}");
    }
    drawn(window, THEMES[0]);
}

/// Colours fade; what is measured half-way is nobody's page.
fn drawn(window: &Window<'_>, theme: &str) {
    window.theme(theme);
    until("the fade to end", || (window.run("return document.getAnimations().length", vec![]) == 0).then_some(()));
}

#[test]
fn a1_no_page_of_one_person_breaks_a_rule_of_accessibility_in_three_themes() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    clean(&window, "first start");
    set_up_first(&window);
    clean(&window, "home alone");
    for page in ["Exercises", "Check-in", "Agreements", "Letters", "More", "Help"] {
        window.press(page);
        window.see(page);
        clean(&window, page);
    }
    window.press("Home");
    begin_first_offer(&window, "Starting safely");
    play_until(&window, |step| step == "alone");
    clean(&window, "a guide");
    play_until(&window, |step| step == "fear");
    clean(&window, "a gate");
    play_until(&window, |step| step == "pace");
    clean(&window, "a choice");
}

#[test]
fn a1_no_page_of_two_people_breaks_a_rule_of_accessibility_in_three_themes() {
    let laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    crate::couple::lock(window);
    let window = crate::couple::open(&laptop, "Alex");
    crate::couple::skip_check_and_add_partner(&window);
    crate::couple::lock(window);
    let window = open_together(&laptop);
    clean(&window, "home together");
    begin_first_offer(&window, "Our ground rules");
    window.see("Pass the laptop");
    clean(&window, "a cover");
    for step in ["jo-now", "jo-calm", "what", "rules", "worry", "open", "when", "agreed"] {
        play_until(&window, |at| at == step);
        clean(&window, step);
    }
}

#[test]
fn a_lock_leaves_a_new_start_locked_and_a_wrong_passphrase_is_told() {
    let laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    crate::couple::lock(window);
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    window.type_into("Passphrase for Alex", "not the one");
    window.press("Open");
    window.see("That passphrase did not open");
}
