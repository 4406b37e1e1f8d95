//! When a break ends: people choose a length or a time of day, the clock on the wall is read here (F5).

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use crate::contract::Until;
use crate::ports::Clock;

/// The moment they chose; `Ok(None)` leaves it to their own pause plan, `Err` if what was written is no time of day.
pub(crate) fn ends(until: &Until, now: DateTime<Utc>, clock: &dyn Clock) -> Result<Option<DateTime<Utc>>, NotATime> {
    match until {
        Until::Usual {} => Ok(None),
        Until::Minutes { count } => Ok(Some(now + TimeDelta::minutes((*count).into()))),
        Until::At { time } => Ok(Some(next(read(time).ok_or(NotATime)?, now, clock))),
    }
}

/// What was written is no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotATime;

/// "19:30" or "7.05".
fn read(written: &str) -> Option<NaiveTime> {
    let (hours, minutes) = written.trim().split_once([':', '.'])?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !(1..=2).contains(&hours.len()) || minutes.len() != 2 || !digits(hours) || !digits(minutes) {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

/// The next moment at which the wall shows this time.
fn next(time: NaiveTime, now: DateTime<Utc>, clock: &dyn Clock) -> DateTime<Utc> {
    let here = clock.local(now);
    let today = here.date().and_time(time);
    let wanted = if today > here { today } else { today + TimeDelta::days(1) };
    let near = now + (wanted - here);
    // Between now and then the clocks may have been changed; the wall decides.
    near + (wanted - clock.local(near))
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDateTime, TimeZone};

    use super::*;

    /// A wall that is an hour ahead of UTC, and two from the night of the change on.
    struct Wall;

    impl Clock for Wall {
        fn now(&self) -> DateTime<Utc> {
            at(28, 19, 0)
        }
        fn steady(&self) -> TimeDelta {
            TimeDelta::zero()
        }
        fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
            let change = Utc.with_ymd_and_hms(2026, 3, 29, 1, 0, 0).unwrap();
            at.naive_utc() + TimeDelta::hours(if at < change { 1 } else { 2 })
        }
    }

    fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, day, hour, minute, 0).unwrap()
    }

    fn chosen(time: &str) -> Result<Option<DateTime<Utc>>, NotATime> {
        ends(&Until::At { time: time.into() }, Wall.now(), &Wall)
    }

    #[test]
    fn f5_a_time_of_day_is_the_next_one_the_wall_shows() {
        assert_eq!(chosen("20:30"), Ok(Some(at(28, 19, 30))), "later this evening");
        assert_eq!(chosen("20.30"), chosen("20:30"));
        assert_eq!(chosen("20:00"), Ok(Some(at(29, 18, 0))), "now is over: tomorrow, after the clocks changed");
        assert_eq!(chosen("7:05"), Ok(Some(at(29, 5, 5))));
    }

    #[test]
    fn f5_what_is_no_time_is_told() {
        for written in ["", "later", "25:00", "19:60", "19:5", "1930", "+9:30", "19:30:00"] {
            assert_eq!(chosen(written), Err(NotATime), "{written}");
        }
    }

    #[test]
    fn f5_a_length_counts_from_now_and_the_usual_is_the_couples_own() {
        assert_eq!(ends(&Until::Minutes { count: 30 }, Wall.now(), &Wall), Ok(Some(at(28, 19, 30))));
        assert_eq!(ends(&Until::Usual {}, Wall.now(), &Wall), Ok(None));
    }
}
