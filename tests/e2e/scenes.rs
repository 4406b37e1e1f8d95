//! The guided demonstration, and the README's pictures. Run by `cargo xtask demo` and `cargo xtask pictures`.

use std::path::PathBuf;

use hearth_tests::{Laptop, Window};

use crate::couple::{add_partner, begin_first_offer, lock, open, open_together, play, play_until, set_up_first};

/// Where pictures go, and the number of the next one.
struct Album {
    folder: PathBuf,
    next: u32,
    numbered: bool,
}

impl Album {
    fn new(numbered: bool) -> Self {
        let folder = std::env::var_os("HEARTHSIDE_PICTURES").map_or_else(|| "target/pictures".into(), PathBuf::from);
        Self { folder, next: 1, numbered }
    }

    fn take(&mut self, window: &Window<'_>, name: &str) {
        let file = if self.numbered { format!("{:02}-{name}.png", self.next) } else { format!("{name}.png") };
        window.drawn();
        window.screenshot(&self.folder.join(file));
        self.next += 1;
    }
}

#[test]
#[ignore = "takes pictures: cargo xtask demo"]
fn demo() {
    evening(&mut Album::new(true));
}

#[test]
#[ignore = "takes pictures: cargo xtask pictures"]
fn pictures() {
    evening(&mut Album::new(false));
}

fn evening(album: &mut Album) {
    let laptop = Laptop::new();
    let window = laptop.start();
    window.wait_for_heading("Who is this book for?");
    window.see("One person, or a couple sharing this computer.");
    album.take(&window, "first-start");
    set_up_first(&window);
    window.see("Starting safely");
    album.take(&window, "home-alone");
    begin_first_offer(&window, "Starting safely");
    play(&window);
    window.press("Back to Home");
    add_partner(&window);
    begin_first_offer(&window, "Starting safely");
    play(&window);
    lock(window);

    let window = laptop.start();
    window.wait_for_heading("Who is opening?");
    album.take(&window, "unlock");
    window.kill();

    let window = open_together(&laptop);
    window.see("Our ground rules");
    album.take(&window, "home-together");
    begin_first_offer(&window, "Our ground rules");
    window.see("Pass the laptop to");
    album.take(&window, "hand-over");
    play_until(&window, |step| step == "worry");
    album.take(&window, "sealed-answer");
    play_until(&window, |step| step == "open");
    album.take(&window, "open-together");
    play_until(&window, |step| step == "agreed");
    album.take(&window, "agree");
    play(&window);
    window.press("Back to Home");
    begin_first_offer(&window, "Our pause and repair plan");
    play(&window);
    window.press("Back to Home");
    begin_first_offer(&window, "One talks, one listens");
    play_until(&window, |step| step == "piece");
    album.take(&window, "turn");
    play_until(&window, |step| step == "back");
    album.take(&window, "say-back");
    play(&window);
    window.press("Back to Home");
    window.press("Agreements");
    window.see("In force");
    album.take(&window, "agreements");
    lock(window);

    let window = open(&laptop, "Alex");
    window.press("Exercises");
    window.wait_for_heading("Exercises");
    window.see("Our ground rules");
    album.take(&window, "exercises");
    for theme in ["dark", "evening"] {
        window.theme(theme);
        album.take(&window, &format!("exercises-{theme}"));
    }
    window.theme("light");
    window.press("Help");
    window.see("Choose a country");
    album.take(&window, "help");
}
