//! Where the dots lie. A dot is as far across as its moment is into the days that show; a day without one stays empty.

use chrono::{Days, NaiveDate, NaiveDateTime, Timelike};

use super::Axis;
use crate::contract::{Chart, ChartDot, ChartTick, Span};

const RIGHT: f32 = 716.0;
const WIDTH: f32 = 728.0;
const HEIGHT: f32 = 298.0;
/// Between an end of the lines and the first or last day.
const PAD: f32 = 8.0;
/// Words stand before the lines; so wide is a letter, about, and so wide they are at least and at most.
const LETTER: f32 = 8.4;
const WORDS: (f32, f32) = (96.0, 220.0);

/// Days that show, days between two ticks, half the width of a dot.
const fn measures(span: Span) -> (u16, u16, f32) {
    match span {
        Span::TwoWeeks => (14, 3, 6.5),
        Span::ThreeMonths => (91, 28, 4.5),
    }
}

/// The first day that shows.
#[must_use]
pub fn first_day(span: Span, today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(u64::from(measures(span).0) - 1)).unwrap_or(today)
}

/// The drawing of numbers, each with what the wall showed when it was written.
#[must_use]
pub fn chart(axis: &Axis, span: Span, first: NaiveDate, points: &[(NaiveDateTime, i32)]) -> Chart {
    let (days, step, radius) = measures(span);
    let left = left(axis);
    let across = |days_in: f32| tenth(left + PAD + days_in * (RIGHT - left - 2.0 * PAD) / f32::from(days));
    let tick = |day: u16| {
        let on = first.checked_add_days(Days::new(day.into()))?.to_string();
        Some(ChartTick { x: across(f32::from(day)), on })
    };
    let dot = |(at, value): &(NaiveDateTime, i32)| {
        let day = u16::try_from((at.date() - first).num_days()).ok().filter(|day| *day < days)?;
        axis.word(*value)?;
        Some(ChartDot { x: across(f32::from(day) + of_day(*at)), y: tenth(axis.y(*value)) })
    };
    Chart {
        width: WIDTH,
        height: HEIGHT,
        left,
        right: RIGHT,
        radius,
        rows: axis.rows(),
        ticks: (0..days).step_by(step.into()).filter_map(tick).collect(),
        dots: points.iter().filter_map(dot).collect(),
    }
}

/// How much of its day is over.
#[expect(clippy::cast_precision_loss, reason = "a day has 86 400 seconds")]
fn of_day(at: NaiveDateTime) -> f32 {
    at.time().num_seconds_from_midnight() as f32 / 86_400.0
}

#[expect(clippy::cast_precision_loss, reason = "a word has few letters")]
fn left(axis: &Axis) -> f32 {
    let rows = axis.rows();
    let letters = rows.iter().filter_map(|row| row.word.as_ref()).map(|word| word.chars().count()).max();
    (letters.unwrap_or(0) as f32 * LETTER + 16.0).clamp(WORDS.0, WORDS.1).round()
}

fn tenth(length: f32) -> f32 {
    (length * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercises::Exercises;
    use crate::trends::find;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn energy() -> Axis {
        find("energy", Exercises::default().iter()).expect("the check-in asks for it")
    }

    fn at(day_of: &str, hour: u32) -> NaiveDateTime {
        day(day_of).and_hms_opt(hour, 0, 0).expect("a time")
    }

    #[test]
    fn e41_words_are_the_axis_and_the_best_has_no_colour_or_line_of_its_own() {
        let chart = chart(&energy(), Span::TwoWeeks, day("2026-11-07"), &[]);
        let words: Vec<_> = chart.rows.iter().map(|row| row.word.as_deref().unwrap_or_default()).collect();
        assert_eq!(words, ["Full", "Lively", "Steady", "Low", "Drained"]);
        let apart: Vec<_> = chart.rows.windows(2).map(|two| two[1].y - two[0].y).collect();
        assert_eq!(apart, [56.0; 4]);
    }

    #[test]
    fn e41_gaps_stay_gaps_and_each_number_is_one_dot() {
        let first = first_day(Span::TwoWeeks, day("2026-11-20"));
        assert_eq!(first, day("2026-11-07"));
        let points = [(at("2026-11-08", 12), 4), (at("2026-11-19", 12), 0), (at("2026-11-19", 18), 2)];
        let chart = chart(&energy(), Span::TwoWeeks, first, &points);
        assert_eq!(chart.dots.len(), 3, "nothing is drawn for the days between");
        let days = |from: &ChartDot, to: &ChartDot| (to.x - from.x) / (chart.right - chart.left - 16.0) * 14.0;
        assert!((days(&chart.dots[0], &chart.dots[1]) - 11.0).abs() < 0.02, "{:?}", chart.dots);
        assert_eq!(chart.dots.iter().map(|dot| dot.y).collect::<Vec<_>>(), [26.0, 250.0, 138.0]);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        let points = [(at("2026-11-06", 23), 1), (at("2026-11-21", 0), 1), (at("2026-11-10", 9), 5)];
        let chart = chart(&energy(), Span::TwoWeeks, day("2026-11-07"), &points);
        assert_eq!(chart.dots, []);
    }

    #[test]
    fn a_scale_says_its_ends_in_words_and_makes_room_for_them() {
        let calm = find("calm", Exercises::default().iter()).expect("asked for in several exercises");
        let chart = chart(&calm, Span::ThreeMonths, day("2026-08-22"), &[(at("2026-08-22", 0), 10)]);
        assert_eq!(chart.rows.first().and_then(|row| row.word.as_deref()), Some("calm"));
        assert_eq!(chart.rows.last().and_then(|row| row.word.as_deref()), Some("very worked up"));
        assert!(chart.left > 96.0 && chart.dots[0].x == chart.left + 8.0, "{chart:?}");
        assert_eq!(
            chart.ticks.iter().map(|tick| tick.on.as_str()).collect::<Vec<_>>(),
            ["2026-08-22", "2026-09-19", "2026-10-17", "2026-11-14"]
        );
    }
}
