//! A run in memory.

use std::sync::Arc;

use hearth_domain::{Person, RunId};
use hearth_exercise::model::{Exercise, Mode};
use hearth_exercise::page::Phase;
use hearth_exercise::run::{Cast, Issue, Run, World};

use super::world::When;
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
    /// The world as it was read last, for as long as nothing but drafts was written.
    pub told: Option<Told>,
}

/// What a run was told of the world, and after which write.
pub struct Told {
    world: World,
    written: u64,
}

impl Live {
    /// Keeps what was read, for the keystrokes to come.
    pub fn remember(&mut self, world: World, written: u64) {
        self.told = Some(Told { world, written });
    }

    /// What was read last, if it is still so: nothing was written since, and it is the same day.
    #[must_use]
    pub fn remembered(&mut self, when: When, written: u64) -> Option<World> {
        let told = self.told.take().filter(|told| told.written == written && told.world.today == when.today)?;
        Some(World { now: when.now, ..told.world })
    }
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
