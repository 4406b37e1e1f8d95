//! Keys alone, for walking the book without a mouse.

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};

use super::Window;

/// A key on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "a key is what its name says")]
pub enum Key {
    Tab,
    Enter,
    Space,
    Escape,
    Shift,
    Control,
    Alt,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    Backspace,
    F1,
    F6,
    Letter(char),
}

impl Key {
    /// WebDriver's sign for it.
    fn sign(self) -> char {
        match self {
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Space => ' ',
            Self::Escape => '\u{E00C}',
            Self::Shift => '\u{E008}',
            Self::Control => '\u{E009}',
            Self::Alt => '\u{E00A}',
            Self::Up => '\u{E013}',
            Self::Down => '\u{E015}',
            Self::Left => '\u{E012}',
            Self::Right => '\u{E014}',
            Self::Home => '\u{E011}',
            Self::End => '\u{E010}',
            Self::Backspace => '\u{E003}',
            Self::F1 => '\u{E031}',
            Self::F6 => '\u{E036}',
            Self::Letter(letter) => letter,
        }
    }
}

impl Window<'_> {
    /// Presses keys one after the other.
    ///
    /// # Panics
    /// If the driver refuses.
    #[track_caller]
    pub fn keys(&self, keys: &[Key]) {
        keys.iter().for_each(|key| self.chord(&[*key]));
    }

    /// Presses keys together: the first is held longest.
    ///
    /// # Panics
    /// If the driver refuses.
    #[track_caller]
    pub fn chord(&self, keys: &[Key]) {
        let down = keys.iter().map(|key| KeyAction::Down { value: key.sign() });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: key.sign() });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.wait(self.client.perform_actions(actions)).unwrap_or_else(|error| panic!("{keys:?}: {error}"));
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn write(&self, text: &str) {
        text.chars().for_each(|letter| self.chord(&[if letter == '\n' { Key::Enter } else { Key::Letter(letter) }]));
    }

    /// Walks with Tab until the focus is on the control of this name.
    ///
    /// # Panics
    /// If it is not reached in 100 steps.
    #[track_caller]
    pub fn tab_to(&self, name: &str) {
        for _ in 0..100 {
            if self.focused().starts_with(name) {
                return;
            }
            self.keys(&[Key::Tab]);
        }
        panic!("Tab does not reach \"{name}\"; the focus is on \"{}\"", self.focused());
    }

    /// The name of what has the focus; empty if it is the page.
    #[must_use]
    pub fn focused(&self) -> String {
        let script = "const el = document.activeElement;
            if (!el || el === document.body) return '';
            const label = el.labels?.length ? [...el.labels].map((l) => l.innerText).join(' ') : '';
            return el.getAttribute('aria-label') || label || el.innerText || '';";
        self.try_run(script, vec![]).ok().and_then(|name| name.as_str().map(super::plain)).unwrap_or_default()
    }
}
