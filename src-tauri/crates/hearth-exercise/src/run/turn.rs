//! One person's own pages, behind a cover: answer, go back, check, keep or seal; then the other.

use hearth_domain::Person;

use super::book::Own;
use super::place::{Place, Spot, Task, Turn};
use super::{Cast, Input, Issue, OwnEffect, OwnVisibility, Private, Refused, Run, Tap, World};
use crate::model::{Kind, Record, Step};
use crate::value::Value;

impl Run {
    pub(super) fn turn(&self) -> Option<&Turn> {
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

    pub(super) fn was_answered(&self, at: usize, who: Person) -> bool {
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

    pub(super) fn has_check_page(&self, group: usize, who: Person, world: &World) -> bool {
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
}

/// Where the answer of a step rests in Mine; nowhere if it passes. Ticks always pass.
pub(super) fn rests(step: &Step) -> Option<OwnVisibility> {
    step.kind.visibility().and_then(OwnVisibility::of)
}

/// Whether the answer of a step outlives its page.
fn keeps(step: &Step) -> bool {
    rests(step).is_some()
}
