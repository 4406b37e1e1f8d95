//! From a time on the wall to the moment it names, also on the nights when clocks change (RFC 5545 3.3.5).

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

/// The moment at which the wall shows this time.
///
/// A time the wall skips moves forward by as much as was skipped; one it shows twice is the first of the two. `wall`
/// says what the clock on the wall shows at a moment, and changes its distance from UTC at most once in two days, as
/// every zone does.
#[must_use]
pub fn moment(shown: NaiveDateTime, wall: impl Fn(DateTime<Utc>) -> NaiveDateTime) -> DateTime<Utc> {
    let ahead = |at: DateTime<Utc>| wall(at) - at.naive_utc();
    let near = shown.and_utc();
    let before = near - ahead(near - TimeDelta::days(1));
    let after = near - ahead(near + TimeDelta::days(1));
    let first = before.min(after);
    let second = before.max(after);
    if wall(first) == shown {
        first
    } else if wall(second) == shown {
        second
    } else {
        before
    }
}
