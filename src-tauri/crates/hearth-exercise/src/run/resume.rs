//! Going on with a run after its process ended. Nothing that was written is asked twice; what was never
//! written is asked again of both, so that nobody can tell whose answers were missing.

use std::sync::Arc;

use super::book::{Ours, Own};
use super::place::Then;
use super::{CannotBegin, Cast, Effect, OursEffect, OwnState, Record, Run, World};
use crate::model::Exercise;

impl Run {
    /// Goes on with a run. A joint one asks its opening block again first.
    ///
    /// # Errors
    /// [`CannotBegin`] if there is no such part, or it is not for this sitting.
    pub fn resume(
        exercise: Arc<Exercise>,
        part: &str,
        cast: Cast,
        record: Record,
        world: &World,
    ) -> Result<(Self, Vec<Effect>), CannotBegin> {
        let mut run = Self::new(exercise, part, cast)?;
        let at = record.at.as_deref().and_then(|id| run.position(id)).unwrap_or_default();
        let cooling = record.rest.and_then(|r| r.until.filter(|until| r.cooloff && *until > world.now));
        let rested = record.rest.is_some();
        run.lap = record.lap.max(1);
        run.named = record.at.clone().map(|at| (at, run.lap));
        run.recall(record);
        match cooling {
            Some(until) => run.rest_until(Some(until), true, Then::OpeningThen(at)),
            None => run.go_on_at_last(at, rested, world),
        }
        let effects = run.take_effects();
        Ok((run, effects))
    }

    fn go_on_at_last(&mut self, at: usize, rested: bool, world: &World) {
        if !self.cast.joint() {
            self.resumed_at = at;
            return self.enter(at, world);
        }
        if rested {
            self.ours(OursEffect::RunGoesOn);
        }
        self.open_again(at, world);
    }

    fn recall(&mut self, record: Record) {
        let Record { own, ours, proposed, settled, opened, .. } = record;
        for (who, rows) in [(hearth_domain::Person::A, own.a), (hearth_domain::Person::B, own.b)] {
            for row in rows {
                let (answered, kept) = (row.state != OwnState::Draft, row.state == OwnState::Kept);
                self.book.set_own(who, &row.step, row.lap, Own { value: row.value, answered, kept });
            }
        }
        for row in ours {
            self.book.set_ours(&row.step, row.lap, row.who, Ours { value: row.value, kept: row.kept });
        }
        self.proposed = proposed;
        self.settled = settled.into_iter().collect();
        self.opened = opened.into_iter().collect();
    }
}
