//! How much an exercise asks of people.

/// Fixed per exercise: 0 alone, 1 Light, 2 Medium, 3 Deep, 4 assigned by a therapist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Heat(u8);

impl Heat {
    /// Solo and private, always available.
    pub const ALONE: Self = Self(0);
    /// Light, together.
    pub const LIGHT: Self = Self(1);
    /// Medium, together.
    pub const MEDIUM: Self = Self(2);
    /// Deep, together; rests between.
    pub const DEEP: Self = Self(3);
    /// Only with a therapist's assignment.
    pub const ASSIGNED: Self = Self(4);

    /// The heat with this number, if there is one.
    #[must_use]
    pub const fn new(level: u8) -> Option<Self> {
        if level <= 4 { Some(Self(level)) } else { None }
    }

    /// 0 to 4.
    #[must_use]
    pub const fn level(self) -> u8 {
        self.0
    }
}
