//! Answers in words, a line each, with the options and rows their writer had before them.

use hearth_domain::Person;

use super::{Run, World};
use crate::model::{Choice, ColumnKind, Exercise, Kind, Step};
use crate::page::RecapRow;
use crate::value::{Known, Row, Value, words};

impl Run {
    /// An answer of that person in words; empty if there is nothing in it.
    pub(super) fn lines_of(
        &self,
        exercise: &Exercise,
        step: &Step,
        value: &Value,
        by: Option<Person>,
        world: &World,
    ) -> Vec<String> {
        let (from, per) = self.offered(step, by, world);
        let known = Known {
            today: world.today,
            from: &from,
            per: &per,
            lexicons: &exercise.lexicons,
            names: world.names.as_ref(),
        };
        words(value, step, &known).into_iter().filter(|line| !line.trim().is_empty()).collect()
    }

    /// What a step offers that comes from earlier answers: options or rows, and what it is asked for each of.
    pub(super) fn offered(&self, step: &Step, viewer: Option<Person>, world: &World) -> (Vec<Choice>, Vec<Choice>) {
        match &step.kind {
            Kind::Choose(kind) => {
                let per = kind.per.as_ref().map(|per| self.rows_from(per, None, viewer, world));
                (self.options(&kind.options, kind.only.as_ref(), viewer, world), per.unwrap_or_default())
            }
            Kind::Checklist(kind) => (self.options(&kind.items, None, viewer, world), Vec::new()),
            Kind::Table(kind) => {
                let rows = kind.rows.as_ref().map(|rows| self.options(rows, None, viewer, world));
                (rows.unwrap_or_default(), Vec::new())
            }
            _ => (Vec::new(), Vec::new()),
        }
    }

    /// One row of words an answer, or a row a person where a column says whose each row is.
    pub(super) fn rows_of(&self, step: &Step, value: &Value, by: Option<Person>, world: &World) -> Vec<RecapRow> {
        if let Kind::Reveal(reveal) = &step.kind {
            return self.rows_shown(reveal, step, value, by, world);
        }
        let row = |by, value: &Value| RecapRow {
            label: step.label.clone(),
            lines: self.lines_of(&self.exercise, step, value, by, world),
            by,
        };
        let rows = match (value, who_column(step)) {
            (Value::Rows(rows), Some(column)) => {
                rows.iter().map(|r| row(whose(r, column, by), &without(r, column))).collect()
            }
            _ => vec![row(by, value)],
        };
        rows.into_iter().filter(|r: &RecapRow| !r.lines.is_empty()).collect()
    }

    /// The one row for an answer of a position.
    pub(super) fn recap_row(&self, at: usize, by: Option<Person>, value: &Value, world: &World) -> RecapRow {
        let step = self.step(at);
        let lines = self.lines_of(&self.exercise, step, value, by, world);
        RecapRow { label: step.label.clone(), lines, by }
    }
}

/// A row about both belongs to nobody in particular.
fn whose(row: &Row, column: &str, by: Option<Person>) -> Option<Person> {
    row.cells.get(column).map_or(by, |cell| Person::from_letter(cell))
}

fn without(row: &Row, column: &str) -> Value {
    let mut row = row.clone();
    row.cells.remove(column);
    Value::Rows(vec![row])
}

fn who_column(step: &Step) -> Option<&str> {
    let Kind::Table(table) = &step.kind else { return None };
    table.columns.iter().find(|c| c.kind == ColumnKind::Who).map(|c| c.id.as_str())
}
