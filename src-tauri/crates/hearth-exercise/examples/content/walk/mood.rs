//! How two people are today: most evenings go well, so that walks come far, and some do not.

use super::dice::Dice;

/// So many of a hundred times.
#[derive(Clone, Copy, Debug)]
pub struct Mood {
    /// Says yes, is calm, nothing is in the way.
    pub willing: usize,
    /// Presses Skip.
    pub skips: usize,
    /// Presses Stop, Break, Back or Draft in passing.
    pub turns_back: usize,
}

impl Mood {
    pub fn any(dice: &mut Dice) -> Self {
        match dice.below(10) {
            0..=3 => Self { willing: 98, skips: 2, turns_back: 1 },
            4..=5 => Self { willing: 95, skips: 25, turns_back: 2 },
            6..=8 => Self { willing: 80, skips: 10, turns_back: 4 },
            _ => Self { willing: 50, skips: 20, turns_back: 10 },
        }
    }
}
