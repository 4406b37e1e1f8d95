//! What a run is told of the world, read anew before each input.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use hearth_domain::{ItemId, Pair, Person, RunId};
use hearth_exercise::model::{Exercise, Items, Kind, Source};
use hearth_exercise::run::{DueAgreement, OwnAnswer, Private, Shared, World};
use hearth_store::{AnswerState, ItemRow, RunRow};

use super::{agree, seal, stored};
use crate::contract::Code;
use crate::exercises::Exercises;
use crate::sitting::Sitting;

const PAUSE_PLAN: &str = "pause-and-repair-plan";

/// The world around one run.
///
/// # Errors
/// [`Code::Internal`] if a space cannot be read.
pub async fn world(
    sitting: &mut Sitting,
    exercises: &Exercises,
    exercise: &Exercise,
    run: RunId,
    when: When,
) -> Result<World, Code> {
    let ours = Shelf::read(sitting).await?;
    let now = when.now;
    let mut world = World::at(now);
    world.today = when.today;
    world.names = ours.names();
    world.done = ours.finished();
    world.agreed = ours.agreed();
    world.sessions = ours.sessions.clone();
    world.due = ours.due(when.today);
    world.before = before(sitting, exercise, &ours).await?;
    world.pause_minutes = pause_minutes(sitting, &ours).await?;
    world.withheld = seal::withheld(sitting, run).await?;
    for who in sitting.people() {
        let Some(mut turn) = sitting.turn(who) else { continue };
        *world.pace.of_mut(who) = turn.pace().await?;
        world.done.extend(if sitting.together() { vec![] } else { own_finished(sitting, who).await? });
        *world.own.of_mut(who) = own_sources(sitting, who, exercises, exercise).await?;
    }
    world.done.sort_by_key(|(_, at)| *at);
    Ok(world)
}

/// A moment, and the day it is on the wall's calendar.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// Now.
    pub now: DateTime<Utc>,
    /// Today, here.
    pub today: NaiveDate,
}

/// Ours, as far as runs ask.
pub struct Shelf {
    runs: Vec<RunRow>,
    items: Vec<ItemRow>,
    confirmed: BTreeSet<ItemId>,
    sessions: Vec<DateTime<Utc>>,
}

impl Shelf {
    /// Reads it.
    ///
    /// # Errors
    /// [`Code::Internal`].
    pub async fn read(sitting: &mut Sitting) -> Result<Self, Code> {
        let tonight = sitting.tonight;
        let ours = sitting.ours();
        let (sittings, runs, items) = (ours.sittings().await?, ours.runs().await?, ours.items().await?);
        Ok(Self {
            confirmed: agree::confirmed(sitting, &items).await?,
            runs,
            items,
            sessions: sittings.into_iter().filter(|s| Some(s.id) != tonight).map(|s| s.begun).collect(),
        })
    }

    /// Joint runs that came to their end.
    #[must_use]
    pub fn finished(&self) -> Vec<(String, DateTime<Utc>)> {
        self.runs.iter().filter(|r| r.state == "done").filter_map(|r| Some((r.slug.clone(), r.ended?))).collect()
    }

    /// Exercises whose agreement is in force.
    #[must_use]
    pub fn agreed(&self) -> BTreeSet<String> {
        self.in_force().filter_map(|item| self.slug_of(item)).map(str::to_owned).collect()
    }

    /// Agreements in force, oldest first, that everybody who is open said yes to.
    pub fn in_force(&self) -> impl DoubleEndedIterator<Item = &ItemRow> {
        self.items.iter().filter(|item| self.confirmed.contains(&item.id))
    }

    /// What both people want to be called, once both said so.
    #[must_use]
    pub fn names(&self) -> Option<Pair<String>> {
        let name = |who| self.items.iter().rfind(|i| i.kind == "name" && i.author == who).map(|i| i.title.clone());
        Some(Pair { a: name(Person::A)?, b: name(Person::B)? })
    }

    /// The exercise an item came from.
    #[must_use]
    pub fn slug_of(&self, item: &ItemRow) -> Option<&str> {
        let run = item.run?;
        self.runs.iter().find(|r| r.id == run).map(|r| r.slug.as_str())
    }

    /// All joint runs.
    #[must_use]
    pub fn runs(&self) -> &[RunRow] {
        &self.runs
    }

    /// All items of Ours.
    #[must_use]
    pub fn items(&self) -> &[ItemRow] {
        &self.items
    }

    fn due(&self, today: NaiveDate) -> Vec<DueAgreement> {
        let today = today.to_string();
        let due = |i: &&ItemRow| i.review.as_ref().is_some_and(|on| *on <= today);
        let lines = |i: &ItemRow| {
            let mut lines = vec![i.title.clone()];
            lines.extend(crate::items::rows(&i.body).into_iter().flat_map(|row| row.lines));
            DueAgreement { id: i.id.to_string(), lines }
        };
        self.in_force().filter(due).map(lines).collect()
    }
}

/// Exercises one person finished alone; told only while that person alone is open.
async fn own_finished(sitting: &mut Sitting, who: Person) -> Result<Vec<(String, DateTime<Utc>)>, Code> {
    match sitting.turn(who) {
        Some(mut turn) => turn.finished().await,
        None => Ok(vec![]),
    }
}

/// The latest shared answers of finished runs of this exercise, for steps that are asked once: a run that did not ask
/// has none.
async fn before(sitting: &mut Sitting, exercise: &Exercise, ours: &Shelf) -> Result<BTreeMap<String, Shared>, Code> {
    let mut found = BTreeMap::new();
    let once = exercise.steps.iter().filter(|s| s.once).count();
    for run in ours.runs.iter().rev().filter(|r| r.slug == exercise.slug && r.state == "done") {
        if found.len() == once {
            break;
        }
        for answer in sitting.ours().answers(run.id).await? {
            let step = exercise.step(&answer.step).filter(|s| s.once && answer.state == AnswerState::Kept);
            if let (Some(step), Some(json)) = (step, answer.value)
                && let Some(value) = stored::of_kind(&json, &step.kind)
            {
                found.entry(step.id.clone()).or_insert_with(|| Shared::stored(value));
            }
        }
    }
    Ok(found)
}

/// How long the couple's own pause plan says a pause is.
async fn pause_minutes(sitting: &mut Sitting, ours: &Shelf) -> Result<Option<u32>, Code> {
    let plan = ours.in_force().rfind(|i| ours.slug_of(i) == Some(PAUSE_PLAN));
    let Some(run) = plan.and_then(|item| item.run) else { return Ok(None) };
    let answers = sitting.ours().answers(run).await?;
    let length = answers.iter().find(|a| a.step == "length" && a.state == AnswerState::Kept);
    let picked = length.and_then(|a| a.value.as_ref()?["picked"][0].as_str().map(str::to_owned));
    let minutes = picked.and_then(|id| id.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok());
    Ok(minutes.map(|m| m.clamp(20, 24 * 60)))
}

/// The earlier own answers this exercise names, for the pages of that person.
async fn own_sources(
    sitting: &mut Sitting,
    who: Person,
    exercises: &Exercises,
    exercise: &Exercise,
) -> Result<BTreeMap<(String, String), OwnAnswer>, Code> {
    let mut found = BTreeMap::new();
    for (slug, step) in named_sources(exercise) {
        let Some(mut turn) = sitting.turn(who) else { continue };
        let Some(earlier) = turn.earlier(&slug, &step).await? else { continue };
        let kept = turn.doc(&earlier.run.doc).await?;
        let Some(pinned) = exercises.pinned(&earlier.run.doc, kept.as_deref()) else { continue };
        if let Some(answer) = own_answer(&pinned, &step, earlier.answer) {
            found.insert((slug, step), answer);
        }
    }
    Ok(found)
}

fn own_answer(exercise: &Arc<Exercise>, step: &str, answer: hearth_store::Answer) -> Option<OwnAnswer> {
    let value = stored::of_kind(&answer.value?, &exercise.step(step)?.kind)?;
    Some(OwnAnswer { value: Private::new(value), edited: answer.at, exercise: Arc::clone(exercise) })
}

/// Every `slug/step` an exercise reads from a person's own pages.
fn named_sources(exercise: &Exercise) -> BTreeSet<(String, String)> {
    let mut sources = Vec::new();
    for step in &exercise.steps {
        match &step.kind {
            Kind::Choose(k) => {
                sources.extend(from(&k.options));
                sources.extend(k.per.as_ref());
            }
            Kind::Checklist(k) => sources.extend(from(&k.items)),
            Kind::Table(k) => sources.extend(k.rows.as_ref().and_then(from)),
            Kind::Schedule(k) => sources.extend(k.from.as_ref()),
            Kind::Reveal(k) => sources.extend(&k.items),
            _ => {}
        }
    }
    let own = |s: &Source| match s {
        Source::OwnRun { slug, step } => Some((slug.clone(), step.clone())),
        Source::Step(_) | Source::AgreementsDue => None,
    };
    sources.into_iter().filter_map(own).collect()
}

fn from(items: &Items) -> Option<&Source> {
    match items {
        Items::From(source) => Some(source),
        Items::Given(_) => None,
    }
}
