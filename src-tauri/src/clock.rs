//! The only place that reads the clock. Everything else is told the time.

use std::time::Instant;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use hearth_app::Clock;

/// The computer's clock.
#[derive(Debug)]
pub struct SystemClock {
    begun: Instant,
    /// In end-to-end tests: where the clock stood when the program started.
    #[cfg(feature = "e2e")]
    started: Option<DateTime<Utc>>,
}

impl SystemClock {
    /// The clock, set by the environment in an end-to-end build.
    #[must_use]
    pub fn new() -> Self {
        #[cfg(feature = "e2e")]
        return Self { begun: Instant::now(), started: crate::seams::now() };
        #[cfg(not(feature = "e2e"))]
        Self { begun: Instant::now() }
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn now(&self) -> DateTime<Utc> {
        #[cfg(feature = "e2e")]
        if let Some(from) = self.started {
            return from + self.begun.elapsed();
        }
        Utc::now()
    }

    fn steady(&self) -> Duration {
        Duration::from_std(self.begun.elapsed()).unwrap_or(Duration::MAX)
    }

    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&chrono::Local).naive_local()
    }
}
