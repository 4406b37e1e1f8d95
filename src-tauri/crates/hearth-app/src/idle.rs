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

#[derive(Clone, Copy, Debug)]
struct Since {
    used: DateTime<Utc>,
    told: bool,
}

const WARNING: Duration = Duration::minutes(1);

impl IdleWatch {
    /// Somebody pressed a key or moved the pointer.
    pub fn used(&self, now: DateTime<Utc>) {
        if let Ok(mut since) = self.0.lock() {
            *since = Some(Since { used: now, told: false });
        }
    }

    /// How it stands. `limit` is `None` while nothing is open.
    pub fn look(&self, now: DateTime<Utc>, limit: Option<Duration>) -> Idle {
        let (Ok(mut slot), Some(limit)) = (self.0.lock(), limit) else { return Idle::Used };
        let since = slot.get_or_insert(Since { used: now, told: false });
        let idle = now - since.used;
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

    #[test]
    fn a6_a_warning_comes_a_minute_before_and_any_use_extends_without_limit() {
        let (watch, five) = (IdleWatch::default(), Some(Duration::minutes(5)));
        let at = |seconds| DateTime::UNIX_EPOCH + Duration::seconds(seconds);
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
}
