//! From the first start to the unlock page of two people.

use hearth_tests::Laptop;

use super::pages::Pages;
use crate::couple::{ALEX, SAM, begin, begin_first_offer, lock, look_inside, open, set_up_first};

pub fn first_start(laptop: &Laptop, all: &Pages) {
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    all.album.take(&window, "first-start");
    window.choose("I am a therapist");
    window.press("Continue");
    window.see("Back");
    all.album.take(&window, "therapist");
    window.kill();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    window.press("Continue");
    window.wait_for_heading("Before you start");
    all.album.take(&window, "before");
    window.press("I have read this");
    window.wait_for_heading("What should we call you?");
    all.album.take(&window, "name");
    window.press("Continue");
    window.see("There is a problem");
    all.album.take(&window, "name-problem");
    window.type_into("Your name", "Alex");
    window.press("Continue");
    window.wait_for_heading("Choose your passphrase");
    all.album.take(&window, "passphrase");
    window.type_into("Your passphrase", "hello");
    window.press("Continue");
    window.see("easy");
    all.album.take(&window, "passphrase-too-easy");
    window.type_into("Your passphrase", ALEX);
    window.press("Continue");
    window.wait_for_heading("Open it once");
    all.album.take(&window, "prove");
    window.kill();
}

pub fn alone(laptop: &Laptop, all: &Pages) {
    let window = laptop.start();
    set_up_first(&window);
    window.see("Starting safely");
    all.album.take(&window, "home-new");
    all.album.page(&window, "Exercises", "Exercises");
    window.press("A real apology");
    window.wait_for_heading("A real apology");
    all.album.take(&window, "look-open");
    look_inside(&window, "One talks, one listens");
    all.album.take(&window, "look-needs-both");
    all.album.page(&window, "Agreements", "Limits and agreements");
    all.album.page(&window, "More", "More");
    for page in ["Sit down together", "Sealed answers", "My pace", "Display", "Keys"] {
        window.press("More");
        all.album.page(&window, page, page);
    }
    all.album.page(&window, "Help", "Help and safety");
    window.choose("United Kingdom");
    window.see("999");
    all.album.take(&window, "help-country");
    window.press("Home");
    all.begin(&window, "Starting safely", "safely");
    window.press("Back to Home");
    window.see("Add your partner");
    all.album.take(&window, "home-add-partner");
    begin(&window, "Breathe and ground");
    all.play(&window, "breathe");
    lock(window);
}

pub fn partner(laptop: &Laptop, all: &Pages) {
    let window = open(laptop, "Alex");
    window.press("Add your partner");
    window.wait_for_heading("Pass the laptop to your partner");
    all.album.take(&window, "partner-cover");
    window.press("Not now");
    crate::couple::add_partner(&window);
    begin_first_offer(&window, "Starting safely");
    crate::couple::play(&window);
    lock(window);
}

pub fn unlock(laptop: &Laptop, all: &Pages) {
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    all.album.take(&window, "unlock");
    window.type_into("Passphrase for Alex", "not the one");
    window.press("Open");
    window.see("That passphrase did not open");
    all.album.take(&window, "unlock-wrong");
    window.kill();
    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    window.type_into("Passphrase for Alex", ALEX);
    window.press("Open together");
    window.wait_for_heading("Pass the laptop to Sam");
    all.album.take(&window, "unlock-cover");
    window.press("I am Sam");
    window.wait_for_heading("Sam opens too");
    all.album.take(&window, "unlock-second");
    window.type_into("Passphrase for Sam", SAM);
    window.press("Open");
    window.wait_for_heading("Together now");
    window.see("Our ground rules");
    all.album.take(&window, "home-together");
    window.kill();
}
