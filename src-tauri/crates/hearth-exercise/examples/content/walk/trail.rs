//! What one walk showed: which steps, and which branches were followed where the people could see it.

use std::collections::BTreeSet;

use hearth_domain::Person;
use hearth_exercise::model::{Action, Branch, Exercise};
use hearth_exercise::page::{Ask, Phase, Talk};
use hearth_exercise::run::{Effect, Input, OwnEffect, Tap, World};
use hearth_exercise::value::{Picked, Value};

use super::told::Told;

/// The steps and signs of one walk.
pub struct Trail {
    told: Told,
    pub shown: BTreeSet<String>,
    pub held: BTreeSet<(String, usize)>,
    said: BTreeSet<String>,
    /// Titles of pages for one person alone.
    pub helped: BTreeSet<String>,
    offered: BTreeSet<String>,
    rested: BTreeSet<Vec<String>>,
    broke: bool,
    ended: bool,
    asked_for: bool,
}

impl Trail {
    pub const fn new(told: Told) -> Self {
        let none = BTreeSet::new();
        Self {
            told,
            shown: none,
            held: BTreeSet::new(),
            said: BTreeSet::new(),
            helped: BTreeSet::new(),
            offered: BTreeSet::new(),
            rested: BTreeSet::new(),
            broke: false,
            ended: false,
            asked_for: false,
        }
    }

    /// A moment, before anything is pressed.
    pub fn sees(&mut self, phase: &Phase) {
        match phase {
            Phase::Page(page) => {
                self.shown.insert(page.step.clone());
                self.said.extend(page.said.iter().cloned());
                match &page.ask {
                    Ask::Help(words) => self.helped.extend([words.title.clone()]),
                    Ask::Close { next, .. } => self.offered.extend(next.iter().cloned()),
                    _ => {}
                }
            }
            Phase::Talk(talk) => {
                self.shown.insert(step_of(talk).to_owned());
            }
            Phase::Rest { cooloff: false, .. } => self.broke = true,
            Phase::End { done, next, .. } => {
                self.ended = !done;
                self.offered.extend(next.iter().cloned());
            }
            Phase::Cover { .. } | Phase::Check { .. } | Phase::Rest { .. } => {}
        }
    }

    /// A press that was taken.
    pub fn took(&mut self, phase: &Phase, input: &Input, world: &World) {
        self.asked_for |= matches!(input, Input::Stop { .. } | Input::Break { .. });
        let (who, step, value) = match (phase, input) {
            (Phase::Page(page), Input::Answer { step, value }) => (page.actor, step.clone(), value.clone()),
            (Phase::Page(page), Input::Pick { step, items }) => {
                let ticked = Value::Picked(Picked { picked: items.clone(), other: None });
                (page.actor, step.clone(), (!items.is_empty()).then_some(ticked))
            }
            (Phase::Page(page), Input::Tap(Tap::Next)) => (page.actor, page.step.clone(), None),
            (Phase::Talk(talk), Input::Tap(Tap::Next)) => (None, step_of(talk).to_owned(), None),
            _ => return,
        };
        // A page of help stands before its step is left; its step was answered already.
        if !matches!(phase, Phase::Page(page) if matches!(page.ask, Ask::Help(_))) {
            let holds = self.told.leaves(who, &step, value, world);
            self.held.extend(holds.into_iter().map(|n| (step.clone(), n)));
        }
    }

    /// What was written.
    pub fn wrote(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Own(Person::A | Person::B, OwnEffect::Rest { slugs, .. }) = effect {
                self.rested.insert(slugs.clone());
            }
        }
    }

    /// The branches that held and whose sign was seen.
    pub fn followed<'a>(&'a self, exercise: &'a Exercise) -> impl Iterator<Item = (String, usize)> + 'a {
        self.held
            .iter()
            .filter(|(step, n)| {
                let branch = exercise.step(step).and_then(|step| step.then.get(*n));
                branch.is_some_and(|branch| self.shows(branch, exercise))
            })
            .cloned()
    }

    fn shows(&self, branch: &Branch, exercise: &Exercise) -> bool {
        let said = branch.say.as_ref().is_none_or(|line| self.said.contains(line));
        said && match &branch.action {
            None | Some(Action::Repeat { .. } | Action::Lower(_)) => true,
            Some(Action::EndNeutral) => self.ended && !self.asked_for,
            Some(Action::Break) => self.broke && !self.asked_for,
            Some(Action::Page(id)) => exercise.pages.get(id).is_some_and(|page| self.helped.contains(&page.title)),
            Some(Action::Suggest(slug) | Action::Start(slug)) => self.offered.contains(slug),
            Some(Action::Rest { slugs, .. }) => self.rested.contains(slugs),
        }
    }
}

/// The step a shared page belongs to.
pub fn step_of(talk: &Talk) -> &str {
    match talk {
        Talk::Turn { step, .. } | Talk::Mirror { step, .. } | Talk::Ready { step, .. } | Talk::Shown { step, .. } => {
            step
        }
        Talk::Opened(answer) => &answer.step,
    }
}
