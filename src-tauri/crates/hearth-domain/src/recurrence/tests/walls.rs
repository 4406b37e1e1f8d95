use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use proptest::prelude::*;

use super::super::moment;

/// A wall that shows one distance from UTC until a moment, and another one from then on.
#[derive(Clone, Copy, Debug)]
struct Wall {
    change: DateTime<Utc>,
    before: TimeDelta,
    after: TimeDelta,
}

impl Wall {
    fn shows(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + if at < self.change { self.before } else { self.after }
    }

    fn moment(self, shown: &str) -> DateTime<Utc> {
        moment(shown.parse().expect("a time"), |at| self.shows(at))
    }
}

fn utc(month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, hour, minute, 0).single().expect("a real time")
}

/// Central Europe: an hour ahead, two in summer.
const SPRING: fn() -> Wall =
    || Wall { change: utc(3, 29, 1, 0), before: TimeDelta::hours(1), after: TimeDelta::hours(2) };
const AUTUMN: fn() -> Wall =
    || Wall { change: utc(10, 25, 1, 0), before: TimeDelta::hours(2), after: TimeDelta::hours(1) };

#[test]
fn seven_in_the_evening_stays_seven_on_both_sides() {
    assert_eq!(SPRING().moment("2026-03-28T19:00:00"), utc(3, 28, 18, 0));
    assert_eq!(SPRING().moment("2026-03-29T19:00:00"), utc(3, 29, 17, 0));
    assert_eq!(AUTUMN().moment("2026-10-24T19:00:00"), utc(10, 24, 17, 0));
    assert_eq!(AUTUMN().moment("2026-10-25T19:00:00"), utc(10, 25, 18, 0));
}

#[test]
fn a_time_the_wall_skips_moves_forward() {
    let at = SPRING().moment("2026-03-29T02:30:00");
    assert_eq!(at, utc(3, 29, 1, 30));
    assert_eq!(SPRING().shows(at).to_string(), "2026-03-29 03:30:00");
}

#[test]
fn a_time_the_wall_shows_twice_counts_once_the_first_time() {
    assert_eq!(AUTUMN().moment("2026-10-25T02:30:00"), utc(10, 25, 0, 30));
}

#[test]
fn a_laptop_that_travels_keeps_the_time_on_the_wall() {
    let away = Wall { change: utc(1, 1, 0, 0), before: TimeDelta::hours(-5), after: TimeDelta::hours(-5) };
    assert_eq!(away.moment("2026-05-08T19:00:00"), utc(5, 9, 0, 0));
}

proptest! {
    #[test]
    fn the_moment_shows_the_time_or_the_first_after_a_skip(
        minutes in 0i64..4 * 24 * 60,
        before in -12i64 * 4..14 * 4,
        by in prop_oneof![Just(-4i64), Just(-2), Just(2), Just(4), Just(8)],
    ) {
        let before = TimeDelta::minutes(before * 15);
        let wall = Wall { change: utc(3, 29, 1, 0), before, after: before + TimeDelta::minutes(by * 15) };
        let shown = utc(3, 27, 0, 0).naive_utc() + TimeDelta::minutes(minutes);
        let at = moment(shown, |at| wall.shows(at));
        // Said another way: the first of all moments around it that show this time.
        let first = (-36 * 60..36 * 60)
            .map(|minute| shown.and_utc() + TimeDelta::minutes(minute))
            .find(|at| wall.shows(*at) == shown);
        match first {
            Some(first) => prop_assert_eq!(at, first),
            None => {
                prop_assert!(by > 0, "only a step forward skips a time");
                prop_assert_eq!(wall.shows(at), shown + TimeDelta::minutes(by * 15));
            }
        }
    }
}
