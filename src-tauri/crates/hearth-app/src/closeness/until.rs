//! How long a mark holds. Evenings end at four in the morning, so "tonight" said at one in the morning is this night.
//!
//! Ends are mornings and never a time of day: so the end of a list does not tell when somebody marked a line.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::contract::ClosenessLasts;

/// When an evening is over, local.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(4, 0, 0).expect("four o'clock");

/// Nights of "one week": tonight is the first.
const WEEK: i64 = 7;

/// The next four in the morning; `local` is what the clock on the wall shows now.
#[must_use]
pub fn first_morning(now: DateTime<Utc>, local: NaiveDateTime) -> DateTime<Utc> {
    let today = local.date().and_time(MORNING);
    let next = if local < today { today } else { today + TimeDelta::days(1) };
    now + (next - local)
}

/// When a mark made now no longer holds; `None` until the list is opened next.
#[must_use]
pub fn mornings(lasts: ClosenessLasts, first: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match lasts {
        ClosenessLasts::Tonight => Some(first),
        ClosenessLasts::Week => Some(first + TimeDelta::days(WEEK - 1)),
        ClosenessLasts::NextTime => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone as _;

    fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, day, hour, minute, 0).unwrap()
    }

    #[test]
    fn f12_tonight_ends_at_the_next_four_in_the_morning_and_one_week_is_seven_nights() {
        for (now, tonight, week) in [
            (at(20, 19, 0), at(21, 4, 0), at(27, 4, 0)),
            (at(21, 1, 30), at(21, 4, 0), at(27, 4, 0)),
            (at(21, 4, 0), at(22, 4, 0), at(28, 4, 0)),
        ] {
            let first = first_morning(now, now.naive_utc());
            assert_eq!(mornings(ClosenessLasts::Tonight, first), Some(tonight), "{now}");
            assert_eq!(mornings(ClosenessLasts::Week, first), Some(week), "{now}");
            assert_eq!(mornings(ClosenessLasts::NextTime, first), None);
        }
    }

    #[test]
    fn an_evening_ends_where_the_clock_on_the_wall_says_so() {
        let now = at(20, 19, 0);
        let five_hours_ahead = now.naive_utc() + TimeDelta::hours(5);
        assert_eq!(first_morning(now, five_hours_ahead), at(20, 23, 0));
    }
}
