//! Pressing, choosing and typing: each finds its control by role and accessible name.

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::Window;
use super::keyboard::Key;
use crate::until::PATIENCE;

/// Under this key WebDriver hands an element over.
pub(super) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Window<'_> {
    /// Presses a button, link or tab.
    ///
    /// # Panics
    /// If none of this name can be pressed in time.
    #[track_caller]
    pub fn press(&self, name: &str) {
        self.click(&["button", "link", "tab"], name);
    }

    /// Presses a button after which the program ends, and waits for its end. The driver's answer may be lost with it.
    ///
    /// # Panics
    /// If there is no such button, or the program stays.
    #[track_caller]
    pub fn press_to_end(self, name: &str) {
        let control = self.control(&["button", "link"], name);
        let _lost = self.runtime.block_on(control.click());
        self.ends();
    }

    /// Chooses a radio button, a box to tick, or an option of a list.
    ///
    /// # Panics
    /// If none of this name can be chosen in time.
    #[track_caller]
    pub fn choose(&self, name: &str) {
        self.click(&["radio", "checkbox", "option", "button"], name);
    }

    /// Types into the field of this label, in place of what was there. A line end is the Enter key.
    ///
    /// # Panics
    /// If there is no such field in time.
    #[track_caller]
    pub fn type_into(&self, label: &str, text: &str) {
        self.click(&["textbox"], label);
        self.chord(&[Key::Control, Key::Letter('a')]);
        let field = self.control(&["textbox"], label);
        // The driver drops line ends and takes this sign for Enter.
        let text = text.replace('\n', "\u{E007}");
        self.wait(field.send_keys(&text)).unwrap_or_else(|error| panic!("typing into \"{label}\": {error}"));
    }

    /// What stands in the field of this label.
    ///
    /// # Panics
    /// If there is no such field in time.
    #[track_caller]
    #[must_use]
    pub fn value_of(&self, label: &str) -> String {
        let field = self.control(&["textbox", "combobox", "slider"], label);
        self.wait(field.prop("value")).ok().flatten().unwrap_or_default()
    }

    /// Whether a control of this role and name is on screen now.
    #[must_use]
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.look(&[role], name).is_ok()
    }

    #[track_caller]
    fn click(&self, roles: &[&str], name: &str) {
        let begun = std::time::Instant::now();
        // Between finding and clicking the page may have been drawn anew; then it is found again.
        loop {
            let control = self.control(roles, name);
            match self.wait(control.click()) {
                Ok(()) => return,
                Err(error) if begun.elapsed() > PATIENCE => panic!("pressing \"{name}\": {error}"),
                Err(_) => {}
            }
        }
    }

    #[track_caller]
    fn control(&self, roles: &[&str], name: &str) -> Element {
        let begun = std::time::Instant::now();
        loop {
            match self.look(roles, name) {
                Ok(element) => return element,
                Err(there) if begun.elapsed() > PATIENCE => {
                    panic!("no {roles:?} \"{name}\" on the page {:?}; there is {there}", self.heading())
                }
                Err(_) => {}
            }
        }
    }

    /// The control, or the names of those that are there.
    fn look(&self, roles: &[&str], name: &str) -> Result<Element, Value> {
        let arguments = vec![json!(roles), json!(name)];
        let found = self.try_run(include_str!("page.js"), arguments).map_err(|error| json!(error.to_string()))?;
        match found["found"][ELEMENT].as_str() {
            Some(id) => Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))),
            None => Err(found["names"].clone()),
        }
    }
}
