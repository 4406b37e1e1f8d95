//! One person's list. It is one setting of their own space: each change is written over the one before, so there is no
//! earlier version anywhere in it (CR15).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use hearth_store::{OwnChange, SharedYeses};
use serde::{Deserialize, Serialize};

use super::rows::written;
use crate::contract::{ClosenessAnswer, ClosenessLasts};

/// The setting.
pub const KEY: &str = "closeness";
/// Letters of a line or an "if".
const LETTERS: usize = 120;
/// Lines somebody can write.
const OWN_ROWS: usize = 60;

/// What somebody marked on one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The answer.
    pub answer: ClosenessAnswer,
    /// What a "yes, if" depends on.
    pub only_if: String,
    /// For how long, as it was chosen.
    pub lasts: ClosenessLasts,
    /// From then on it is as if the line were empty; `None` until the list is opened.
    pub ends: Option<DateTime<Utc>>,
}

/// A line somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRow {
    /// [`written`] of its words.
    pub row: String,
    /// Its words.
    pub label: String,
}

/// One person's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// This person switched on the lines about sexual touch.
    pub sexual: bool,
    /// The lines they wrote.
    pub own: Vec<OwnRow>,
    /// Their own order; lines it does not name come after, as the list has them.
    pub order: Vec<String>,
    marks: BTreeMap<String, Mark>,
    /// What they said yes to when the list was last opened, with their "if". What Ours says in their name counts only
    /// with this: their partner can write there.
    said: BTreeMap<String, Option<String>>,
}

impl Marks {
    /// Reads what the setting holds.
    #[must_use]
    pub fn read(setting: Option<&str>) -> Self {
        setting.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    /// As the setting holds it.
    ///
    /// # Panics
    /// Never: it is plain data with text keys.
    #[must_use]
    pub fn change(&self) -> OwnChange {
        let v = serde_json::to_string(self).expect("plain data with text keys becomes JSON");
        OwnChange::Setting { k: KEY.into(), v }
    }

    /// The mark of a line, if it still holds.
    #[must_use]
    pub fn mark(&self, row: &str, now: DateTime<Utc>) -> Option<&Mark> {
        self.marks.get(row).filter(|mark| mark.ends.is_none_or(|ends| now < ends))
    }

    /// Marks a line, or leaves it empty. A yes that depends on something says on what.
    pub fn put(&mut self, row: &str, mark: Option<Mark>) {
        match mark {
            Some(Mark { answer, only_if, lasts, ends }) => {
                let only_if = if answer == ClosenessAnswer::YesIf { one_line(&only_if) } else { String::new() };
                self.marks.insert(row.to_owned(), Mark { answer, only_if, lasts, ends });
            }
            None => drop(self.marks.remove(row)),
        }
    }

    /// Adds a line of their own. One that is there already, or one too many, changes nothing.
    pub fn add(&mut self, label: &str) -> Option<&OwnRow> {
        let label = one_line(label);
        let row = written(&label);
        let fits = row.len() > written("").len() && self.own.len() < OWN_ROWS;
        if fits && !self.own.iter().any(|own| own.row == row) {
            self.own.push(OwnRow { row: row.clone(), label });
        }
        self.own.iter().find(|own| own.row == row)
    }

    /// Removes a line of their own, with its mark.
    pub fn remove(&mut self, row: &str) {
        self.own.retain(|own| own.row != row);
        self.order.retain(|other| other != row);
        self.marks.remove(row);
    }

    /// Leaves every line empty. The lines they wrote and their order stay.
    pub fn clear(&mut self) {
        self.marks.clear();
        self.said.clear();
    }

    /// Takes a yes back: the mark goes, and what both had opened no longer counts in this person's name.
    pub fn take_back(&mut self, row: &str, label: &str) {
        self.marks.remove(row);
        // They may have written the line themselves that the list has too.
        self.marks.remove(&written(label));
        self.said.remove(row);
    }

    /// The list was opened: marks for this one time are used, and what both said yes to is noted.
    pub fn opened(&mut self, who: Person, shared: &SharedYeses, now: DateTime<Utc>) {
        self.marks.retain(|_, mark| mark.ends.is_some_and(|ends| now < ends));
        self.said = shared.yeses.iter().map(|yes| (yes.row.clone(), yes.only_if(who).cloned())).collect();
    }

    /// Whether this person said exactly this when the list was last opened.
    #[must_use]
    pub fn said(&self, row: &str, only_if: Option<&String>) -> bool {
        self.said.get(row).is_some_and(|said| said.as_ref() == only_if)
    }

    /// These lines in this person's own order.
    pub fn sort<T>(&self, rows: &mut [T], id: impl Fn(&T) -> &str) {
        let place = |row: &T| self.order.iter().position(|other| other == id(row)).unwrap_or(usize::MAX);
        rows.sort_by_key(place);
    }

    /// Keeps an order; each line once.
    pub fn keep_order(&mut self, rows: Vec<String>) {
        let mut seen = BTreeSet::new();
        self.order = rows.into_iter().filter(|row| seen.insert(row.clone())).collect();
    }
}

/// One line of at most so many letters, without signs that cannot be seen.
fn one_line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ").chars().take(LETTERS).collect()
}
