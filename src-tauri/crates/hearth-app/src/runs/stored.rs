//! Answers between the engine's values and the JSON the tables keep.

use std::collections::BTreeMap;

use hearth_exercise::model::{Exercise, Kind};
use hearth_exercise::value::{Picked, PickedWords, Value, from_json, to_json};

/// The JSON a table keeps; a skipped answer is nothing.
pub fn json(value: Option<&Value>) -> Option<serde_json::Value> {
    value.and_then(|value| serde_json::from_str(&to_json(value)).ok())
}

/// What an emptied field holds; nothing for kinds that cannot be emptied.
pub fn empty(kind: &Kind) -> Option<Value> {
    Some(match kind {
        Kind::Text(_) => Value::Text(String::new()),
        Kind::Choose(choose) if choose.per.is_none() => Value::Picked(Picked::default()),
        Kind::Words(_) => Value::Words(PickedWords::default()),
        Kind::Checklist(_) => Value::Checks(BTreeMap::new()),
        Kind::Table(_) => Value::Rows(vec![]),
        Kind::Letter(_) => Value::Letter(BTreeMap::new()),
        _ => return None,
    })
}

/// Reads what a table kept for a step of this kind.
pub fn of_kind(json: &serde_json::Value, kind: &Kind) -> Option<Value> {
    from_json(&json.to_string(), kind).ok()
}

/// Reads what a table kept under a name: a step's answer, a reply (`step.reply`), answers to rows (`step.rows`).
pub fn of_step(exercise: &Exercise, step: &str, json: &serde_json::Value) -> Option<Value> {
    match step.rsplit_once('.') {
        Some((_, "reply")) => serde_json::from_value(json.clone()).ok().map(Value::Picked),
        Some((_, "rows")) => serde_json::from_value(json.clone()).ok().map(Value::Checks),
        _ => {
            let known = exercise.step(step.split('.').next().unwrap_or(step))?;
            of_kind(json, &known.kind).or_else(|| of_shape(json))
        }
    }
}

/// Copies kept under a reveal come from steps of other exercises too; each kind's shape is its own.
fn of_shape(json: &serde_json::Value) -> Option<Value> {
    let json = json.clone();
    match &json {
        serde_json::Value::String(text) => Some(Value::Text(text.clone())),
        serde_json::Value::Number(_) => serde_json::from_value(json).ok().map(Value::Number),
        serde_json::Value::Array(_) => serde_json::from_value(json).ok().map(Value::Rows),
        serde_json::Value::Object(fields) if fields.contains_key("own") => {
            serde_json::from_value(json).ok().map(Value::Words)
        }
        serde_json::Value::Object(fields) if fields.contains_key("picked") => {
            serde_json::from_value(json).ok().map(Value::Picked)
        }
        serde_json::Value::Object(_) => serde_json::from_value(json).ok().map(Value::Letter),
        _ => None,
    }
}
