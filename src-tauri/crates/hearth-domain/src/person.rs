//! The two people. Neither is an owner or a guest; `A` only set up first.

use serde::{Deserialize, Serialize};

/// One of the two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Person {
    /// The circle: who set up first.
    A,
    /// The square: who joined.
    B,
}

impl Person {
    /// Both people, in the order of the book.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The partner.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    /// `a` or `b`, as files and tables write it.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// Reads what [`Person::letter`] writes.
    #[must_use]
    pub fn from_letter(letter: &str) -> Option<Self> {
        match letter {
            "a" => Some(Self::A),
            "b" => Some(Self::B),
            _ => None,
        }
    }
}

/// One value for each person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// What belongs to [`Person::A`].
    pub a: T,
    /// What belongs to [`Person::B`].
    pub b: T,
}

impl<T> Pair<T> {
    /// The value of one person.
    pub const fn of(&self, who: Person) -> &T {
        match who {
            Person::A => &self.a,
            Person::B => &self.b,
        }
    }

    /// The value of one person, to change.
    pub const fn of_mut(&mut self, who: Person) -> &mut T {
        match who {
            Person::A => &mut self.a,
            Person::B => &mut self.b,
        }
    }
}
