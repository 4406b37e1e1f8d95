//! What comes again: a ritual, a weekly meeting, a date to look forward to (`exchange.md` 4).
//!
//! A plan is kept as people say it, a day and a time on the wall, never as moments. So it stays at seven in the evening
//! when the clocks change or the laptop travels, and what was missed never piles up: there is only ever the next one.

mod month;
mod wall;

#[cfg(test)]
mod tests;

pub use month::MonthDay;
pub use wall::moment;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

/// The longest interval, in days, weeks or months.
pub const LONGEST: u8 = 52;

/// How a plan comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Every {
    /// Every so many days; 1 is every day.
    Days(Interval),
    /// On these days of every so many weeks. Weeks begin on Monday and count from the week of the start.
    Weeks(Interval, Weekdays),
    /// Once in every so many months.
    Months(Interval, MonthDay),
}

/// 1 to [`LONGEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval(u8);

impl Interval {
    /// Each one.
    pub const EACH: Self = Self(1);

    /// `None` beyond the bounds.
    #[must_use]
    pub const fn new(count: u8) -> Option<Self> {
        if count >= 1 && count <= LONGEST { Some(Self(count)) } else { None }
    }

    fn days(self) -> i64 {
        i64::from(self.0)
    }
}

/// Some days of the week, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// `None` if there are none.
    #[must_use]
    pub fn new(days: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        let bits = days.into_iter().fold(0, |bits, day| bits | 1 << day.num_days_from_monday());
        (bits != 0).then_some(Self(bits))
    }

    /// The one day a date falls on.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(1 << day.weekday().num_days_from_monday())
    }

    /// Whether it is one of them.
    #[must_use]
    pub fn has(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }
}

/// A plan: its first day, its time on the wall, how it comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// Nothing before this day. Itself one of the days only if it fits [`Recurrence::every`].
    pub start: NaiveDate,
    /// The time on the wall; `None` is the whole day.
    pub at: Option<NaiveTime>,
    /// How it comes again; `None` is once.
    pub every: Option<Every>,
}

impl Recurrence {
    /// The next day it falls on, that day included. `None` once it is over.
    #[must_use]
    pub fn next(&self, from: NaiveDate) -> Option<NaiveDate> {
        let from = from.max(self.start);
        match &self.every {
            None => (from == self.start).then_some(from),
            Some(Every::Days(interval)) => self.by_days(*interval, from),
            Some(Every::Weeks(interval, on)) => self.by_weeks(*interval, *on, from),
            Some(Every::Months(interval, day)) => day.next(self.start, interval.0, from),
        }
    }

    /// All days from that day on, that day included.
    pub fn days(&self, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        std::iter::successors(self.next(from), |day| self.next(day.succ_opt()?))
    }

    fn by_days(&self, interval: Interval, from: NaiveDate) -> Option<NaiveDate> {
        let past = (from - self.start).num_days();
        let missing = (interval.days() - past % interval.days()) % interval.days();
        from.checked_add_days(Days::new(u64::try_from(missing).ok()?))
    }

    fn by_weeks(&self, interval: Interval, on: Weekdays, from: NaiveDate) -> Option<NaiveDate> {
        let first = monday(self.start)?;
        let counts = |day: &NaiveDate| {
            let week = monday(*day).map_or(-1, |monday| (monday - first).num_weeks());
            on.has(day.weekday()) && week % interval.days() == 0
        };
        // One whole round and the rest of a week: each weekday of a week that counts lies in it.
        let round = usize::from(interval.0) * 7 + 7;
        from.iter_days().take(round).find(counts)
    }
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
}
