//! The words of an item, as its body keeps them.

use hearth_domain::Person;
use hearth_exercise::page::RecapRow;

/// Reads a body written by a run: question, lines, whose.
#[must_use]
pub fn rows(body: &serde_json::Value) -> Vec<RecapRow> {
    let row = |row: &serde_json::Value| {
        let lines = row["lines"].as_array()?.iter().filter_map(|l| Some(l.as_str()?.to_owned())).collect();
        let by = row["by"].as_str().and_then(Person::from_letter);
        Some(RecapRow { label: row["label"].as_str()?.to_owned(), lines, by })
    };
    body.as_array().into_iter().flatten().filter_map(row).collect()
}
