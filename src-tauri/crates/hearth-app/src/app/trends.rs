//! Trends (F13, E41): one's own series, alone only.

use chrono::{Duration, NaiveDateTime};

use super::App;
use super::check_ins::SLUG;
use crate::contract::{Code, CommandError, SeriesName, Span, Trend, TrendPoint};
use crate::trends::{Axis, chart, find, first_day};

impl App {
    /// One series over one time; the first there is if none is named. `None` while there is no number yet.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together, where nobody's numbers show.
    pub async fn trend(&self, series: Option<String>, span: Span) -> Result<Option<Trend>, CommandError> {
        let mut table = self.table().await?;
        let (_, own) = table.sitting.alone()?;
        let known = self.known_series(own.series_names().await.map_err(Code::from)?);
        let Some((name, axis)) = known.iter().find(|(name, _)| Some(name) == series.as_ref()).or(known.first()) else {
            return Ok(None);
        };
        let today = self.today();
        let first = first_day(span, today);
        // A day more than shows: which day a moment was is the wall's to say.
        let since = self.now() - Duration::days((today - first).num_days() + 2);
        let rows = own.series_since(name, since).await.map_err(Code::from)?;
        let here = rows.iter().map(|row| (self.ports.clock.local(row.at), row.value));
        let points: Vec<(NaiveDateTime, i32)> = here.filter(|(at, _)| (first..=today).contains(&at.date())).collect();
        Ok(Some(Trend {
            choices: known.iter().map(|(name, axis)| named(name, axis)).collect(),
            series: name.clone(),
            span,
            from: first.to_string(),
            to: today.to_string(),
            scale: axis.scale(),
            chart: chart(axis, span, first, &points),
            points: table_of(axis, &points),
        }))
    }

    /// The series whose numbers an exercise explains, those of the check-in first, in the order it asks.
    fn known_series(&self, names: Vec<String>) -> Vec<(String, Axis)> {
        let check_in = self.exercises.get(SLUG);
        let asked = |name: &String| check_in.as_ref()?.steps.iter().position(|s| s.series.as_ref() == Some(name));
        let mut known: Vec<_> =
            names.into_iter().filter_map(|name| Some((find(&name, self.exercises.iter())?, name))).collect();
        known.sort_by_key(|(_, name)| asked(name).unwrap_or(usize::MAX));
        known.into_iter().map(|(axis, name)| (name, axis)).collect()
    }
}

fn named(name: &str, axis: &Axis) -> SeriesName {
    SeriesName { name: name.to_owned(), label: axis.label.clone() }
}

fn table_of(axis: &Axis, points: &[(NaiveDateTime, i32)]) -> Vec<TrendPoint> {
    let point =
        |(at, value): &(NaiveDateTime, i32)| Some(TrendPoint { on: at.date().to_string(), word: axis.word(*value)? });
    points.iter().rev().filter_map(point).collect()
}
