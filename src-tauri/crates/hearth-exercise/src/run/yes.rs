//! What of an answer is a yes, when two answers are compared.

use super::ask::RATHER_NOT;
use crate::model::{Choice, Choose, ColumnKind, Items, Kind, Step};
use crate::value::{Picked, Row, Value};

/// The ids of what that answer says yes to.
pub(super) fn yes_of(value: &Value, step: &Step) -> Vec<String> {
    match value {
        Value::Picked(p) => {
            let exclusive =
                |id: &String| id == RATHER_NOT || options_of(step).iter().any(|o| o.exclusive && o.id == *id);
            p.picked.iter().filter(|id| !exclusive(id)).cloned().collect()
        }
        Value::Words(w) => [w.picked.clone(), w.own.clone()].concat(),
        Value::Checks(c) => {
            let Kind::Checklist(list) = &step.kind else { return Vec::new() };
            c.iter().filter(|(_, state)| means_yes(&list.states, state)).map(|(id, _)| id.clone()).collect()
        }
        Value::PerRow(rows) => {
            let yes = |p: &Picked| p.picked.iter().any(|id| means_yes(options_of(step), id));
            rows.iter().filter(|(_, p)| yes(p)).map(|(id, _)| id.clone()).collect()
        }
        Value::Rows(rows) => {
            let Some((mark, options)) = mark_of(step) else { return Vec::new() };
            let yes = |row: &&Row| row.cells.get(mark).is_some_and(|cell| means_yes(options, cell));
            rows.iter().filter(yes).map(|row| row.row.clone()).collect()
        }
        Value::Text(_) | Value::Number(_) | Value::Letter(_) | Value::Date(_) => Vec::new(),
    }
}

/// The options marked `yes` mean it; where none is marked, the first does.
fn means_yes(options: &[Choice], id: &str) -> bool {
    if options.iter().any(|o| o.yes) {
        options.iter().any(|o| o.yes && o.id == id)
    } else {
        options.first().is_some_and(|o| o.id == id)
    }
}

fn options_of(step: &Step) -> &[Choice] {
    match &step.kind {
        Kind::Choose(Choose { options: Items::Given(options), .. }) => options,
        _ => &[],
    }
}

/// The column of a table that says yes or not, and its options.
fn mark_of(step: &Step) -> Option<(&str, &[Choice])> {
    let Kind::Table(table) = &step.kind else { return None };
    table.columns.iter().find_map(|column| match &column.kind {
        ColumnKind::Choose(options) => Some((column.id.as_str(), options.as_slice())),
        _ => None,
    })
}
