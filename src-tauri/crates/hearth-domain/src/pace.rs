//! What a person lets the workbook offer them together. Chosen alone, never shown to the other (E21, E24).

use crate::Heat;

/// A private choice, changeable any day for any reason, so that it says nothing about why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// Allows heat 1 to 3.
    Open,
    /// Allows heat 1. What counts until somebody chose.
    #[default]
    Light,
    /// Allows no joint exercise.
    Alone,
}

impl Pace {
    /// Whether this pace lets a joint exercise of that heat be offered.
    #[must_use]
    pub fn allows(self, heat: Heat) -> bool {
        match self {
            Self::Open => true,
            Self::Light => heat <= Heat::LIGHT,
            Self::Alone => heat == Heat::ALONE,
        }
    }

    /// The word used in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Light => "light",
            Self::Alone => "alone",
        }
    }

    /// Reads what [`Pace::word`] writes.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Light, Self::Alone].into_iter().find(|p| p.word() == word)
    }
}
