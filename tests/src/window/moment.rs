//! One moment of an exercise, gone through as a willing person would.

use std::time::Duration;

use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

use super::Window;
use super::find::ELEMENT;
use super::hand::Hand;
use crate::until::{PATIENCE, blink};

/// What one moment of a run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// cover, page, check, talk, rest, end, or other.
    pub phase: String,
    /// The step's id, if the page has one.
    pub step: String,
    /// The main heading.
    pub heading: String,
}

impl Window<'_> {
    /// What is on screen, if it is a moment of a run.
    #[must_use]
    pub fn moment(&self) -> Moment {
        let seen = self.look_at_moment("");
        let text = |key: &str| seen[key].as_str().unwrap_or_default().to_owned();
        Moment { phase: text("phase"), step: text("step"), heading: text("heading") }
    }

    /// Does what a willing person would do on this page, writing `words` where something is written, and waits for
    /// the next one.
    ///
    /// # Panics
    /// If there is nothing to press, or nothing follows.
    #[track_caller]
    pub fn go_through(&self, words: &str) {
        let begun = std::time::Instant::now();
        let before = loop {
            let seen = self.look_at_moment(words);
            match self.do_all(&seen, words) {
                Ok(before) => break before,
                // The press before this one led out of the exercise, and its page stayed a moment longer.
                Err(_) if seen["phase"] == "other" && seen["acts"].as_array().is_some_and(Vec::is_empty) => return,
                // The page was drawn anew meanwhile: look again.
                Err(problem) => assert!(begun.elapsed() < PATIENCE, "{problem}: {seen}\n{}", self.text()),
            }
        };
        let mut pressed = std::time::Instant::now();
        while self.look_at_moment(words)["text"] == before {
            assert!(begun.elapsed() < PATIENCE, "nothing follows on {before}\n{}", self.text());
            // A press that met a page on the move is made again, as a person would.
            if pressed.elapsed() > Duration::from_secs(3) && self.do_all(&self.look_at_moment(words), words).is_ok() {
                pressed = std::time::Instant::now();
            }
            blink();
        }
    }

    /// Chooses and writes what a willing person would on this page, and stops before what leads on from it. Says
    /// whether there was anything.
    ///
    /// # Panics
    /// If it cannot be done.
    #[track_caller]
    pub fn fill_in(&self, words: &str) -> bool {
        let begun = std::time::Instant::now();
        loop {
            let seen = self.look_at_moment(words);
            let acts = seen["acts"].as_array().map_or(&[][..], Vec::as_slice);
            let filling = &acts[..acts.len().saturating_sub(1)];
            match filling.iter().try_for_each(|act| self.act(act)) {
                Ok(()) => return !filling.is_empty(),
                Err(problem) => assert!(begun.elapsed() < PATIENCE, "{problem}: {seen}\n{}", self.text()),
            }
        }
    }

    /// Says what the page was before the press that leads on. What is ticked shows on the page too: taken for the next
    /// page, it would have the press made twice, and the second one would meet whatever comes.
    fn do_all(&self, seen: &Value, words: &str) -> Result<Value, String> {
        let acts = seen["acts"].as_array().map_or(&[][..], Vec::as_slice);
        let (last, filling) = acts.split_last().ok_or("nothing to do")?;
        filling.iter().try_for_each(|act| self.act(act))?;
        let leads = last[0] == "click" && !filling.is_empty();
        let before = if leads { self.look_at_moment(words)["text"].clone() } else { seen["text"].clone() };
        self.act(last)?;
        Ok(before)
    }

    fn act(&self, act: &Value) -> Result<(), String> {
        let id = act[1][ELEMENT].as_str().ok_or_else(|| format!("not on the page: {act}"))?;
        let control = Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
        let done = match act[0].as_str() {
            Some("type") => self.type_at(&control, act[2].as_str().unwrap_or_default()),
            _ => self.press_at(&control),
        };
        done.map_err(|error| format!("{act}: {error}"))
    }

    fn look_at_moment(&self, words: &str) -> Value {
        let begun = std::time::Instant::now();
        loop {
            match self.try_run(include_str!("moment.js"), vec![json!(words), json!(self.hand == Hand::Pointer)]) {
                Ok(seen) => return seen,
                Err(error) if begun.elapsed() > PATIENCE => panic!("the page cannot be read: {error}"),
                Err(_) => blink(),
            }
        }
    }
}
