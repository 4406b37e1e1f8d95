//! Walking to a control by keyboard alone, with an eye on what a person without a pointer needs (A2): the focus is
//! never lost, begins at the heading of each new page, and is always seen where it is.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::Window;
use super::find::ELEMENT;
use super::keyboard::Key;

/// More stops than any page has.
const STOPS: usize = 150;
/// What fades in, scrolls or is drawn next has come to rest by then.
const REST: Duration = Duration::from_secs(3);

impl Window<'_> {
    /// Presses a control by keyboard: walks to it, then Space or Enter, whichever is usual for it.
    ///
    /// # Errors
    /// If the page changed under way; the control is to be looked for again.
    ///
    /// # Panics
    /// If it cannot be reached, or a stop on the way is not as it has to be.
    #[track_caller]
    pub(super) fn press_by_key(&self, control: &Element) -> Result<(), String> {
        match self.walk_to(control)? {
            // An arrow on the way may have chosen it.
            Some(true) if self.is_radio(control)? => {}
            Some(_) => self.keys(&[Key::Space]),
            None => self.keys(&[Key::Enter]),
        }
        Ok(())
    }

    /// Types into a field by keyboard, in place of what was there.
    ///
    /// # Errors
    /// As [`Window::press_by_key`].
    ///
    /// # Panics
    /// As [`Window::press_by_key`].
    #[track_caller]
    pub(super) fn type_by_key(&self, field: &Element, text: &str) -> Result<(), String> {
        self.walk_to(field)?;
        self.chord(&[Key::Control, Key::Letter('a')]);
        self.write(text);
        let written = self.ask("return arguments[0].value", Some(field))?;
        assert_eq!(written, text, "what stands there is what was typed");
        Ok(())
    }

    /// Walks to a control with Tab, Shift+Tab and arrows; says whether it is a choice that is made.
    #[track_caller]
    pub(super) fn walk_to(&self, control: &Element) -> Result<Option<bool>, String> {
        let mut seen = self.arrive(Some(control))?;
        let mut stops = Vec::new();
        while seen["here"] != true {
            assert!(stops.len() < STOPS, "the keyboard does not reach it; it went by {:?}", &stops[STOPS - 25..]);
            match seen["key"].as_str() {
                Some("Shift+Tab") => self.chord(&[Key::Shift, Key::Tab]),
                Some("Down") => self.keys(&[Key::Down]),
                Some("Up") => self.keys(&[Key::Up]),
                _ => self.keys(&[Key::Tab]),
            }
            seen = self.stop(Some(control))?;
            stops.push(seen["stop"].clone());
        }
        Ok(seen["checked"].as_bool())
    }

    /// Walks with Tab once round the page, back to where it began; says by which stops it went.
    ///
    /// # Panics
    /// If a stop is not as it has to be, or Tab never comes round.
    #[track_caller]
    pub fn walk_round(&self) -> Vec<String> {
        let (mut stops, mut first) = (Vec::new(), None);
        let walked = self.arrive(None).and_then(|_| {
            loop {
                self.keys(&[Key::Tab]);
                let seen = self.stop(None)?;
                if *first.get_or_insert_with(|| seen["at"].clone()) == seen["at"] && !stops.is_empty() {
                    return Ok(stops);
                }
                assert!(stops.len() < STOPS, "Tab does not come round: {stops:?}");
                stops.push(seen["stop"].as_str().unwrap_or_default().to_owned());
            }
        });
        walked.unwrap_or_else(|error: String| panic!("walking round {:?}: {error}", self.heading()))
    }

    /// The stop that the last key led to, once everything about it is as it has to be.
    #[track_caller]
    fn stop(&self, control: Option<&Element>) -> Result<Value, String> {
        let begun = Instant::now();
        loop {
            let seen = self.look_at_focus(control)?;
            if seen["missing"].as_array().is_some_and(Vec::is_empty) {
                return Ok(seen);
            }
            assert!(begun.elapsed() < REST, "at {} of {:?}: {}", seen["stop"], self.heading(), seen["missing"]);
        }
    }

    /// A new page has the focus on its heading; on the same page it is not lost.
    #[track_caller]
    fn arrive(&self, control: Option<&Element>) -> Result<Value, String> {
        let begun = Instant::now();
        loop {
            let seen = self.look_at_focus(control)?;
            let page = seen["heading"][ELEMENT].as_str().unwrap_or_default().to_owned();
            let new = *self.page.borrow() != page;
            if if new { seen["onHeading"] == true } else { seen["lost"] == false } {
                self.page.replace(page);
                return Ok(seen);
            }
            let wanted = if new { "on the heading of a new page, in sight," } else { "kept" };
            assert!(begun.elapsed() < REST, "the focus is not {wanted} {:?}: {}", self.heading(), seen["stop"]);
        }
    }

    fn is_radio(&self, control: &Element) -> Result<bool, String> {
        self.ask("return arguments[0].type === 'radio'", Some(control)).map(|answer| answer == true)
    }

    fn look_at_focus(&self, control: Option<&Element>) -> Result<Value, String> {
        self.ask(include_str!("walk.js"), control)
    }

    fn ask(&self, script: &str, control: Option<&Element>) -> Result<Value, String> {
        let control = control.map(|control| json!({ ELEMENT: control.element_id().to_string() }));
        self.try_run(script, control.into_iter().collect()).map_err(|error| error.to_string())
    }
}
