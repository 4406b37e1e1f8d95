//! Speaking and saying back. Nothing spoken is kept; tries and presses live in memory.

use hearth_domain::{Pair, Person};

use super::place::{Mirror, Place, Talk};
use super::{Input, Issue, Refused, Run, SaidBack, Tap, World};
use crate::model::{Kind, Swap};

impl Run {
    pub(super) fn take_talk(&mut self, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        match (&self.place, input) {
            (Place::Talk(talk), Input::Tap(Tap::Next)) => {
                let at = talk.at;
                self.end_talking(at, world);
                Self::fine()
            }
            (Place::Talk(talk), Input::Tap(Tap::More { who })) if self.offers_more(talk.at) => {
                let at = talk.at;
                self.ask_for_more(at, who, world);
                Self::fine()
            }
            (Place::Mirror(mirror), Input::Tap(Tap::SaidBack(how))) if !self.two_sentences(mirror.at) => {
                let at = mirror.at;
                self.said_back(at, how, world);
                Self::fine()
            }
            (Place::Mirror(mirror), Input::Tap(Tap::Next)) => {
                let at = mirror.at;
                self.forget_tries(at);
                self.after_step(at, world);
                Self::fine()
            }
            _ => Err(Refused::NotHere),
        }
    }

    fn swap_at(&self, at: usize) -> Option<Swap> {
        if let Kind::Turn(turn) = &self.step(at).kind { turn.swap.clone() } else { None }
    }

    /// Both rounds of a pair are over, and another pair is allowed.
    pub(super) fn offers_more(&self, at: usize) -> bool {
        self.swap_at(at).is_some_and(|swap| self.lap.is_multiple_of(2) && self.lap / 2 <= swap.more)
    }

    /// The next speaker, then the other round, then on (E5, E6).
    fn end_talking(&mut self, at: usize, world: &World) {
        if let Place::Talk(talk) = &mut self.place {
            talk.speakers.pop_front();
            if !talk.speakers.is_empty() {
                return;
            }
        }
        match self.swap_at(at) {
            Some(swap) if !self.lap.is_multiple_of(2) => self.next_round(&swap, world),
            Some(_) => {
                self.lap = 1;
                self.after_step(at, world);
            }
            None => self.after_step(at, world),
        }
    }

    fn ask_for_more(&mut self, at: usize, who: Person, world: &World) {
        let Place::Talk(Talk { more, .. }) = &mut self.place else { return };
        *more.of_mut(who) = true;
        if more.a && more.b {
            *more = Pair::default();
            if let Some(swap) = self.swap_at(at) {
                self.next_round(&swap, world);
            }
        }
    }

    fn next_round(&mut self, swap: &Swap, world: &World) {
        self.lap += 1;
        let from = self.position(&swap.from).unwrap_or_default();
        self.enter(from, world);
    }

    /// Which try this is, from 1.
    pub(super) fn attempt(&self, at: usize) -> u32 {
        self.repeats.get(&(at, usize::MAX)).copied().unwrap_or_default() + 1
    }

    /// Tries are used up (E8).
    pub(super) fn two_sentences(&self, at: usize) -> bool {
        matches!(&self.step(at).kind, Kind::Mirror(mirror) if self.attempt(at) > mirror.tries)
    }

    fn forget_tries(&mut self, at: usize) {
        self.repeats.remove(&(at, usize::MAX));
    }

    fn said_back(&mut self, at: usize, how: SaidBack, world: &World) {
        if how == SaidBack::Yes {
            self.forget_tries(at);
            return self.after_step(at, world);
        }
        *self.repeats.entry((at, usize::MAX)).or_default() += 1;
        let Kind::Mirror(mirror) = &self.step(at).kind else { return };
        let from = mirror.from.as_deref().and_then(|id| self.position(id));
        match from {
            Some(from) if !self.two_sentences(at) => self.enter(from, world),
            _ => self.place = Place::Mirror(Mirror { at }),
        }
    }

    /// Who confirms what the other says back.
    pub(super) fn speaker_of_mirror(&self, at: usize) -> Person {
        let listener = self.actor(self.step(at)).or_else(|| self.cast.order().last().copied());
        listener.unwrap_or(Person::B).other()
    }
}
