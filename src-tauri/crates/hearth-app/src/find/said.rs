//! An answer in words, from the tables alone: no run is in memory for what was written years ago.
//!
//! Options that a step made from earlier answers are not on offer any more. Where the file still names them they are
//! read there; else their ids are left out rather than shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hearth_domain::Pair;
use hearth_exercise::model::{Choice, Exercise, Items, Kind, Source, Step};
use hearth_exercise::value::{Known, Picked, Value, words};
use serde_json::Value as Json;

use crate::exercises::Exercises;
use crate::runs::stored;

/// Who reads, and which exercises there are.
pub struct Reader<'a> {
    /// Exercises of the box.
    pub exercises: &'a Exercises,
    /// What both are called.
    pub names: Option<Pair<String>>,
}

impl Reader<'_> {
    /// The lines of an answer; none if nothing was written. Without its exercise only what was typed is left of it.
    #[must_use]
    pub fn lines(&self, exercise: Option<&Exercise>, step: &str, json: &Json) -> Vec<String> {
        let lines = match exercise {
            Some(exercise) => self.of_step(exercise, step, json),
            None => typed(json),
        };
        let shown = lines.into_iter().map(|line| line.trim_start_matches([':', ' ']).to_owned());
        shown.filter(|line| !line.trim().is_empty()).collect()
    }

    fn of_step(&self, exercise: &Exercise, id: &str, json: &Json) -> Vec<String> {
        // Replies and yeses to rows are ticks, not words.
        if id.ends_with(".reply") || id.ends_with(".rows") {
            return vec![];
        }
        let base = id.split('.').next().unwrap_or(id);
        let Some(step) = exercise.step(base) else { return typed(json) };
        // A copy under a reveal has the shape of the answer it is a copy of.
        let Some(value) = stored::of_kind(json, &step.kind) else { return typed(json) };
        let (from, per) = self.offered(exercise, step, &value);
        let known = Known {
            today: NaiveDate::MIN,
            from: &from,
            per: &per,
            lexicons: &exercise.lexicons,
            names: self.names.as_ref(),
        };
        words(&value, step, &known)
    }

    /// What the step took from elsewhere, as far as it has words today.
    fn offered(&self, exercise: &Exercise, step: &Step, value: &Value) -> (Vec<Choice>, Vec<Choice>) {
        let (items, per) = match &step.kind {
            Kind::Choose(choose) => (Some(&choose.options), choose.per.as_ref()),
            Kind::Checklist(list) => (Some(&list.items), None),
            Kind::Table(table) => (table.rows.as_ref(), None),
            _ => (None, None),
        };
        let named = |source: &Source, ids: Vec<String>| -> Vec<Choice> {
            let label = |id: &String| self.label(exercise, source, id).unwrap_or_default();
            ids.into_iter().map(|id| Choice { label: label(&id), id, ..Choice::default() }).collect()
        };
        let from = match items {
            Some(Items::From(source)) => named(source, picked_ids(value)),
            _ => vec![],
        };
        (from, per.map(|source| named(source, row_ids(value))).unwrap_or_default())
    }

    fn label(&self, exercise: &Exercise, source: &Source, id: &str) -> Option<String> {
        let given = |exercise: &Exercise, step: &str| {
            let options = match &exercise.step(step)?.kind {
                Kind::Choose(choose) => &choose.options,
                Kind::Checklist(list) => &list.items,
                Kind::Table(table) => table.rows.as_ref()?,
                _ => return None,
            };
            let Items::Given(given) = options else { return None };
            given.iter().find(|choice| choice.id == id).map(|choice| choice.label.clone())
        };
        match source {
            Source::Step(step) => given(exercise, step),
            Source::OwnRun { slug, step } => given(&*self.exercises.get(slug)?, step),
            Source::AgreementsDue => None,
        }
    }
}

fn picked_ids(value: &Value) -> Vec<String> {
    let of = |picked: &Picked| picked.picked.clone();
    match value {
        Value::Picked(picked) => of(picked),
        Value::PerRow(rows) => rows.values().flat_map(of).collect(),
        Value::Checks(checks) => checks.keys().cloned().collect(),
        Value::Rows(rows) => rows.iter().map(|row| row.row.clone()).collect(),
        _ => vec![],
    }
}

fn row_ids(value: &Value) -> Vec<String> {
    match value {
        Value::PerRow(rows) => rows.keys().cloned().collect(),
        _ => vec![],
    }
}

/// What a hand typed, whatever the question was.
fn typed(json: &Json) -> Vec<String> {
    let texts = |value: &Json| match value {
        Json::String(text) => vec![text.clone()],
        Json::Array(all) => all.iter().filter_map(|text| Some(text.as_str()?.to_owned())).collect(),
        _ => vec![],
    };
    let own = ["other", "own"];
    match json {
        Json::String(text) => text.lines().map(str::to_owned).collect(),
        Json::Array(rows) => {
            let cells: Vec<BTreeMap<String, Json>> =
                rows.iter().filter_map(|row| serde_json::from_value(row["cells"].clone()).ok()).collect();
            cells.iter().flat_map(BTreeMap::values).flat_map(texts).collect()
        }
        Json::Object(fields) if fields.contains_key("picked") => {
            own.iter().filter_map(|key| fields.get(*key)).flat_map(texts).collect()
        }
        Json::Object(fields) if !fields.contains_key("start") => fields.values().flat_map(texts).collect(),
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read_of(exercises: &Exercises, slug: &str, step: &str, value: &Json) -> Vec<String> {
        let reader = Reader { exercises, names: None };
        reader.lines(exercises.get(slug).as_deref(), step, value)
    }

    fn read(slug: &str, step: &str, value: &Json) -> Vec<String> {
        read_of(&Exercises::default(), slug, step, value)
    }

    #[test]
    fn an_answer_reads_as_labels_and_own_words() {
        let picked = json!({ "picked": ["early", "weekend"], "other": "After the market" });
        assert_eq!(read("our-ground-rules", "when", &picked), ["Early", "Weekend", "After the market"]);
        assert_eq!(read("our-ground-rules", "hope", &json!("One\nTwo")), ["One", "Two"]);
        assert!(read("our-ground-rules", "hope.reply", &json!({ "picked": ["heard"] })).is_empty());
    }

    #[test]
    fn without_its_exercise_only_what_was_typed_is_left() {
        for (value, words) in [
            (json!("words"), vec!["words"]),
            (json!({ "picked": ["n1"], "other": "mine" }), vec!["mine"]),
            (json!({ "picked": [], "own": ["odd", "even"] }), vec!["odd", "even"]),
            (json!([{ "row": "n1", "by": "a", "cells": { "x": "one", "y": "two" } }]), vec!["one", "two"]),
            (json!({ "did": "a part" }), vec!["a part"]),
            (json!(7), vec![]),
            (json!({ "start": "2026-03-20" }), vec![]),
            (json!([{ "cells": 7 }, 8, null]), vec![]),
        ] {
            assert_eq!(read("none", "step", &value), words, "{value}");
        }
    }

    #[test]
    fn ids_that_have_no_words_any_more_are_left_out() {
        let exercises = Exercises::default();
        for exercise in exercises.iter() {
            for step in &exercise.steps {
                let lines =
                    read_of(&exercises, &exercise.slug, &step.id, &json!({ "picked": ["n1"], "other": "mine" }));
                let from =
                    matches!(&step.kind, Kind::Choose(c) if matches!(c.options, Items::From(_)) && c.per.is_none());
                assert!(!from || lines == ["mine"], "{} {}: {lines:?}", exercise.slug, step.id);
            }
        }
    }
}
