//! Words that may deserve a second look. They never block, and say nothing about the writer (E34).

use super::{Row, Value};
use crate::model::{Column, Kind, Step};
use crate::page::Tip;

/// Words about what the other must do, in a cell about what I will do (E34).
const ABOUT_THE_OTHER: [&str; 4] = ["you must", "you have to", "or else", "if you do"];

/// The soft checks of a step that an answer meets, each once a part or cell.
#[must_use]
pub fn tips(value: &Value, step: &Step) -> Vec<Tip> {
    match (&step.kind, value) {
        (Kind::Text(text), Value::Text(words)) => found(words, &text.soft_check, None),
        (Kind::Letter(letter), Value::Letter(parts)) => {
            parts.iter().flat_map(|(part, words)| found(words, &letter.soft_check, Some(part))).collect()
        }
        (Kind::Table(table), Value::Rows(rows)) => {
            let cells = rows.iter().flat_map(|row| table.columns.iter().map(move |column| (row, column)));
            cells.flat_map(|(row, column)| of_cell(row, column)).collect()
        }
        _ => Vec::new(),
    }
}

/// The same for words outside an exercise: about what the other must do, and where they say what "I will" do, about
/// somebody else.
#[must_use]
pub fn tips_about_the_other(part: &str, text: &str, i_will: bool) -> Vec<Tip> {
    let mut tips = found(text, &ABOUT_THE_OTHER, Some(part));
    // "You must" says it of "you" already.
    let said = |word: &String| tips.iter().any(|tip| tip.word.starts_with(&word.to_lowercase()));
    let first = not_i(text).filter(|word| i_will && !said(word));
    tips.extend(first.map(|word| Tip { part: Some(part.to_owned()), word }));
    tips
}

/// Which of these words a text holds, for what is written outside an exercise.
#[must_use]
pub fn words_met(text: &str, words: &[&str]) -> Vec<String> {
    found(text, words, None).into_iter().map(|tip| tip.word).collect()
}

fn of_cell(row: &Row, column: &Column) -> Vec<Tip> {
    let Some(text) = row.cells.get(&column.id) else { return Vec::new() };
    let cell = format!("{}.{}", row.row, column.id);
    let mut tips = found(text, &column.soft_check, Some(&cell));
    if has_words(&column.label, "I will") {
        // What the exercise looks for already is said once.
        let more = ABOUT_THE_OTHER.iter().filter(|word| !column.soft_check.iter().any(|known| known == *word));
        tips.extend(found(text, &more.collect::<Vec<_>>(), Some(&cell)));
        tips.extend(not_i(text).map(|word| Tip { part: Some(cell), word }));
    }
    tips
}

/// Words that begin a sentence about somebody else.
const OTHERS: [&str; 8] = ["you", "you'll", "you're", "your", "he", "she", "they", "we"];

/// The first word of an "I will" cell that is about somebody else. "Leave the room" goes on from the label itself, so it
/// starts with I as well.
fn not_i(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?;
    let plain = first.to_lowercase().replace('\u{2019}', "'");
    OTHERS.contains(&plain.trim_end_matches(|c: char| !c.is_alphanumeric())).then(|| first.to_owned())
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
