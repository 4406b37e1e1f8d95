//! A run in memory.

use std::sync::Arc;

use hearth_domain::{Person, RunId};
use hearth_exercise::model::{Exercise, Mode};
use hearth_exercise::page::Phase;
use hearth_exercise::run::{Cast, Issue, Run, World};

use crate::contract::{RunView, SaveIssue};

/// A run in memory.
pub struct Live {
    /// Which run.
    pub id: RunId,
    /// Its exercise, pinned.
    pub exercise: Arc<Exercise>,
    /// Which part.
    pub part: String,
    /// Who takes part.
    pub cast: Cast,
    /// Where it stands.
    pub run: Run,
}

impl Live {
    /// Both take part.
    #[must_use]
    pub fn joint(&self) -> bool {
        self.exercise.parts.iter().any(|p| p.id == self.part && p.mode == Mode::Together)
    }

    /// Who took the first role, or the one who is alone.
    #[must_use]
    pub fn lead(&self) -> Option<Person> {
        match self.cast {
            Cast::Alone(who) => Some(who),
            Cast::Together { roles, .. } => {
                let first = self.exercise.roles?[0];
                Person::BOTH.into_iter().find(|p| roles.is_some_and(|r| *r.of(*p) == first))
            }
        }
    }

    /// What this moment may show, and nothing else: on a cover not even the exercise's title.
    #[must_use]
    pub fn view(&self, world: &World, issues: Vec<Issue>) -> RunView {
        let phase = self.run.phase(world);
        let covered = matches!(phase, Phase::Cover { .. });
        let resting = matches!(phase, Phase::Rest { .. });
        RunView {
            run: self.id.to_string(),
            title: if covered { String::new() } else { self.exercise.title.clone() },
            joint: self.joint(),
            new_facts: self.run.offers_new_facts() && !covered && !resting,
            phase,
            issues: issues.into_iter().map(save_issue).collect(),
        }
    }
}

fn save_issue(issue: Issue) -> SaveIssue {
    SaveIssue { code: issue.code.to_owned(), part: issue.part, bound: issue.bound }
}
