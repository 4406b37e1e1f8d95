//! One page in each look.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::PathBuf;

use hearth_tests::Window;
use serde_json::json;

/// The colours of the page, whether with more contrast, and the size of its text.
const LOOKS: [(&str, &str, &str, &str); 5] = [
    ("light", "light", "usual", "100%"),
    ("dark", "dark", "usual", "100%"),
    ("evening", "evening", "usual", "100%"),
    ("contrast", "light", "more", "100%"),
    ("large", "light", "usual", "200%"),
];
/// What the root wears and how large its text is; the program itself is not told.
const WEAR: &str = "const root = document.documentElement;
[root.dataset.theme, root.dataset.contrast, root.style.fontSize] = arguments;
scrollTo(0, 0);";
const LONG: &str = "return document.documentElement.scrollHeight > innerHeight + 8";
const TO_END: &str = "scrollTo(0, document.documentElement.scrollHeight)";

/// Pictures taken so far, by name.
pub struct Album {
    folder: PathBuf,
    looks: Vec<String>,
    taken: RefCell<BTreeSet<String>>,
    number: Cell<u32>,
}

impl Album {
    /// An empty one, in the looks that are asked for; all of them unless any is.
    pub fn new() -> Self {
        let folder = std::env::var_os("HEARTHSIDE_PICTURES").map_or_else(|| "target/gallery".into(), PathBuf::from);
        let all = || LOOKS.map(|look| look.0).join(",");
        let looks = std::env::var("HEARTHSIDE_LOOKS").unwrap_or_else(|_| all());
        let looks = looks.split(',').map(str::to_owned).collect();
        Self { folder, looks, taken: RefCell::default(), number: Cell::new(0) }
    }

    /// The page in each look, its end too if it is longer than the window; only once for each name.
    pub fn take(&self, window: &Window<'_>, name: &str) {
        if !self.taken.borrow_mut().insert(name.to_owned()) {
            return;
        }
        self.number.set(self.number.get() + 1);
        for look in &self.looks {
            wear(window, look);
            let file = |end: &str| self.folder.join(look).join(format!("{:03}-{name}{end}.png", self.number.get()));
            window.screenshot(&file(""));
            if window.run(LONG, vec![]) == json!(true) {
                window.run(TO_END, vec![]);
                window.drawn();
                window.screenshot(&file("-end"));
            }
        }
        wear(window, "light");
    }

    /// Goes to a page by what is pressed, and takes it.
    pub fn page(&self, window: &Window<'_>, press: &str, heading: &str) {
        window.press(press);
        window.wait_for_heading(heading);
        self.take(window, &heading.to_lowercase().replace(' ', "-"));
    }
}

fn wear(window: &Window<'_>, look: &str) {
    let (_, theme, contrast, size) = LOOKS.iter().find(|known| known.0 == look).expect("a look that there is");
    window.run(WEAR, [theme, contrast, size].map(|word| json!(word)).to_vec());
    window.drawn();
}
