//! From one group to the next, and which step may be named on disk on the way.

use std::collections::{BTreeSet, VecDeque};

use hearth_domain::{Pair, Person};

use super::place::{Mirror, Place, Spot, Talk, Task, Turn};
use super::scope::Eyes;
use super::{Cast, Issue, OursEffect, OwnEffect, Refused, Run, World};
use crate::condition::Expr;
use crate::model::{Kind, RevealMode, Step, Who};

impl Run {
    /// Goes to the first position from here on that is to be shown.
    pub(super) fn enter(&mut self, position: usize, world: &World) {
        let group = self.plan.group_of(position);
        self.wipe_from(position);
        for group in group..self.plan.groups.len() {
            let start = self.plan.groups[group].at.start;
            if let Some(target) = self.go_on_at.filter(|_| start >= self.plan.opening.end) {
                self.go_on_at = None;
                return self.enter_again(target, world);
            }
            if self.enter_group(group, world) {
                return;
            }
        }
        self.finish(world);
    }

    /// Where the run stood before its rest; whatever was kept is not asked twice.
    fn enter_again(&mut self, target: usize, world: &World) {
        let target = target.max(self.plan.opening.end);
        self.enter(target, world);
    }

    fn enter_group(&mut self, group: usize, world: &World) -> bool {
        if self.plan.groups[group].private {
            return self.enter_turn(group, world);
        }
        let at = self.plan.groups[group].at.start;
        if !self.is_shown(at, None, world) {
            return false;
        }
        self.name_place(at);
        self.enter_single(at, world)
    }

    /// False if there is nothing to do there.
    fn enter_single(&mut self, at: usize, world: &World) -> bool {
        match self.step(at).kind.clone() {
            Kind::Turn(_) => self.place = Place::Talk(self.talk_at(at)),
            Kind::Mirror(_) => self.place = Place::Mirror(Mirror { at }),
            Kind::Reveal(reveal) => match reveal.mode {
                RevealMode::Sealed => self.place = self.opening(at, &reveal, world),
                RevealMode::Picks => self.enter_task(Task::Pick(at), at, world),
                RevealMode::Overlap | RevealMode::Match => self.show_common(at, &reveal, world),
            },
            Kind::Agree(agree) => return self.enter_agree(at, &agree, world),
            Kind::Close(_) => {
                self.arrive_at_close();
                self.place = Place::Page(at);
            }
            _ => self.place = Place::Page(at),
        }
        true
    }

    fn talk_at(&self, at: usize) -> Talk {
        let step = self.step(at);
        let speakers = match step.who {
            Who::Both => VecDeque::from([None]),
            _ => self.asked(step).into_iter().map(Some).collect(),
        };
        Talk { at, speakers, more: Pair::default() }
    }

    /// Everyone who has something to answer in a group takes a turn. In an each-group that is both or nobody,
    /// so that no missing cover tells what one of them answered.
    fn enter_turn(&mut self, group: usize, world: &World) -> bool {
        let range = self.plan.groups[group].at.clone();
        let asked = self.asked(self.step(range.start));
        let waiting = self.kept_by_some(group, &asked);
        let needs = |run: &Self, who: Person| {
            range.clone().any(|p| run.is_shown(p, Some(who), world)) && !(waiting && run.has_kept(group, who))
        };
        let queue: VecDeque<Person> = if waiting {
            asked.iter().copied().filter(|who| needs(self, *who)).collect()
        } else if asked.iter().any(|who| needs(self, *who)) {
            asked.iter().copied().collect()
        } else {
            return false;
        };
        if queue.is_empty() {
            self.finish_group(group, false, world);
            return true;
        }
        if let Some(named) = range.clone().find(|p| self.plan.may_be_named(*p)) {
            self.name_place(named);
        }
        self.start_turns(Task::Answer, group, queue, world);
        true
    }

    /// Without passing answers in it, a group is asked only of whoever lacks answers.
    fn kept_by_some(&self, group: usize, asked: &[Person]) -> bool {
        let range = self.plan.groups[group].at.clone();
        let passing = range.clone().any(|p| self.step(p).kind.visibility() == Some(hearth_domain::Visibility::Eph));
        !passing && asked.iter().any(|who| self.has_kept(group, *who))
    }

    fn has_kept(&self, group: usize, who: Person) -> bool {
        self.plan.groups[group].at.clone().any(|p| {
            let own = self.book.own_at(who, &self.step(p).id, self.lap);
            own.is_some_and(|own| own.kept)
        })
    }

    /// The turns for ticking or for the private yes.
    pub(super) fn enter_task(&mut self, task: Task, at: usize, world: &World) {
        let step = self.step(at);
        let who = if matches!(task, Task::Yes(_)) { self.cast.order() } else { self.asked(step) };
        let group = self.plan.group_of(at);
        self.start_turns(task, group, who.into(), world);
    }

    fn start_turns(&mut self, task: Task, group: usize, mut queue: VecDeque<Person>, world: &World) {
        let Some(who) = queue.pop_front() else { return };
        let turn = Turn {
            task,
            group,
            queue,
            who,
            in_hand: !self.cast.joint(),
            spot: Spot::Check,
            passed: BTreeSet::new(),
            trail: Vec::new(),
            help: VecDeque::new(),
            picks: Pair::default(),
            not_now: false,
        };
        self.place = Place::Turn(turn);
        self.begin_turn(world);
    }

    /// Whether a position is shown to that person, or to both.
    pub(super) fn is_shown(&self, at: usize, who: Option<Person>, world: &World) -> bool {
        let step = self.step(at);
        if step.once && self.answered_before(step, who, world) {
            return false;
        }
        let closed = if who.is_some() { self.plan.groups[self.plan.group_of(at)].at.clone() } else { 0..0 };
        let shown = |when: &Expr| when.holds(&self.eyes(world, who.or(self.actor(step)), closed));
        step.show_if.as_ref().is_none_or(shown) && self.has_something(step, who, world)
    }

    fn answered_before(&self, step: &Step, who: Option<Person>, world: &World) -> bool {
        let key = (self.exercise.slug.clone(), step.id.clone());
        match who {
            Some(who) => world.own.of(who).contains_key(&key),
            None => world.before.contains_key(&step.id),
        }
    }

    pub(super) const fn eyes<'a>(
        &'a self,
        world: &'a World,
        actor: Option<Person>,
        closed: std::ops::Range<usize>,
    ) -> Eyes<'a> {
        Eyes { run: self, world, actor, closed }
    }

    /// Writes where the run stands, if that tells nothing (E11).
    pub(super) fn name_place(&mut self, at: usize) {
        if !self.plan.may_be_named(at) || at < self.plan.opening.end && self.go_on_at.is_some() {
            return;
        }
        let place = (self.step(at).id.clone(), self.lap);
        if self.named.as_ref() == Some(&place) || self.is_behind(at) {
            return;
        }
        self.named = Some(place.clone());
        let (at, lap) = place;
        match self.cast {
            Cast::Alone(me) => self.own(me, OwnEffect::RunAt { at, lap }),
            Cast::Together { .. } => self.ours(OursEffect::RunAt { at, lap }),
        }
    }

    /// Together the place goes forward only, so that it does not count how often something was said back (E8).
    fn is_behind(&self, at: usize) -> bool {
        let named = self.named.as_ref().filter(|(_, lap)| self.cast.joint() && *lap == self.lap);
        named.and_then(|(id, _)| self.position(id)).is_some_and(|named| at < named)
    }

    fn wipe_from(&mut self, position: usize) {
        let plan = &self.plan;
        self.book.wipe(|step| plan.needed_from(step, position));
    }

    /// The group is over; on to what follows it.
    pub(super) fn enter_after(&mut self, position: usize, world: &World) {
        let after = self.plan.groups[self.plan.group_of(position)].at.end;
        self.enter(after, world);
    }

    pub(super) const fn fine() -> Result<Vec<Issue>, Refused> {
        Ok(Vec::new())
    }
}
