//! Waiting after wrong passphrases (`vault.md` 2.6): 1 s, 5 s after five, 30 s after ten. No lockout and no wipe, which
//! a partner could use as weapons.

use chrono::{DateTime, Duration, Utc};

/// Wrong tries of one person in this process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    wrong: u32,
    last: Option<DateTime<Utc>>,
}

impl Tries {
    /// How long to wait before the next try; zero when it may come. A clock set back starts the wait anew, it never
    /// makes one longer than the rule.
    #[must_use]
    pub fn wait(&self, now: DateTime<Utc>) -> Duration {
        let Some(last) = self.last else { return Duration::zero() };
        let passed = (now - last).max(Duration::zero());
        (self.pause() - passed).max(Duration::zero())
    }

    /// A wrong passphrase was given.
    pub fn failed(&mut self, now: DateTime<Utc>) {
        self.wrong = self.wrong.saturating_add(1);
        self.last = Some(now);
    }

    /// The right one was given. The answer is how many wrong ones came before, for its owner's Settings.
    pub fn succeeded(&mut self) -> u32 {
        std::mem::take(self).wrong
    }

    fn pause(&self) -> Duration {
        Duration::seconds(match self.wrong {
            0 => 0,
            1..5 => 1,
            5..10 => 5,
            10.. => 30,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_at_five_and_at_ten_and_never_lock_anybody_out() {
        let now = DateTime::UNIX_EPOCH;
        let mut tries = Tries::default();
        assert_eq!(tries.wait(now), Duration::zero());
        let waits: Vec<i64> = (0..1000)
            .map(|_| {
                tries.failed(now);
                tries.wait(now).num_seconds()
            })
            .collect();
        assert_eq!(waits[..12], [1, 1, 1, 1, 5, 5, 5, 5, 5, 30, 30, 30]);
        assert_eq!(waits.iter().max(), Some(&30));
        assert_eq!(tries.wait(now + Duration::seconds(12)), Duration::seconds(18));
        assert_eq!(tries.wait(now + Duration::seconds(30)), Duration::zero());
        assert_eq!(tries.wait(now - Duration::days(9)), Duration::seconds(30));
        assert_eq!(tries.succeeded(), 1000);
        assert_eq!(tries.wait(now), Duration::zero());
    }
}
