//! Something both could do (F8): *Draft > Proposed > Agreed / Countered(n) / Not now / No / Withdrawn*.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{ItemId, Person};

/// Changes suggested before it says "Take it to a session?".
const MANY_CHANGES: u32 = 3;

/// Days until the review, where nobody says otherwise (F8).
pub const REVIEW_USUAL: u32 = 14;
/// The most there may be (E32).
pub const REVIEW_MOST: u32 = 90;

/// Who would do it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Whom {
    /// Both of us.
    #[default]
    Both,
    /// The circle.
    A,
    /// The square.
    B,
}

impl Whom {
    /// One person; `None` for both.
    #[must_use]
    pub const fn one(self) -> Option<Person> {
        match self {
            Self::Both => None,
            Self::A => Some(Person::A),
            Self::B => Some(Person::B),
        }
    }
}

/// The words of a proposal. Both say yes to all of it, so it is one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposalText {
    /// What to call it.
    pub name: String,
    /// What we do.
    pub what: String,
    /// For whom.
    pub whom: Whom,
    /// From which day; `None`: from the day both agree.
    pub from: Option<NaiveDate>,
    /// Days from the agreement to the review (E32).
    pub review_days: u32,
    /// How we tell each other that it ends. Either can end it at once whatever stands here (E33).
    pub ending: String,
}

impl Default for ProposalText {
    fn default() -> Self {
        Self {
            name: String::new(),
            what: String::new(),
            whom: Whom::Both,
            from: None,
            review_days: REVIEW_USUAL,
            ending: String::new(),
        }
    }
}

/// A part of the text that a change can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the parts of ProposalText")]
pub enum Part {
    Name,
    What,
    Whom,
    From,
    Review,
    Ending,
}

impl ProposalText {
    /// Whether there is enough to propose it, with a review no further away than `most` days.
    #[must_use]
    pub fn is_whole(&self, most: u32) -> bool {
        let written = |text: &str| !text.trim().is_empty();
        written(&self.name) && written(&self.what) && (1..=most).contains(&self.review_days)
    }

    /// The parts that read differently in an earlier text.
    #[must_use]
    pub fn changed_since(&self, earlier: &Self) -> Vec<Part> {
        let words = |a: &str, b: &str| a.trim() != b.trim();
        let parts = [
            (Part::Name, words(&self.name, &earlier.name)),
            (Part::What, words(&self.what, &earlier.what)),
            (Part::Whom, self.whom != earlier.whom),
            (Part::From, self.from != earlier.from),
            (Part::Review, self.review_days != earlier.review_days),
            (Part::Ending, words(&self.ending, &earlier.ending)),
        ];
        parts.into_iter().filter_map(|(part, changed)| changed.then_some(part)).collect()
    }
}

/// Where a proposal stands before it is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It waits; each suggested change makes another version of it.
    Proposed,
    /// Its reader said not now, and alone can take it up again: nobody asks twice (P4).
    NotNow,
    /// Its reader said no.
    No,
    /// Its writer took it back.
    Withdrawn,
}

impl Standing {
    const ALL: [Self; 4] = [Self::Proposed, Self::NotNow, Self::No, Self::Withdrawn];

    /// The word used in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::NotNow => "not_now",
            Self::No => "no",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads what [`Standing::word`] writes.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.word() == word)
    }

    /// Somebody can still do something about it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::NotNow)
    }
}

/// A proposal as it stands: which version, by whom. Only this can be answered; a limit is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which.
    pub item: ItemId,
    /// Its version, from 1: each after the first is a suggested change.
    pub n: u32,
    /// Who wrote this version. The other is its reader.
    pub writer: Person,
    /// Where it stands.
    pub standing: Standing,
    /// The text.
    pub text: ProposalText,
    /// The agreement it would take the place of (F9).
    pub replaces: Option<ItemId>,
}

/// What one person alone does about a proposal. All weigh the same; to agree takes both (E31).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The reader suggests a change.
    Change,
    /// The reader says not now.
    NotNow,
    /// The reader says no.
    No,
    /// The reader takes up again what they put off.
    TakeUp,
    /// The writer takes it back.
    Withdraw,
}

impl Proposal {
    /// What this person can do about it now.
    #[must_use]
    pub fn acts(&self, who: Person) -> &'static [Act] {
        match (self.standing, who == self.writer) {
            (Standing::Proposed | Standing::NotNow, true) => &[Act::Withdraw],
            (Standing::Proposed, false) => &[Act::Change, Act::NotNow, Act::No],
            (Standing::NotNow, false) => &[Act::TakeUp, Act::Change, Act::No],
            (Standing::No | Standing::Withdrawn, _) => &[],
        }
    }

    /// So many changes were suggested that talking may help more than writing (F8).
    #[must_use]
    pub const fn asks_for_a_session(&self) -> bool {
        self.n > MANY_CHANGES && self.standing.is_open()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal(standing: Standing) -> Proposal {
        let text = ProposalText { name: "Quiet".into(), what: "Half an hour".into(), ..ProposalText::default() };
        Proposal { item: ItemId::from_bytes([1; 16]), n: 1, writer: Person::A, standing, text, replaces: None }
    }

    #[test]
    fn f8_the_reader_answers_and_the_writer_withdraws_and_nobody_agrees_alone() {
        let open = proposal(Standing::Proposed);
        assert_eq!(open.acts(Person::B), [Act::Change, Act::NotNow, Act::No]);
        assert_eq!(open.acts(Person::A), [Act::Withdraw]);
        for over in [Standing::No, Standing::Withdrawn] {
            assert!(Person::BOTH.iter().all(|who| proposal(over).acts(*who).is_empty()));
        }
    }

    #[test]
    fn p4_u10_only_who_said_not_now_takes_it_up_again() {
        let later = proposal(Standing::NotNow);
        assert!(later.acts(Person::B).contains(&Act::TakeUp));
        assert_eq!(later.acts(Person::A), [Act::Withdraw]);
    }

    #[test]
    fn f8_after_three_suggested_changes_it_asks_for_a_session() {
        let at = |n| Proposal { n, ..proposal(Standing::Proposed) };
        assert_eq!([1, 3, 4].map(|n| at(n).asks_for_a_session()), [false, false, true]);
    }

    #[test]
    fn e32_a_review_is_one_to_ninety_days_away() {
        let days = |review_days| ProposalText { review_days, ..proposal(Standing::Proposed).text };
        assert_eq!([0, 1, 90, 91].map(|d| days(d).is_whole(REVIEW_MOST)), [false, true, true, false]);
    }

    #[test]
    fn f8_a_change_names_its_parts() {
        let before = proposal(Standing::Proposed).text;
        let after = ProposalText { what: "An hour".into(), review_days: 30, ..before.clone() };
        assert_eq!(after.changed_since(&before), [Part::What, Part::Review]);
    }

    #[test]
    fn every_standing_reads_its_own_word() {
        for standing in Standing::ALL {
            assert_eq!(Standing::from_word(standing.word()), Some(standing));
        }
    }
}
