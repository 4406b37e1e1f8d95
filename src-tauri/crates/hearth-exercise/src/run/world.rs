//! What a run needs to know from outside: the time, the paces, what came before. Handed over with each input.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use hearth_domain::{Pace, Pair};

use super::words::{Private, Shared};

/// The world around a run, read anew for each input.
#[derive(Clone, Debug)]
pub struct World {
    /// Now.
    pub now: DateTime<Utc>,
    /// Today where the couple lives; dates are not in the past.
    pub today: NaiveDate,
    /// First names, for table cells that hold a person; without them the letters stand.
    pub names: Option<Pair<String>>,
    /// Each person's own pace; a condition reads only the acting person's.
    pub pace: Pair<Pace>,
    /// Finished runs, newest last: which exercise, when.
    pub done: Vec<(String, DateTime<Utc>)>,
    /// Exercises whose agreement is in force.
    pub agreed: BTreeSet<String>,
    /// When earlier sittings together began.
    pub sessions: Vec<DateTime<Utc>>,
    /// Each person's own latest answers of finished runs, by (slug, step). Read only on that person's own page.
    pub own: Pair<BTreeMap<(String, String), OwnAnswer>>,
    /// Shared answers of earlier runs of this exercise, by step; a `once` step found here is not asked again.
    pub before: BTreeMap<String, Shared>,
    /// Agreements in force whose review is due (`@agreements/due`).
    pub due: Vec<DueAgreement>,
    /// Sealed rounds that cannot be opened: taken back, or they did not fit their commitment.
    pub withheld: BTreeSet<(String, u32)>,
    /// How long the couple's own pause plan says, in minutes; without, 20.
    pub pause_minutes: Option<u32>,
}

impl World {
    /// A world with nothing in it but a time.
    #[must_use]
    pub fn at(now: DateTime<Utc>) -> Self {
        Self {
            now,
            today: now.date_naive(),
            names: None,
            pace: Pair::default(),
            done: Vec::new(),
            agreed: BTreeSet::new(),
            sessions: Vec::new(),
            own: Pair { a: BTreeMap::new(), b: BTreeMap::new() },
            before: BTreeMap::new(),
            due: Vec::new(),
            withheld: BTreeSet::new(),
            pause_minutes: None,
        }
    }
}

/// An answer from one's own earlier run.
#[derive(Clone, Debug)]
pub struct OwnAnswer {
    /// The answer.
    pub value: Private,
    /// When it was last changed; a letter's cool-off counts from here (E36).
    pub edited: DateTime<Utc>,
    /// The exercise it was written in, for the words of its options and columns.
    pub exercise: std::sync::Arc<crate::model::Exercise>,
}

/// An agreement to look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueAgreement {
    /// Its item id, as text.
    pub id: String,
    /// Its name and text, a line each.
    pub lines: Vec<String>,
}
