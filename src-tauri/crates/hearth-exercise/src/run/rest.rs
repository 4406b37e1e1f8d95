//! Break, coming back, another day, Stop: on every step, without name or reason (E9, E10).

use chrono::TimeDelta;
use hearth_domain::{Pair, Person};

use super::place::{End, Opening, Place, Rest, Then};
use super::{Cast, Ending, Issue, OursEffect, OwnEffect, Refused, Run, World};
use crate::model::Kind;

/// Minutes of a break where the couple has no plan of their own: bodies need about that (F5).
const BREAK_MINUTES: u32 = 20;
/// The longest break, in hours (F5).
const LONGEST_BREAK_H: i64 = 24;

impl Run {
    pub(super) const fn resting(&self) -> bool {
        matches!(self.place, Place::Rest(_))
    }

    pub(super) fn take_break(
        &mut self,
        until: Option<chrono::DateTime<chrono::Utc>>,
        world: &World,
    ) -> Result<Vec<Issue>, Refused> {
        if matches!(self.place, Place::Rest(_) | Place::End(_)) {
            return Err(Refused::NotHere);
        }
        let longest = world.now + TimeDelta::hours(LONGEST_BREAK_H);
        if until.is_some_and(|until| until > longest || until < world.now) {
            return Ok(vec![Issue { code: "out_of_range", part: None, bound: None }]);
        }
        let minutes = i64::from(world.pause_minutes.unwrap_or(BREAK_MINUTES));
        let until = until.unwrap_or(world.now + TimeDelta::minutes(minutes));
        let place = std::mem::replace(&mut self.place, Place::End(End::default()));
        let until = self.cast.joint().then_some(until);
        self.rest_until(until, false, Then::Same(Box::new(covered(place, self.cast))));
        self.write_rest();
        Self::fine()
    }

    /// A branch asked for a break: steady first, then the opening block is asked again.
    pub(super) fn rest_and_open_again(&mut self, world: &World) {
        let minutes = i64::from(world.pause_minutes.unwrap_or(BREAK_MINUTES));
        let target = self.go_on_at.take().unwrap_or_default().max(self.plan.opening.end);
        self.rest_until(Some(world.now + TimeDelta::minutes(minutes)), false, Then::OpeningThen(target));
        self.write_rest();
    }

    pub(super) fn write_rest(&mut self) {
        if let (Place::Rest(rest), Cast::Together { .. }) = (&self.place, self.cast) {
            let effect = OursEffect::RunRests { until: rest.until, cooloff: rest.cooloff };
            self.ours(effect);
        }
    }

    /// Everyone presses their own Return. A cool-off cannot be cut short.
    pub(super) fn come_back(&mut self, who: Person, world: &World) -> Result<Vec<Issue>, Refused> {
        let cast = self.cast;
        let Place::Rest(rest) = &mut self.place else { return Err(Refused::NotHere) };
        if !cast.has(who) || rest.cooloff && rest.until.is_some_and(|until| until > world.now) {
            return Err(Refused::NotHere);
        }
        *rest.back.of_mut(who) = true;
        if cast.order().iter().all(|p| *rest.back.of(*p)) {
            self.go_on(world);
        }
        Self::fine()
    }

    fn go_on(&mut self, world: &World) {
        let place = std::mem::replace(&mut self.place, Place::End(End::default()));
        let Place::Rest(Rest { then, .. }) = place else { return };
        if self.cast.joint() {
            self.ours(OursEffect::RunGoesOn);
        }
        match then {
            Then::Same(place) => self.place = *place,
            Then::OpeningThen(target) => self.open_again(target, world),
        }
    }

    /// The opening block is asked again of both, then the run goes on at that position.
    pub(super) fn open_again(&mut self, target: usize, world: &World) {
        self.book.wipe(|_| false);
        self.go_on_at = Some(target);
        self.enter(0, world);
    }

    pub(super) fn another_day(&mut self) -> Result<Vec<Issue>, Refused> {
        let Place::Rest(rest) = &self.place else { return Err(Refused::NotHere) };
        if !self.cast.joint() {
            return Err(Refused::NotHere);
        }
        if !rest.cooloff {
            self.ours(OursEffect::RunRests { until: None, cooloff: false });
        }
        self.place = Place::End(End { another_day: true, ..End::default() });
        Self::fine()
    }

    pub(super) fn stop(&mut self, new_facts: bool) -> Result<Vec<Issue>, Refused> {
        if matches!(self.place, Place::End(_)) {
            return Err(Refused::NotHere);
        }
        self.end_neutral(new_facts && self.offers_new_facts());
        Self::fine()
    }

    /// Stop, "not today", a flagged gate, nothing to show: one end, one page, the same changes (CR2).
    pub(super) fn end_neutral(&mut self, new_facts: bool) {
        let how = Ending::Stopped;
        match self.cast {
            Cast::Alone(me) => self.own(me, OwnEffect::RunEnded { how }),
            Cast::Together { .. } => {
                self.leave_all_open();
                self.wipe_compared();
                if self.has_reveal() {
                    self.ours(OursEffect::CloseRounds);
                }
                self.ours(OursEffect::RunEnded { how });
            }
        }
        self.leave();
        let next = if self.cast.joint() { Vec::new() } else { self.suggested.clone() };
        self.place = Place::End(End { new_facts, next, ..End::default() });
    }

    /// By the exercise, not by what happened in it.
    pub(super) fn has_reveal(&self) -> bool {
        (0..self.plan.steps.len()).any(|at| matches!(self.step(at).kind, Kind::Reveal(_)))
    }

    /// Nothing passing outlives the run (E11).
    pub(super) fn leave(&mut self) {
        self.book.wipe(|_| false);
        self.said.clear();
        self.said_to = Pair::default();
    }
}

/// Content hides: a turn comes back behind its cover, presses of Ready count anew.
fn covered(place: Place, cast: Cast) -> Place {
    match place {
        Place::Turn(mut turn) if cast.joint() => {
            turn.in_hand = false;
            Place::Turn(turn)
        }
        Place::Opening(opening) if opening.first.is_none() => {
            Place::Opening(Opening { ready: Pair::default(), ..opening })
        }
        other => other,
    }
}
