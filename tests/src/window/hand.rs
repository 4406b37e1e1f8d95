//! What a person acts with. The same story is played by either hand.

use std::time::Duration;

use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use serde_json::json;

use super::Window;
use super::find::ELEMENT;
use super::keyboard::Key;

/// A pointer and a keyboard, or the keyboard alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Clicks what it wants.
    Pointer,
    /// Walks there.
    Keyboard,
}

impl Window<'_> {
    /// Presses a control that was found on the page.
    #[track_caller]
    pub(super) fn press_at(&self, control: &Element) -> Result<(), String> {
        match self.hand {
            Hand::Pointer => {
                let opens_by_itself = self.bring_into_sight(control)?;
                let pressed = if opens_by_itself {
                    self.wait(control.click())
                } else {
                    self.wait(self.client.perform_actions(self.one_press(control))).or_else(|_| {
                        // A page that went while the button was down leaves the driver's pointer pressed.
                        let _ = self.wait(self.client.release_actions());
                        if self.was_pressed() { Ok(()) } else { self.wait(control.click()) }
                    })
                };
                std::thread::sleep(self.rest);
                pressed.map_err(|error| format!("{error:?}"))
            }
            Hand::Keyboard => self.press_by_key(control),
        }
    }

    /// A press a little beside the middle, each time on the other side: two on one spot within a second would be a double
    /// click, whose second press the program does not take for a page of its own.
    fn one_press(&self, control: &Element) -> MouseActions {
        let x = -self.beside.replace(-self.beside.get());
        MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element: control.clone(), duration: None, x, y: 0.0 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })
    }

    /// Double-clicks a button, so slowly that the first press is followed before the second one comes.
    ///
    /// # Panics
    /// If there is no such button, or the pointer cannot be moved.
    #[track_caller]
    pub fn double_click(&self, name: &str, between: Duration) {
        let element = self.button(name);
        let (left, duration) = (MOUSE_BUTTON_LEFT, None);
        let twice = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveToElement { element, duration, x: 0.0, y: 0.0 })
            .then(PointerAction::Down { button: left })
            .then(PointerAction::Up { button: left })
            .then(PointerAction::Pause { duration: between })
            .then(PointerAction::Down { button: left })
            .then(PointerAction::Up { button: left });
        self.wait(self.client.perform_actions(twice)).expect("the pointer presses twice");
    }

    /// Types into a field that was found on the page, in place of what was there.
    #[track_caller]
    pub(super) fn type_at(&self, field: &Element, text: &str) -> Result<(), String> {
        match self.hand {
            Hand::Pointer => {
                self.press_at(field)?;
                self.chord(&[Key::Control, Key::Letter('a')]);
                // The driver drops line ends and takes this sign for Enter.
                let text = text.replace('\n', "\u{E007}");
                self.wait(field.send_keys(&text)).map_err(|error| error.to_string())
            }
            Hand::Keyboard => self.type_by_key(field, text),
        }
    }

    /// Whether the page got the press the driver speaks of as failed: the driver asks after the control once more when all is
    /// done, and by then the page it stood on may be gone. To press again would press the next page's button of that name.
    fn was_pressed(&self) -> bool {
        self.try_run("return window.pressed === true", Vec::new()).is_ok_and(|told| told == true)
    }

    /// Clear of the bars that stay in place. Says whether the driver has to open a list for it.
    fn bring_into_sight(&self, control: &Element) -> Result<bool, String> {
        let control = json!({ ELEMENT: control.element_id().to_string() });
        self.try_run(include_str!("sight.js"), vec![control])
            .map(|told| told == true)
            .map_err(|error| error.to_string())
    }
}
