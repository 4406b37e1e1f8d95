//! What could come next (S5): up to three exercises or reviews, each with a plain reason.
//!
//! Pure. In Together it is given Ours alone, so that nothing it says can depend on what one of the two keeps to
//! themselves (U5): what a pace, a check or a rest closes today stays listed, and its page says what every closed page
//! says (E23). Alone it is also given the pages of whoever is open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use hearth_domain::availability::{Availability, OwnFacts, SharedFacts, availability};
use hearth_domain::{Heat, Pace, Pair};
use hearth_exercise::model::{Exercise, Mode, Need};

use crate::exercises::{Exercises, asks};

/// So many are named.
const MOST: usize = 3;
/// Touch, trust, forgiving and recovery are chosen, never prompted (CR20, CR27, CR31, E37).
const CHOSEN_ONLY: [&str; 3] = ["touch", "repair", "recover"];
/// The same for these: a missed promise raises nothing (CR31), and the way in asks for the check itself.
const NEVER_AGAIN: [&str; 2] = ["daily-trust-ritual", "starting-safely"];
/// What was not done for so many rhythms was put aside, and nobody is asked why.
const PUT_ASIDE: i64 = 8;
/// A daily one is not a duty: its rhythm counts from this many days.
const SHORTEST: i64 = 3;

/// What whoever is open may know.
#[derive(Debug, Default)]
pub struct Known {
    /// Both are open; then all below comes from Ours.
    pub together: bool,
    /// The exercise the way in names.
    pub way: Option<String>,
    /// Agreements whose review day is over, the longest ago first.
    pub due: Vec<Due>,
    /// When each exercise was last finished.
    pub done: BTreeMap<String, DateTime<Utc>>,
    /// Exercises begun and not finished.
    pub begun: BTreeSet<String>,
    /// Joint runs and agreements in force.
    pub ours: SharedFacts,
}

/// An agreement to look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub item: String,
    /// Its name.
    pub title: String,
    /// `YYYY-MM-DD`.
    pub on: String,
}

/// The exercise that closes now, or closed a moment ago.
#[derive(Clone, Debug, Default)]
pub struct After {
    /// Which.
    pub slug: String,
    /// What a branch of it offers.
    pub offered: Vec<String>,
    /// What its last page names for everybody.
    pub named: Vec<String>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// A branch of the exercise offers it, for what was written there.
    Offered(String),
    /// The way in (E23).
    WayIn(String),
    /// An agreement to look at again.
    Review(Due),
    /// The last page of the exercise just closed names it.
    Named(String),
    /// It has a rhythm, and was last done so many days ago.
    Again {
        /// Which.
        slug: String,
        /// Whole days since.
        days: i64,
    },
    /// It builds on this one, which is done.
    Opens {
        /// Which.
        slug: String,
        /// What it builds on.
        on: String,
    },
}

impl Next {
    /// The exercise it leads to; a review leads to the agreements.
    pub fn slug(&self) -> Option<&str> {
        match self {
            Self::Review(_) => None,
            Self::Offered(slug) | Self::WayIn(slug) | Self::Named(slug) => Some(slug),
            Self::Again { slug, .. } | Self::Opens { slug, .. } => Some(slug),
        }
    }
}

/// What could come next. What just closed is never among it.
#[must_use]
pub fn come_next(exercises: &Exercises, known: &Known, after: Option<&After>, now: DateTime<Utc>) -> Vec<Next> {
    let here = after.map(|after| after.slug.as_str());
    let mut lines: Vec<Next> = Vec::new();
    if let Some(after) = after {
        lines.extend(after.offered.iter().cloned().map(Next::Offered));
    }
    lines.extend(known.way.clone().map(Next::WayIn));
    lines.extend(known.due.iter().take(1).cloned().map(Next::Review));
    if let Some(after) = after {
        lines.extend(after.named.iter().cloned().map(Next::Named));
    }
    let free = |e: &&Exercise| unasked(e) && !known.begun.contains(&e.slug) && begins(e, known, now);
    let free: Vec<&Exercise> = exercises.iter().map(AsRef::as_ref).filter(free).collect();
    lines.extend(again(&free, known, now));
    lines.extend(opens(&free, known));
    let mut seen = BTreeSet::new();
    lines.retain(|line| match line.slug() {
        Some(slug) => Some(slug) != here && exercises.get(slug).is_some() && seen.insert(slug.to_owned()),
        None => true,
    });
    lines.truncate(MOST);
    lines
}

/// May be named by the program at all.
fn unasked(exercise: &Exercise) -> bool {
    exercise.heat <= Heat::MEDIUM
        && !CHOSEN_ONLY.contains(&exercise.theme.as_str())
        && !NEVER_AGAIN.contains(&exercise.slug.as_str())
}

/// Whether Ours lets it begin: with two people who would do anything on any day. Alone, whatever is done alone may.
fn begins(exercise: &Exercise, known: &Known, now: DateTime<Utc>) -> bool {
    let willing = || OwnFacts { pace: Pace::Open, checked_on: Some(now), ..OwnFacts::default() };
    let open = |part: &_| {
        let both = Pair { a: willing(), b: willing() };
        availability(&asks(exercise, part), &both, &known.ours, now) == Availability::Open
    };
    exercise.parts.iter().any(|part| match part.mode {
        Mode::Alone => !known.together,
        Mode::Together => open(part),
    })
}

/// What has a rhythm and had a rest, the longest rest first, measured by its own rhythm.
fn again(free: &[&Exercise], known: &Known, now: DateTime<Utc>) -> Vec<Next> {
    let rest = |e: &&Exercise| {
        let rhythm = i64::from(e.repeat_days?).max(SHORTEST);
        let days = (now - *known.done.get(&e.slug)?).num_days();
        (rhythm..=rhythm * PUT_ASIDE).contains(&days).then(|| (days * 100 / rhythm, e.slug.clone(), days))
    };
    let mut rests: Vec<_> = free.iter().filter_map(rest).collect();
    rests.sort_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
    rests.into_iter().map(|(_, slug, days)| Next::Again { slug, days }).collect()
}

/// What builds on something done, and was not done yet: what was finished last opens first.
fn opens(free: &[&Exercise], known: &Known) -> Vec<Next> {
    let built_on = |need: &Need| match need {
        Need::Agreed(slug) | Need::Done { slug, .. } => Some(slug.clone()),
        Need::Own { slug, .. } => (!known.together).then(|| slug.clone()),
    };
    let opened = |e: &&Exercise| {
        let on = e.needs.iter().filter_map(built_on).filter_map(|on| Some((*known.done.get(&on)?, on))).max()?;
        (!known.done.contains_key(&e.slug)).then(|| (on.0, e.slug.clone(), on.1))
    };
    let mut opened: Vec<_> = free.iter().filter_map(opened).collect();
    opened.sort_by(|a, b| (b.0, &a.1).cmp(&(a.0, &b.1)));
    opened.into_iter().map(|(_, slug, on)| Next::Opens { slug, on }).collect()
}

#[cfg(test)]
mod tests;
