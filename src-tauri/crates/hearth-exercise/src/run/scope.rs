//! What a condition of this run may look at (E27), and who is looking.

use std::ops::Range;

use chrono::TimeDelta;
use hearth_domain::{Pace, Person, Visibility};

use super::{Cast, Run, World};
use crate::condition::{Scope, Seen, Whose};
use crate::model::{Kind, Step, Who};
use crate::value::Value;

/// The eyes of one person inside their turn, or of the run itself outside one.
pub(super) struct Eyes<'a> {
    pub run: &'a Run,
    pub world: &'a World,
    /// Whose turn it is.
    pub actor: Option<Person>,
    /// Positions whose turns are not over: nobody's answers there are compared across people (E4).
    pub closed: Range<usize>,
}

impl Eyes<'_> {
    fn is_closed(&self, step: &str) -> bool {
        self.run.position(step).is_some_and(|p| self.closed.contains(&p))
    }

    fn of_person(&self, step: &Step, who: Person) -> Option<&Value> {
        if step.kind.visibility() == Some(Visibility::Eph) {
            return self.run.book.passing(who, &step.id);
        }
        let own = self.run.book.own(who, &step.id, self.run.lap).and_then(|o| o.value.as_ref());
        let ours = || self.run.book.ours(&step.id, self.run.lap, Some(who)).and_then(|o| o.value.as_ref());
        own.map(super::Private::value).or_else(|| ours().map(super::Shared::value))
    }

    fn acting(&self, step: &Step) -> Option<&Value> {
        match (step.who, self.run.cast) {
            (_, Cast::Alone(me)) => self.of_person(step, me),
            (Who::Each, _) => self.of_person(step, self.actor?),
            // What somebody ticked at a reveal is a copy of theirs in Ours.
            (Who::Me | Who::Role(_), _) if super::plan::behind_cover(step) || matches!(step.kind, Kind::Reveal(_)) => {
                self.of_person(step, self.run.actor(step)?)
            }
            _ => self.run.book.ours(&step.id, self.run.lap, None)?.value.as_ref().map(super::Shared::value),
        }
    }

    fn cleared(&self, step: &Step, who: Person) -> bool {
        let Kind::Gate(gate) = &step.kind else { return false };
        match self.of_person(step, who) {
            Some(Value::Picked(picked)) => {
                matches!(picked.picked.as_slice(), [one] if gate.options.iter().any(|o| o.exclusive && o.id == *one))
            }
            _ => false,
        }
    }
}

impl Scope for Eyes<'_> {
    fn value(&self, step: &str, whose: Whose) -> Option<Seen> {
        let step = self.run.exercise.step(step)?;
        let value = match whose {
            Whose::Acting => self.acting(step),
            Whose::Of(_) if self.is_closed(&step.id) => None,
            Whose::Of(who) => self.of_person(step, who),
        };
        value.map(|v| Seen::of(v, step))
    }

    fn done(&self, slug: &str, days: u32) -> bool {
        let since = self.world.now - TimeDelta::days(i64::from(days));
        self.world.done.iter().any(|(s, at)| s == slug && *at >= since)
    }

    fn agreed(&self, slug: &str) -> bool {
        self.world.agreed.contains(slug)
    }

    fn sessions(&self, days: u32) -> u32 {
        let since = self.world.now - TimeDelta::days(i64::from(days));
        u32::try_from(self.world.sessions.iter().filter(|at| **at >= since).count()).unwrap_or(u32::MAX)
    }

    fn pace(&self) -> Option<Pace> {
        self.actor.map(|who| *self.world.pace.of(who))
    }

    fn lap(&self) -> u32 {
        self.run.lap
    }

    fn clear(&self, gate: &str) -> bool {
        let Some(step) = self.run.exercise.step(gate) else { return false };
        match self.actor {
            Some(who) => self.cleared(step, who),
            None => self.run.asked(step).into_iter().all(|who| self.cleared(step, who)),
        }
    }
}
