//! The program's one tick: what locks without being asked, that is idle time and time that jumped while the computer slept
//! (F22); and what was planned for this minute (E42).
//!
//! tao and Tauri report neither suspend nor session lock, so a tick compares the wall clock with a clock that
//! stops during sleep; a jump locks before the next paint.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use hearth_app::contract::Notice;
use hearth_app::{App, Idle};
use tauri::{AppHandle, Manager};

use crate::leaving::{Exit, leave};

const TICK: Duration = Duration::from_secs(1);
const JUMP: chrono::Duration = chrono::Duration::seconds(5);

/// Starts ticking.
pub fn watch(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let core = Arc::clone(&app.state::<Arc<App>>());
        let mut last = (core.now(), Instant::now());
        loop {
            tokio::time::sleep(TICK).await;
            let now = (core.now(), Instant::now());
            if jumped(last, now) && core.is_open().await {
                return leave(&app, Exit::Lock);
            }
            last = now;
            core.retry().await;
            core.remind().await;
            match core.idle().await {
                Idle::Used => {}
                Idle::Soon => core.tell(Notice::LockingSoon),
                Idle::Over => return leave(&app, Exit::Lock),
            }
        }
    });
}

fn jumped(last: (DateTime<Utc>, Instant), now: (DateTime<Utc>, Instant)) -> bool {
    let wall = now.0 - last.0;
    let steady = chrono::Duration::from_std(now.1 - last.1).unwrap_or_default();
    wall - steady > JUMP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_clock_that_jumped_means_sleep_and_a_slow_tick_does_not() {
        let (wall, steady) = (DateTime::UNIX_EPOCH, Instant::now());
        let after = |w, s| (wall + chrono::Duration::seconds(w), steady + Duration::from_secs(s));
        assert!(jumped((wall, steady), after(60, 1)));
        assert!(!jumped((wall, steady), after(60, 60)));
        assert!(!jumped((wall, steady), after(1, 1)));
    }
}
