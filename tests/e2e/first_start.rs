//! A laptop that never had the workbook.

use hearth_tests::{Laptop, canary_scan};

#[test]
fn the_first_start_shows_set_up() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    assert!(window.has("button", "Continue") || window.has("radio", "For me, or for us"), "{}", window.text());
}

#[test]
fn the_first_page_breaks_no_rule_of_accessibility() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    assert_eq!(window.axe().violations, Vec::<String>::new());
}

#[test]
fn a_killed_program_is_gone_and_starts_again() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.kill();
    laptop.start().wait_for_heading("Who is this book for?");
}

#[test]
fn a_name_typed_and_left_is_nowhere_on_disk() {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.choose("For me, or for us");
    window.press("Continue");
    window.wait_for_heading("Before you start");
    window.press("I have read this");
    window.type_into("Your name", "Wrenwood");
    assert_eq!(window.value_of("Your name"), "Wrenwood");
    window.kill();
    assert_eq!(canary_scan(&laptop.written(), &["Wrenwood"]), vec![]);
}
