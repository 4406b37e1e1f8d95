//! Keys alone, for walking the book without a mouse.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::error::CmdError;

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
    RightShift,
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
            Self::RightShift => '\u{E050}',
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
        self.try_chord(keys).unwrap_or_else(|error| panic!("{keys:?}: {error}"));
    }

    /// Presses keys together after which the program ends, and waits for its end; says how long after the press that
    /// was. The driver's answer may be lost with it.
    ///
    /// # Panics
    /// If the program stays.
    #[track_caller]
    pub fn chord_to_end(self, keys: &[Key]) -> Duration {
        let begun = Instant::now();
        let _lost = self.try_chord(keys);
        self.ends();
        begun.elapsed()
    }

    /// Types where the focus is.
    ///
    /// # Panics
    /// If the driver refuses.
    #[track_caller]
    pub fn write(&self, text: &str) {
        let key = |letter| if letter == '\n' { Key::Enter } else { Key::Letter(letter) };
        let presses = text.chars().map(key).flat_map(|key| [down(key), up(key)]);
        self.play(presses).unwrap_or_else(|error| panic!("typing \"{text}\": {error}"));
    }

    pub(super) fn try_chord(&self, keys: &[Key]) -> Result<(), CmdError> {
        self.play(keys.iter().copied().map(down).chain(keys.iter().rev().copied().map(up)))
    }

    fn play(&self, presses: impl Iterator<Item = KeyAction>) -> Result<(), CmdError> {
        let actions = presses.fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.wait(self.client.perform_actions(actions))
    }
}

fn down(key: Key) -> KeyAction {
    KeyAction::Down { value: key.sign() }
}

fn up(key: Key) -> KeyAction {
    KeyAction::Up { value: key.sign() }
}
