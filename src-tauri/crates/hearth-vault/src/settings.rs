//! What a passphrase costs whoever tries to guess it.

use std::ops::RangeInclusive;

/// The scrypt work factor, as its binary logarithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost(u8);

impl Cost {
    /// 18: 256 MiB, about 0.6 s, what the age CLI uses too (`vault.md` 2.2).
    #[must_use]
    pub const fn product() -> Self {
        Self(18)
    }

    /// 15: for the printed code, which has 160 random bits of its own.
    #[must_use]
    pub const fn recovery() -> Self {
        Self(15)
    }

    /// 2: no protection at all, and fast.
    #[must_use]
    pub const fn for_tests() -> Self {
        Self(2)
    }

    /// The cost with this logarithm, 1 to 20.
    #[must_use]
    pub const fn with_log_n(log_n: u8) -> Option<Self> {
        if log_n >= 1 && log_n <= 20 { Some(Self(log_n)) } else { None }
    }

    /// The logarithm.
    #[must_use]
    pub const fn log_n(self) -> u8 {
        self.0
    }

    /// Factors accepted on reading: 15 to 20 in the product, from lower only if this cost itself is lower.
    pub(crate) fn accepted(self) -> RangeInclusive<u8> {
        self.0.min(15)..=20
    }

    /// This cost, or one less if its memory cannot be had: inside the age crate a failed allocation would abort.
    pub(crate) fn within_memory(self) -> Self {
        let bytes = 1024usize << self.0;
        if self.0 > 1 && Vec::<u8>::new().try_reserve_exact(bytes).is_err() { Self(self.0 - 1) } else { self }
    }
}

/// Costs of the two ways in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// For the passphrase.
    pub cost: Cost,
    /// For the printed code.
    pub recovery_cost: Cost,
}

impl Default for Settings {
    fn default() -> Self {
        Self { cost: Cost::product(), recovery_cost: Cost::recovery() }
    }
}

impl Settings {
    /// Both at the lowest cost, for tests.
    #[must_use]
    pub const fn for_tests() -> Self {
        Self { cost: Cost::for_tests(), recovery_cost: Cost::for_tests() }
    }

    /// Both at this cost, if there is one with that logarithm.
    #[must_use]
    pub fn with_log_n(log_n: u8) -> Option<Self> {
        Cost::with_log_n(log_n).map(|cost| Self { cost, recovery_cost: cost })
    }
}
