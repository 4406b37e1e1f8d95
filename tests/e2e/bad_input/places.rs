//! The folder is not one to work in.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use hearth_tests::{Laptop, until};

use super::{is_home, look_at, opens, untouched};
use crate::book::Book;

/// Takes or gives back the right to write a folder and everything in it.
fn writable(folder: &Path, yes: bool) {
    let mode = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    // A folder is entered before what is in it can be changed.
    mode(folder, if yes { 0o700 } else { 0o500 });
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { writable(&entry, yes) } else { mode(&entry, if yes { 0o600 } else { 0o400 }) }
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_opens_once_it_can() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    writable(&laptop.vault(), false);
    let window = laptop.start();
    untouched(&book, || {
        window.wait_for_heading("This folder cannot be written");
        look_at(&window, "read-only");
        window.press("Look again");
        window.wait_for_heading("This folder cannot be written");
    });
    writable(&laptop.vault(), true);
    window.press("Look again");
    opens(&window, "Alex");
}

#[test]
fn a_second_window_of_the_same_book_says_that_it_is_open_and_opens_once_it_is_not() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let first = laptop.start();
    opens(&first, "Alex");
    let second = laptop.start();
    untouched(&book, || {
        second.wait_for_heading("The workbook is already open");
        look_at(&second, "already-open");
        second.press("Look again");
        second.wait_for_heading("The workbook is already open");
    });
    is_home(&first, "Alex");
    crate::couple::lock(first);
    second.press("Look again");
    opens(&second, "Sam");
}

#[test]
fn a_lock_left_by_a_killed_window_keeps_nobody_out() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = laptop.start();
    opens(&window, "Alex");
    window.kill();
    opens(&laptop.start(), "Alex");
}

#[test]
fn a_folder_that_is_no_book_is_told_and_not_remembered() {
    let mut laptop = Laptop::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let photos = elsewhere.path().join("photos");
    std::fs::create_dir_all(&photos).unwrap();
    std::fs::write(photos.join("beach.jpg"), [0xff, 0xd8]).unwrap();
    // An emptied folder where the book was: told, and not taken for a first start.
    std::fs::create_dir_all(laptop.vault()).unwrap();
    laptop.answer_dialogs(&photos);
    let window = laptop.start();
    window.wait_for_heading("There is no book in this folder");
    look_at(&window, "not-a-vault");
    window.press("Choose another folder");
    window.wait_for_heading("There is no book in this folder");
    assert_eq!(std::fs::read_dir(&photos).unwrap().count(), 1, "nothing was written into it");
    assert_eq!(std::fs::read_dir(laptop.vault()).unwrap().count(), 0);
    window.kill();

    let moved = Book::lay_in(elsewhere.path());
    laptop.answer_dialogs(moved.folder());
    let window = laptop.start();
    window.wait_for_heading("There is no book in this folder");
    window.press("Choose another folder");
    opens(&window, "Alex");
    crate::couple::lock(window);
    // The folder that holds the book is remembered.
    until("the choice to be kept", || {
        laptop.home().join(".config/org.hearthside.workbook/config.json").exists().then_some(())
    });
    opens(&laptop.start(), "Sam");
}
