//! What a reveal left in Ours is written in the ids of other steps: here it finds their words again.

use hearth_domain::Person;

use super::{Run, World};
use crate::model::{Exercise, Kind, Reveal, RevealMode, Source, Step};
use crate::page::RecapRow;
use crate::value::Value;

impl Run {
    /// A copy somebody ticked, or what two had in common, in words.
    pub(super) fn rows_shown(
        &self,
        reveal: &Reveal,
        at: &Step,
        value: &Value,
        by: Option<Person>,
        world: &World,
    ) -> Vec<RecapRow> {
        if let (RevealMode::Overlap | RevealMode::Match, Value::Picked(common)) = (reveal.mode, value) {
            let lines = common.picked.iter().map(|id| self.label_in_any(reveal, id)).collect();
            return vec![RecapRow { label: at.label.clone(), lines, by: None }];
        }
        if let (true, Value::Picked(due)) = (reveal.items.contains(&Source::AgreementsDue), value) {
            let lines: Vec<String> =
                world.due.iter().filter(|d| due.picked.contains(&d.id)).flat_map(|d| d.lines.clone()).collect();
            if !lines.is_empty() {
                return vec![RecapRow { label: at.label.clone(), lines, by }];
            }
        }
        let origin = reveal.items.iter().filter_map(|source| self.asked_in(source, world));
        let Some((exercise, step)) = origin.into_iter().find(|(_, step)| fits(step, value)) else { return Vec::new() };
        vec![RecapRow { label: step.label.clone(), lines: self.lines_of(exercise, step, value, by, world), by }]
    }

    /// The step a source names, and its exercise. How a question is put is no secret; its answers are not read here.
    fn asked_in<'a>(&'a self, source: &Source, world: &'a World) -> Option<(&'a Exercise, &'a Step)> {
        match source {
            Source::Step(id) => Some((&self.exercise, self.exercise.step(id)?)),
            Source::OwnRun { slug, step } if *slug == self.exercise.slug => {
                Some((&self.exercise, self.exercise.step(step)?))
            }
            Source::OwnRun { slug, step } => {
                let own = Person::BOTH.iter().find_map(|who| world.own.of(*who).get(&(slug.clone(), step.clone())))?;
                Some((&own.exercise, own.exercise.step(step)?))
            }
            Source::AgreementsDue => None,
        }
    }

    /// The label of an option of one of the compared steps.
    pub(super) fn label_in_any(&self, reveal: &Reveal, id: &str) -> String {
        let steps = reveal
            .items
            .iter()
            .filter_map(|s| if let Source::Step(step) = s { self.exercise.step(step) } else { None });
        let labels = steps.flat_map(|step| Person::BOTH.map(|who| self.label_in(&self.exercise, step, id, Some(who))));
        labels.into_iter().find(|label| label != id).unwrap_or_else(|| id.to_owned())
    }
}

/// Whether that step can have been answered so.
fn fits(step: &Step, value: &Value) -> bool {
    match (&step.kind, value) {
        (Kind::Text(_), Value::Text(_))
        | (Kind::Letter(_), Value::Letter(_))
        | (Kind::Scale(_), Value::Number(_))
        | (Kind::Words(_), Value::Words(_))
        | (Kind::Checklist(_), Value::Checks(_))
        | (Kind::Choose(_), Value::Picked(_) | Value::PerRow(_))
        | (Kind::Schedule(_), Value::Date(_)) => true,
        (Kind::Table(table), Value::Rows(rows)) => {
            rows.iter().flat_map(|r| r.cells.keys()).all(|cell| table.columns.iter().any(|c| c.id == *cell))
        }
        _ => false,
    }
}
