//! Who takes part, who goes first, and who has which role.

use hearth_domain::{Pair, Person};

use crate::model::{Exercise, Role, Who};

/// Who takes part in a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// One person, one space open.
    Alone(Person),
    /// Both people, both spaces open.
    Together {
        /// Who goes first (E7).
        first: Person,
        /// Who has which role in the first round; `None` if the exercise has none.
        roles: Option<Pair<Role>>,
    },
}

impl Cast {
    /// Both people; `lead` takes the first of the exercise's two roles.
    #[must_use]
    pub fn together(exercise: &Exercise, first: Person, lead: Person) -> Self {
        let roles = exercise.roles.map(|[one, two]| match lead {
            Person::A => Pair { a: one, b: two },
            Person::B => Pair { a: two, b: one },
        });
        Self::Together { first, roles }
    }

    /// Who goes first next time (E6, E7): always the other, whether or not the last run came to its end.
    #[must_use]
    pub fn next_first(last: Option<Person>) -> Person {
        last.map_or(Person::A, Person::other)
    }

    /// Whether both take part.
    #[must_use]
    pub const fn joint(&self) -> bool {
        matches!(self, Self::Together { .. })
    }

    /// Who acts in a step of one person, with the roles changed if `swapped`; `None` if both act.
    pub(super) fn actor(&self, who: Who, swapped: bool) -> Option<Person> {
        match (self, who) {
            (Self::Alone(person), _) => Some(*person),
            (Self::Together { .. }, Who::Each | Who::Both) => None,
            (Self::Together { first, .. }, Who::Me) => Some(*first),
            (Self::Together { first, roles }, Who::Role(role)) => {
                let holder = roles.and_then(|r| Person::BOTH.into_iter().find(|p| *r.of(*p) == role));
                let holder = holder.unwrap_or(*first);
                Some(if swapped { holder.other() } else { holder })
            }
        }
    }

    /// Whether the person takes part.
    pub(super) fn has(&self, who: Person) -> bool {
        match self {
            Self::Alone(person) => *person == who,
            Self::Together { .. } => true,
        }
    }

    /// Everyone who takes part, in turn order.
    pub(super) fn order(&self) -> Vec<Person> {
        match self {
            Self::Alone(person) => vec![*person],
            Self::Together { first, .. } => vec![*first, first.other()],
        }
    }
}
