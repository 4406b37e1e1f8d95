//! Answers between the engine's values and the JSON the tables keep.

use hearth_exercise::model::{Exercise, Kind};
use hearth_exercise::value::{Value, from_json, to_json};

/// The JSON a table keeps; a skipped answer is nothing.
pub fn json(value: Option<&Value>) -> Option<serde_json::Value> {
    value.and_then(|value| serde_json::from_str(&to_json(value)).ok())
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
            let kind = &exercise.step(step)?.kind;
            // What came of two private answers is kept under the reveal that made it, as options picked.
            of_kind(json, kind).or_else(|| serde_json::from_value(json.clone()).ok().map(Value::Picked))
        }
    }
}
