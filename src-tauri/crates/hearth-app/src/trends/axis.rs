//! What the numbers of a series mean, from the exercise that asks for them.

use std::sync::Arc;

use hearth_exercise::model::{Choose, Exercise, Items, Kind, Scale, Step};

use crate::contract::{ChartRow, ScaleEnds};

/// Where the highest and the lowest line lie.
const TOP: f32 = 26.0;
const BOTTOM: f32 = 250.0;

/// The meaning of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// The question.
    pub label: String,
    values: Values,
}

#[derive(Clone, Debug, PartialEq)]
enum Values {
    /// Words in an order, the lowest first; the number is a word's place.
    Words(Vec<String>),
    Scale(ScaleEnds),
}

/// The axis of a series: the first step of the shipped exercises that feeds it.
pub fn find<'a>(series: &str, exercises: impl Iterator<Item = &'a Arc<Exercise>>) -> Option<Axis> {
    exercises.flat_map(|e| &e.steps).filter(|step| step.series.as_deref() == Some(series)).find_map(of_step)
}

fn of_step(step: &Step) -> Option<Axis> {
    let values = match &step.kind {
        Kind::Choose(Choose { options: Items::Given(words), .. }) => {
            Values::Words(words.iter().map(|word| word.label.clone()).collect())
        }
        Kind::Scale(Scale { low, high, min, max, .. }) => Values::Scale(ScaleEnds {
            min: i32::try_from(*min).ok()?,
            low: low.clone(),
            max: i32::try_from(*max).ok()?,
            high: high.clone(),
        }),
        _ => return None,
    };
    Some(Axis { label: step.label.clone(), values })
}

impl Axis {
    /// The word for a number; `None` for one this series cannot hold.
    #[must_use]
    pub fn word(&self, value: i32) -> Option<String> {
        match &self.values {
            Values::Words(words) => words.get(usize::try_from(value).ok()?).cloned(),
            Values::Scale(ends) => (ends.min..=ends.max).contains(&value).then(|| value.to_string()),
        }
    }

    /// What the numbers mean, if they are shown as numbers.
    #[must_use]
    pub fn scale(&self) -> Option<ScaleEnds> {
        match &self.values {
            Values::Words(_) => None,
            Values::Scale(ends) => Some(ends.clone()),
        }
    }

    /// How far down a number lies.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a scale has at most 21 points")]
    pub fn y(&self, value: i32) -> f32 {
        let (min, max) = self.ends();
        BOTTOM - (BOTTOM - TOP) * (value - min) as f32 / (max - min).max(1) as f32
    }

    /// The lines across, the highest first: one for each word; of a scale its ends and, without a word, its middle.
    #[must_use]
    pub fn rows(&self) -> Vec<ChartRow> {
        let row = |value: i32, word: Option<&String>| ChartRow { y: self.y(value), word: word.cloned() };
        let mut rows: Vec<ChartRow> = match &self.values {
            Values::Words(words) => (0..).zip(words).map(|(place, word)| row(place, Some(word))).collect(),
            Values::Scale(ends) => vec![
                row(ends.min, Some(&ends.low)),
                row(ends.min.midpoint(ends.max), None),
                row(ends.max, Some(&ends.high)),
            ],
        };
        rows.reverse();
        rows
    }

    fn ends(&self) -> (i32, i32) {
        match &self.values {
            Values::Words(words) => (0, i32::try_from(words.len()).unwrap_or(1) - 1),
            Values::Scale(ends) => (ends.min, ends.max),
        }
    }
}
