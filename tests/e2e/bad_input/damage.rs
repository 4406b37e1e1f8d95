//! What lies on the disk is not what was written.

use std::path::PathBuf;

use hearth_tests::{Laptop, Window};

use super::{look_at, opens, try_to_open, untouched};
use crate::book::{Book, flip};

/// Whose files, and what is on screen when Alex types the right passphrase.
struct Case {
    picture: &'static str,
    files: fn(&Book) -> Vec<PathBuf>,
}

/// Alex's file is broken. That is told as damage, never as a wrong passphrase; Sam opens from the same window; and with
/// the file as it was, everything is there.
fn only_alex_is_kept_out(case: &Case) {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let files = (case.files)(&book);
    let whole: Vec<(PathBuf, Vec<u8>)> = files.iter().map(|f| (f.clone(), std::fs::read(f).unwrap())).collect();
    files.iter().for_each(|file| flip(file));
    let window = laptop.start();
    untouched(&book, || {
        try_to_open(&window, "Alex");
        told_as_damage(&window, "Alex");
        look_at(&window, case.picture);
    });
    // Looking again changes nothing, and leads to the same words, not to others.
    window.press("Look again");
    try_to_open(&window, "Alex");
    told_as_damage(&window, "Alex");
    window.press("Look again");
    opens(&window, "Sam");
    crate::couple::lock(window);
    whole.iter().for_each(|(path, bytes)| std::fs::write(path, bytes).unwrap());
    opens(&laptop.start(), "Alex");
}

fn told_as_damage(window: &Window<'_>, name: &str) {
    window.wait_for_heading("Part of the file cannot be read");
    window.see(&format!("Part of {name}'s pages cannot be read. Nothing was changed."));
    window.see("Not touched");
    assert!(!window.shows("did not open"), "{}", window.text());
    assert!(window.has("button", "Look again") && window.has("button", "Choose another folder"));
}

#[test]
fn a_damaged_unlock_file_is_no_wrong_passphrase() {
    only_alex_is_kept_out(&Case { picture: "damaged-unlock", files: |book| vec![book.file("unlock-a.age")] });
}

#[test]
fn own_pages_with_both_copies_broken_are_told_and_keep_nobody_else_out() {
    only_alex_is_kept_out(&Case { picture: "damaged-own", files: |book| book.alex().to_vec() });
}

#[test]
fn a_keyring_with_both_copies_broken_is_told_and_keeps_nobody_else_out() {
    let files = |book: &Book| ["keyring-a.0.age", "keyring-a.1.age"].map(|name| book.file(name)).to_vec();
    only_alex_is_kept_out(&Case { picture: "damaged-keyring", files });
}

#[test]
fn one_broken_copy_opens_the_other_and_says_so() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    // The newer of the two: the last one written.
    let newest = |book: &Book| {
        let copies = book.sam();
        let before = copies.clone().map(|copy| std::fs::read(copy).unwrap());
        let window = laptop.start();
        opens(&window, "Sam");
        crate::couple::lock(window);
        let changed = copies.iter().zip(before).find(|(copy, bytes)| std::fs::read(copy).unwrap() != *bytes);
        changed.expect("a lock writes").0.clone()
    };
    flip(&newest(&book));
    let window = laptop.start();
    opens(&window, "Sam");
    window.see("The newest copy could not be read. The one before it was opened. Nothing was changed.");
    look_at(&window, "older-copy");
}

#[test]
fn a_damaged_first_file_is_told_before_anybody_types() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let whole = std::fs::read(book.file("vault.json")).unwrap();
    std::fs::write(book.file("vault.json"), &whole[..whole.len() / 2]).unwrap();
    let window = laptop.start();
    untouched(&book, || {
        window.wait_for_heading("Part of the file cannot be read");
        look_at(&window, "damaged-vault-json");
        window.press("Look again");
        window.wait_for_heading("Part of the file cannot be read");
    });
    std::fs::write(book.file("vault.json"), whole).unwrap();
    window.press("Look again");
    opens(&window, "Alex");
}

#[test]
fn a_book_of_a_newer_version_is_left_alone() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let whole = std::fs::read_to_string(book.file("vault.json")).unwrap();
    let newer = whole.replace("\"format\":1", "\"format\":2,\"min_reader\":2");
    assert_ne!(newer, whole);
    std::fs::write(book.file("vault.json"), newer).unwrap();
    let window = laptop.start();
    untouched(&book, || {
        window.wait_for_heading("This book is from a newer version");
        window.see("Nothing was changed. Open it with that version.");
        look_at(&window, "newer");
    });
}

#[test]
fn an_unlock_file_of_another_book_is_named_as_that() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let elsewhere = tempfile::tempdir().unwrap();
    let other = Book::lay_in(elsewhere.path());
    std::fs::copy(other.file("unlock-a.age"), book.file("unlock-a.age")).unwrap();
    let window = laptop.start();
    untouched(&book, || {
        try_to_open(&window, "Alex");
        window.wait_for_heading("A file of another book");
        look_at(&window, "someone-elses");
    });
    window.press("Look again");
    opens(&window, "Sam");
}
