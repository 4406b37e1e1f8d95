//! The shared pages are not what was written. The partner holds their key, so they keep nobody out of their own.

use std::path::PathBuf;

use hearth_tests::{Laptop, Window};

use super::{look_at, opens, try_to_open};
use crate::book::{Book, flip};
use crate::couple::{ALEX, begin};

/// Copies of files, to be put back.
fn taken(files: &[PathBuf]) -> Vec<(PathBuf, Vec<u8>)> {
    files.iter().map(|file| (file.clone(), std::fs::read(file).expect("the file is there"))).collect()
}

fn put_back(copies: &[(PathBuf, Vec<u8>)]) {
    copies.iter().for_each(|(file, bytes)| std::fs::write(file, bytes).expect("it is written"));
}

/// Alex opens and locks, so that both copies of everything of Alex's are new.
fn two_evenings(laptop: &Laptop) {
    for _ in 0..2 {
        let window = laptop.start();
        opens(&window, "Alex");
        crate::couple::lock(window);
    }
}

/// Alex's own pages open with a word about the others; opening together is refused before anybody passes the laptop.
fn only_together_is_refused(laptop: &Laptop, alone: &str, together: &str, picture: &str) {
    let window = laptop.start();
    opens(&window, "Alex");
    window.see(alone);
    window.see("Your own pages are open. Nothing was changed.");
    look_at(&window, &format!("{picture}-alone"));
    begin(&window, "A real apology");
    window.see("Take your time.");
    crate::couple::lock(window);

    let window = laptop.start();
    ask_together(&window);
    window.see(together);
    window.see("Nothing was changed. Each of you can still open your own pages alone.");
    look_at(&window, &format!("{picture}-together"));
    window.press_to_end("Look again");
}

fn ask_together(window: &Window<'_>) {
    window.wait_for_heading("Who is opening?");
    window.choose("Alex");
    window.type_into("Passphrase for Alex", ALEX);
    window.press("Open together");
}

#[test]
fn shared_pages_with_both_copies_broken_close_only_what_is_shared() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let whole = taken(&book.ours());
    book.ours().iter().for_each(|file| flip(file));
    let broken = taken(&book.ours());
    let words = ["cannot be opened right now: part of them cannot be read.", "so you cannot open together."];
    only_together_is_refused(&laptop, words[0], words[1], "shared-damaged");
    assert!(taken(&book.ours()) == broken, "nothing was written over the shared pages");
    put_back(&whole);
    let window = laptop.start();
    ask_together(&window);
    window.wait_for_heading("Pass the laptop to Sam");
}

#[test]
fn shared_pages_put_back_to_an_older_state_close_only_what_is_shared() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let old = taken(&book.ours());
    two_evenings(&laptop);
    let newest = taken(&book.ours());
    put_back(&old);
    let words =
        ["cannot be opened right now: they are older than the ones you saw before.", "so you cannot open together."];
    only_together_is_refused(&laptop, words[0], words[1], "shared-older");
    assert!(taken(&book.ours()) == old, "nothing was written over the shared pages");
    put_back(&newest);
    let window = laptop.start();
    opens(&window, "Alex");
    assert!(!window.shows("right now"), "{}", window.text());
}

#[test]
fn own_pages_put_back_to_an_older_state_are_named_and_not_opened() {
    let mut laptop = Laptop::new();
    let book = Book::lay(&mut laptop);
    let old = taken(&book.alex());
    two_evenings(&laptop);
    let newest = taken(&book.alex());
    put_back(&old);
    let window = laptop.start();
    try_to_open(&window, "Alex");
    window.wait_for_heading("These pages are older than the ones you saw");
    window.see("Alex's pages were put back to an older state. Nothing was changed.");
    look_at(&window, "own-older");
    assert!(taken(&book.alex()) == old, "nothing was written over them");
    put_back(&newest);
    window.press("Look again");
    opens(&window, "Alex");
}
