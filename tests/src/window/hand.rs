//! What a person acts with. The same story is played by either hand.

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
                self.bring_into_sight(control)?;
                let pressed = self.wait(control.click()).map_err(|error| error.to_string());
                std::thread::sleep(self.rest);
                pressed
            }
            Hand::Keyboard => self.press_by_key(control),
        }
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

    /// Clear of the bars that stay in place.
    fn bring_into_sight(&self, control: &Element) -> Result<(), String> {
        let control = json!({ ELEMENT: control.element_id().to_string() });
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        self.try_run(script, vec![control]).map(drop).map_err(|error| error.to_string())
    }
}
