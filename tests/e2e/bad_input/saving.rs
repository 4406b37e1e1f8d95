//! The disk refuses while somebody writes.

use std::os::unix::fs::PermissionsExt as _;

use hearth_tests::{Laptop, SmallDisk, Window, until};

use super::{look_at, opens};
use crate::book::Book;
use crate::couple::{begin, go_on_to, play_until};

const FIELD: &str = "What it may have cost you";
const FIRST: &str = "the quiet of many evenings";
const MORE: &str = "the quiet of many evenings, and sleep";
/// More than a file's last block has room for.
const LETTERS: usize = 40_000;

/// Sam writes a letter alone.
fn writing(window: &Window<'_>) {
    begin(window, "A real apology");
    play_until(window, |step| step == "cost");
}

/// Sam's words are there after a new start, with the caret's page open.
fn there_again(laptop: &Laptop, words: &str) {
    let window = laptop.start();
    opens(&window, "Sam");
    go_on_to(&window, "cost");
    assert_eq!(window.value_of(FIELD), words);
}

#[test]
fn a_killed_window_says_at_the_next_start_that_it_ended_without_locking() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = laptop.start();
    opens(&window, "Sam");
    writing(&window);
    window.type_into(FIELD, FIRST);
    window.see("Saved");
    saved_in_journal(&laptop, || window.type_into(FIELD, MORE));
    window.kill();
    laptop.set_clock("2026-03-22T19:00:00Z");
    let window = laptop.start();
    opens(&window, "Sam");
    window.see("The last session ended without locking.");
    window.see("Your pages were last saved on March 20 at 8:0");
    look_at(&window, "ended-without-locking");
    go_on_to(&window, "cost");
    assert_eq!(window.value_of(FIELD), MORE);
}

#[test]
fn a_full_disk_keeps_the_words_on_the_screen_and_saves_them_when_there_is_room() {
    let mut laptop = Laptop::new();
    let disk = match small_disk(&laptop) {
        Ok(disk) => disk,
        Err(why) => return eprintln!("NOT RUN: a disk to fill is mounted by root only: {why}"),
    };
    Book::lay(&mut laptop);
    let window = laptop.start();
    opens(&window, "Sam");
    writing(&window);
    saved_in_journal(&laptop, || window.type_into(FIELD, FIRST));
    disk.fill();
    let long = MORE.repeat(LETTERS / MORE.len());
    window.paste_into(FIELD, &long);
    window.see("The disk is full. Your last words are still on this screen. Make room, then press Try again.");
    window.see("Not saved");
    look_at(&window, "disk-full");
    assert_eq!(window.value_of(FIELD), long);
    window.press("Try again");
    window.see("Not saved");
    window.see("The disk is full.");
    disk.make_room();
    saved_by_itself(&window, "The disk is full.");
    look_at(&window, "disk-full-saved");
    window.kill();
    there_again(&laptop, &long);
}

#[test]
fn a_full_disk_at_lock_gives_up_the_reserve_and_keeps_the_words() {
    let mut laptop = Laptop::new();
    let disk = match small_disk(&laptop) {
        Ok(disk) => disk,
        Err(why) => return eprintln!("NOT RUN: a disk to fill is mounted by root only: {why}"),
    };
    Book::lay(&mut laptop);
    let window = laptop.start();
    opens(&window, "Sam");
    writing(&window);
    disk.fill();
    let long = MORE.repeat(LETTERS / MORE.len());
    window.paste_into(FIELD, &long);
    window.see("The disk is full.");
    crate::couple::lock(window);
    assert!(!laptop.vault().join("reserve").exists(), "the reserve was given up");
    disk.make_room();
    there_again(&laptop, &long);
}

#[test]
fn a_folder_that_stops_being_writable_keeps_the_words_on_the_screen() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = laptop.start();
    opens(&window, "Sam");
    writing(&window);
    crate::couple::lock(window);
    let window = laptop.start();
    opens(&window, "Sam");
    let spaces = laptop.vault().join("s");
    let mode = |mode| std::fs::set_permissions(&spaces, std::fs::Permissions::from_mode(mode)).unwrap();
    // Before the session's journal is begun: an open file is written on.
    mode(0o500);
    go_on_to(&window, "cost");
    window.type_into(FIELD, MORE);
    window.see("The folder cannot be written any more. Your last words are still on this screen.");
    window.see("Not saved");
    look_at(&window, "stopped-being-writable");
    assert_eq!(window.value_of(FIELD), MORE);
    window.press("Try again");
    window.see("The folder cannot be written any more.");
    mode(0o700);
    saved_by_itself(&window, "The folder cannot be written any more.");
    window.kill();
    there_again(&laptop, MORE);
}

#[test]
fn more_words_than_an_answer_may_have_are_kept_and_only_continue_asks_for_fewer() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = laptop.start();
    opens(&window, "Sam");
    writing(&window);
    let long = MORE.repeat(LETTERS / MORE.len());
    saved_in_journal(&laptop, || window.paste_into(FIELD, &long));
    window.press("Continue");
    window.see("This is longer than 4,000 letters. Make it a little shorter");
    look_at(&window, "too-long");
    assert_eq!(window.value_of(FIELD), long);
    window.kill();
    there_again(&laptop, &long);
}

#[test]
fn words_without_end_are_told_to_be_on_the_screen_only() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = laptop.start();
    opens(&window, "Sam");
    writing(&window);
    let endless = "x".repeat(1 << 20);
    window.paste_into(FIELD, &endless);
    window.see("These are more words than this page can keep. They are still on this screen, but not saved.");
    window.see("Not saved");
    assert_eq!(window.value_of(FIELD).len(), endless.len());
    saved_in_journal(&laptop, || window.paste_into(FIELD, MORE));
    until("the problem to go", || (!window.shows("more words than")).then_some(()));
    assert!(!window.shows("Not saved"), "{}", window.text());
    window.kill();
    there_again(&laptop, MORE);
}

/// It is tried again every second, so nobody has to press anything: the words and the status line agree.
fn saved_by_itself(window: &Window<'_>, told: &str) {
    until("the words to be saved", || (!window.shows(told)).then_some(()));
    window.see("Saved");
    assert!(!window.shows("Not saved"), "{}", window.text());
}

/// A small disk for the folder of the book. Home itself stays as it is: on a full one the web engine stops first.
fn small_disk(laptop: &Laptop) -> Result<SmallDisk, String> {
    let vault = laptop.vault();
    let folder = vault.parent().expect("a folder around it");
    std::fs::create_dir_all(folder).expect("a folder to mount it on");
    SmallDisk::mount(folder, 48)
}

/// Waits until what was done is in the journal: what was shown as saved can only be lost with the disk.
fn saved_in_journal(laptop: &Laptop, act: impl FnOnce()) {
    let before = crate::evening::journal_bytes(laptop);
    act();
    until("the words to reach the journal", || (crate::evening::journal_bytes(laptop) > before).then_some(()));
}
