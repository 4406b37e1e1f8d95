//! Whether a joint exercise may begin (E25, `build-notes.md` 4). Pure, and computed in Together only:
//! [`availability`] needs the facts of both people, which nothing but two open spaces can give.

use chrono::{DateTime, Duration, Utc};

use crate::{Heat, Pace, Pair, Person};

/// The answer, and all of it: no list of reasons exists anywhere (E23, CR3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It may begin now.
    Open,
    /// It opens later.
    Closed,
}

/// What an exercise asks for before it may begin.
#[derive(Clone, Debug)]
pub struct Asks<'a> {
    /// Which exercise.
    pub slug: &'a str,
    /// How deep it goes.
    pub heat: Heat,
    /// True for the ground rules themselves, which cannot ask for themselves.
    pub exempt: bool,
    /// Shared conditions beyond the heat's own.
    pub needs: Vec<Need<'a>>,
}

/// A shared condition read from Ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need<'a> {
    /// An agreement of that exercise is in force.
    Agreed(&'a str),
    /// A joint run of that exercise was finished within so many days.
    Done {
        /// Which exercise.
        slug: &'a str,
        /// How many days count.
        days: i64,
    },
}

/// What one person's own space says. It never leaves this module's answer.
#[derive(Clone, Debug, Default)]
pub struct OwnFacts {
    /// The pace they chose.
    pub pace: Pace,
    /// When they last finished `starting-safely`.
    pub checked_on: Option<DateTime<Utc>>,
    /// Exercises they rest from, each until a time.
    pub rests: Vec<(String, DateTime<Utc>)>,
    /// What a therapist assigned and they accepted.
    pub assigned: Vec<Assigned>,
}

/// An exercise that a therapist assigned to one person, who accepted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// Which exercise.
    pub slug: String,
    /// From then on it is no longer current; `None` is until it is put aside.
    pub until: Option<DateTime<Utc>>,
}

impl OwnFacts {
    fn is_assigned(&self, slug: &str, now: DateTime<Utc>) -> bool {
        self.assigned.iter().any(|a| a.slug == slug && a.until.is_none_or(|until| now < until))
    }
}

/// One joint run, as Ours remembers it.
#[derive(Clone, Debug)]
pub struct JointRun {
    /// Which exercise.
    pub slug: String,
    /// Its heat.
    pub heat: Heat,
    /// When it began.
    pub begun: DateTime<Utc>,
    /// When it was finished, if it was finished and not stopped.
    pub done: Option<DateTime<Utc>>,
    /// In which sitting it began.
    pub sitting: Option<crate::SittingId>,
}

/// What Ours says.
#[derive(Clone, Debug, Default)]
pub struct SharedFacts {
    /// Exercises whose agreement is in force.
    pub agreed: Vec<String>,
    /// All joint runs.
    pub runs: Vec<JointRun>,
    /// The sitting that is open now.
    pub sitting: Option<crate::SittingId>,
}

const GROUND_RULES: &str = "our-ground-rules";
const PAUSE_PLAN: &str = "pause-and-repair-plan";

/// Whether this exercise may begin now.
///
/// `now` must be the later of the clock and the newest date in Ours, so that a clock set back opens nothing.
#[must_use]
pub fn availability(asks: &Asks<'_>, own: &Pair<OwnFacts>, ours: &SharedFacts, now: DateTime<Utc>) -> Availability {
    let both = |test: &dyn Fn(&OwnFacts) -> bool| Person::BOTH.iter().all(|p| test(own.of(*p)));
    let agreed = |slug: &str| ours.agreed.iter().any(|a| a == slug);
    let assigned = || both(&|f| f.is_assigned(asks.slug, now));

    let open = both(&|f| f.pace.allows(asks.heat))
        && (asks.heat == Heat::ALONE || asks.exempt || agreed(GROUND_RULES))
        && (asks.heat < Heat::MEDIUM || both(&|f| checked_recently(f, now)))
        && (asks.heat < Heat::DEEP || (agreed(PAUSE_PLAN) && deep_is_rested(ours, now)))
        && (asks.heat < Heat::DEEP || assigned() || sat_before(ours, now))
        && (asks.heat < Heat::ASSIGNED || assigned())
        && asks.needs.iter().all(|need| met(need, ours, now))
        && both(&|f| !f.rests.iter().any(|(slug, until)| slug == asks.slug && *until > now));
    if open { Availability::Open } else { Availability::Closed }
}

/// Whether a part that one person does alone may begin. Only what a therapist has to assign is ever closed (CR18).
#[must_use]
pub fn available_alone(slug: &str, heat: Heat, own: &OwnFacts, now: DateTime<Utc>) -> Availability {
    if heat < Heat::ASSIGNED || own.is_assigned(slug, now) { Availability::Open } else { Availability::Closed }
}

/// A run that has begun re-checks the two paces and nothing else.
#[must_use]
pub fn may_go_on(heat: Heat, own: &Pair<OwnFacts>) -> Availability {
    if Person::BOTH.iter().all(|p| own.of(*p).pace.allows(heat)) { Availability::Open } else { Availability::Closed }
}

fn checked_recently(facts: &OwnFacts, now: DateTime<Utc>) -> bool {
    facts.checked_on.is_some_and(|on| now - on <= Duration::days(90))
}

/// No heat 3 begun in 24 hours, under two in 7 days.
fn deep_is_rested(ours: &SharedFacts, now: DateTime<Utc>) -> bool {
    let deep = |since: Duration| ours.runs.iter().filter(|r| r.heat == Heat::DEEP && now - r.begun < since).count();
    deep(Duration::hours(24)) == 0 && deep(Duration::days(7)) < 2
}

/// One earlier sitting in 30 days with a run finished and not stopped.
fn sat_before(ours: &SharedFacts, now: DateTime<Utc>) -> bool {
    ours.runs.iter().any(|r| {
        r.sitting.is_some() && r.sitting != ours.sitting && r.done.is_some_and(|d| now - d <= Duration::days(30))
    })
}

fn met(need: &Need<'_>, ours: &SharedFacts, now: DateTime<Utc>) -> bool {
    match need {
        Need::Agreed(slug) => ours.agreed.iter().any(|a| a == slug),
        Need::Done { slug, days } => {
            ours.runs.iter().any(|r| r.slug == *slug && r.done.is_some_and(|d| now - d <= Duration::days(*days)))
        }
    }
}

#[cfg(test)]
mod tests;
