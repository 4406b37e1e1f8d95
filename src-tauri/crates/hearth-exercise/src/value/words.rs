//! An answer as lines of plain words: labels, never ids.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};
use hearth_domain::Person;

use super::check::RATHER_NOT;
use super::{Known, Picked, Planned, Repeat, Row, Value};
use crate::model::{Checklist, Choice, Column, ColumnKind, Kind, Step, Table};

/// The lines of an answer. An id that is no longer on offer stands as it is, rather than losing somebody's words.
#[must_use]
pub fn words(value: &Value, step: &Step, known: &Known<'_>) -> Vec<String> {
    let choices = known.choices(step);
    match (value, &step.kind) {
        (Value::Text(text), _) => text.lines().map(str::to_owned).collect(),
        (Value::Picked(picked), _) => of_picked(picked, choices),
        (Value::PerRow(rows), _) => {
            let line = |(row, picked): (&String, &Picked)| {
                format!("{}: {}", label(row, known.per), of_picked(picked, choices).join(", "))
            };
            rows.iter().map(line).collect()
        }
        (Value::Number(n), _) => vec![n.to_string()],
        (Value::Words(words), _) => words.picked.iter().chain(&words.own).cloned().collect(),
        (Value::Checks(checks), Kind::Checklist(list)) => of_checks(checks, list, choices),
        (Value::Rows(rows), Kind::Table(table)) => rows.iter().map(|r| of_row(r, table, choices, known)).collect(),
        (Value::Letter(parts), Kind::Letter(letter)) => {
            let part = |id: &String| parts.get(id).filter(|words| !words.trim().is_empty());
            letter.parts.iter().filter_map(|p| Some(format!("{}: {}", p.label, part(&p.id)?))).collect()
        }
        (Value::Date(planned), _) => vec![of_date(planned)],
        (Value::Checks(_) | Value::Rows(_) | Value::Letter(_), _) => Vec::new(),
    }
}

fn label<'a>(id: &'a str, choices: &'a [Choice]) -> &'a str {
    choices.iter().find(|c| c.id == id).map_or(id, |c| c.label.as_str())
}

fn of_picked(picked: &Picked, choices: &[Choice]) -> Vec<String> {
    let said = |id: &String| match label(id, choices) {
        RATHER_NOT => "Rather not say".to_owned(),
        label => label.to_owned(),
    };
    let labels = picked.picked.iter().map(said);
    labels.chain(picked.other.clone()).collect()
}

/// Plain ticks are the items ticked; otherwise each item with its state, in the order of the file.
fn of_checks(checks: &BTreeMap<String, String>, list: &Checklist, items: &[Choice]) -> Vec<String> {
    let marked = items.iter().filter_map(|item| Some((item, checks.get(&item.id)?)));
    // Where every item has to be wanted, saying so on each line says nothing.
    let plain =
        |state: &str| list.states.len() == 1 || list.need_all && list.states.first().is_some_and(|s| s.id == state);
    let line = |(item, state): (&Choice, &String)| match plain(state) {
        true => item.label.clone(),
        false => format!("{}: {}", item.label, label(state, &list.states)),
    };
    marked.map(line).collect()
}

fn of_row(row: &Row, table: &Table, fixed: &[Choice], known: &Known<'_>) -> String {
    let head = table.rows.is_some().then(|| label(&row.row, fixed).to_owned());
    let filled = table.columns.iter().filter_map(|c| Some((c, row.cells.get(&c.id)?))).filter(|(_, t)| !t.is_empty());
    let cells = filled.map(|(c, text)| named(&c.label, &of_cell(text, c, known)));
    head.into_iter().chain(cells).collect::<Vec<_>>().join("\n")
}

/// "From: 2 March 2026". A label that begins the sentence ("I will…") is not said twice, a question needs no colon.
pub(super) fn named(label: &str, text: &str) -> String {
    let begins = label.ends_with('…');
    let label = label.trim_end_matches(['…', ':']);
    let (head, stem) = label.rsplit_once(": ").map_or((None, label), |(head, stem)| (Some(head), stem));
    let said = begins && text.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem));
    match head {
        _ if label.ends_with('?') => format!("{label} {text}"),
        None if said => text.to_owned(),
        Some(head) if said => format!("{head}: {text}"),
        _ => format!("{label}: {text}"),
    }
}

fn of_cell(text: &str, column: &Column, known: &Known<'_>) -> String {
    match (&column.kind, known.names) {
        (ColumnKind::Choose(options), _) => label(text, options).to_owned(),
        (ColumnKind::Who, Some(names)) => match Person::from_letter(text) {
            Some(who) => names.of(who).clone(),
            None => format!("{}, {}", names.a, names.b),
        },
        (ColumnKind::Date, _) => day(text),
        _ => text.to_owned(),
    }
}

/// "2 March 2026", in the language of the other words here; what is no day stays as written.
fn day(written: &str) -> String {
    written.parse::<NaiveDate>().map_or_else(|_| written.to_owned(), |day| day.format("%-d %B %Y").to_string())
}

fn of_date(planned: &Planned) -> String {
    [Some(day(&planned.start)), planned.at.clone(), planned.repeat.as_ref().map(again)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn again(repeat: &Repeat) -> String {
    let (unit, on) = match repeat {
        Repeat::Day { .. } => ("day", &[][..]),
        Repeat::Week { on, .. } => ("week", &on[..]),
        Repeat::Month { .. } => ("month", &[][..]),
    };
    let every = match repeat.interval() {
        1 => format!("every {unit}"),
        count => format!("every {count} {unit}s"),
    };
    let names: Vec<String> = on.iter().map(|day| format!("{:?}", Weekday::from(*day))).collect();
    if names.is_empty() { every } else { format!("{every} on {}", names.join(", ")) }
}
