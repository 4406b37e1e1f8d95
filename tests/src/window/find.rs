//! Pressing, choosing and typing: each finds its control by role and accessible name.

use std::time::{Duration, Instant};

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::Window;
use super::hand::Hand;
use super::keyboard::Key;
use crate::until::{PATIENCE, blink};

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

    /// Presses a button after which the program ends, and waits for its end; says how long after the press that was.
    /// The driver's answer may be lost with it.
    ///
    /// # Panics
    /// If there is no such button, or the program stays.
    #[track_caller]
    pub fn press_to_end(self, name: &str) -> Duration {
        let control = self.control(&["button", "link"], name);
        if self.hand == Hand::Keyboard {
            self.walk_to(&control).unwrap_or_else(|error| panic!("pressing \"{name}\": {error}"));
            return self.chord_to_end(&[Key::Enter]);
        }
        let begun = Instant::now();
        let _lost = self.runtime.block_on(control.click());
        self.ends();
        begun.elapsed()
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
        self.act_on(&["textbox"], label, |field| self.type_at(field, text));
    }

    /// Pastes into the field of this label: one edit, however long.
    ///
    /// # Panics
    /// If there is no such field in time.
    #[track_caller]
    pub fn paste_into(&self, label: &str, text: &str) {
        self.click(&["textbox"], label);
        self.chord(&[Key::Control, Key::Letter('a')]);
        let pasted = self.run("return document.execCommand('insertText', false, arguments[0])", vec![json!(text)]);
        assert_eq!(pasted, json!(true), "pasting into \"{label}\"");
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
    pub(super) fn button(&self, name: &str) -> Element {
        self.control(&["button"], name)
    }

    #[track_caller]
    fn click(&self, roles: &[&str], name: &str) {
        self.act_on(roles, name, |control| self.press_at(control));
    }

    #[track_caller]
    fn act_on(&self, roles: &[&str], name: &str, act: impl Fn(&Element) -> Result<(), String>) {
        let begun = Instant::now();
        // Between finding and acting the page may have been drawn anew; then it is found again.
        while let Err(error) = act(&self.control(roles, name)) {
            assert!(begun.elapsed() < PATIENCE, "acting on \"{name}\": {error}");
        }
    }

    #[track_caller]
    fn control(&self, roles: &[&str], name: &str) -> Element {
        let begun = Instant::now();
        loop {
            match self.look(roles, name) {
                Ok(element) => return element,
                Err(there) if begun.elapsed() > PATIENCE => {
                    panic!("no {roles:?} \"{name}\" on the page {:?}; there is {there}", self.heading())
                }
                Err(_) => blink(),
            }
        }
    }

    /// The control, or the names of those that are there.
    fn look(&self, roles: &[&str], name: &str) -> Result<Element, Value> {
        let arguments = vec![json!(roles), json!(name), json!(self.hand == Hand::Pointer)];
        let found = self.try_run(include_str!("page.js"), arguments).map_err(|error| json!(error.to_string()))?;
        match found["found"][ELEMENT].as_str() {
            Some(id) => Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))),
            None => Err(found["names"].clone()),
        }
    }
}
