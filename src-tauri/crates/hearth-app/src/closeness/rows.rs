//! The lines of the list: those of the exercise, and the ones a person wrote.

use hearth_exercise::model::{Exercise, Items, Kind};

use crate::find::fold;

/// The exercise whose lines these are.
pub const EXERCISE: &str = "yes-no-maybe";

/// Its steps, in the order of the list. The last is off until each switched it on (CR29).
const STEPS: [(&str, bool); 3] = [("list-words", false), ("list-affection", false), ("list-sexual", true)];

/// Lines under one heading.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its heading.
    pub label: String,
    /// Shown and compared only for those who switched it on.
    pub sexual: bool,
    /// Id and words of each line.
    pub rows: Vec<(String, String)>,
}

/// Every line that ships with the program.
#[derive(Clone, Debug)]
pub struct Rows(Vec<Group>);

impl Rows {
    /// Reads them from the exercise.
    #[must_use]
    pub fn of(exercise: &Exercise) -> Self {
        let group = |(step, sexual): (&str, bool)| {
            let step = exercise.step(step)?;
            let Kind::Table(table) = &step.kind else { return None };
            let Some(Items::Given(given)) = &table.rows else { return None };
            let rows = given.iter().map(|row| (row.id.clone(), row.label.clone())).collect();
            Some(Group { label: step.label.clone(), sexual, rows })
        };
        Self(STEPS.into_iter().filter_map(group).collect())
    }

    /// Every line with its group.
    pub fn all(&self) -> impl Iterator<Item = (&Group, &str, &str)> {
        self.0.iter().flat_map(|group| group.rows.iter().map(move |(id, label)| (group, &**id, &**label)))
    }
}

/// The id of a line somebody wrote: its words without case, accents and signs. Two people wrote the same line when the ids
/// are one, so nothing has to be matched that only one of them wrote.
#[must_use]
pub fn written(label: &str) -> String {
    format!("own:{}", fold(label).trim())
}
