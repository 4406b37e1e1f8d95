//! The words of one space in memory, folded, for Find.
//!
//! A plain list that is looked through from its newest entry to its oldest. Ten years are twelve megabytes of words, and a
//! substring search passes them in a few milliseconds: faster than an index of words could be kept true to every draft,
//! and with nothing in it that could disagree with the pages.

use chrono::{DateTime, Utc};
use hearth_domain::{ItemId, Person, RunId};
use hearth_store::StepAt;

use super::fold::fold;
use super::wanted::Wanted;

/// Where a found entry lies in its space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A thing that stays.
    Item(ItemId),
    /// An answer.
    Answer {
        /// Which.
        at: StepAt,
        /// Whose; `None` if both wrote it.
        who: Option<Person>,
    },
    /// An answer that is sealed; only its writer's own pages hold it.
    Sealed(StepAt),
}

/// One entry, as Find shows it.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Where it lies.
    pub place: Place,
    /// The run it came from.
    pub run: Option<RunId>,
    /// answer, sealed, agreement, card, plan, ritual, list, letter or closing.
    pub kind: &'static str,
    /// The question, or what the thing is called.
    pub title: String,
    /// The exercise it came from; empty if nobody knows.
    pub exercise: String,
    /// Whose words; `None` in Mine and where both wrote.
    pub by: Option<Person>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The words.
    pub words: String,
}

impl Leaf {
    /// A thing is found by its name too; an answer by its words alone, else every answer to one question would be.
    fn folded(&self) -> String {
        let mut folded = fold(&self.words);
        if matches!(self.place, Place::Item(_)) {
            // A line between them, so that no search runs from one into the other.
            folded.push('\n');
            folded.push_str(&fold(&self.title));
        }
        folded
    }
}

struct Known {
    leaf: Leaf,
    folded: String,
}

/// The words of one space, the newest first.
#[derive(Default)]
pub struct Index(Vec<Known>);

/// What was found in one space.
#[derive(Default)]
pub struct Hits<'a> {
    /// How many there are.
    pub all: usize,
    /// The newest of them.
    pub newest: Vec<&'a Leaf>,
}

impl Index {
    /// Takes what was read anew in place of what is no longer so.
    pub fn renew(&mut self, stale: impl Fn(&Leaf) -> bool, leaves: Vec<Leaf>) {
        self.0.retain(|known| !stale(&known.leaf));
        self.0.extend(leaves.into_iter().map(|leaf| Known { folded: leaf.folded(), leaf }));
        self.0.sort_by_key(|known| std::cmp::Reverse(known.leaf.at));
    }

    /// Looks through it.
    #[must_use]
    pub fn find(&self, wanted: &Wanted, most: usize) -> Hits<'_> {
        let mut hits = Hits::default();
        for known in self.0.iter().filter(|known| wanted.is_in(&known.folded)) {
            hits.all += 1;
            if hits.newest.len() < most {
                hits.newest.push(&known.leaf);
            }
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone as _};

    fn leaf(n: u8, words: &str) -> Leaf {
        Leaf {
            place: Place::Item(ItemId::from_bytes([n; 16])),
            run: None,
            kind: "card",
            title: format!("Card {n}"),
            exercise: String::new(),
            by: None,
            at: Utc.with_ymd_and_hms(2026, 3, 20, 12, 0, 0).unwrap() + Duration::hours(n.into()),
            words: words.to_owned(),
        }
    }

    fn found(index: &Index, typed: &str, most: usize) -> (usize, Vec<String>) {
        let hits = index.find(&Wanted::read(typed).unwrap(), most);
        (hits.all, hits.newest.iter().map(|leaf| leaf.title.clone()).collect())
    }

    #[test]
    fn the_newest_come_first_and_all_are_counted() {
        let mut index = Index::default();
        index.renew(|_| false, (1..=5).map(|n| leaf(n, "a quiet morning")).collect());
        assert_eq!(found(&index, "morn", 2), (5, vec!["Card 5".into(), "Card 4".into()]));
        assert_eq!(found(&index, "card 3", 9), (1, vec!["Card 3".into()]), "by its name");
        assert_eq!(found(&index, "morning-card", 9).0, 0, "no search runs from the words into the name");
    }

    #[test]
    fn what_was_touched_is_replaced_and_nothing_else() {
        let mut index = Index::default();
        index.renew(|_| false, vec![leaf(1, "before"), leaf(2, "before")]);
        let first = |leaf: &Leaf| leaf.title == "Card 1";
        index.renew(first, vec![leaf(1, "after")]);
        assert_eq!((found(&index, "before", 9).0, found(&index, "after", 9).0), (1, 1));
        index.renew(first, vec![]);
        assert_eq!((found(&index, "before", 9).0, found(&index, "after", 9).0), (1, 0));
    }
}
