//! One person's own pages, behind a cover: answer, go back, check, keep or seal; then the other.

use hearth_domain::Person;

use super::book::Own;
use super::place::{Place, Spot, Task, Turn};
use super::{Cast, Input, Issue, OwnEffect, OwnVisibility, Private, Refused, Run, Tap, World};
use crate::model::{Kind, Record, Step};
use crate::value::Value;

impl Run {
    fn turn(&self) -> Option<&Turn> {
        if let Place::Turn(turn) = &self.place { Some(turn) } else { None }
    }

    pub(super) fn turn_mut(&mut self) -> Option<&mut Turn> {
        if let Place::Turn(turn) = &mut self.place { Some(turn) } else { None }
    }

    pub(super) fn take_turn(&mut self, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        let turn = self.turn().ok_or(Refused::NotHere)?;
        let (in_hand, task, spot, who) = (turn.in_hand, turn.task, turn.spot, turn.who);
        match input {
            Input::IAm(person) if !in_hand && person == who => {
                self.turn_mut().ok_or(Refused::NotHere)?.in_hand = true;
                self.take_the_laptop(world);
                Self::fine()
            }
            _ if !in_hand => Err(Refused::NotHere),
            Input::Pick { step, items } => self.take_pick(&step, items, world),
            Input::Answer { step, value } => match task {
                Task::Yes(at) => self.take_yes(at, &step, value, world),
                Task::Pick(_) => Err(Refused::NotHere),
                Task::Answer => self.answer(&step, value, world),
            },
            Input::Draft { .. } if matches!(task, Task::Yes(_)) => Self::fine(), // Passing: never in drafts (E11).
            Input::Draft { step, value } if task == Task::Answer => self.draft(&step, value, world),
            Input::Back => self.back(),
            Input::Check { step } if task == Task::Answer => self.check(step.as_deref(), world),
            Input::Tap(Tap::NotNow) => self.not_now(world),
            Input::Tap(Tap::Next) => self.next_in_turn(task, spot, world),
            _ => Err(Refused::NotHere),
        }
    }

    /// A turn without a page of its own is over at once; the cover came all the same.
    fn take_the_laptop(&mut self, world: &World) {
        let Some(turn) = self.turn() else { return };
        let (who, group) = (turn.who, turn.group);
        if turn.task == Task::Answer && turn.spot == Spot::Check && !self.has_check_page(group, who, world) {
            self.end_turn(world);
        }
    }

    /// Sets up one person's turn: what they answered before counts, and the first open page comes up.
    pub(super) fn begin_turn(&mut self, world: &World) {
        let Some(turn) = self.turn() else { return };
        let (who, group) = (turn.who, turn.group);
        if turn.task == Task::Answer {
            let range = self.plan.groups[group].at.clone();
            let before = range.clone().filter(|p| *p < self.resumed_at && self.is_shown(*p, Some(who), world));
            let trail = before.collect();
            let done = range.filter(|p| *p < self.resumed_at || self.was_answered(*p, who)).collect();
            if let Some(turn) = self.turn_mut() {
                turn.passed = done;
                turn.trail = trail;
            }
            self.go_to_next_page(world);
        } else if let Some(turn) = self.turn_mut() {
            turn.spot = Spot::Page(match turn.task {
                Task::Pick(at) | Task::Yes(at) => at,
                Task::Answer => return,
            });
        }
    }

    fn was_answered(&self, at: usize, who: Person) -> bool {
        self.book.own_at(who, &self.step(at).id, self.lap).is_some_and(|own| own.answered)
    }

    /// The page this turn is on, if that step is it.
    fn page_of(&self, step: &str) -> Result<(usize, Person), Refused> {
        let turn = self.turn().ok_or(Refused::NotHere)?;
        match turn.spot {
            Spot::Page(at) if self.step(at).id == step => Ok((at, turn.who)),
            _ => Err(Refused::NotHere),
        }
    }

    fn draft(&mut self, step: &str, value: Value, world: &World) -> Result<Vec<Issue>, Refused> {
        let (at, who) = self.page_of(step)?;
        if rests(self.step(at)).is_none() {
            return Self::fine(); // Passing answers are never in drafts (E11).
        }
        let issues = self.misfits(at, &value, Some(who), world, true);
        if issues.is_empty() {
            let answered = self.was_answered(at, who);
            self.write_draft(at, who, Some(value), answered);
        }
        Ok(issues)
    }

    fn answer(&mut self, step: &str, value: Option<Value>, world: &World) -> Result<Vec<Issue>, Refused> {
        let (at, who) = self.page_of(step)?;
        if self.step(at).kind.visibility().is_none() {
            return Err(Refused::NotHere);
        }
        if let Some(value) = &value {
            let issues = self.misfits(at, value, Some(who), world, false);
            if !issues.is_empty() {
                return Ok(issues);
            }
        }
        self.note_answer(at, who, value);
        self.pass_page(at, world);
        Self::fine()
    }

    pub(super) fn note_answer(&mut self, at: usize, who: Person, value: Option<Value>) {
        if rests(self.step(at)).is_none() {
            let id = self.step(at).id.clone();
            self.book.pass(who, &id, value);
        } else {
            self.write_draft(at, who, value, true);
        }
    }

    fn write_draft(&mut self, at: usize, who: Person, value: Option<Value>, answered: bool) {
        let step = self.step(at).id.clone();
        let Some(vis) = rests(self.step(at)) else { return };
        let (lap, value) = (self.lap, value.map(Private::new));
        self.book.set_own(who, &step, lap, Own { value: value.clone(), answered, kept: false });
        self.pace_set(at, who, value.as_ref().map(Private::value));
        self.own(who, OwnEffect::Draft { step, lap, vis, value, answered });
    }

    /// The page is done: what follows for this person, then the next page.
    pub(super) fn pass_page(&mut self, at: usize, world: &World) {
        if let Some(turn) = self.turn_mut() {
            let who = turn.who;
            turn.passed.insert(at);
            turn.trail.retain(|p| *p != at);
            turn.trail.push(at);
            *self.said_to.of_mut(who) = Vec::new();
        }
        self.own_branches(at, world);
        if matches!(self.place, Place::Turn(_)) && self.turn().is_some_and(|t| t.help.is_empty()) {
            self.go_to_next_page(world);
        }
    }

    /// The first shown page that was not passed, else the check page, else the turn is over.
    pub(super) fn go_to_next_page(&mut self, world: &World) {
        let Some(turn) = self.turn() else { return };
        let (who, group) = (turn.who, turn.group);
        let mut range = self.plan.groups[group].at.clone();
        let open = range.find(|p| !turn.passed.contains(p) && self.is_shown(*p, Some(who), world));
        let spot = match open {
            Some(at) => Spot::Page(at),
            None if self.has_check_page(group, who, world) => Spot::Check,
            None if !turn.in_hand => Spot::Check,
            None => return self.end_turn(world),
        };
        if let Some(turn) = self.turn_mut() {
            turn.spot = spot;
        }
        self.name_page();
    }

    /// Alone, the place is named page by page; it rests in one's own space.
    fn name_page(&mut self) {
        if let (Some(Turn { spot: Spot::Page(at), .. }), Cast::Alone(_)) = (self.turn(), self.cast) {
            let at = *at;
            self.name_place(at);
        }
    }

    fn has_check_page(&self, group: usize, who: Person, world: &World) -> bool {
        self.exercise.record == Record::Run && self.kept_steps(group, who, world).next().is_some()
    }

    /// The steps of a group whose answers that person keeps.
    pub(super) fn kept_steps(&self, group: usize, who: Person, world: &World) -> impl Iterator<Item = usize> {
        let range = self.plan.groups[group].at.clone();
        range.filter(move |p| keeps(self.step(*p)) && self.is_shown(*p, Some(who), world))
    }

    fn back(&mut self) -> Result<Vec<Issue>, Refused> {
        let turn = self.turn_mut().ok_or(Refused::NotHere)?;
        let before = match turn.spot {
            Spot::Page(at) => turn.trail.iter().rposition(|p| *p < at),
            Spot::Help(_) => return Err(Refused::NotHere),
            Spot::Check => turn.trail.len().checked_sub(1),
        };
        let before = before.ok_or(Refused::NotHere)?;
        turn.spot = Spot::Page(turn.trail[before]);
        self.name_page();
        Self::fine()
    }

    fn check(&mut self, step: Option<&str>, world: &World) -> Result<Vec<Issue>, Refused> {
        let turn = self.turn().ok_or(Refused::NotHere)?;
        let (who, group) = (turn.who, turn.group);
        let spot = match step {
            Some(id) => {
                let at = self.kept_steps(group, who, world).find(|p| self.step(*p).id == id);
                Spot::Page(at.filter(|p| turn.passed.contains(p)).ok_or(Refused::NotHere)?)
            }
            None if self.all_passed(group, who, world) => Spot::Check,
            None => return Err(Refused::NotHere),
        };
        self.turn_mut().ok_or(Refused::NotHere)?.spot = spot;
        Self::fine()
    }

    fn all_passed(&self, group: usize, who: Person, world: &World) -> bool {
        let passed = |p: usize| self.turn().is_some_and(|t| t.passed.contains(&p));
        self.plan.groups[group].at.clone().all(|p| passed(p) || !self.is_shown(p, Some(who), world))
    }

    /// "Not now" alone ends here; in a joint turn it counts once everyone has answered (E22).
    fn not_now(&mut self, world: &World) -> Result<Vec<Issue>, Refused> {
        let Some(Spot::Page(at)) = self.turn().map(|t| t.spot) else { return Err(Refused::NotHere) };
        if !matches!(&self.step(at).kind, Kind::Guide(guide) if guide.not_now) {
            return Err(Refused::NotHere);
        }
        if !self.cast.joint() {
            self.end_neutral(false);
            return Self::fine();
        }
        self.turn_mut().ok_or(Refused::NotHere)?.not_now = true;
        self.pass_page(at, world);
        Self::fine()
    }

    fn next_in_turn(&mut self, task: Task, spot: Spot, world: &World) -> Result<Vec<Issue>, Refused> {
        match (task, spot) {
            (_, Spot::Help(_)) => {
                if let Some(turn) = self.turn_mut() {
                    turn.help.pop_front();
                    if turn.help.is_empty() {
                        self.after_help(world);
                    }
                }
            }
            (Task::Answer, Spot::Page(at)) if self.step(at).kind.visibility().is_none() => self.pass_page(at, world),
            (Task::Pick(at), Spot::Page(_)) if self.nothing_to_pick(at, world) => {
                let id = self.step(at).id.clone();
                return self.take_pick(&id, Vec::new(), world);
            }
            (Task::Answer, Spot::Check) => self.end_turn(world),
            _ => return Err(Refused::NotHere),
        }
        Self::fine()
    }

    /// Keeps or seals the answers, wipes what went back on, and hands over.
    pub(super) fn end_turn(&mut self, world: &World) {
        let Some(turn) = self.turn() else { return };
        let (who, group) = (turn.who, turn.group);
        if turn.task == Task::Answer {
            for at in self.plan.groups[group].at.clone() {
                if self.is_shown(at, Some(who), world) { self.keep(at, who) } else { self.unsay(at, who) }
            }
        }
        *self.said_to.of_mut(who) = Vec::new(); // A line for one person alone never waits for the next page.
        let next = self.turn_mut().and_then(|t| t.queue.pop_front());
        match next {
            Some(next) => {
                if let Some(turn) = self.turn_mut() {
                    turn.who = next;
                    turn.in_hand = false;
                }
                self.begin_turn(world);
            }
            None => self.end_turns(world),
        }
    }

    fn end_turns(&mut self, world: &World) {
        let Some(turn) = self.turn_mut() else { return };
        let (task, group, not_now) = (turn.task, turn.group, turn.not_now);
        let picks = std::mem::take(&mut turn.picks);
        match task {
            Task::Answer => self.finish_group(group, not_now, world),
            Task::Pick(at) => self.show_picks(at, &picks, world),
            Task::Yes(at) => self.after_yes(at, world),
        }
    }

    fn keep(&mut self, at: usize, who: Person) {
        let (step, series) = (self.step(at).id.clone(), self.step(at).series.clone());
        let Some(vis) = rests(self.step(at)) else { return };
        let lap = self.lap;
        let Some(own) = self.book.own_mut(who, &step, lap).filter(|own| !own.kept) else { return };
        own.kept = true;
        let value = own.value.clone();
        self.number(series, value.as_ref().map(|v| v.value().clone()), who);
        match vis {
            OwnVisibility::Seal => self.own(who, OwnEffect::Seal { step, lap, value }),
            OwnVisibility::Waiting => {}
            _ => self.own(who, OwnEffect::Keep { step, lap, vis, value }),
        }
    }

    /// A dated number for the owner's own chart (E41).
    fn number(&mut self, series: Option<String>, value: Option<Value>, who: Person) {
        if let (Some(name), Some(Value::Number(value))) = (series, value) {
            self.own(who, OwnEffect::Series { name, value });
        }
    }

    /// An answer to a page that is no longer shown is not part of the run.
    fn unsay(&mut self, at: usize, who: Person) {
        let (step, lap) = (self.step(at).id.clone(), self.lap);
        if self.book.own_at(who, &step, lap).is_some_and(|own| !own.kept) {
            self.book.remove_own(who, &step, lap);
            self.own(who, OwnEffect::Drop { step, lap });
        }
    }
}

/// Where the answer of a step rests in Mine; nowhere if it passes. Ticks always pass.
fn rests(step: &Step) -> Option<OwnVisibility> {
    step.kind.visibility().and_then(OwnVisibility::of)
}

/// Whether the answer of a step outlives its page.
fn keeps(step: &Step) -> bool {
    rests(step).is_some()
}
