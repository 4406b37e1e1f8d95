//! A clock that stands still until told otherwise.

use std::sync::Mutex;

use chrono::{DateTime, Duration, NaiveDateTime, TimeZone, Utc};

/// Starts on Friday, 20 March 2026, 19:00 UTC.
#[derive(Debug)]
pub struct TestClock(Mutex<DateTime<Utc>>);

impl Default for TestClock {
    fn default() -> Self {
        let start = Utc.with_ymd_and_hms(2026, 3, 20, 19, 0, 0).single().unwrap_or_default();
        Self(Mutex::new(start))
    }
}

impl TestClock {
    /// What it shows.
    ///
    /// # Panics
    /// If a test thread panicked while setting it.
    pub fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("no test panics while it sets the clock")
    }

    /// The wall clock of a place in UTC.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc()
    }

    /// Moves it on.
    ///
    /// # Panics
    /// If a test thread panicked while setting it.
    pub fn pass(&self, time: Duration) {
        *self.0.lock().expect("no test panics while it sets the clock") += time;
    }
}
