//! An answer as it is kept: the bare shapes of `build-notes.md` 1, in canonical JSON. A sealed answer is
//! committed to exactly these bytes, so they must not depend on anything but the answer.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use super::{DayOfWeek, Planned, Repeat, Value};
use crate::format::canonical_json;
use crate::model::Kind;

/// What was kept is not an answer to this kind of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an answer to that kind of step")]
pub struct NotThisKind;

/// Canonical JSON of an answer.
#[must_use]
pub fn to_json(value: &Value) -> String {
    let json = match value {
        Value::Text(text) => json!(text),
        Value::Picked(picked) => json!(picked),
        Value::PerRow(rows) => json!(rows),
        Value::Number(n) => json!(n),
        Value::Words(words) => json!(words),
        Value::Checks(checks) => json!(checks),
        Value::Rows(rows) => json!(rows),
        Value::Letter(parts) => json!(parts),
        Value::Date(planned) => dated(planned),
    };
    canonical_json(&json)
}

/// Reads what [`to_json`] wrote for a step of this kind.
///
/// # Errors
/// It is something else.
pub fn from_json(json: &str, kind: &Kind) -> Result<Value, NotThisKind> {
    match kind {
        Kind::Text(_) => read(json).map(Value::Text),
        Kind::Choose(choose) if choose.per.is_some() => read(json).map(Value::PerRow),
        Kind::Choose(_) | Kind::Consent(_) | Kind::Gate(_) => read(json).map(Value::Picked),
        Kind::Scale(_) => read(json).map(Value::Number),
        Kind::Words(_) => read(json).map(Value::Words),
        Kind::Checklist(_) => read(json).map(Value::Checks),
        Kind::Table(_) => read(json).map(Value::Rows),
        Kind::Letter(_) => read(json).map(Value::Letter),
        Kind::Schedule(_) => read::<Dated>(json).map(|d| Value::Date(d.planned())),
        _ => Err(NotThisKind),
    }
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T, NotThisKind> {
    serde_json::from_str(json).map_err(|_| NotThisKind)
}

/// `exchange.md` 4: a repeat by weeks names its days, one by months its day.
fn dated(planned: &Planned) -> Json {
    let mut json = json!({ "start": planned.start });
    if let Some(at) = &planned.at {
        json["at"] = json!(at);
    }
    let Some(repeat) = &planned.repeat else { return json };
    let start = planned.start.parse::<NaiveDate>().ok();
    json["repeat"] = json!(repeat);
    match (repeat, start) {
        (Repeat::Week { on, .. }, Some(start)) if on.is_empty() => {
            json["repeat"]["on"] = json!([start.weekday().to_string().to_lowercase()]);
        }
        (Repeat::Month { .. }, Some(start)) => {
            json["repeat"]["day"] = if start.day() > 28 { json!("last") } else { json!(start.day()) };
        }
        _ => {}
    }
    json
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dated {
    start: String,
    at: Option<String>,
    repeat: Option<Again>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Again {
    every: Unit,
    interval: u8,
    on: Option<Vec<DayOfWeek>>,
    /// The day of the month is that of the start.
    #[serde(rename = "day")]
    _day: Option<Json>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Unit {
    Day,
    Week,
    Month,
}

impl Dated {
    fn planned(self) -> Planned {
        let repeat = self.repeat.map(|again| again.repeat(&self.start));
        Planned { start: self.start, at: self.at, repeat }
    }
}

impl Again {
    fn repeat(self, start: &str) -> Repeat {
        let interval = self.interval;
        match self.every {
            Unit::Day => Repeat::Day { interval },
            Unit::Month => Repeat::Month { interval },
            Unit::Week => {
                let first = start.parse::<NaiveDate>().ok().map(|start| start.weekday());
                let mut on = self.on.unwrap_or_default();
                // The one weekday of the start goes without saying.
                if let [only] = on[..]
                    && Some(only.into()) == first
                {
                    on.clear();
                }
                Repeat::Week { interval, on }
            }
        }
    }
}
