//! Options, items and rows that come from earlier answers.

use hearth_domain::Person;

use super::ask::RATHER_NOT;
use super::plan::offers_from;
use super::{Run, World};
use crate::condition::{Expr, RowScope};
use crate::model::{Choice, Column, ColumnKind, Exercise, Items, Kind, Source, Step};
use crate::value::{Row, Value};

impl Run {
    /// The options of a step as that person, or both, may see them.
    pub(super) fn options(
        &self,
        items: &Items,
        only: Option<&Expr>,
        viewer: Option<Person>,
        world: &World,
    ) -> Vec<Choice> {
        match items {
            Items::Given(choices) => choices.clone(),
            Items::From(source) => self.rows_from(source, only, viewer, world),
        }
    }

    /// What an earlier answer offers to choose from. An own run is read only with its owner's eyes.
    pub(super) fn rows_from(
        &self,
        source: &Source,
        only: Option<&Expr>,
        viewer: Option<Person>,
        world: &World,
    ) -> Vec<Choice> {
        match source {
            Source::AgreementsDue => world.due.iter().map(|d| choice(&d.id, &d.lines.join(" "))).collect(),
            Source::OwnRun { slug, step } => {
                let own = viewer.and_then(|who| world.own.of(who).get(&(slug.clone(), step.clone())));
                own.and_then(|o| Some(self.choices(&o.exercise, o.exercise.step(step)?, o.value.value(), only, viewer)))
                    .unwrap_or_default()
            }
            Source::Step(id) => self.earlier_in_this_run(id, only, viewer),
        }
    }

    /// Whether a step has anything to choose from or to write on: an earlier answer may leave it nothing.
    pub(super) fn has_something(&self, step: &Step, viewer: Option<Person>, world: &World) -> bool {
        let only = if let Kind::Choose(choose) = &step.kind { choose.only.as_ref() } else { None };
        offers_from(step).is_none_or(|from| !self.rows_from(from, only, viewer, world).is_empty())
    }

    fn earlier_in_this_run(&self, id: &str, only: Option<&Expr>, viewer: Option<Person>) -> Vec<Choice> {
        let (Some(at), Some(step)) = (self.position(id), self.exercise.step(id)) else { return Vec::new() };
        let own = viewer.and_then(|who| self.answer_of(who, at));
        let mut found: Vec<Choice> =
            own.map(|v| self.choices(&self.exercise, step, v, only, viewer)).unwrap_or_default();
        for (by, shared) in self.book.kept(id) {
            for choice in self.choices(&self.exercise, step, shared.value(), only, by) {
                if !found.iter().any(|c| c.id == choice.id) {
                    found.push(choice);
                }
            }
        }
        found
    }

    fn choices(
        &self,
        exercise: &Exercise,
        step: &Step,
        value: &Value,
        only: Option<&Expr>,
        by: Option<Person>,
    ) -> Vec<Choice> {
        let named = |id: &String| choice(id, &self.label_in(exercise, step, id, by));
        match value {
            Value::Rows(rows) => {
                let fits = |row: &&Row| only.is_none_or(|only| only.holds(&RowScope(row)));
                rows.iter().filter(fits).map(|row| choice(&row.row, &row_name(step, row))).collect()
            }
            Value::Picked(p) => {
                let said = p.picked.iter().filter(|id| *id != RATHER_NOT);
                said.map(named).chain(p.other.iter().map(|o| choice("other", o))).collect()
            }
            Value::Words(w) => w.picked.iter().chain(&w.own).map(|w| choice(w, w)).collect(),
            Value::Checks(c) => c.keys().map(named).collect(),
            Value::PerRow(rows) => rows.keys().map(named).collect(),
            Value::Text(text) => vec![choice("text", text)],
            Value::Letter(_) | Value::Number(_) | Value::Date(_) => Vec::new(),
        }
    }

    /// What people read for an option of one of this exercise's steps.
    pub(super) fn option_label(&self, step: &str, id: &str) -> String {
        self.exercise.step(step).map_or_else(|| id.to_owned(), |step| self.label_in(&self.exercise, step, id, None))
    }

    /// What people read for an option, item or row of an answer by that person. A name that comes from an own
    /// answer is looked up in the writer's answers only.
    pub(super) fn label_in(&self, exercise: &Exercise, step: &Step, id: &str, by: Option<Person>) -> String {
        let labelled = |items: &Items| match items {
            Items::Given(choices) => label(choices, id),
            Items::From(source) => self.label_from(exercise, source, id, by),
        };
        let found = match &step.kind {
            Kind::Choose(k) => {
                labelled(&k.options).or_else(|| k.per.as_ref().and_then(|per| self.label_from(exercise, per, id, by)))
            }
            Kind::Checklist(k) => labelled(&k.items),
            Kind::Table(k) => k.rows.as_ref().and_then(labelled),
            Kind::Consent(k) => label(&k.options, id),
            Kind::Gate(k) => label(&k.options, id),
            _ => None,
        };
        found.unwrap_or_else(|| id.to_owned())
    }

    /// A label for what came from an earlier answer: the name of the row, or of the option it was.
    fn label_from(&self, exercise: &Exercise, source: &Source, id: &str, by: Option<Person>) -> Option<String> {
        let Source::Step(step) = source else { return None };
        let step = exercise.step(step)?;
        let own = by.and_then(|who| self.book.own(who, &step.id, self.lap)).and_then(|o| o.value.as_ref());
        let ours = self.book.kept(&step.id).into_iter().map(|(_, shared)| shared.value());
        let row = own.map(super::Private::value).into_iter().chain(ours).find_map(|value| named_row(step, value, id));
        row.or_else(|| Some(self.label_in(exercise, step, id, by)))
    }
}

fn named_row(step: &Step, value: &Value, id: &str) -> Option<String> {
    let Value::Rows(rows) = value else { return None };
    rows.iter().find(|r| r.row == id).map(|row| row_name(step, row))
}

fn choice(id: &str, label: &str) -> Choice {
    Choice { id: id.to_owned(), label: label.to_owned(), ..Choice::default() }
}

fn label(choices: &[Choice], id: &str) -> Option<String> {
    choices.iter().find(|c| c.id == id).map(|c| c.label.clone())
}

/// A row is called by its first cell that is not empty.
fn row_name(step: &Step, row: &Row) -> String {
    let Kind::Table(table) = &step.kind else { return row.row.clone() };
    let cell = table.columns.iter().find_map(|column| cell_words(column, row));
    cell.unwrap_or_else(|| row.row.clone())
}

/// A cell in words; people are named by the window, so a `who` cell has none here.
pub(super) fn cell_words(column: &Column, row: &Row) -> Option<String> {
    let cell = row.cells.get(&column.id).filter(|cell| !cell.trim().is_empty())?;
    match &column.kind {
        ColumnKind::Who => None,
        ColumnKind::Choose(options) => Some(label(options, cell).unwrap_or_else(|| cell.clone())),
        _ => Some(cell.clone()),
    }
}
