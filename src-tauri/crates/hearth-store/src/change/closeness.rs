//! What both said yes to on the closeness list (F12).

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use serde::{Deserialize, Serialize};

/// The closeness list as both see it. Whatever is not in it is absent, and why is written nowhere: there is no room here
/// for a no, for whose yes came first, or for the time of one line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedYeses {
    /// From then on none of it counts. One time for the whole list.
    pub ends: Option<DateTime<Utc>>,
    /// The lines, in the order of the list they came from.
    pub yeses: Vec<SharedYes>,
}

/// One line both said yes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedYes {
    /// Which line.
    pub row: String,
    /// Its words.
    pub label: String,
    /// What the yes of the first of the book depends on.
    pub if_a: Option<String>,
    /// What the yes of the second depends on.
    pub if_b: Option<String>,
}

impl SharedYes {
    /// What this person's yes depends on.
    #[must_use]
    pub const fn only_if(&self, who: Person) -> Option<&String> {
        match who {
            Person::A => self.if_a.as_ref(),
            Person::B => self.if_b.as_ref(),
        }
    }
}
