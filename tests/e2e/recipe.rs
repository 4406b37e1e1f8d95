//! No lock-in: what was written in the window is read with Debian's `age` and `sqlite3` alone, by the book's own
//! README.txt.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hearth_tests::Laptop;

use crate::couple::{ALEX, SAM, begin, lock, open, play_with, two_people};

/// Written by Alex, on a page of Alex's own.
const SENTENCE: &str = "the porch light stays on for elderquill";

#[test]
fn what_alex_wrote_in_the_window_is_read_by_the_recipe_and_not_with_sams_passphrase() {
    let laptop = Laptop::new();
    two_people(&laptop);
    let window = open(&laptop, "Alex");
    begin(&window, "My limits");
    play_with(
        &window,
        |_| false,
        |_| {
            window.fill_in(SENTENCE);
        },
    );
    lock(window);

    let alex = Recipe::new(&laptop, "a");
    assert!(!alex.get_keys(SAM), "Sam's passphrase opens nothing of Alex's");
    assert!(alex.get_keys(ALEX), "Alex's own opens it");
    let pages = alex.space("mine");
    assert!(alex.read(&pages).contains(SENTENCE), "Alex's own pages say what was written");
    assert!(!alex.read(&alex.space("ours")).contains(SENTENCE), "the shared ones do not");

    let sam = Recipe::new(&laptop, "b");
    assert!(sam.get_keys(SAM), "Sam's own opens Sam's");
    assert!(!sam.read(&sam.space("mine")).contains(SENTENCE), "Sam's pages are Sam's");
    for copy in 0..2 {
        assert!(!sam.open(&pages, copy), "Sam's keys do not open Alex's pages");
    }
}

/// The commands of README.txt, as one person types them in a copy of the book.
struct Recipe {
    _copy: tempfile::TempDir,
    book: PathBuf,
    keys: String,
    pages: String,
    look: String,
}

impl Recipe {
    /// `whose` is the letter to write where the text says a.
    fn new(laptop: &Laptop, whose: &str) -> Self {
        let copy = tempfile::tempdir().expect("a folder");
        let book = copy.path().join("workbook.hearth");
        let copied = Command::new("cp").arg("-r").arg(laptop.vault()).arg(&book).status().expect("cp");
        assert!(copied.success());
        let text = std::fs::read_to_string(book.join("README.txt")).expect("the book says how");
        let commands: Vec<&str> =
            text.lines().map(str::trim).filter(|l| l.starts_with("age -d") || l.starts_with("sqlite3 x")).collect();
        let [keys, pages, look] = commands[..] else { panic!("{commands:?}") };
        let keys =
            keys.replace("unlock-a", &format!("unlock-{whose}")).replace("keyring-a", &format!("keyring-{whose}"));
        Self { _copy: copy, book, keys, pages: pages.to_owned(), look: look.to_owned() }
    }

    /// The first command; age asks for the passphrase on a terminal.
    fn get_keys(&self, passphrase: &str) -> bool {
        let mut asked = Command::new("script")
            .args(["-qec", &self.keys, "/dev/null"])
            .current_dir(&self.book)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("script gives a terminal");
        let mut keyboard = asked.stdin.take().expect("a keyboard");
        keyboard.write_all(format!("{passphrase}\n").as_bytes()).expect("typed");
        drop(keyboard);
        asked.wait().expect("age ends").success()
    }

    /// The name that stands after "file" for this space on the second line of k.txt.
    fn space(&self, kind: &str) -> String {
        let keys = std::fs::read_to_string(self.book.join("k.txt")).expect("the keys");
        let line = keys.lines().nth(1).expect("a second line");
        let here = line.split(&format!(r#""kind":"{kind}""#)).nth(1).expect("the space");
        let name = here.split(r#""file":""#).nth(1).expect("its file");
        name[..16].to_owned()
    }

    /// The second command, for the copy 0 or 1.
    fn open(&self, space: &str, copy: u8) -> bool {
        shell(&self.book, &self.pages.replace("s/X.0", &format!("s/{space}.{copy}"))).is_some()
    }

    /// The third command with .dump, for both copies.
    fn read(&self, space: &str) -> String {
        let dump = |copy| {
            assert!(self.open(space, copy), "copy {copy} opens");
            shell(&self.book, &format!("{} .dump", self.look)).expect("sqlite3 reads it")
        };
        dump(0) + &dump(1)
    }
}

/// What a command says, if it succeeds.
fn shell(folder: &Path, command: &str) -> Option<String> {
    let done = Command::new("sh").args(["-c", command]).current_dir(folder).output().expect("sh");
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}
