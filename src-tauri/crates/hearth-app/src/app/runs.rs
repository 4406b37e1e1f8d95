//! Commands of a run: one input in, written, one moment out.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::availability::{Availability, availability, available_alone, may_go_on};
use hearth_domain::{Person, RunId, SittingId};
use hearth_exercise::model::{Exercise, Mode, Part};
use hearth_exercise::page::Phase;
use hearth_exercise::run::{Cast, Effect, Input, OursEffect, Run, SaidBack, Tap as Press, World};
use hearth_exercise::value::{Value, tips};
use hearth_store::{OursChange, RunStart};

use super::library::asks;
use super::{App, Table};
use crate::contract::{Code, CommandError, Home, RunView, SaveIssue, Saved, Tap, Until};
use crate::exercises::Exercises;
use crate::runs::ends::ends;
use crate::runs::live::Live;
use crate::runs::world::{Shelf, When, world};
use crate::runs::{keep, record, seal, stored};

type Answer<T> = Result<T, CommandError>;

impl App {
    /// Begins a run.
    ///
    /// # Errors
    /// [`Code::Closed`] if it opens later, [`Code::NotNow`] if it is for one and two are open or the other way round.
    pub async fn run_begin(&self, slug: &str, part: Option<&str>, first: Option<Person>) -> Answer<RunView> {
        let mut table = self.table().await?;
        let exercise = self.exercises.get(slug).ok_or(Code::Unknown)?;
        let part = table.part(&exercise, part)?;
        let now = self.now();
        table.may_begin(&self.exercises, &exercise, &part, now).await?;
        let cast = table.cast(&exercise, &part, first).await?;
        let id = RunId::from_bytes(self.ports.make_bytes());
        if matches!(cast, Cast::Together { .. }) {
            self.sit_down(&mut table, now).await?;
        }
        let world = world(&mut table.sitting, &self.exercises, &exercise, id, self.when(now)).await?;
        let (run, effects) = Run::begin(Arc::clone(&exercise), &part.id, cast, &world).map_err(|_| Code::NotNow)?;
        let live = Live { id, exercise, part: part.id, cast, run, told: None };
        // A write that fails leaves the beginning in memory and tells the window; the run goes on.
        let _told = self.write(&mut table, &live, effects, now).await;
        let view = live.view(&world, vec![]);
        table.runs.push(live);
        Ok(view)
    }

    /// Goes on with a run, in memory or from what the spaces remember.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is no such run, [`Code::NotNow`] if somebody is missing, [`Code::Closed`] if a pace
    /// changed meanwhile.
    pub async fn run_open(&self, id: RunId) -> Answer<RunView> {
        let mut table = self.table().await?;
        let now = self.now();
        if !table.runs.iter().any(|live| live.id == id) {
            let (live, effects) = self.resume(&mut table, id, now).await?;
            let _told = self.write(&mut table, &live, effects, now).await;
            table.runs.push(live);
        }
        let Table { sitting, runs, .. } = &mut *table;
        let live = runs.iter().find(|live| live.id == id).ok_or(Code::Unknown)?;
        let world = world(sitting, &self.exercises, &live.exercise, id, self.when(now)).await?;
        Ok(live.view(&world, vec![]))
    }

    async fn resume(&self, table: &mut Table, id: RunId, now: DateTime<Utc>) -> Answer<(Live, Vec<Effect>)> {
        let row = table.run_row(id).await?.filter(|row| row.ended.is_none()).ok_or(Code::Unknown)?;
        let kept = if table.sitting.together() {
            None
        } else {
            table.sitting.alone()?.1.doc(&row.doc).await.map_err(Code::from)?
        };
        let exercise = self.exercises.pinned(&row.doc, kept.as_deref()).ok_or(Code::Unknown)?;
        let part = exercise.parts.iter().find(|p| p.id == row.part).cloned().ok_or(Code::Unknown)?;
        if (part.mode == Mode::Together) != table.sitting.together() {
            return Err(Code::NotNow.into());
        }
        if table.sitting.together() {
            let facts = table.sitting.facts().await?;
            if may_go_on(part.heat, &facts) == Availability::Closed {
                return Err(Code::Closed.into());
            }
            self.sit_down(table, now).await?;
        }
        let lead = Person::from_letter(&row.roles).or(row.first).unwrap_or(Person::A);
        let cast = match table.sitting.people().as_slice() {
            [who] => Cast::Alone(*who),
            _ => Cast::together(&exercise, row.first.unwrap_or(Person::A), lead),
        };
        if table.sitting.together() {
            let again = seal::commit_again(&mut table.sitting, id, &row.doc).await?;
            let outcome = table.sitting.commit(lead, now, again).await;
            self.saved(outcome)?;
        }
        let record = record::record(&mut table.sitting, &exercise, &row).await?;
        let world = world(&mut table.sitting, &self.exercises, &exercise, id, self.when(now)).await?;
        let (run, effects) =
            Run::resume(Arc::clone(&exercise), &part.id, cast, record, &world).map_err(|_| Code::NotNow)?;
        Ok((Live { id, exercise, part: part.id, cast, run, told: None }, effects))
    }

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

    async fn write(&self, table: &mut Table, live: &Live, effects: Vec<Effect>, now: DateTime<Utc>) -> Answer<()> {
        let start = table.run_start(live);
        let outcome = keep::keep(&mut table.sitting, &self.ports, live, &start, effects, now).await;
        self.saved(outcome)
    }

    /// The day on the wall's calendar belongs to each moment.
    fn when(&self, now: DateTime<Utc>) -> When {
        When { now, today: self.ports.clock.local(now).date() }
    }

    /// Tonight's sitting begins with the first thing done together, if nobody set one up.
    async fn sit_down(&self, table: &mut Table, now: DateTime<Utc>) -> Answer<()> {
        if table.sitting.tonight.is_some() {
            return Ok(());
        }
        let sitting = SittingId::from_bytes(self.ports.make_bytes());
        table.sitting.tonight = Some(sitting);
        let begun = vec![OursChange::SittingBegun { sitting, minutes: 0 }];
        let outcome = table.sitting.commit_ours(Person::A, now, begun).await;
        self.saved(outcome)
    }
}

impl Table {
    fn take(&mut self, id: RunId) -> Result<Live, Code> {
        let place = self.runs.iter().position(|live| live.id == id).ok_or(Code::Unknown)?;
        Ok(self.runs.swap_remove(place))
    }

    /// The later of the clock and the newest date in Ours, so that a clock set back opens nothing (E25). A date more than
    /// two days ahead comes from a wrong clock and must not close everything for years.
    pub(super) async fn now_or_later(&mut self, clock: DateTime<Utc>) -> Result<DateTime<Utc>, Code> {
        let newest = self.sitting.ours().newest_moment().await?;
        let likely = newest.filter(|newest| *newest - clock <= chrono::Duration::hours(48));
        Ok(likely.map_or(clock, |newest| newest.max(clock)))
    }

    /// The part to begin: the named one, or the first that fits who is open.
    pub(super) fn part(&self, exercise: &Exercise, named: Option<&str>) -> Result<Part, Code> {
        let mode = if self.sitting.together() { Mode::Together } else { Mode::Alone };
        let fits = |p: &&Part| named.map_or(p.mode == mode, |id| p.id == id);
        exercise.parts.iter().find(fits).filter(|p| p.mode == mode).cloned().ok_or(Code::NotNow)
    }

    /// E25.
    async fn may_begin(
        &mut self,
        exercises: &Exercises,
        exercise: &Exercise,
        part: &Part,
        now: DateTime<Utc>,
    ) -> Result<(), Code> {
        match self.availability(exercises, exercise, part, now).await? {
            Availability::Open => Ok(()),
            Availability::Closed => Err(Code::Closed),
        }
    }

    /// Whether a part may begin now; what is done alone almost always may.
    pub(super) async fn availability(
        &mut self,
        exercises: &Exercises,
        exercise: &Exercise,
        part: &Part,
        clock: DateTime<Utc>,
    ) -> Result<Availability, Code> {
        let now = self.now_or_later(clock).await?;
        if part.mode == Mode::Alone {
            return Ok(available_alone(&exercise.slug, part.heat, &self.sitting.own_facts().await?, now));
        }
        let facts = self.sitting.facts().await?;
        let shared = self.shared_facts(exercises).await?;
        Ok(availability(&asks(exercise, part), &facts, &shared, now))
    }

    async fn cast(&mut self, exercise: &Exercise, part: &Part, lead: Option<Person>) -> Result<Cast, Code> {
        if part.mode == Mode::Alone {
            return Ok(Cast::Alone(self.sitting.alone()?.0));
        }
        let shelf = Shelf::read(&mut self.sitting).await?;
        let last = shelf.runs().iter().rfind(|r| r.slug == exercise.slug && r.part == part.id);
        let first = Cast::next_first(last.and_then(|r| r.first));
        let lead = lead.unwrap_or(first);
        Ok(Cast::together(exercise, if exercise.roles.is_some() { lead } else { first }, lead))
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

    async fn run_row(&mut self, id: RunId) -> Result<Option<hearth_store::RunRow>, Code> {
        if let Some(row) = self.sitting.ours().run(id).await? {
            return Ok(Some(row));
        }
        match self.sitting.alone() {
            Ok((_, own)) => Ok(own.run(id).await?),
            Err(_) => Ok(None),
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
