//! The only place that reads the clock. Everything else is told the time.

use chrono::{DateTime, NaiveDateTime, Utc};
use hearth_app::Clock;

/// The computer's clock.
#[derive(Debug, Default)]
pub struct SystemClock {
    /// In end-to-end tests: where the clock stood when the program started.
    #[cfg(feature = "e2e")]
    started: Option<(DateTime<Utc>, std::time::Instant)>,
}

impl SystemClock {
    /// The clock, set by the environment in an end-to-end build.
    #[must_use]
    pub fn new() -> Self {
        #[cfg(feature = "e2e")]
        return Self { started: crate::seams::now().map(|now| (now, std::time::Instant::now())) };
        #[cfg(not(feature = "e2e"))]
        Self {}
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn now(&self) -> DateTime<Utc> {
        #[cfg(feature = "e2e")]
        if let Some((from, instant)) = self.started {
            return from + instant.elapsed();
        }
        Utc::now()
    }

    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&chrono::Local).naive_local()
    }
}
