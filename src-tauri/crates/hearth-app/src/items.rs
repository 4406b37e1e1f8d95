//! The words of an item, as its body keeps them.

use hearth_domain::Person;
use hearth_exercise::page::RecapRow;

use crate::deals::Body;

/// Reads a body: of one written by a run question, lines, whose; of a limit, a proposal or a draft its words.
#[must_use]
pub fn rows(body: &serde_json::Value) -> Vec<RecapRow> {
    if let Some(body) = Body::read(body).or_else(|| Body::read(&body["draft"])) {
        return vec![RecapRow { label: String::new(), lines: body.lines(), by: None }];
    }
    let row = |row: &serde_json::Value| {
        let lines = row["lines"].as_array()?.iter().filter_map(|l| Some(l.as_str()?.to_owned())).collect();
        let by = row["by"].as_str().and_then(Person::from_letter);
        Some(RecapRow { label: row["label"].as_str()?.to_owned(), lines, by })
    };
    body.as_array().into_iter().flatten().filter_map(row).collect()
}
