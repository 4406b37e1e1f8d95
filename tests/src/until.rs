//! Looking again until something is there.

use std::time::{Duration, Instant};

/// How long a page may take. Two busy cores are slow; a test that passes never waits this long.
pub const PATIENCE: Duration = Duration::from_secs(20);
const AGAIN: Duration = Duration::from_millis(25);
/// A page that is looked at all the time has none left to change.
const BLINK: Duration = Duration::from_millis(8);

/// Before looking at a page again.
pub fn blink() {
    std::thread::sleep(BLINK);
}

/// Looks until `look` finds something.
///
/// # Panics
/// After [`PATIENCE`], with what was looked for.
#[track_caller]
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    until_within(PATIENCE, what, look)
}

/// The same for what comes at a time of its own.
///
/// # Panics
/// After that long, with what was looked for.
#[track_caller]
pub fn until_within<T>(long: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < long, "waited {long:?} for {what}");
        std::thread::sleep(AGAIN);
    }
}
