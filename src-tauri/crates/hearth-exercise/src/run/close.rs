//! The close and what stays after a run.

use hearth_domain::{Pace, Person};

use super::place::{End, Place};
use super::words::Lines;
use super::{Cast, Ending, Issue, OursEffect, OwnEffect, Private, Refused, Run, World};
use crate::model::{Kind, Product, ProductKind, Record};
use crate::value::Value;

/// The private check on safety; going through it counts for 90 days (E25).
const SAFETY_CHECK: &str = "starting-safely";

impl Run {
    pub(super) fn arrive_at_close(&mut self) {
        if let (Cast::Alone(me), true) = (self.cast, self.exercise.slug == SAFETY_CHECK) {
            self.own_always(me, OwnEffect::Checked);
        }
    }

    /// A pace is set with the person's own hand, at once (E21).
    pub(super) fn pace_set(&mut self, at: usize, who: Person, value: Option<&Value>) {
        let id = &self.step(at).id;
        let sets = |p: &Product| p.kind == ProductKind::Pace && p.from.contains(id);
        if !self.exercise.products.iter().any(sets) {
            return;
        }
        let picked = if let Some(Value::Picked(p)) = value { p.picked.first() } else { None };
        if let Some(pace) = picked.and_then(|word| Pace::from_word(word)) {
            self.own_always(who, OwnEffect::Pace(pace));
        }
    }

    pub(super) fn finish(&mut self, world: &World) {
        let products = self.exercise.products.clone();
        for product in products.iter().filter(|p| p.kind != ProductKind::Pace) {
            self.leave_behind(product, world);
        }
        self.wipe_compared();
        let how = Ending::Done;
        match self.cast {
            Cast::Alone(me) => self.own(me, OwnEffect::RunEnded { how }),
            Cast::Together { .. } => self.ours(OursEffect::RunEnded { how }),
        }
        let next = self.next_exercises();
        self.leave();
        self.place = Place::End(End { done: true, next, ..End::default() });
    }

    /// What a branch suggested comes before what the close names.
    pub(super) fn next_exercises(&self) -> Vec<String> {
        let named = (0..self.plan.steps.len()).filter_map(|at| match &self.step(at).kind {
            Kind::Close(close) => Some(&close.next),
            _ => None,
        });
        let mut next = self.suggested.clone();
        for slug in named.flatten() {
            if !next.contains(slug) {
                next.push(slug.clone());
            }
        }
        next
    }

    fn leave_behind(&mut self, product: &Product, world: &World) {
        let step = product.from.first().cloned().unwrap_or_default();
        let (kind, title) = (product.kind, product.title.clone());
        if product.shared {
            let body: Vec<_> = product.from.iter().flat_map(|id| self.shared_lines(id, world)).collect();
            if !body.is_empty() {
                self.ours(OursEffect::Item { kind, step, title, body });
            }
            return;
        }
        for who in self.cast.order() {
            let body: Vec<_> = product.from.iter().filter_map(|id| self.own_lines(who, id, world)).collect();
            if !body.is_empty() {
                self.own(who, OwnEffect::Item { kind, step: step.clone(), title: title.clone(), body });
            }
        }
    }

    fn own_lines(&self, who: Person, id: &str, world: &World) -> Option<Lines<Private>> {
        let step = self.exercise.step(id)?;
        let own = self.book.own(who, id, self.lap).filter(|own| own.kept)?;
        let lines = self.lines_of(&self.exercise, step, own.value.as_ref()?.value(), Some(who), world);
        (!lines.is_empty()).then(|| Lines::own(step.label.clone(), lines))
    }

    /// Keep ends the run like Next does; delete now takes its words with it (E40).
    pub(super) fn keep_or_delete(&mut self, keep: bool, world: &World) -> Result<Vec<Issue>, Refused> {
        let (Cast::Alone(me), Place::Page(at)) = (self.cast, &self.place) else { return Err(Refused::NotHere) };
        if !matches!(self.step(*at).kind, Kind::Close(_)) || self.exercise.record == Record::None {
            return Err(Refused::NotHere);
        }
        if keep {
            self.finish(world);
        } else {
            self.own(me, OwnEffect::Forget);
            self.leave();
            let next = self.next_exercises();
            self.place = Place::End(End { done: true, next, ..End::default() });
        }
        Self::fine()
    }
}
