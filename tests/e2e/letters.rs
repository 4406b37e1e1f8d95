//! Letters in the real window (S11, F10, E36, CR22): written, rested, put in the tray, left closed, opened, taken back;
//! by pointer and by keyboard. With `HEARTHSIDE_PICTURES` set, pictures of each page are left there.

use hearth_tests::{Key, Laptop, Window, until};

use crate::book::Book;
use crate::couple::{lock, open, open_together, play};
use crate::gallery::Album;
use crate::rules::clean;

const WORDS: &str = "I was late, but I said I was not.";

/// Goes to the letters by their key and holds the page to the rules.
fn letters<'a>(laptop: &'a Laptop, name: &str) -> Window<'a> {
    let window = open(laptop, name);
    go(&window);
    window
}

fn go(window: &Window<'_>) {
    window.chord(&[Key::Control, Key::Letter('5')]);
    window.wait_for_heading("Letters");
    window.see("Pages for yourself");
}

/// A page that is looked at: its rules, and pictures if they are wanted.
struct Pages(Option<Album>);

impl Pages {
    fn new() -> Self {
        Self(std::env::var_os("HEARTHSIDE_PICTURES").map(|_| Album::new()))
    }

    fn look(&self, window: &Window<'_>, name: &str) {
        clean(window, name);
        if let Some(album) = &self.0 {
            album.take(window, &name.replace([' ', ','], "-"));
        }
    }
}

/// Writes a letter for the other from the page of letters.
fn write(window: &Window<'_>, pages: &Pages, to: &str) {
    window.press("Write");
    window.wait_for_heading("Write a letter");
    pages.look(window, "a new letter");
    window.choose(to);
    window.type_into("What it is about, in one line", "last weekend");
    window.type_into("Your words", WORDS);
    window.see("“but” can sound like taking it back");
    window.see("A letter rests for a day after its last change.");
    assert!(!window.has("button", &format!("Get it ready for {to}’s tray")), "too early is said as a time");
    pages.look(window, "a letter that rests");
    window.press("Done");
    window.wait_for_heading("Letters");
    window.see(&format!("Letters for {to}"));
}

/// From the list into the tray, past the questions.
fn put(window: &Window<'_>, pages: &Pages) {
    window.press("last weekend");
    window.see("It has rested for a day.");
    assert_eq!(window.value_of("Your words"), WORDS);
    pages.look(window, "a letter that can go");
    window.press("Get it ready for Sam’s tray");
    window.wait_for_heading("Before it goes");
    window.see("Could I send this if no answer comes?");
    window.choose("Not sure");
    window.see("is a good reason to wait");
    pages.look(window, "before it goes");
    window.press("Go on");
    window.wait_for_heading("Read it once more");
    window.see(WORDS);
    pages.look(window, "the exact letter");
    window.press("Put it in Sam’s tray");
    window.see("It is in Sam’s tray.");
}

/// What the writer's pages are made of, to the letter.
fn writers_pages(laptop: &Laptop) -> Vec<String> {
    let window = letters(laptop, "Alex");
    let markup = |window: &Window<'_>| window.run("return document.body.innerHTML", vec![]).to_string();
    let mut pages = vec![markup(&window)];
    window.press("last weekend");
    window.see("To change it, take it back first.");
    pages.push(markup(&window));
    for (name, said) in [("History", "Sam joined this book"), ("What you kept", "last weekend")] {
        window.press("More");
        window.press(name);
        window.see(said);
        pages.push(markup(&window));
    }
    lock(window);
    pages
}

#[test]
fn f10_e36_cr22_a_letter_from_its_first_word_to_taken_back() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let pages = Pages::new();
    let window = letters(&laptop, "Alex");
    window.see("No letters. You can write one for yourself.");
    pages.look(&window, "letters, empty");
    write(&window, &pages, "Sam");
    pages.look(&window, "letters, one");
    lock(window);

    laptop.set_clock("2026-03-21T20:30:00Z");
    let window = letters(&laptop, "Alex");
    put(&window, &pages);
    pages.look(&window, "letters, one in the tray");
    lock(window);
    let before = writers_pages(&laptop);

    // The receiver's own pages alone tell of it.
    let window = open_together(&laptop);
    assert!(!window.shows("last weekend"), "{}", window.text());
    window.press("Letters");
    window.see("Letters are read alone");
    assert!(!window.shows("last weekend") && !window.shows("Write"), "{}", window.text());
    pages.look(&window, "letters, together");
    lock(window);

    let window = open(&laptop, "Sam");
    window.see("There is a letter from Alex");
    window.see("About: last weekend. You choose if and when.");
    pages.look(&window, "home with a letter");
    window.press("Look About: last weekend");
    window.wait_for_heading("There is a letter from Alex");
    assert!(!window.shows("late"), "no word of it: {}", window.text());
    pages.look(&window, "a closed letter");
    window.press("Leave it closed");
    window.see("Left closed");
    pages.look(&window, "letters, left closed");
    lock(window);
    assert_eq!(writers_pages(&laptop), before, "left closed");

    let window = letters(&laptop, "Sam");
    window.press("Look About: last weekend");
    window.press("Open");
    window.wait_for_heading("last weekend");
    window.see(WORDS);
    pages.look(&window, "an opened letter");
    window.press("Back");
    window.see("Letters you opened");
    lock(window);
    assert_eq!(writers_pages(&laptop), before, "U5: opened");

    take_back(&laptop);
    let window = letters(&laptop, "Sam");
    window.see("Letters you opened");
    window.press("last weekend");
    window.see(WORDS);
    lock(window);

    // Once more, and this time it is still closed.
    let window = letters(&laptop, "Alex");
    put(&window, &pages);
    window.press("Take it back last weekend");
    window.see("If it was still closed, it is gone.");
    lock(window);
    let window = open(&laptop, "Sam");
    assert!(!window.shows("There is a letter"), "{}", window.text());
    lock(window);
}

fn take_back(laptop: &Laptop) {
    let window = letters(laptop, "Alex");
    window.press("Take it back last weekend");
    window.see("If it was still closed, it is gone.");
    window.see("Letters for Sam");
    lock(window);
}

#[test]
fn a2_f10_letters_are_written_paused_and_started_again_by_keyboard_alone() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    laptop.unplug_pointer();
    let pages = Pages(None);
    let window = letters(&laptop, "Sam");
    window.press("Pause letters");
    window.wait_for_heading("Pause letters");
    window.see("“Letters are paused. Yours stays with you.”");
    clean(&window, "before letters are paused");
    window.press("Pause letters");
    window.see("You paused letters.");
    clean(&window, "letters, paused");
    lock(window);

    let window = letters(&laptop, "Alex");
    assert!(!window.shows("paused"), "only when one wants to send: {}", window.text());
    write(&window, &pages, "Sam");
    lock(window);
    laptop.set_clock("2026-03-21T20:30:00Z");
    let window = letters(&laptop, "Alex");
    window.press("last weekend");
    window.press("Get it ready for Sam’s tray");
    window.see("Letters are paused. Yours stays with you.");
    assert!(!window.shows("no answer comes"), "only that: {}", window.text());
    clean(&window, "letters are paused");
    lock(window);

    let window = letters(&laptop, "Sam");
    window.press("Start letters again");
    window.see("Pause letters");
    lock(window);
    let window = letters(&laptop, "Alex");
    put(&window, &pages);
    lock(window);
}

#[test]
fn f11_cr20_cr21_pages_on_forgiving_are_ones_own_and_go_when_one_says_so() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let pages = Pages::new();
    let window = letters(&laptop, "Sam");
    window.press("Pages about a hurt and where you are with it");
    window.wait_for_heading("Forgiveness, at my pace");
    window.press("Start");
    play(&window);
    go(&window);
    write(&window, &pages, "Alex");
    window.see("Forgiveness, at my pace");
    window.press("Show the words");
    window.see("Where am I?");
    pages.look(&window, "letters, pages for oneself");
    assert!(!window.has("button", "Put it in Alex’s tray"));
    window.press("Remove Forgiveness, at my pace");
    window.see("They go from this book at once");
    pages.look(&window, "before pages go for good");
    window.press("Remove for good");
    until("they are gone", || (!window.has("button", "Remove Forgiveness, at my pace")).then_some(()));
    lock(window);
    let window = letters(&laptop, "Alex");
    window.see("No letters. You can write one for yourself.");
    lock(window);
}

#[test]
fn u3_f0_what_is_typed_is_there_after_a_lock_in_the_middle_of_a_word() {
    let mut laptop = Laptop::new();
    Book::lay(&mut laptop);
    let window = letters(&laptop, "Alex");
    window.press("Write");
    window.type_into("Your words", "Only for me, and not fini");
    lock(window);
    let window = letters(&laptop, "Alex");
    window.press("A letter without a topic");
    window.wait_for_heading("A letter");
    assert_eq!(window.value_of("Your words"), "Only for me, and not fini");
    window.press("Remove");
    window.see("You can undo this for 30 days.");
    clean(&window, "letters, one removed");
    window.press("Undo");
    window.see("A letter without a topic");
    window.press("More");
    window.press("Find");
    window.type_into("Words to look for", "finished");
    window.see("Nothing here has words that begin like this");
    lock(window);
}
