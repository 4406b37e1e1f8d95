//! Every page of the book, one picture each, to be looked at beside the design. Writes into the folder named by
//! `HEARTHSIDE_PICTURES`, a folder for each look named by `HEARTHSIDE_LOOKS`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::PathBuf;

use hearth_tests::{Laptop, Window};
use serde_json::json;

use crate::couple::{ALEX, SAM, begin_first_offer, lock, open, open_together, play_until, set_up_first};

/// Pictures taken so far, by name.
struct Gallery {
    folder: PathBuf,
    looks: Vec<String>,
    taken: RefCell<BTreeSet<String>>,
    number: Cell<u32>,
}

impl Gallery {
    fn new() -> Self {
        let folder = std::env::var_os("HEARTHSIDE_PICTURES").map_or_else(|| "target/gallery".into(), PathBuf::from);
        let looks = std::env::var("HEARTHSIDE_LOOKS").unwrap_or_else(|_| "light,dark,evening,large".into());
        let looks = looks.split(',').map(str::to_owned).collect();
        Self { folder, looks, taken: RefCell::default(), number: Cell::new(0) }
    }

    /// The page in each look, its end too if it is longer than the window.
    fn take(&self, window: &Window<'_>, name: &str) {
        if !self.taken.borrow_mut().insert(name.to_owned()) {
            return;
        }
        self.number.set(self.number.get() + 1);
        for look in &self.looks {
            let (theme, size) = if look == "large" { ("light", "200%") } else { (look.as_str(), "100%") };
            window.theme(theme);
            let file = |end: &str| self.folder.join(look).join(format!("{:03}-{name}{end}.png", self.number.get()));
            window.run("document.documentElement.style.fontSize = arguments[0]; scrollTo(0, 0)", vec![json!(size)]);
            window.drawn();
            let long = window.run("return document.documentElement.scrollHeight > innerHeight + 8", vec![]);
            window.screenshot(&file(""));
            if long == json!(true) {
                window.run("scrollTo(0, document.documentElement.scrollHeight)", vec![]);
                window.drawn();
                window.screenshot(&file("-end"));
            }
        }
        window.theme("light");
        window.run("document.documentElement.style.fontSize = '100%'; scrollTo(0, 0)", vec![]);
    }

    /// Goes through an exercise and takes each page of it.
    fn play(&self, window: &Window<'_>, exercise: &str) {
        let moment = || {
            let moment = window.moment();
            let page =
                if moment.step.is_empty() { moment.phase.clone() } else { format!("{}-{}", moment.step, moment.phase) };
            if moment.phase != "other" {
                self.take(window, &format!("{exercise}-{page}"));
            }
        };
        play_until(window, |_| {
            moment();
            false
        });
        moment();
    }

    fn begin(&self, window: &Window<'_>, title: &str, exercise: &str) {
        begin_first_offer(window, title);
        self.play(window, exercise);
    }

    fn page(&self, window: &Window<'_>, press: &str, heading: &str) {
        window.press(press);
        window.wait_for_heading(heading);
        self.take(window, &heading.to_lowercase().replace(' ', "-"));
    }
}

#[test]
#[ignore = "takes pictures of every page, to be looked at"]
fn gallery() {
    let mut laptop = Laptop::new();
    let all = Gallery::new();
    first_start(&laptop, &all);
    alone(&laptop, &all);
    partner(&laptop, &all);
    unlock(&laptop, &all);
    first_evening(&laptop, &all);
    laptop.set_clock("2026-03-04T19:00:00Z");
    let window = open(&laptop, "Alex");
    all.take(&window, "home-alone-later");
    all.begin(&window, "My limits", "limits");
    lock(window);
    second_evening(&laptop, &all);
    laptop.set_clock("2026-03-05T20:30:00Z");
    let window = open_together(&laptop);
    all.take(&window, "home-second-look");
    window.press("Look at it");
    window.wait_for_heading("Agreements");
    all.take(&window, "agreements-second-look");
    window.press("Look at it again");
    all.play(&window, "boundary-again");
    lock(window);
    apology(&mut laptop, &all);
    laptop.set_clock("2026-05-20T19:00:00Z");
    let window = open(&laptop, "Alex");
    all.take(&window, "home-full");
    all.page(&window, "Agreements", "Agreements");
    window.press("End it Our ground rules");
    window.see("Ended on");
    all.take(&window, "agreements-ended");
    window.kill();
}

fn first_start(laptop: &Laptop, all: &Gallery) {
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    all.take(&window, "first-start");
    window.choose("I am a therapist");
    window.press("Continue");
    window.see("Back");
    all.take(&window, "therapist");
    window.kill();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    window.press("Continue");
    window.wait_for_heading("Before you start");
    all.take(&window, "before");
    window.press("I have read this");
    window.wait_for_heading("What should we call you?");
    all.take(&window, "name");
    window.press("Continue");
    window.see("There is a problem");
    all.take(&window, "name-problem");
    window.type_into("Your name", "Alex");
    window.press("Continue");
    window.wait_for_heading("Choose your passphrase");
    all.take(&window, "passphrase");
    window.type_into("Your passphrase", "hello");
    window.press("Continue");
    window.see("easy");
    all.take(&window, "passphrase-too-easy");
    window.type_into("Your passphrase", ALEX);
    window.press("Continue");
    window.wait_for_heading("Open it once");
    all.take(&window, "prove");
    window.kill();
}

fn alone(laptop: &Laptop, all: &Gallery) {
    let window = laptop.start();
    set_up_first(&window);
    window.see("Starting safely");
    all.take(&window, "home-new");
    all.page(&window, "Exercises", "Exercises");
    window.press("A real apology");
    window.wait_for_heading("A real apology");
    all.take(&window, "look-open");
    window.press("Exercises");
    window.press("One talks, one listens");
    window.wait_for_heading("One talks, one listens");
    all.take(&window, "look-needs-both");
    all.page(&window, "Agreements", "Agreements");
    all.page(&window, "More", "More");
    for page in ["Sit down together", "Sealed answers", "My pace", "Display", "Keys"] {
        window.press("More");
        all.page(&window, page, page);
    }
    all.page(&window, "Help", "Help and safety");
    window.choose("United Kingdom");
    window.see("999");
    all.take(&window, "help-country");
    window.press("Home");
    all.begin(&window, "Starting safely", "safely");
    window.press("Back to Home");
    window.see("Add your partner");
    all.take(&window, "home-add-partner");
    window.press("Exercises");
    window.press("Breathe and ground");
    window.press("Start");
    all.play(&window, "breathe");
    lock(window);
}

fn partner(laptop: &Laptop, all: &Gallery) {
    let window = open(laptop, "Alex");
    window.press("Add your partner");
    window.wait_for_heading("Pass the laptop to your partner");
    all.take(&window, "partner-cover");
    window.press("Not now");
    crate::couple::add_partner(&window);
    begin_first_offer(&window, "Starting safely");
    crate::couple::play(&window);
    lock(window);
}

fn unlock(laptop: &Laptop, all: &Gallery) {
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    all.take(&window, "unlock");
    window.type_into("Passphrase for Alex", "not the one");
    window.press("Open");
    window.see("That passphrase did not open");
    all.take(&window, "unlock-wrong");
    window.kill();
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    window.type_into("Passphrase for Alex", ALEX);
    window.press("Open together");
    window.wait_for_heading("Pass the laptop to Sam");
    all.take(&window, "unlock-cover");
    window.press("I am Sam");
    window.wait_for_heading("Sam opens too");
    all.take(&window, "unlock-second");
    window.type_into("Passphrase for Sam", SAM);
    window.press("Open");
    window.wait_for_heading("Together now");
    window.see("Our ground rules");
    all.take(&window, "home-together");
    window.kill();
}

fn first_evening(laptop: &Laptop, all: &Gallery) {
    let window = open_together(laptop);
    window.press("Exercises");
    window.press("Boundary talk");
    window.wait_for_heading("Boundary talk");
    all.take(&window, "look-closed");
    window.press("More");
    window.press("Sit down together");
    window.wait_for_heading("Sit down together");
    all.take(&window, "session-set-up");
    window.press("Begin");
    window.wait_for_heading("Arrive");
    all.take(&window, "session-arrive");
    window.press("Go on");
    window.press("Home");
    all.begin(&window, "Our ground rules", "rules");
    window.press("Back to Home");
    begin_first_offer(&window, "Our pause and repair plan");
    play_until(&window, |step| step == "signs");
    window.press("Break");
    window.wait_for_heading("A break");
    all.take(&window, "break");
    window.press("Go on without a break");
    all.play(&window, "plan");
    window.press("Back to Home");
    all.begin(&window, "One talks, one listens", "talk");
    window.press("Back to Home");
    window.press("Close this sitting");
    window.wait_for_heading("Close this sitting");
    all.take(&window, "session-closing");
    lock(window);
}

fn second_evening(laptop: &Laptop, all: &Gallery) {
    let window = open_together(laptop);
    window.press("Exercises");
    window.press("Boundary talk");
    window.wait_for_heading("Boundary talk");
    all.take(&window, "look-first");
    window.press("Start");
    all.play(&window, "boundary");
    window.press("Home");
    window.wait_for_heading("Together now");
    all.take(&window, "home-rest");
    window.press("Agreements");
    window.see("Waiting for a second look");
    all.take(&window, "agreements-proposed");
    lock(window);
}

fn apology(laptop: &mut Laptop, all: &Gallery) {
    let window = open(laptop, "Sam");
    window.press("Exercises");
    window.press("A real apology");
    window.press("Start");
    play_until(&window, |step| step == "did");
    window.press("Pause");
    window.wait_for_heading("Paused");
    all.take(&window, "paused");
    window.press("Go on");
    all.play(&window, "apology");
    lock(window);
    for (clock, name) in [("2026-03-05T22:00:00Z", "resting"), ("2026-03-14T19:00:00Z", "offer")] {
        laptop.set_clock(clock);
        let window = open_together(laptop);
        window.press("Exercises");
        window.press("A real apology");
        window.choose("Sam");
        window.press("Start");
        all.play(&window, name);
        lock(window);
    }
}
