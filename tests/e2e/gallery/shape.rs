//! What kind of question a step asks, and in which of its forms: one picture is taken of each.

use std::sync::Arc;

use hearth_app::exercises::Exercises;
use hearth_exercise::model::{Exercise, Kind};

/// The built-in exercise with this title.
pub fn titled(title: &str) -> Arc<Exercise> {
    let all = Exercises::default();
    all.iter().find(|exercise| exercise.title == title).unwrap_or_else(|| panic!("no exercise {title}")).clone()
}

/// The kind of a step, and its form where a kind looks in more than one way.
pub fn shape(exercise: &Exercise, step: &str) -> Option<(&'static str, String)> {
    let kind = &exercise.steps.iter().find(|known| known.id == step)?.kind;
    let form = match kind {
        Kind::Text(text) if text.long => "long",
        Kind::Choose(choose) if choose.per.is_some() => "rows",
        Kind::Choose(choose) if choose.rank => "rank",
        Kind::Choose(choose) if choose.max > 1 => "several",
        Kind::Choose(choose) if choose.other => "other",
        Kind::Table(table) if table.rows.is_some() => "rows",
        Kind::Table(table) if table.accept => "accept",
        Kind::Checklist(list) if list.states.len() > 1 => "states",
        Kind::Gate(gate) if gate.max == 1 => "one",
        Kind::Consent(_) if says_yes_to_a_text(exercise, step) => "text",
        Kind::Guide(guide) if guide.ack => "ack",
        Kind::Guide(guide) if !guide.lines.is_empty() => "lines",
        _ => "",
    };
    Some((kind.word(), format!("{}{form}", kind.word())))
}

fn says_yes_to_a_text(exercise: &Exercise, consent: &str) -> bool {
    exercise.steps.iter().any(|s| matches!(&s.kind, Kind::Agree(agree) if agree.yes.as_deref() == Some(consent)))
}

/// Whether going on without an answer is told, as it would not be where nothing is an answer too.
pub fn asks_for_something(exercise: &Exercise, step: &str) -> bool {
    let Some(step) = exercise.steps.iter().find(|known| known.id == step) else { return false };
    let asks = match &step.kind {
        Kind::Text(_) | Kind::Scale(_) | Kind::Gate(_) | Kind::Letter(_) | Kind::Schedule(_) => true,
        Kind::Choose(choose) => choose.min > 0,
        Kind::Words(words) => words.min > 0,
        Kind::Checklist(list) => list.states.len() > 1,
        Kind::Table(table) => table.min_rows > 0,
        _ => false,
    };
    asks && !step.optional
}
