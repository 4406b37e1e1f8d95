//! Which day of a month. Only days that every month has, so that no month is left out.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthDay {
    /// The 1st to the 28th.
    Day(u8),
    /// Its last day.
    Last,
    /// The first to the fourth of a weekday.
    Nth(u8, Weekday),
    /// The last of a weekday.
    LastOf(Weekday),
}

impl MonthDay {
    /// The 1st to the 28th; from the 29th on the last day, which every month has.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        match u8::try_from(day.day()) {
            Ok(day @ 1..=28) => Self::Day(day),
            _ => Self::Last,
        }
    }

    /// This day in the month of that date. `None` for a day no month has, or beyond the calendar.
    #[must_use]
    pub fn within(self, month: NaiveDate) -> Option<NaiveDate> {
        let first = month.with_day(1)?;
        let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
        match self {
            Self::Day(day @ 1..=28) => first.with_day(day.into()),
            Self::Last => Some(last),
            Self::Nth(nth @ 1..=4, weekday) => {
                NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), weekday, nth)
            }
            Self::LastOf(weekday) => {
                let back = last.weekday().days_since(weekday);
                last.checked_sub_days(Days::new(back.into()))
            }
            Self::Day(_) | Self::Nth(..) => None,
        }
    }

    /// The first such day from `from` on, in the month of `start` or every so many months after it.
    pub(super) fn next(self, start: NaiveDate, interval: u8, from: NaiveDate) -> Option<NaiveDate> {
        let first = start.with_day(1)?;
        let past = months_between(first, from);
        let step = u32::from(interval);
        let round = past / step * step;
        let days = [round, round + step].map(|months| self.within(first.checked_add_months(Months::new(months))?));
        days.into_iter().flatten().find(|day| *day >= from)
    }
}

fn months_between(first: NaiveDate, later: NaiveDate) -> u32 {
    let years = u32::try_from(later.year() - first.year()).unwrap_or_default();
    (years * 12 + later.month()).saturating_sub(first.month())
}
