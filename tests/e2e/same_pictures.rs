//! What one person sees is the same page and the same picture, whatever the other did in pages of their own (U5, E19,
//! CR8).
//!
//! The markup has to be equal to the letter. The picture may differ where the edge of a letter is drawn: two processes
//! that show the same page do so in a few pixels.

use std::path::Path;

use hearth_tests::{Laptop, Window, until};

use crate::couple::{ALEX, add_partner, begin_first_offer, lock, open, play, set_up_first};

/// Pages under More, and what each says once it knows what to say.
const MORE: [(&str, &str); 8] = [
    ("Find", "Only open spaces are searched."),
    ("History", "Sam joined this book"),
    ("Removed", "There is nothing here."),
    ("Closeness list", "No line is marked"),
    ("What you kept", "Nothing is kept yet"),
    ("Sealed answers", "Nothing is sealed"),
    ("My pace", "Only light exercises together"),
    ("Display", "Text size"),
];

/// Pages of exercises of each kind: alone, for both, with a preparation, by heat.
const LOOKS: [&str; 6] =
    ["My limits", "Our ground rules", "Boundary talk", "A real apology", "My coping plan", "Yes, no, maybe"];

#[test]
fn u5_nothing_on_one_persons_pages_changes_when_only_the_others_private_pages_do() {
    let laptop = Laptop::new();
    let window = laptop.start();
    set_up_first(&window);
    begin_first_offer(&window, "Starting safely");
    play(&window);
    window.press("Back to Home");
    add_partner(&window);
    lock(window);
    // Once before, so that both series begin alike.
    lock(open(&laptop, "Alex"));

    let folder = tempfile::tempdir().expect("a folder");
    let before = alexs_pages(&laptop, &folder.path().join("before"));
    sam_writes(&laptop);
    let after = alexs_pages(&laptop, &folder.path().join("after"));
    assert!(before.len() > 14, "only {} pages were looked at", before.len());
    for (was, is) in before.iter().zip(&after) {
        assert_eq!(was.markup, is.markup, "the page “{}” changed", was.name);
        let different = different(&was.picture, &is.picture);
        if different > EDGES {
            let name = &was.name;
            panic!("{different} pixels of “{name}” changed; the pictures are in {}", folder.keep().display());
        }
    }
}

/// One page as it was seen.
struct Seen {
    name: String,
    markup: String,
    picture: Picture,
}

/// Rows of red, green and blue.
struct Picture {
    bytes: Vec<u8>,
    channels: usize,
}

/// So many pixels of a page may be drawn another way by another process, and none by more than this.
const EDGES: usize = 40;
const EDGE: u8 = 51;

fn different(was: &Picture, is: &Picture) -> usize {
    assert_eq!((was.bytes.len(), was.channels), (is.bytes.len(), is.channels), "the pictures have one size");
    let pixels = was.bytes.chunks(was.channels).zip(is.bytes.chunks(is.channels));
    pixels.filter(|(was, is)| was.iter().zip(*is).any(|(was, is)| was.abs_diff(*is) > EDGE)).count()
}

fn picture(path: &Path) -> Picture {
    let file = std::io::BufReader::new(std::fs::File::open(path).expect("the picture"));
    let mut reader = png::Decoder::new(file).read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut bytes).expect("its pixels");
    bytes.truncate(frame.buffer_size());
    Picture { bytes, channels: frame.color_type.samples() }
}

/// Everything one can do alone that the other must not learn of.
fn sam_writes(laptop: &Laptop) {
    let window = open(laptop, "Sam");
    begin_first_offer(&window, "Starting safely");
    play(&window);
    window.press("Back to Home");
    for title in ["My limits", "A real apology", "My coping plan", "Being kind to myself"] {
        enter(&window, title);
        window.press("Start");
        play(&window);
        if window.has("button", "Back to Home") {
            window.press("Back to Home");
        }
    }
    writes_a_letter(&window);
    window.press("Check-in");
    window.press("Check in");
    play(&window);
    window.wait_for_heading("My check-ins");
    window.see("The same in a table");
    window.press("More");
    window.press("Closeness list");
    window.press("Mark my list");
    window.wait_for_heading("My closeness list");
    window.choose("Yes Hold hands");
    window.see("Leave it empty");
    window.choose("Show me lines about sexual touch");
    window.see("Long kisses");
    window.press("More");
    window.press("My pace");
    window.wait_for_heading("My pace");
    window.choose("Alone");
    window.see("Your pace is saved.");
    lock(window);
}

/// A letter that is for Alex and has not gone anywhere.
fn writes_a_letter(window: &Window<'_>) {
    window.press("Letters");
    window.wait_for_heading("Letters");
    window.press("Write");
    window.choose("Alex");
    window.type_into("What it is about, in one line", "between us");
    window.type_into("Your words", "I have not found words before");
    window.see("A letter rests for a day after its last change.");
    window.press("Done");
    window.see("Letters for Alex");
}

fn enter(window: &Window<'_>, title: &str) {
    window.press("Exercises");
    window.wait_for_heading("Exercises");
    window.press(title);
    window.wait_for_heading(title);
}

/// A picture of each page Alex can come to alone, by name.
fn alexs_pages(laptop: &Laptop, folder: &Path) -> Vec<Seen> {
    let mut pictures = Vec::new();
    let window = laptop.start();
    let mut take = |window: &Window<'_>, name: &str| {
        window.drawn();
        let path = folder.join(format!("{}.png", pictures.len()));
        window.screenshot(&path);
        let markup = window.run("return document.body.innerHTML", vec![]).to_string();
        pictures.push(Seen { name: name.to_owned(), markup, picture: picture(&path) });
    };
    window.wait_for_heading("Who is opening?");
    take(&window, "unlock");
    window.choose("Alex");
    window.type_into("Passphrase for Alex", ALEX);
    window.press("Open");
    window.see("Good ");
    window.see("Your pages were last saved");
    window.see("Our ground rules");
    take(&window, "home");
    window.press("Exercises");
    window.see("Our ground rules");
    take(&window, "exercises");
    for title in LOOKS {
        enter(&window, title);
        take(&window, title);
    }
    window.press("Check-in");
    window.wait_for_heading("My check-ins");
    window.see("Your first one takes a minute");
    take(&window, "check-ins");
    window.press("Agreements");
    window.wait_for_heading("Limits and agreements");
    window.see("Write one");
    take(&window, "agreements");
    window.press("Letters");
    window.wait_for_heading("Letters");
    window.see("No letters. You can write one for yourself.");
    take(&window, "letters");
    window.press("Pause letters");
    window.wait_for_heading("Pause letters");
    window.see("You can start them again at once.");
    take(&window, "before letters are paused");
    for (name, said) in MORE {
        window.press("More");
        window.wait_for_heading("More");
        take(&window, "more");
        window.press(name);
        window.wait_for_heading(name);
        window.see(said);
        if name == "My pace" {
            let chosen = "return document.querySelector('input:checked') !== null";
            until("the pace to be read", || (window.run(chosen, vec![]) == true).then_some(()));
        }
        take(&window, name);
    }
    window.press("More");
    window.press("Closeness list");
    window.press("Mark my list");
    window.wait_for_heading("My closeness list");
    window.see("Kiss on lips");
    take(&window, "my closeness list");
    window.press("More");
    window.press("Find");
    window.wait_for_heading("Find");
    // Sam's words begin with these; of Alex's own and of both there are none.
    for letter in ["a", "e", "i", "o", "b", "f", "words"] {
        window.type_into("Words to look for", letter);
        window.see("Nothing here has words that begin like this");
        take(&window, &format!("find {letter}"));
    }
    window.press("Help");
    window.wait_for_heading("Help and safety");
    take(&window, "help");
    lock(window);
    pictures
}
