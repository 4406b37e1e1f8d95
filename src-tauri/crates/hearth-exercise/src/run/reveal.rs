//! Opening sealed answers: each presses Ready, they pick who is read first, then one answer a page (F7, E14,
//! E17). "Stop here" leaves the rest sealed.

use hearth_domain::{Pair, Person};

use super::place::{Opening, Place};
use super::words::{Shared, Shown};
use super::{Input, Issue, OursEffect, Refused, Run, Tap, World};
use crate::model::{Kind, Reveal, Source};

/// Replies the engine adds to every reveal (E18). The window owns their words.
pub(super) const ADDED_REPLIES: [&str; 3] = ["thank-you", "need-time", "no-reply"];

impl Run {
    pub(super) fn opening(&self, at: usize, reveal: &Reveal, world: &World) -> Place {
        let mut opening = Opening {
            at,
            ready: Pair::default(),
            first: None,
            page: 0,
            rounds: Vec::new(),
            nothing: Vec::new(),
            reply: None,
        };
        for item in &reveal.items {
            let Source::Step(id) = item else { continue };
            let round = (id.clone(), self.lap);
            if self.opened.contains(&round) {
                continue;
            }
            if self.both_sealed(id) && !world.withheld.contains(&round) {
                opening.rounds.push(round);
            } else if let Some(step) = self.exercise.step(id) {
                opening.nothing.push(step.label.clone());
            }
        }
        Place::Opening(opening)
    }

    /// Until both have sealed, nothing can be opened (E14).
    fn both_sealed(&self, step: &str) -> bool {
        Person::BOTH.iter().all(|who| self.book.own_at(*who, step, self.lap).is_some_and(|own| own.kept))
    }

    pub(super) fn take_opening(&mut self, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        let Place::Opening(opening) = &mut self.place else { return Err(Refused::NotHere) };
        let (at, both, empty) = (opening.at, opening.ready.a && opening.ready.b, opening.rounds.is_empty());
        match input {
            Input::Tap(Tap::Ready { who }) if opening.first.is_none() => *opening.ready.of_mut(who) = true,
            Input::Tap(Tap::First { who }) if both && !empty && opening.first.is_none() => {
                opening.first = Some(who);
                self.open_round();
            }
            Input::Tap(Tap::Reply { id }) if opening.first.is_some() => return self.reply_to_opened(id),
            Input::Tap(Tap::Next) if opening.first.is_some() => self.next_opened(world),
            Input::Tap(Tap::Next) if empty => self.after_step(at, world),
            Input::Tap(Tap::StopOpening) => self.after_step(at, world),
            _ => return Err(Refused::NotHere),
        }
        Self::fine()
    }

    /// The pair whose page is up goes to Ours: both answers, in one frame.
    fn open_round(&mut self) {
        let Place::Opening(opening) = &self.place else { return };
        let Some(first) = opening.first else { return };
        let Some(shown) = Shown::by_both_ready(&opening.ready) else { return };
        let Some((step, lap)) = opening.rounds.get(opening.page / 2).cloned() else { return };
        self.opened.insert((step.clone(), lap));
        self.ours(OursEffect::OpenRound { step: step.clone(), lap, first });
        for who in [first, first.other()] {
            let own = self.book.own_at(who, &step, lap).and_then(|own| own.value.as_ref());
            let value = own.map(|value| Shared::of_private(value, &shown));
            self.keep_ours(&step, Some(who), value);
        }
    }

    fn next_opened(&mut self, world: &World) {
        let Place::Opening(opening) = &mut self.place else { return };
        opening.page += 1;
        opening.reply = None;
        let (at, page, last) = (opening.at, opening.page, opening.rounds.len() * 2);
        if page >= last {
            self.after_step(at, world);
        } else if page.is_multiple_of(2) {
            self.open_round();
        }
    }

    /// Whose answer is up, and of which question.
    pub(super) fn opened_now(opening: &Opening) -> Option<(&str, Person)> {
        let first = opening.first?;
        let (step, _) = opening.rounds.get(opening.page / 2)?;
        Some((step, if opening.page.is_multiple_of(2) { first } else { first.other() }))
    }

    fn reply_to_opened(&mut self, id: String) -> Result<Vec<Issue>, Refused> {
        let Place::Opening(opening) = &self.place else { return Err(Refused::NotHere) };
        let (step, by) = Self::opened_now(opening).ok_or(Refused::NotHere)?;
        let (step, at) = (step.to_owned(), opening.at);
        let Kind::Reveal(reveal) = &self.step(at).kind else { return Err(Refused::NotHere) };
        if !may_reply(&id, &reveal.replies) {
            return Err(Refused::NotHere);
        }
        self.keep_reply(&step, by.other(), &id);
        if let Place::Opening(opening) = &mut self.place {
            opening.reply = Some(id);
        }
        Self::fine()
    }

    /// Words of this answer that one could say and the other would love to hear; never from a pair that is
    /// still sealed.
    pub(super) fn stars(&self, reveal: &Reveal, step: &str, by: Person) -> Vec<String> {
        let Some(stars) = &reveal.stars else { return Vec::new() };
        let other = match step {
            s if s == stars.give => &stars.want,
            s if s == stars.want => &stars.give,
            _ => return Vec::new(),
        };
        let open = |s: &str, who| self.book.ours_at(s, self.lap, Some(who)).and_then(|o| o.value.as_ref());
        match (open(step, by), open(other, by.other())) {
            (Some(mine), Some(theirs)) => self.labels_in_common(step, mine.value(), other, theirs.value()),
            _ => Vec::new(),
        }
    }
}

/// One of the step's replies, or one that is always there.
pub(super) fn may_reply(id: &str, replies: &[crate::model::Choice]) -> bool {
    ADDED_REPLIES.contains(&id) || replies.iter().any(|r| r.id == id)
}
