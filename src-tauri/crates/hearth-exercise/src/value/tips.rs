//! Words that may deserve a second look. They never block, and say nothing about the writer (E34).

use super::Value;
use crate::model::{Column, Kind, Step};
use crate::page::Tip;

/// Words about what the other must do, in a cell about what I will do (E34).
const ABOUT_THE_OTHER: [&str; 4] = ["you must", "you have to", "or else", "if you do"];

/// The soft checks of a step that an answer meets, each once a part.
#[must_use]
pub fn tips(value: &Value, step: &Step) -> Vec<Tip> {
    match (&step.kind, value) {
        (Kind::Text(text), Value::Text(words)) => found(words, &text.soft_check, None),
        (Kind::Letter(letter), Value::Letter(parts)) => {
            parts.iter().flat_map(|(part, words)| found(words, &letter.soft_check, Some(part))).collect()
        }
        (Kind::Table(table), Value::Rows(rows)) => {
            let cells =
                |c: &Column| rows.iter().filter_map(|r| r.cells.get(&c.id)).flat_map(|t| of_cell(t, c)).collect();
            let mut tips: Vec<Tip> = table.columns.iter().flat_map(|c| -> Vec<Tip> { cells(c) }).collect();
            tips.dedup();
            tips
        }
        _ => Vec::new(),
    }
}

fn of_cell(text: &str, column: &Column) -> Vec<Tip> {
    let mut tips = found(text, &column.soft_check, Some(&column.id));
    if has_words(&column.label, "I will") {
        tips.extend(found(text, &ABOUT_THE_OTHER, Some(&column.id)));
        tips.extend(not_i(text).map(|word| Tip { part: Some(column.id.clone()), word }));
    }
    tips
}

/// The first word of an "I will" cell that does not start with I. "Leave the room" starts with the act itself,
/// so the tip stays a tip.
fn not_i(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?;
    let i = first == "I" || first.starts_with("I'") || first.starts_with("I\u{2019}");
    (!i).then(|| first.to_owned())
}

fn found<S: AsRef<str>>(text: &str, words: &[S], part: Option<&str>) -> Vec<Tip> {
    let hits = words.iter().map(AsRef::as_ref).filter(|word| has_words(text, word));
    hits.map(|word| Tip { part: part.map(str::to_owned), word: word.to_owned() }).collect()
}

/// Whole words, whatever their case and whatever stands between them.
fn has_words(text: &str, wanted: &str) -> bool {
    let (text, wanted) = (plain(text), plain(wanted));
    !wanted.is_empty() && text.windows(wanted.len()).any(|at| at == wanted)
}

fn plain(text: &str) -> Vec<String> {
    let text = text.replace('\u{2019}', "'").to_lowercase();
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}
