use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn plan(start: NaiveDate, every: Every) -> Recurrence {
    Recurrence { start, at: None, every: Some(every) }
}

fn next(start: &str, every: Every, from: &str) -> String {
    plan(day(start), every).next(day(from)).expect("there is a next one").to_string()
}

fn each(count: u8) -> Interval {
    Interval::new(count).expect("an interval")
}

#[test]
fn what_is_planned_once_is_over_after_its_day() {
    let once = Recurrence { start: day("2026-03-27"), at: None, every: None };
    assert_eq!(once.next(day("2026-03-01")), Some(day("2026-03-27")));
    assert_eq!(once.next(day("2026-03-27")), Some(day("2026-03-27")));
    assert_eq!(once.next(day("2026-03-28")), None);
    assert_eq!(once.days(day("2026-03-01")).count(), 1);
}

#[test]
fn missed_ones_never_pile_up() {
    let fridays = Every::Weeks(Interval::EACH, Weekdays::of(day("2026-03-27")));
    // Four months later there is one next Friday, not seventeen.
    assert_eq!(next("2026-03-27", fridays, "2026-07-25"), "2026-07-31");
}

#[test]
fn every_second_week_counts_from_the_week_of_the_start() {
    let on = Weekdays::new([Weekday::Mon, Weekday::Fri]).expect("two days");
    let every = Every::Weeks(each(2), on);
    let found: Vec<_> = plan(day("2026-03-25"), every).days(day("2026-03-01")).take(4).collect();
    // The Monday of its own week lies before the start.
    assert_eq!(found, ["2026-03-27", "2026-04-06", "2026-04-10", "2026-04-20"].map(day));
}

#[test]
fn a_month_without_that_day_is_not_left_out() {
    let last = Every::Months(Interval::EACH, MonthDay::of(day("2026-01-31")));
    let found: Vec<_> = plan(day("2026-01-31"), last).days(day("2026-01-31")).take(3).collect();
    assert_eq!(found, ["2026-01-31", "2026-02-28", "2026-03-31"].map(day));
    let fridays = Every::Months(each(3), MonthDay::LastOf(Weekday::Fri));
    assert_eq!(next("2026-01-01", fridays, "2026-02-01"), "2026-04-24");
    let second = Every::Months(Interval::EACH, MonthDay::Nth(2, Weekday::Tue));
    assert_eq!(next("2026-03-11", second, "2026-03-11"), "2026-04-14");
}

#[test]
fn nothing_beyond_the_bounds_can_be_made() {
    assert_eq!(Interval::new(0), None);
    assert_eq!(Interval::new(53), None);
    assert_eq!(Weekdays::new([]), None);
    assert_eq!(MonthDay::Day(29).within(day("2026-01-01")), None);
    assert_eq!(MonthDay::Nth(5, Weekday::Mon).within(day("2026-01-01")), None);
}

fn weekday() -> impl Strategy<Value = Weekday> {
    (0u8..7).prop_map(|n| Weekday::try_from(n).expect("0 to 6"))
}

fn every() -> impl Strategy<Value = Every> {
    let interval = || (1..=LONGEST).prop_map(each);
    let on = proptest::collection::vec(weekday(), 1..7).prop_map(|days| Weekdays::new(days).expect("one or more"));
    let month = prop_oneof![
        (1u8..=28).prop_map(MonthDay::Day),
        Just(MonthDay::Last),
        (1u8..=4, weekday()).prop_map(|(nth, day)| MonthDay::Nth(nth, day)),
        weekday().prop_map(MonthDay::LastOf),
    ];
    prop_oneof![
        interval().prop_map(Every::Days),
        (interval(), on).prop_map(|(n, on)| Every::Weeks(n, on)),
        (interval(), month).prop_map(|(n, day)| Every::Months(n, day)),
    ]
}

/// Whether a plan falls on a day, said another way than the code says it.
fn falls(plan: &Recurrence, on: NaiveDate) -> bool {
    let Some(every) = &plan.every else { return on == plan.start };
    let whole = |past: i64, n: Interval| past >= 0 && past % n.days() == 0;
    let week = |day: NaiveDate| (day.num_days_from_ce() - 1).div_euclid(7);
    on >= plan.start
        && match every {
            Every::Days(n) => whole((on - plan.start).num_days(), *n),
            Every::Weeks(n, days) => days.has(on.weekday()) && whole((week(on) - week(plan.start)).into(), *n),
            Every::Months(n, day) => {
                let months = |d: NaiveDate| i64::from(d.year()) * 12 + i64::from(d.month0());
                day.within(on) == Some(on) && whole(months(on) - months(plan.start), *n)
            }
        }
}

proptest! {
    #[test]
    fn the_next_day_is_the_first_that_fits(every in every(), start in 0u64..4000, ahead in 0u64..3000) {
        let start = day("2020-01-01") + Days::new(start);
        let plan = plan(start, every);
        let from = day("2019-06-01") + Days::new(ahead);
        let next = plan.next(from).expect("what comes again has a next day");
        prop_assert!(next >= from && falls(&plan, next), "{next} does not fit");
        let between = from.iter_days().take_while(|day| *day < next);
        // The longest wait of all is 52 months.
        for day in between.take(200) {
            prop_assert!(!falls(&plan, day), "{day} was passed over");
        }
    }

    #[test]
    fn days_only_go_forward(every in every(), start in 0u64..4000) {
        let plan = plan(day("2020-01-01") + Days::new(start), every);
        let days: Vec<_> = plan.days(plan.start).take(12).collect();
        prop_assert_eq!(days.len(), 12);
        prop_assert!(days.windows(2).all(|two| two[0] < two[1]));
    }
}
