//! What may follow a step (E28), and when: what touches only this person at once, the rest once everyone has
//! answered (E22).

use hearth_domain::Person;

use super::place::{Place, Spot};
use super::{Cast, OwnEffect, Run, World};
use crate::condition::Expr;
use crate::model::{Action, Branch, Kind};
use crate::page::HelpWords;
use crate::value::Value;

/// What a group comes to. The order is which one wins.
#[derive(Default)]
struct Outcome {
    end: bool,
    start: Option<String>,
    rest: bool,
    repeat: Option<usize>,
}

impl Run {
    /// Inside a turn: pages and lines for this person alone. Alone, everything else too.
    pub(super) fn own_branches(&mut self, at: usize, world: &World) {
        let Place::Turn(turn) = &self.place else { return };
        let (who, group) = (turn.who, turn.group);
        self.queue_option_pages(at, who);
        let closed = self.plan.groups[group].at.clone();
        for branch in self.step(at).then.clone() {
            if self.waits_for_all(&branch) {
                continue;
            }
            let eyes = self.eyes(world, Some(who), closed.clone());
            if branch.when.as_ref().is_none_or(|when| when.holds(&eyes)) {
                self.follow_alone(&branch, who);
            }
        }
        if !self.cast.joint() {
            self.alone_outcome(at, world);
        }
        if let Place::Turn(turn) = &mut self.place
            && !turn.help.is_empty()
        {
            turn.spot = Spot::Help(at);
        }
    }

    fn follow_alone(&mut self, branch: &Branch, who: Person) {
        match &branch.action {
            Some(Action::Page(id)) => self.queue_page(&id.clone()),
            Some(Action::Suggest(slug)) if !self.cast.joint() => self.suggest(slug),
            None | Some(_) => {}
        }
        self.say_to(&[who], branch);
    }

    fn say_to(&mut self, people: &[Person], branch: &Branch) {
        for who in people {
            let said = self.said_to.of_mut(*who);
            said.extend(branch.say.clone().filter(|say| !said.contains(say)));
        }
    }

    fn suggest(&mut self, slug: &str) {
        if !self.suggested.iter().any(|s| s == slug) {
            self.suggested.push(slug.to_owned());
        }
    }

    fn queue_option_pages(&mut self, at: usize, who: Person) {
        let step = self.step(at);
        let options = match &step.kind {
            Kind::Gate(gate) => gate.options.as_slice(),
            Kind::Consent(consent) => consent.options.as_slice(),
            Kind::Choose(choose) => given(&choose.options),
            _ => return,
        };
        let picked = match self.answer_of(who, at) {
            Some(Value::Picked(picked)) => picked.picked.clone(),
            _ => return,
        };
        let pages: Vec<String> =
            options.iter().filter(|o| picked.contains(&o.id)).filter_map(|o| o.page.clone()).collect();
        pages.iter().for_each(|page| self.queue_page(page));
    }

    fn queue_page(&mut self, id: &str) {
        let Some(page) = self.exercise.pages.get(id).cloned() else { return };
        let words = HelpWords { title: page.title, body: page.body, lines: page.lines };
        if let Place::Turn(turn) = &mut self.place
            && !turn.help.contains(&words)
        {
            turn.help.push_back(words);
        }
    }

    /// That person's own answer to a position, wherever it rests.
    pub(super) fn answer_of(&self, who: Person, at: usize) -> Option<&Value> {
        let id = &self.step(at).id;
        self.book
            .passing(who, id)
            .or_else(|| self.book.own(who, id, self.lap).and_then(|o| o.value.as_ref()).map(super::Private::value))
    }

    /// Alone, an end or a rest waits for nobody, only for the help pages before it.
    fn alone_outcome(&mut self, at: usize, world: &World) {
        let Place::Turn(turn) = &self.place else { return };
        if turn.help.is_empty() {
            let outcome = self.outcome(at..at + 1, world);
            self.follow(&outcome, world);
        }
    }

    /// The help pages were read: what they were shown before now happens.
    pub(super) fn after_help(&mut self, world: &World) {
        let Place::Turn(turn) = &mut self.place else { return };
        let Spot::Help(at) = turn.spot else { return };
        turn.spot = Spot::Page(at);
        if !self.cast.joint() {
            self.alone_outcome(at, world);
        }
        if matches!(&self.place, Place::Turn(turn) if turn.spot == Spot::Page(at)) {
            self.go_to_next_page(world);
        }
    }

    /// Everyone has answered: shared words move, levels are joined, then consents, gates and branches speak.
    pub(super) fn finish_group(&mut self, group: usize, not_now: bool, world: &World) {
        let range = self.plan.groups[group].at.clone();
        self.said.clear();
        self.move_waiting(range.clone());
        self.join_levels(range.clone(), world);
        let mut outcome = self.outcome(range.clone(), world);
        outcome.end |= not_now || self.someone_declined(range.clone(), world);
        if !self.follow(&outcome, world) {
            self.enter_after(range.start, world);
        }
    }

    /// A page both read was left.
    pub(super) fn after_step(&mut self, at: usize, world: &World) {
        self.said.clear();
        if let Cast::Alone(me) = self.cast {
            self.said_to.of_mut(me).clear();
        }
        let outcome = self.outcome(at..at + 1, world);
        if !self.follow(&outcome, world) {
            self.enter_after(at, world);
        }
    }

    /// A consent goes on only if everyone asked said yes.
    fn someone_declined(&self, mut range: std::ops::Range<usize>, world: &World) -> bool {
        range.any(|at| {
            let Kind::Consent(consent) = &self.step(at).kind else { return false };
            let yes = |who| matches!(self.answer_of(who, at), Some(value) if says_yes(value, &consent.options));
            self.asked(self.step(at)).into_iter().any(|who| self.is_shown(at, Some(who), world) && !yes(who))
        })
    }

    fn outcome(&mut self, range: std::ops::Range<usize>, world: &World) -> Outcome {
        let mut outcome = Outcome::default();
        for at in range {
            for (n, branch) in self.step(at).then.clone().into_iter().enumerate() {
                let who = self.those_it_holds_for(at, &branch, world);
                if !who.is_empty() {
                    self.weigh(&mut outcome, (at, n), &branch, &who);
                }
            }
        }
        outcome
    }

    /// Read when the step was shown, with the eyes of each person who was asked.
    fn those_it_holds_for(&self, at: usize, branch: &Branch, world: &World) -> Vec<Person> {
        let step = self.step(at);
        let asked = self.asked(step);
        let private = self.plan.groups[self.plan.group_of(at)].private;
        let shown = |who: &Person| self.is_shown(at, private.then_some(*who), world);
        let holds = |who: &Person| {
            let actor = if private { Some(*who) } else { self.actor(step) };
            branch.when.as_ref().is_none_or(|when| when.holds(&self.eyes(world, actor, 0..0)))
        };
        asked.into_iter().filter(|who| shown(who) && holds(who)).collect()
    }

    fn weigh(&mut self, outcome: &mut Outcome, key: (usize, usize), branch: &Branch, who: &[Person]) {
        match &branch.action {
            Some(Action::EndNeutral) => outcome.end = true,
            Some(Action::Start(slug)) => outcome.start = Some(slug.clone()),
            Some(Action::Break) => outcome.rest = true,
            Some(Action::Repeat { from, max }) => outcome.repeat = self.may_repeat(key, from, *max),
            Some(Action::Rest { days, slugs }) => {
                for who in who {
                    self.own_always(*who, OwnEffect::Rest { slugs: slugs.clone(), days: *days });
                }
            }
            Some(Action::Suggest(slug)) if !self.reads_private(branch) => self.suggest(&slug.clone()),
            _ => {}
        }
        if !self.cast.joint() && outcome.repeat.is_some() {
            self.say_to(who, branch);
        }
        let private = self.plan.groups[self.plan.group_of(key.0)].private;
        if self.compares_people(branch) || !private && !self.reads_private(branch) {
            self.said.extend(branch.say.clone());
        }
    }

    fn may_repeat(&mut self, key: (usize, usize), from: &str, max: u32) -> Option<usize> {
        let position = self.position(from)?;
        let times = self.repeats.entry(key).or_default();
        if *times >= max {
            return None;
        }
        *times += 1;
        Some(position)
    }

    /// False if the run simply goes on.
    fn follow(&mut self, outcome: &Outcome, world: &World) -> bool {
        if outcome.end {
            self.end_neutral(false);
        } else if outcome.rest && self.cast.joint() {
            self.rest_and_open_again(world);
        } else if let Some(slug) = outcome.start.clone() {
            self.suggested = vec![slug];
            self.finish(world);
        } else if let Some(from) = outcome.repeat {
            self.ask_again(from);
            self.enter(from, world);
        } else {
            return false;
        }
        true
    }

    /// The answers stay as drafts to change; none of them counts as given.
    fn ask_again(&mut self, from: usize) {
        self.resumed_at = 0;
        self.named = None;
        for at in from..self.plan.steps.len() {
            let (id, lap) = (self.step(at).id.clone(), self.lap);
            for who in Person::BOTH {
                if let Some(own) = self.book.own_mut(who, &id, lap) {
                    own.answered = false;
                    own.kept = false;
                }
            }
        }
    }

    /// Compared across people, or changing the way for both: only once everyone has answered.
    fn waits_for_all(&self, branch: &Branch) -> bool {
        self.compares_people(branch) || !matches!(branch.action, None | Some(Action::Page(_) | Action::Suggest(_)))
    }

    fn compares_people(&self, branch: &Branch) -> bool {
        let across = |when: &Expr| when.pieces().iter().any(|p| matches!(p, Expr::People { .. }));
        self.cast.joint() && branch.when.as_ref().is_some_and(across)
    }

    fn reads_private(&self, branch: &Branch) -> bool {
        use hearth_domain::Visibility::Shared;
        let private = |id: &&str| self.exercise.step(id).and_then(|s| s.kind.visibility()).is_some_and(|v| v != Shared);
        self.cast.joint() && branch.when.as_ref().is_some_and(|when| when.reads().iter().any(private))
    }
}

fn given(items: &crate::model::Items) -> &[crate::model::Choice] {
    match items {
        crate::model::Items::Given(choices) => choices,
        crate::model::Items::From(_) => &[],
    }
}

/// Whether one of the options marked yes was chosen.
pub(super) fn says_yes(value: &Value, options: &[crate::model::Choice]) -> bool {
    matches!(value, Value::Picked(p) if matches!(p.picked.as_slice(), [one] if options.iter().any(|o| o.yes && o.id == *one)))
}
