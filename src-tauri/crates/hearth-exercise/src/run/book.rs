//! The answers of a run in memory, apart by where they rest.

use std::collections::BTreeMap;

use hearth_domain::{Eph, Pair, Person};

use super::words::{Private, Shared};
use crate::value::Value;

/// All answers of a run.
#[derive(Default)]
pub(super) struct Book {
    /// Passing answers (E11). Nothing here has a way to disk.
    passing: Pair<BTreeMap<String, Option<Eph<Value>>>>,
    /// Answers that rest in each Mine.
    own: Pair<BTreeMap<(String, u32), Own>>,
    /// Answers that rest in Ours.
    ours: BTreeMap<(String, u32, Option<Person>), Ours>,
}

/// An answer that rests in Mine.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    pub value: Option<Private>,
    /// Left by Continue or Skip.
    pub answered: bool,
    /// Its turn is over.
    pub kept: bool,
}

/// An answer that rests in Ours.
#[derive(Clone, Debug, Default)]
pub(super) struct Ours {
    pub value: Option<Shared>,
    pub kept: bool,
}

impl Book {
    pub(super) fn pass(&mut self, who: Person, step: &str, value: Option<Value>) {
        self.passing.of_mut(who).insert(step.to_owned(), value.map(Eph::new));
    }

    pub(super) fn passing(&self, who: Person, step: &str) -> Option<&Value> {
        self.passing.of(who).get(step)?.as_ref().map(Eph::peek)
    }

    /// Wipes every passing answer that nothing needs any more.
    pub(super) fn wipe(&mut self, needed: impl Fn(&str) -> bool) {
        for who in Person::BOTH {
            self.passing.of_mut(who).retain(|step, _| needed(step));
        }
    }

    pub(super) fn set_own(&mut self, who: Person, step: &str, lap: u32, own: Own) {
        self.own.of_mut(who).insert((step.to_owned(), lap), own);
    }

    pub(super) fn own_mut(&mut self, who: Person, step: &str, lap: u32) -> Option<&mut Own> {
        self.own.of_mut(who).get_mut(&(step.to_owned(), lap))
    }

    pub(super) fn remove_own(&mut self, who: Person, step: &str, lap: u32) -> Option<Own> {
        self.own.of_mut(who).remove(&(step.to_owned(), lap))
    }

    /// Exactly this lap.
    pub(super) fn own_at(&self, who: Person, step: &str, lap: u32) -> Option<&Own> {
        self.own.of(who).get(&(step.to_owned(), lap))
    }

    /// This lap, or the last one before it.
    pub(super) fn own(&self, who: Person, step: &str, lap: u32) -> Option<&Own> {
        (1..=lap).rev().find_map(|l| self.own_at(who, step, l))
    }

    pub(super) fn set_ours(&mut self, step: &str, lap: u32, who: Option<Person>, ours: Ours) {
        self.ours.insert((step.to_owned(), lap, who), ours);
    }

    pub(super) fn ours_at(&self, step: &str, lap: u32, who: Option<Person>) -> Option<&Ours> {
        self.ours.get(&(step.to_owned(), lap, who))
    }

    /// This lap, or the last one there is.
    pub(super) fn ours(&self, step: &str, lap: u32, who: Option<Person>) -> Option<&Ours> {
        let laps = self.ours.keys().filter(|(s, _, w)| s == step && *w == who).map(|(_, l, _)| *l);
        let best = laps.clone().filter(|l| *l <= lap).max().or_else(|| laps.max())?;
        self.ours_at(step, best, who)
    }

    /// Kept shared answers of one step, oldest round first.
    pub(super) fn kept(&self, step: &str) -> Vec<(Option<Person>, &Shared)> {
        let mut found: Vec<_> = self
            .ours
            .iter()
            .filter(|((s, ..), ours)| s == step && ours.kept)
            .filter_map(|((_, lap, who), ours)| Some((*lap, *who, ours.value.as_ref()?)))
            .collect();
        found.sort_by_key(|(lap, who, _)| (*lap, *who));
        found.into_iter().map(|(_, who, value)| (who, value)).collect()
    }
}
