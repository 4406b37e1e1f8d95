//! A clock that stands still until told otherwise.

use std::sync::{Mutex, MutexGuard};

use chrono::{DateTime, Duration, NaiveDateTime, TimeZone, Utc};
use hearth_app::Clock;

/// Starts on Friday, 20 March 2026, 19:00 UTC.
#[derive(Debug)]
pub struct TestClock(Mutex<Hands>);

#[derive(Debug)]
struct Hands {
    wall: DateTime<Utc>,
    steady: Duration,
    /// When and by how much the wall begins to show another time than UTC.
    change: Option<(DateTime<Utc>, Duration)>,
}

impl Default for TestClock {
    fn default() -> Self {
        let start = Utc.with_ymd_and_hms(2026, 3, 20, 19, 0, 0).single().unwrap_or_default();
        Self(Mutex::new(Hands { wall: start, steady: Duration::zero(), change: None }))
    }
}

impl TestClock {
    /// Time passes.
    ///
    /// # Panics
    /// If a test thread panicked while setting it.
    pub fn pass(&self, time: Duration) {
        let mut hands = self.hands();
        hands.wall += time;
        hands.steady += time;
    }

    /// Somebody sets the clock on the wall; no time passes.
    ///
    /// # Panics
    /// If a test thread panicked while setting it.
    pub fn set_by(&self, time: Duration) {
        self.hands().wall += time;
    }

    /// From that moment on the wall shows so much more than UTC, as at the beginning of summer time.
    ///
    /// # Panics
    /// If a test thread panicked while setting it.
    pub fn changes(&self, at: DateTime<Utc>, by: Duration) {
        self.hands().change = Some((at, by));
    }

    fn hands(&self) -> MutexGuard<'_, Hands> {
        self.0.lock().expect("no test panics while it sets the clock")
    }
}

/// A place where the wall clock shows UTC, until it is told to change.
impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        self.hands().wall
    }

    fn steady(&self) -> Duration {
        self.hands().steady
    }

    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let ahead = self.hands().change.filter(|(change, _)| at >= *change).map(|(_, by)| by);
        at.naive_utc() + ahead.unwrap_or_default()
    }
}
