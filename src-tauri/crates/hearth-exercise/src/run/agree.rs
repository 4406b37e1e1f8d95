//! An agreement: each a private yes behind the cover, a cool-off if the exercise wants one, then both confirm
//! the same text with its review date (E31, E32).

use chrono::{DateTime, TimeDelta, Utc};
use hearth_domain::{Pair, Person, Visibility};

use super::branch::says_yes;
use super::place::{Agree, Place, Rest, Task, Then};
use super::words::Lines;
use super::{Input, Issue, OursEffect, OwnEffect, Proposed, Refused, Run, Shared, Tap, World};
use crate::model::{Agree as Agreement, Choice, Kind};
use crate::page::RecapRow;
use crate::value::Value;

impl Run {
    pub(super) fn agreement_at(&self, at: usize) -> Option<&Agreement> {
        if let Kind::Agree(agree) = &self.step(at).kind { Some(agree) } else { None }
    }

    /// False if there is nothing to agree: it was settled before, or no words are left to confirm.
    pub(super) fn enter_agree(&mut self, at: usize, agree: &Agreement, world: &World) -> bool {
        let step = self.step(at).id.clone();
        if self.settled.contains(&step) || self.agreement_lines(at, world).is_empty() {
            return false;
        }
        if let Some(until) = self.cooling(&step).filter(|until| *until > world.now) {
            self.rest_until(Some(until), true, Then::OpeningThen(at));
        } else if agree.yes.as_ref().is_some_and(|id| self.both_said_yes(id)) {
            self.show_text(at);
        } else {
            self.enter_task(Task::Yes(at), at, world);
        }
        true
    }

    fn proposal(&self, step: &str) -> Option<&Proposed> {
        self.proposed.iter().find(|p| p.step == step)
    }

    fn cooling(&self, step: &str) -> Option<DateTime<Utc>> {
        self.proposal(step)?.not_before
    }

    /// Only a yes of this sitting counts; what was wiped is asked again.
    fn both_said_yes(&self, consent: &str) -> bool {
        let Some(at) = self.position(consent) else { return false };
        let options = self.yes_options(at);
        let yes = |who: &Person| matches!(self.answer_of(*who, at), Some(value) if says_yes(value, &options));
        Person::BOTH.iter().all(yes)
    }

    /// The page that asks for the private yes: the named consent's own, or the agreement's.
    pub(super) fn yes_step(&self, at: usize) -> usize {
        let named = self.agreement_at(at).and_then(|a| a.yes.as_deref());
        named.and_then(|id| self.position(id)).unwrap_or(at)
    }

    /// The answers of the private yes. Where no consent brings its own words, the window has them.
    pub(super) fn yes_options(&self, at: usize) -> Vec<Choice> {
        match &self.step(at).kind {
            Kind::Consent(consent) => consent.options.clone(),
            _ => vec![
                Choice { id: "yes".to_owned(), yes: true, ..Choice::default() },
                Choice { id: "not-now".to_owned(), ..Choice::default() },
                Choice { id: "no".to_owned(), ..Choice::default() },
            ],
        }
    }

    pub(super) fn take_yes(
        &mut self,
        at: usize,
        step: &str,
        value: Option<Value>,
        world: &World,
    ) -> Result<Vec<Issue>, Refused> {
        let asked = self.yes_step(at);
        let Place::Turn(turn) = &self.place else { return Err(Refused::NotHere) };
        if self.step(asked).id != step {
            return Err(Refused::NotHere);
        }
        let (who, id) = (turn.who, self.step(asked).id.clone());
        self.book.pass(who, &id, value);
        self.end_turn(world);
        Self::fine()
    }

    /// Both were asked. Anything but two yeses is the neutral end, and nobody learns whose it was (E22).
    pub(super) fn after_yes(&mut self, at: usize, _world: &World) {
        let id = self.step(self.yes_step(at)).id.clone();
        let agreed = self.both_said_yes(&id);
        self.book.wipe(|step| step != id);
        if agreed { self.show_text(at) } else { self.end_neutral(false) }
    }

    fn show_text(&mut self, at: usize) {
        let days = self.agreement_at(at).map_or(0, |a| a.review_default);
        let days = self.proposal(&self.step(at).id).map_or(days, |p| p.review_days);
        self.place = Place::Agree(Agree { at, review_days: days, confirmed: Pair::default() });
    }

    pub(super) fn take_agree(&mut self, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        let Place::Agree(agree) = &self.place else { return Err(Refused::NotHere) };
        let at = agree.at;
        match input {
            Input::Tap(Tap::Agree { who, review_days }) => Ok(self.confirm(at, who, review_days, world)),
            Input::Tap(Tap::Next) if self.first_visit(at) => {
                self.propose_and_rest(at, world);
                Self::fine()
            }
            Input::Tap(Tap::Differ) => {
                self.leave_open(at);
                self.after_step(at, world);
                Self::fine()
            }
            _ => Err(Refused::NotHere),
        }
    }

    /// The text has to rest before anybody confirms it.
    pub(super) fn first_visit(&self, at: usize) -> bool {
        self.agreement_at(at).is_some_and(|a| a.cooloff_h > 0) && self.proposal(&self.step(at).id).is_none()
    }

    /// A new date takes the other's press back: both confirm the same text (E31).
    fn confirm(&mut self, at: usize, who: Person, days: u32, world: &World) -> Vec<Issue> {
        let most = self.agreement_at(at).map_or(0, |a| a.review_max);
        if days == 0 || days > most {
            return vec![Issue { code: "out_of_range", part: None, bound: Some(most) }];
        }
        let Place::Agree(agree) = &mut self.place else { return Vec::new() };
        if agree.review_days != days {
            agree.review_days = days;
            agree.confirmed = Pair::default();
        }
        *agree.confirmed.of_mut(who) = true;
        if agree.confirmed.a && agree.confirmed.b {
            if self.first_visit(at) { self.propose_and_rest(at, world) } else { self.put_in_force(at, days, world) }
        }
        Vec::new()
    }

    fn propose(&mut self, at: usize, days: u32, not_before: Option<DateTime<Utc>>, world: &World) {
        let step = self.step(at).id.clone();
        let effect = OursEffect::Propose {
            step: step.clone(),
            title: self.exercise.title.clone(),
            lines: self.agreement_lines(at, world),
            review: review_day(world, days),
            not_before,
        };
        self.ours(effect);
        self.proposed.retain(|p| p.step != step);
        self.proposed.push(Proposed { step, not_before, review_days: days });
    }

    fn propose_and_rest(&mut self, at: usize, world: &World) {
        let Place::Agree(agree) = &self.place else { return };
        let days = agree.review_days;
        let hours = self.agreement_at(at).map_or(0, |a| a.cooloff_h);
        let until = world.now + TimeDelta::hours(i64::from(hours));
        self.propose(at, days, Some(until), world);
        self.rest_until(Some(until), true, Then::OpeningThen(at));
        self.write_rest();
    }

    /// One frame: the text, both yeses, in force. A crash between two presses asks both again.
    fn put_in_force(&mut self, at: usize, days: u32, world: &World) {
        let step = self.step(at).id.clone();
        let review = review_day(world, days);
        let waited = self.cooling(&step);
        self.propose(at, days, waited, world);
        for who in self.cast.order() {
            self.own(who, OwnEffect::Receipt { step: step.clone() });
            self.ours(OursEffect::Assent { step: step.clone(), who, review });
        }
        self.ours(OursEffect::InForce { step: step.clone() });
        self.settle(step);
        self.after_step(at, world);
    }

    fn settle(&mut self, step: String) {
        self.proposed.retain(|p| p.step != step);
        self.settled.insert(step);
    }

    fn leave_open(&mut self, at: usize) {
        let step = self.step(at).id.clone();
        if self.proposal(&step).is_some() {
            self.ours(OursEffect::LeftOpen { step: step.clone() });
        }
        self.settle(step);
    }

    /// A stop leaves nothing half agreed.
    pub(super) fn leave_all_open(&mut self) {
        for proposed in std::mem::take(&mut self.proposed) {
            self.ours(OursEffect::LeftOpen { step: proposed.step });
        }
    }

    /// The text: shared answers only, of a table with `accept` only the rows that were taken on (E35).
    fn agreement_lines(&self, at: usize, world: &World) -> Vec<Lines<Shared>> {
        let from = self.agreement_at(at).map(|a| a.from.clone()).unwrap_or_default();
        from.iter().flat_map(|id| self.shared_lines(id, world)).collect()
    }

    /// What one step wrote into Ours, in words.
    pub(super) fn shared_lines(&self, id: &str, world: &World) -> Vec<Lines<Shared>> {
        let Some(at) = self.position(id) else { return Vec::new() };
        let step = self.step(at);
        if matches!(step.kind.visibility(), None | Some(Visibility::Eph)) && self.book.kept(id).is_empty() {
            return Vec::new();
        }
        let mut kept = self.book.kept(id);
        if step.once && kept.is_empty() {
            kept.extend(world.before.get(id).map(|shared| (None, shared)));
        }
        let lines = kept.into_iter().flat_map(|(by, shared)| {
            let value = self.accepted_only(at, shared.value());
            let rows = self.rows_of(step, &value, by, world).into_iter();
            rows.map(|row| Lines::of(row.label, row.by, shared, row.lines)).collect::<Vec<_>>()
        });
        lines.collect()
    }

    fn accepted_only(&self, at: usize, value: &Value) -> Value {
        match (&self.step(at).kind, value) {
            (Kind::Table(table), Value::Rows(rows)) if table.accept => {
                let answers = self.row_answers(at);
                let agreed = |id: &str| answers.get(id).is_some_and(|answer| answer == "agree");
                Value::Rows(rows.iter().filter(|r| agreed(&r.row)).cloned().collect())
            }
            _ => value.clone(),
        }
    }

    /// The text of the agreement that this consent is the private yes to.
    pub(super) fn agreed_by(&self, consent: usize, world: &World) -> Vec<RecapRow> {
        let id = &self.step(consent).id;
        let named = |at: &usize| self.agreement_at(*at).is_some_and(|a| a.yes.as_ref() == Some(id));
        (0..self.plan.steps.len()).find(named).map(|at| self.agreement_rows(at, world)).unwrap_or_default()
    }

    pub(super) fn agreement_rows(&self, at: usize, world: &World) -> Vec<RecapRow> {
        self.agreement_lines(at, world)
            .into_iter()
            .map(|l| RecapRow { label: l.label, lines: l.lines, by: l.by })
            .collect()
    }

    pub(super) fn rest_until(&mut self, until: Option<DateTime<Utc>>, cooloff: bool, then: Then) {
        self.place = Place::Rest(Rest { until, cooloff, back: Pair::default(), then });
    }
}

fn review_day(world: &World, days: u32) -> chrono::NaiveDate {
    world.today + TimeDelta::days(i64::from(days))
}
