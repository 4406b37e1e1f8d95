//! Idle lock (F22): five minutes alone, thirty in Together; a warning one minute before.

use std::sync::Mutex;

use chrono::{DateTime, Duration, Utc};

/// Whether anybody is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// In use, or nothing is open.
    Used,
    /// One minute left; told once.
    Soon,
    /// Time is over.
    Over,
}

/// When the window was last used.
#[derive(Debug, Default)]
pub struct IdleWatch(Mutex<Option<Since>>);

/// One moment on two clocks: a person can set the one on the wall, and the steady one may stand still during sleep.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moment {
    /// What the computer says the time is.
    pub wall: DateTime<Utc>,
    /// Time that passed in this process.
    pub steady: Duration,
}

impl Moment {
    /// The longer of the two: a clock set back does not keep a book open, and sleep counts.
    fn since(self, earlier: Self) -> Duration {
        (self.wall - earlier.wall).max(self.steady - earlier.steady)
    }
}

#[derive(Clone, Copy, Debug)]
struct Since {
    used: Moment,
    told: bool,
}

const WARNING: Duration = Duration::minutes(1);

impl IdleWatch {
    /// Somebody pressed a key or moved the pointer.
    pub fn used(&self, now: Moment) {
        if let Ok(mut since) = self.0.lock() {
            *since = Some(Since { used: now, told: false });
        }
    }

    /// How it stands. `limit` is `None` while nothing is open.
    pub fn look(&self, now: Moment, limit: Option<Duration>) -> Idle {
        let (Ok(mut slot), Some(limit)) = (self.0.lock(), limit) else { return Idle::Used };
        let since = slot.get_or_insert(Since { used: now, told: false });
        let idle = now.since(since.used);
        if idle >= limit {
            Idle::Over
        } else if idle >= limit - WARNING && !since.told {
            since.told = true;
            Idle::Soon
        } else {
            Idle::Used
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(wall: i64, steady: i64) -> Moment {
        let wall = DateTime::UNIX_EPOCH + Duration::seconds(wall);
        Moment { wall, steady: Duration::seconds(steady) }
    }

    #[test]
    fn a6_a_warning_comes_a_minute_before_and_any_use_extends_without_limit() {
        let (watch, five) = (IdleWatch::default(), Some(Duration::minutes(5)));
        let at = |seconds| at(seconds, seconds);
        watch.used(at(0));
        assert_eq!(watch.look(at(239), five), Idle::Used);
        assert_eq!(watch.look(at(240), five), Idle::Soon);
        assert_eq!(watch.look(at(241), five), Idle::Used, "told once");
        watch.used(at(250));
        assert_eq!(watch.look(at(489), five), Idle::Used);
        assert_eq!(watch.look(at(490), five), Idle::Soon);
        assert_eq!(watch.look(at(550), five), Idle::Over);
        assert_eq!(watch.look(at(9999), None), Idle::Used, "nothing is open");
    }

    #[test]
    fn a_clock_set_back_does_not_keep_the_book_open_and_sleep_counts() {
        let (watch, five) = (IdleWatch::default(), Some(Duration::minutes(5)));
        watch.used(at(10_000, 0));
        assert_eq!(watch.look(at(6_400, 300), five), Idle::Over, "set back an hour");
        assert_eq!(watch.look(at(10_301, 2), five), Idle::Over, "asleep for five minutes");
        assert_eq!(watch.look(at(6_400, 10), five), Idle::Used);
    }
}
