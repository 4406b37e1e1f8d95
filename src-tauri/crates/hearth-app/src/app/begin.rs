//! A run begins, or goes on after a restart; and what has to hold for that (E25).

use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::availability::{Availability, availability, available_alone, may_go_on};
use hearth_domain::{Person, RunId, SittingId};
use hearth_exercise::model::{Exercise, Mode, Part};
use hearth_exercise::run::{Cast, Effect, Run};
use hearth_store::OursChange;

use super::{App, Table};
use crate::contract::{Code, CommandError, RunView};
use crate::exercises::{Exercises, asks};
use crate::runs::live::Live;
use crate::runs::world::{Shelf, world};
use crate::runs::{record, seal};

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

    pub(super) async fn run_row(&mut self, id: RunId) -> Result<Option<hearth_store::RunRow>, Code> {
        if let Some(row) = self.sitting.ours().run(id).await? {
            return Ok(Some(row));
        }
        match self.sitting.alone() {
            Ok((_, own)) => Ok(own.run(id).await?),
            Err(_) => Ok(None),
        }
    }
}
