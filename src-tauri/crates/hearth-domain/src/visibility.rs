//! Who may read what is written (`exercises.md` E11-E19).

/// The audience of one step's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Memory only, wiped after the last step that reads it.
    Eph,
    /// Mine; no share control exists for it.
    Priv,
    /// Mine, until its author picks it at a reveal.
    Offer,
    /// Mine, until both open it together.
    Seal,
    /// Ours.
    Shared,
    /// Mine; leaves only in a packet its author builds.
    Ther,
}

impl Visibility {
    /// The token used in exercise files and tables.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Eph => "eph",
            Self::Priv => "priv",
            Self::Offer => "offer",
            Self::Seal => "seal",
            Self::Shared => "shared",
            Self::Ther => "ther",
        }
    }

    /// Reads what [`Visibility::token`] writes.
    #[must_use]
    pub fn from_token(token: &str) -> Option<Self> {
        [Self::Eph, Self::Priv, Self::Offer, Self::Seal, Self::Shared, Self::Ther]
            .into_iter()
            .find(|v| v.token() == token)
    }

    /// Whether the value rests in the writer's own space.
    #[must_use]
    pub const fn rests_in_mine(self) -> bool {
        matches!(self, Self::Priv | Self::Offer | Self::Seal | Self::Ther)
    }
}

/// A value that lives in memory only (E11).
///
/// It can be neither written, printed nor copied: no `Serialize`, no `Debug`, no `Clone`, and no change
/// takes one. Reading is [`Eph::peek`], so each place that looks can be found.
pub struct Eph<T>(T);

impl<T> Eph<T> {
    /// Wraps a value that must not outlive the steps that read it.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// Looks at the value to decide what comes next.
    pub const fn peek(&self) -> &T {
        &self.0
    }
}
