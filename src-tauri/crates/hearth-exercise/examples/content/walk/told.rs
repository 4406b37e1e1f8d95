//! What people answered on one walk, as conditions read it. The engine has its own book; this one is kept from what
//! was pressed alone, so that the two have to agree about what follows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::TimeDelta;
use hearth_domain::{Pace, Person};
use hearth_exercise::condition::{Expr, Scope, Seen, Whose};
use hearth_exercise::model::{Branch, Exercise, Kind, Step, Who};
use hearth_exercise::run::World;
use hearth_exercise::value::Value;

/// Answers by whose they are; `None` if both wrote them.
pub struct Told {
    exercise: Arc<Exercise>,
    answers: BTreeMap<(Option<Person>, String), Value>,
    left: BTreeSet<(Option<Person>, String)>,
}

impl Told {
    pub const fn new(exercise: Arc<Exercise>) -> Self {
        Self { exercise, answers: BTreeMap::new(), left: BTreeSet::new() }
    }

    /// A page was left with an answer, a skip, or nothing to answer. The branches that now hold, by number.
    pub fn leaves(&mut self, who: Option<Person>, step: &str, value: Option<Value>, world: &World) -> Vec<usize> {
        let key = (who, step.to_owned());
        self.left.insert(key.clone());
        match value {
            Some(value) => self.answers.insert(key, value),
            None => self.answers.remove(&key),
        };
        let Some(step) = self.exercise.step(step) else { return Vec::new() };
        let numbered = step.then.iter().enumerate();
        numbered.filter(|(_, branch)| self.holds(branch, step, who, world)).map(|(n, _)| n).collect()
    }

    /// What compares two people waits for both.
    fn holds(&self, branch: &Branch, step: &Step, actor: Option<Person>, world: &World) -> bool {
        let Some(when) = &branch.when else { return true };
        let compares = when.pieces().iter().any(|piece| matches!(piece, Expr::People { .. }));
        let both = Person::BOTH.into_iter().all(|who| self.left.contains(&(Some(who), step.id.clone())));
        (!compares || both) && when.holds(&Eyes { told: self, actor, world })
    }
}

struct Eyes<'a> {
    told: &'a Told,
    actor: Option<Person>,
    world: &'a World,
}

impl Eyes<'_> {
    fn answer(&self, who: Option<Person>, step: &str) -> Option<&Value> {
        self.told.answers.get(&(who, step.to_owned()))
    }

    /// A role's answer is the one there is, whoever holds the role this time.
    fn acting(&self, step: &Step) -> Option<&Value> {
        let own = self.actor.and_then(|who| self.answer(Some(who), &step.id));
        match step.who {
            Who::Each => own,
            Who::Me | Who::Both | Who::Role(_) => own
                .or_else(|| self.answer(None, &step.id))
                .or_else(|| Person::BOTH.into_iter().find_map(|who| self.answer(Some(who), &step.id))),
        }
    }
}

impl Scope for Eyes<'_> {
    fn value(&self, step: &str, whose: Whose) -> Option<Seen> {
        let step = self.told.exercise.step(step)?;
        let value = match whose {
            Whose::Acting => self.acting(step),
            Whose::Of(who) => self.answer(Some(who), &step.id),
        };
        value.map(|value| Seen::of(value, step))
    }

    fn done(&self, slug: &str, days: u32) -> bool {
        let since = self.world.now - TimeDelta::days(i64::from(days));
        self.world.done.iter().any(|(one, at)| one == slug && *at >= since)
    }

    fn agreed(&self, slug: &str) -> bool {
        self.world.agreed.contains(slug)
    }

    fn sessions(&self, _days: u32) -> u32 {
        u32::try_from(self.world.sessions.len()).unwrap_or_default()
    }

    fn pace(&self) -> Option<Pace> {
        self.actor.map(|who| *self.world.pace.of(who))
    }

    fn lap(&self) -> u32 {
        1
    }

    fn clear(&self, gate: &str) -> bool {
        let Some(step) = self.told.exercise.step(gate) else { return false };
        let Kind::Gate(asked) = &step.kind else { return false };
        let Some(Value::Picked(picked)) = self.acting(step) else { return false };
        matches!(picked.picked.as_slice(), [one] if asked.options.iter().any(|o| o.exclusive && o.id == *one))
    }
}
