//! Commands of a run: one input in, written, one moment out.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::{Person, RunId};
use hearth_exercise::page::Phase;
use hearth_exercise::run::{Cast, Effect, Input, OursEffect, SaidBack, Tap as Press, World};
use hearth_exercise::value::{Value, tips};
use hearth_store::RunStart;

use super::{App, Table};
use crate::contract::{Code, CommandError, Home, RunView, SaveIssue, Saved, Tap, Until};
use crate::runs::ends::ends;
use crate::runs::live::Live;
use crate::runs::world::{When, world};
use crate::runs::{keep, stored};

type Answer<T> = Result<T, CommandError>;

impl App {
    /// One page back.
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_back(&self, run: RunId) -> Answer<RunView> {
        self.put_in(run, Input::Back).await
    }

    /// To a page of this turn, or to its check page.
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_check(&self, run: RunId, step: Option<String>) -> Answer<RunView> {
        self.put_in(run, Input::Check { step }).await
    }

    /// Typing. On return it is on disk.
    ///
    /// # Errors
    /// [`Code::DiskFull`] or [`Code::NotSaved`]; the words are still in memory then. [`Code::LongAnswer`]: they are on the
    /// screen only.
    pub async fn run_draft(&self, run: RunId, step: String, value: Option<Value>) -> Answer<Saved> {
        let mut table = self.table().await?;
        let now = self.now();
        let mut live = table.take(run)?;
        let outcome = self.draft(&mut table, &mut live, &step, value, now).await;
        table.runs.push(live);
        outcome
    }

    async fn draft(
        &self,
        table: &mut Table,
        live: &mut Live,
        step: &str,
        value: Option<Value>,
        now: DateTime<Utc>,
    ) -> Answer<Saved> {
        let exercise = Arc::clone(&live.exercise);
        let known = exercise.step(step).ok_or(Code::Unknown)?;
        // An emptied field is a draft too: what was deleted must not come back after a restart.
        let Some(value) = value.or_else(|| stored::empty(&known.kind)) else { return Ok(Saved { tips: vec![] }) };
        let tips = tips(&value, known);
        let world = self.world(table, live, now).await?;
        let applied = live.run.apply(Input::Draft { step: step.to_owned(), value }, &world);
        live.remember(world, table.sitting.written());
        // Refused means that the page was left meanwhile: its answer is kept already, and newer than this draft.
        let Ok(applied) = applied else { return Ok(Saved { tips }) };
        self.write(table, live, applied.effects, now).await?;
        match applied.issues.as_slice() {
            [] => Ok(Saved { tips }),
            issues if issues.iter().any(|issue| issue.code == "too_long") => Err(Code::LongAnswer.into()),
            _ => Err(Code::BadAnswer.into()),
        }
    }

    /// Continue with an answer, or Skip.
    ///
    /// # Errors
    /// [`Code::NotNow`] if this moment has no such control, [`Code::Unknown`] if the run is not open.
    pub async fn run_answer(&self, run: RunId, step: String, value: Option<Value>) -> Answer<RunView> {
        self.put_in(run, Input::Answer { step, value }).await
    }

    /// A press that is not an answer.
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_tap(&self, run: RunId, tap: Tap) -> Answer<RunView> {
        self.put_in(run, Input::Tap(press(tap)?)).await
    }

    /// "I am (name)".
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_iam(&self, run: RunId, person: Person) -> Answer<RunView> {
        self.put_in(run, Input::IAm(person)).await
    }

    /// Ready to come back from a break.
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_return(&self, run: RunId, person: Person) -> Answer<RunView> {
        self.put_in(run, Input::Return(person)).await
    }

    /// What the owner chose to show.
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_pick(&self, run: RunId, step: String, items: Vec<String>) -> Answer<RunView> {
        self.put_in(run, Input::Pick { step, items }).await
    }

    /// A break, for a while or until a time of day. What is no time of day is told as an issue.
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_break(&self, run: RunId, until: Until) -> Answer<RunView> {
        let Ok(until) = ends(&until, self.now(), &*self.ports.clock) else {
            let view = self.run_open(run).await?;
            let issue = SaveIssue { code: "not_a_time".into(), part: Some("at".into()), bound: None };
            return Ok(RunView { issues: vec![issue], ..view });
        };
        self.put_in(run, Input::Break { until }).await
    }

    /// Stop here; nobody is asked why (E10).
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_stop(&self, run: RunId, new_facts: bool) -> Answer<RunView> {
        self.put_in(run, Input::Stop { new_facts }).await
    }

    /// Keep or delete now, and back to Home.
    ///
    /// # Errors
    /// As [`App::run_answer`].
    pub async fn run_keep(&self, run: RunId, keep: bool) -> Answer<Home> {
        self.put_in(run, Input::Keep(keep)).await?;
        self.home().await
    }

    /// One input: applied, written, shown. A run that is over leaves memory; one put off to another day goes on from what
    /// the spaces remember.
    async fn put_in(&self, id: RunId, input: Input) -> Answer<RunView> {
        let mut table = self.table().await?;
        let now = self.now();
        let mut live = table.take(id)?;
        let answer = self.turn(&mut table, &mut live, input, now).await;
        let over = answer.as_ref().is_ok_and(|view| matches!(view.phase, Phase::End { .. }));
        // What could not be released is forgotten here and read anew from the spaces, still sealed.
        let unsure = answer.as_ref().is_err_and(|error| error.code == Code::Damaged);
        if !over && !unsure {
            table.runs.push(live);
        }
        answer
    }

    async fn turn(&self, table: &mut Table, live: &mut Live, input: Input, now: DateTime<Utc>) -> Answer<RunView> {
        let before = self.world(table, live, now).await?;
        let applied = live.run.apply(input, &before).map_err(|_| Code::NotNow)?;
        let releases = applied.effects.iter().any(|e| matches!(e, Effect::Ours(OursEffect::OpenRound { .. })));
        let written = self.write(table, live, applied.effects, now).await;
        if releases && written.is_err() {
            return Err(Code::Damaged.into());
        }
        // Any other write that fails leaves the changes in memory and tells the window; the run goes on.
        let after = world(&mut table.sitting, &self.exercises, &live.exercise, live.id, self.when(now)).await?;
        let view = live.view(&after, applied.issues);
        live.remember(after, table.sitting.written());
        Ok(view)
    }

    /// What a run is told of the world. Typing must not read ten years at each key, so what was read for the page counts
    /// until something other than a draft is written.
    async fn world(&self, table: &mut Table, live: &mut Live, now: DateTime<Utc>) -> Result<World, Code> {
        let when = self.when(now);
        match live.remembered(when, table.sitting.written()) {
            Some(world) => Ok(world),
            None => world(&mut table.sitting, &self.exercises, &live.exercise, live.id, when).await,
        }
    }

    pub(super) async fn write(
        &self,
        table: &mut Table,
        live: &Live,
        effects: Vec<Effect>,
        now: DateTime<Utc>,
    ) -> Answer<()> {
        let start = table.run_start(live);
        let outcome = keep::keep(&mut table.sitting, &self.ports, live, &start, effects, now).await;
        self.saved(outcome)
    }

    /// The day on the wall's calendar belongs to each moment.
    pub(super) fn when(&self, now: DateTime<Utc>) -> When {
        When { now, today: self.ports.clock.local(now).date() }
    }
}

impl Table {
    fn take(&mut self, id: RunId) -> Result<Live, Code> {
        let place = self.runs.iter().position(|live| live.id == id).ok_or(Code::Unknown)?;
        Ok(self.runs.swap_remove(place))
    }

    fn run_start(&self, live: &Live) -> RunStart {
        let (first, roles) = match live.cast {
            Cast::Alone(who) => (Some(who), String::new()),
            Cast::Together { first, .. } => (Some(first), live.lead().map_or_else(String::new, |p| p.letter().into())),
        };
        let sitting = self.sitting.tonight.filter(|_| live.joint());
        RunStart {
            run: live.id,
            doc: live.exercise.hash.0,
            part: live.part.clone(),
            sitting,
            roles,
            first,
            source: None,
        }
    }
}

fn press(tap: Tap) -> Result<Press, Code> {
    Ok(match tap {
        Tap::Next {} => Press::Next,
        Tap::NotNow {} => Press::NotNow,
        Tap::SaidBack { how } => Press::SaidBack(SaidBack::from_word(&how).ok_or(Code::BadAnswer)?),
        Tap::More { who } => Press::More { who },
        Tap::Ready { who } => Press::Ready { who },
        Tap::First { who } => Press::First { who },
        Tap::Reply { id } => Press::Reply { id },
        Tap::StopOpening {} => Press::StopOpening,
        Tap::Agree { who, review_days } => Press::Agree { who, review_days },
        Tap::Differ {} => Press::Differ,
        Tap::Row { row, answer } => Press::Row { row, answer },
        Tap::AnotherDay {} => Press::AnotherDay,
    })
}
