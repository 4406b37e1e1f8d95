//! What people bring with them: answers of earlier walks, agreements, sittings, days gone by. Each walk draws anew.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use hearth_domain::{Pace, Pair, Person};
use hearth_exercise::condition::Expr;
use hearth_exercise::model::{Exercise, Items, Kind, Source};
use hearth_exercise::run::{DueAgreement, Effect, OursEffect, OwnAnswer, OwnEffect, Private, Shared, World};
use hearth_exercise::value::Value;

use super::dice::Dice;
use crate::catalogue::Catalogue;

/// More than so many answers to one step are not kept in mind.
const KEPT: usize = 12;

type Answers = BTreeMap<(String, String), Vec<Value>>;

/// Answers of earlier walks, by exercise and step.
#[derive(Default)]
pub struct Memory {
    own: Answers,
    ours: Answers,
}

impl Memory {
    pub fn learn(&mut self, slug: &str, effects: &[Effect], dice: &mut Dice) {
        for effect in effects {
            match effect {
                Effect::Own(_, OwnEffect::Keep { step, value: Some(value), .. }) => {
                    keep(&mut self.own, slug, step, value.value(), dice);
                }
                Effect::Ours(OursEffect::Keep { step, value: Some(value), who: None, .. }) => {
                    keep(&mut self.ours, slug, step, value.value(), dice);
                }
                _ => {}
            }
        }
    }

    /// A world this exercise may be walked in.
    pub fn world(&self, exercise: &Exercise, catalogue: &Catalogue, dice: &mut Dice) -> World {
        let mut world = World::at(evening());
        world.pace = Pair { a: pace(dice), b: pace(dice) };
        world.names = dice.chance(80).then(|| Pair { a: "Ana".into(), b: "Ben".into() });
        world.pause_minutes = dice.chance(50).then_some(30);
        for condition in conditions(exercise) {
            self.past(condition, &mut world, dice);
        }
        for _ in 0..dice.below(4) {
            world.sessions.push(evening() - days_ago(dice, 60));
        }
        for n in 0..dice.below(3) {
            world.due.push(DueAgreement { id: format!("due-{n}"), lines: vec!["What we agreed".into()] });
        }
        for step in exercise.steps.iter().filter(|step| step.once) {
            let key = (exercise.slug.clone(), step.id.clone());
            let before = self.ours.get(&key).filter(|_| dice.chance(50)).and_then(|all| dice.one_of(all)).cloned();
            world.before.extend(before.map(|value| (step.id.clone(), Shared::stored(value))));
        }
        for step in exercise.steps.iter().filter(|step| step.kind.visibility().is_some()) {
            if dice.chance(2) {
                world.withheld.insert((step.id.clone(), 1));
            }
        }
        for (slug, step) in own_runs(exercise) {
            for who in Person::BOTH {
                self.own_answer(&slug, &step, who, &mut world, catalogue, dice);
            }
        }
        world
    }

    fn past(&self, condition: &Expr, world: &mut World, dice: &mut Dice) {
        for piece in condition.pieces() {
            match piece {
                Expr::Done { slug, days } if dice.chance(60) => {
                    world.done.push((slug.clone(), evening() - days_ago(dice, *days as usize * 2)));
                }
                Expr::Agreed(slug) if dice.chance(50) => {
                    world.agreed.insert(slug.clone());
                }
                _ => {}
            }
        }
    }

    fn own_answer(&self, slug: &str, step: &str, who: Person, world: &mut World, all: &Catalogue, dice: &mut Dice) {
        let key = (slug.to_owned(), step.to_owned());
        let answer = self.own.get(&key).filter(|_| dice.chance(75)).and_then(|known| dice.one_of(known));
        if let (Some(value), Some(exercise)) = (answer, all.exercises.get(slug)) {
            let edited = evening() - days_ago(dice, 4);
            let answer = OwnAnswer { value: Private::new(value.clone()), edited, exercise: exercise.clone() };
            world.own.of_mut(who).insert(key, answer);
        }
    }
}

fn keep(answers: &mut Answers, slug: &str, step: &str, value: &Value, dice: &mut Dice) {
    let known = answers.entry((slug.to_owned(), step.to_owned())).or_default();
    if known.len() < KEPT {
        known.push(value.clone());
    } else {
        known[dice.below(KEPT)] = value.clone();
    }
}

/// Eight in the evening of a day in May.
fn evening() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 5, 3, 20, 0, 0).single().unwrap_or_default()
}

fn days_ago(dice: &mut Dice, most: usize) -> TimeDelta {
    TimeDelta::hours(i64::try_from(dice.below(most * 24 + 1)).unwrap_or_default())
}

fn pace(dice: &mut Dice) -> Pace {
    dice.one_of(&[Pace::Open, Pace::Light, Pace::Alone]).copied().unwrap_or_default()
}

fn conditions(exercise: &Exercise) -> impl Iterator<Item = &Expr> {
    exercise.steps.iter().flat_map(|step| step.show_if.iter().chain(step.then.iter().filter_map(|b| b.when.as_ref())))
}

/// The earlier runs its steps take words from.
fn own_runs(exercise: &Exercise) -> BTreeSet<(String, String)> {
    let mut found: Vec<&Source> = Vec::new();
    for step in &exercise.steps {
        match &step.kind {
            Kind::Choose(choose) => found.extend(from(&choose.options).into_iter().chain(&choose.per)),
            Kind::Checklist(list) => found.extend(from(&list.items)),
            Kind::Table(table) => found.extend(table.rows.as_ref().and_then(from)),
            Kind::Schedule(schedule) => found.extend(&schedule.from),
            Kind::Reveal(reveal) => found.extend(&reveal.items),
            _ => {}
        }
    }
    let named = found.into_iter().filter_map(|source| match source {
        Source::OwnRun { slug, step } => Some((slug.clone(), step.clone())),
        Source::Step(_) | Source::AgreementsDue => None,
    });
    named.collect()
}

const fn from(items: &Items) -> Option<&Source> {
    match items {
        Items::From(source) => Some(source),
        Items::Given(_) => None,
    }
}
