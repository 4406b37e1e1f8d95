//! The run engine: definition and answers in, whose turn and what to show out. A run is a value.
//!
//! ```text
//! Run::begin(Arc<Exercise>, part, Cast, &World)          -> Result<(Run, Vec<Effect>), CannotBegin>
//! Run::resume(Arc<Exercise>, part, Cast, Record, &World) -> Result<(Run, Vec<Effect>), CannotBegin>
//! run.apply(Input, &World)                               -> Result<Applied, Refused>
//! run.phase(&World)                                      -> Phase
//! ```
//! Every effect of one `apply` is written before the next phase is shown. Must not know: vault, store, clock.

mod agree;
mod ask;
mod book;
mod branch;
mod cast;
mod close;
mod common;
mod effect;
mod fits;
mod flow;
mod hand_over;
mod input;
mod issue;
mod items;
mod open;
mod origin;
mod picks;
mod place;
mod plan;
mod record;
mod rest;
mod resume;
mod reveal;
mod say;
mod scope;
mod show;
mod shown;
mod talk;
#[cfg(test)]
mod tests;
mod turn;
mod words;
mod world;
mod yes;

pub use cast::Cast;
pub use effect::{Effect, Ending, OursEffect, OwnEffect, OwnVisibility};
pub use input::{Input, SaidBack, Tap};
pub use issue::{CannotBegin, Issue, Refused};
pub use record::{OursRow, OwnRow, OwnState, Proposed, Record, Resting};
pub use words::{Lines, Private, Shared};
pub use world::{DueAgreement, OwnAnswer, World};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hearth_domain::{Heat, Pair, Person};

use crate::model::{Exercise, Mode, Part, Record as Recording, Step};
use crate::page::Tip;
use crate::value::{Value, tips};
use book::Book;
use place::Place;
use plan::Plan;

/// What came of one input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// What to write, in order: own spaces first, then Ours.
    pub effects: Vec<Effect>,
    /// Why the answer was not taken; empty if it was.
    pub issues: Vec<Issue>,
}

/// One time through one part of an exercise.
///
/// It holds passing answers, so it can be neither cloned, printed nor written; what survives is a [`Record`].
pub struct Run {
    exercise: Arc<Exercise>,
    part: Part,
    cast: Cast,
    plan: Plan,
    place: Place,
    book: Book,
    /// Which time round, from 1; roles are changed in even ones.
    lap: u32,
    /// How often each branch went back.
    repeats: BTreeMap<(usize, usize), u32>,
    /// The last `RunAt`.
    named: Option<(String, u32)>,
    /// Lines a branch had to say, for the next page both read.
    said: Vec<String>,
    /// Lines for the next page of one person.
    said_to: Pair<Vec<String>>,
    /// Exercises to offer at the close.
    suggested: Vec<String>,
    /// Where to go on once the opening block was asked again.
    go_on_at: Option<usize>,
    /// Alone: what comes before this position was passed in an earlier sitting.
    resumed_at: usize,
    /// Agreements that are proposed and not settled.
    proposed: Vec<Proposed>,
    /// Agreements that are in force or left open.
    settled: BTreeSet<String>,
    /// Rounds that are open.
    opened: BTreeSet<(String, u32)>,
    /// What this input wants written.
    effects: Vec<Effect>,
}

impl Run {
    /// Begins a part.
    ///
    /// # Errors
    /// [`CannotBegin`] if there is no such part, or it is not for this sitting (CR1).
    pub fn begin(
        exercise: Arc<Exercise>,
        part: &str,
        cast: Cast,
        world: &World,
    ) -> Result<(Self, Vec<Effect>), CannotBegin> {
        let mut run = Self::new(exercise, part, cast)?;
        match run.cast {
            Cast::Alone(me) => run.own(me, OwnEffect::RunBegun),
            Cast::Together { .. } => run.ours(OursEffect::RunBegun),
        }
        run.enter(0, world);
        let effects = run.take_effects();
        Ok((run, effects))
    }

    fn new(exercise: Arc<Exercise>, part: &str, cast: Cast) -> Result<Self, CannotBegin> {
        let found = exercise.parts.iter().find(|p| p.id == part).cloned().ok_or(CannotBegin::NoSuchPart)?;
        if (found.mode == Mode::Together) != cast.joint() {
            return Err(CannotBegin::WrongSitting);
        }
        Ok(Self {
            plan: Plan::of(&exercise, part, cast.joint()),
            part: found,
            cast,
            exercise,
            place: Place::End(place::End::default()),
            book: Book::default(),
            lap: 1,
            repeats: BTreeMap::new(),
            named: None,
            said: Vec::new(),
            said_to: Pair::default(),
            suggested: Vec::new(),
            go_on_at: None,
            resumed_at: 0,
            proposed: Vec::new(),
            settled: BTreeSet::new(),
            opened: BTreeSet::new(),
            effects: Vec::new(),
        })
    }

    /// Takes one input.
    ///
    /// # Errors
    /// [`Refused`] if this moment has no such control; then nothing changed.
    pub fn apply(&mut self, input: Input, world: &World) -> Result<Applied, Refused> {
        let issues = self.take(input, world)?;
        Ok(Applied { effects: self.take_effects(), issues })
    }

    fn take(&mut self, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        match input {
            Input::Stop { new_facts } => self.stop(new_facts),
            Input::Break { until } => self.take_break(until, world),
            Input::Return(who) | Input::Tap(Tap::Ready { who }) if self.resting() => self.come_back(who, world),
            Input::Tap(Tap::AnotherDay) => self.another_day(),
            Input::Keep(keep) => self.keep_or_delete(keep, world),
            other => self.take_here(other, world),
        }
    }

    fn take_here(&mut self, input: Input, world: &World) -> Result<Vec<Issue>, Refused> {
        match &self.place {
            Place::Turn(_) => self.take_turn(input, world),
            Place::Page(at) => self.take_open(*at, input, world),
            Place::Talk(_) | Place::Mirror(_) => self.take_talk(input, world),
            Place::Opening(_) => self.take_opening(input, world),
            Place::Shown(_) => self.take_shown(input, world),
            Place::Agree(_) => self.take_agree(input, world),
            Place::Rest(_) | Place::End(_) => Err(Refused::NotHere),
        }
    }

    /// The exercise.
    #[must_use]
    pub fn exercise(&self) -> &Arc<Exercise> {
        &self.exercise
    }

    /// The part's id.
    #[must_use]
    pub fn part(&self) -> &str {
        &self.part.id
    }

    /// Who takes part.
    #[must_use]
    pub const fn cast(&self) -> Cast {
        self.cast
    }

    /// The run is over: finished or stopped. After "Another day" it is not.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(&self.place, Place::End(end) if !end.another_day)
    }

    /// "Something new came up" belongs on this page: joint, heat 2 to 4, not over (E30, CR17).
    #[must_use]
    pub fn offers_new_facts(&self) -> bool {
        self.cast.joint() && self.part.heat >= Heat::MEDIUM && !matches!(self.place, Place::End(_))
    }

    /// The quiet tips on a draft of that step; they never block.
    #[must_use]
    pub fn tips(&self, step: &str, value: &Value) -> Vec<Tip> {
        self.exercise.step(step).map(|step| tips(value, step)).unwrap_or_default()
    }

    fn step(&self, position: usize) -> &Step {
        &self.exercise.steps[self.plan.steps[position]]
    }

    fn position(&self, id: &str) -> Option<usize> {
        (0..self.plan.steps.len()).find(|p| self.step(*p).id == id)
    }

    fn actor(&self, step: &Step) -> Option<Person> {
        self.cast.actor(step.who, self.lap.is_multiple_of(2))
    }

    /// Everyone who answers a step.
    fn asked(&self, step: &Step) -> Vec<Person> {
        self.actor(step).map_or_else(|| self.cast.order(), |who| vec![who])
    }

    /// A run that keeps no answers writes nothing but what [`Self::own_always`] writes.
    fn own(&mut self, who: Person, effect: OwnEffect) {
        if self.exercise.record == Recording::Run {
            self.effects.push(Effect::Own(who, effect));
        }
    }

    fn own_always(&mut self, who: Person, effect: OwnEffect) {
        self.effects.push(Effect::Own(who, effect));
    }

    fn ours(&mut self, effect: OursEffect) {
        if self.exercise.record == Recording::Run {
            self.effects.push(Effect::Ours(effect));
        }
    }

    /// Own spaces first, so that a crash in between can be redone.
    fn take_effects(&mut self) -> Vec<Effect> {
        let (mut own, ours): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.effects).into_iter().partition(|e| matches!(e, Effect::Own(..)));
        own.extend(ours);
        own
    }
}
