//! Who is open. `Locked | One | Both` by type: what needs an open space takes one.
//!
//! With both open, a person's own space can be reached in two ways only: [`Sitting::facts`], whose answer is whether an
//! exercise may begin, and [`Turn`], which a run uses on that person's own page. Home, lists and search cannot name
//! either of the two spaces.

mod turn;

pub use turn::Turn;

use chrono::{DateTime, Utc};
use hearth_domain::availability::OwnFacts;
use hearth_domain::{Pace, Pair, Person, SittingId};
use hearth_store::{Image, Ours, OursChange, Own, OwnChange};
use hearth_vault::Member;

use crate::contract::Code;
use crate::error::SaveFailure;
use crate::runs::write::Batch;
use crate::space::OpenSpace;

/// One person's open space.
pub struct Room {
    /// Whose.
    pub who: Person,
    /// Their keys.
    pub keys: Member,
    space: OpenSpace<Own>,
}

impl Room {
    /// A person's open space.
    #[must_use]
    pub const fn new(who: Person, keys: Member, space: OpenSpace<Own>) -> Self {
        Self { who, keys, space }
    }
}

/// Who is open, and Ours, which either opens.
pub struct Sitting {
    who: Open,
    ours: OpenSpace<Ours>,
    /// Tonight's sitting, once something was begun together.
    pub tonight: Option<SittingId>,
}

enum Open {
    One(Box<Room>),
    Both(Box<Pair<Room>>),
}

impl Sitting {
    /// One person is open.
    #[must_use]
    pub fn one(room: Room, ours: OpenSpace<Ours>) -> Self {
        Self { who: Open::One(Box::new(room)), ours, tonight: None }
    }

    /// The other joins; from now on it is Together.
    ///
    /// # Errors
    /// Gives the newcomer back if both are open already, or the same person came twice.
    pub fn joined(self, room: Room) -> Result<Self, Box<(Self, Room)>> {
        match self.who {
            Open::One(first) if first.who != room.who => {
                let both = match first.who {
                    Person::A => Pair { a: *first, b: room },
                    Person::B => Pair { a: room, b: *first },
                };
                Ok(Self { who: Open::Both(Box::new(both)), ours: self.ours, tonight: None })
            }
            who => Err(Box::new((Self { who, ..self }, room))),
        }
    }

    /// Who is open, in the order of the book.
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        match &self.who {
            Open::One(room) => vec![room.who],
            Open::Both(_) => Person::BOTH.to_vec(),
        }
    }

    /// Both are open.
    #[must_use]
    pub const fn together(&self) -> bool {
        matches!(self.who, Open::Both(_))
    }

    /// The shared record.
    pub fn ours(&mut self) -> &mut Image<Ours> {
        self.ours.read()
    }

    /// The own space of the one person who is open; refuses in Together.
    ///
    /// # Errors
    /// [`Code::NotNow`].
    pub fn alone(&mut self) -> Result<(Person, &mut Image<Own>), Code> {
        match &mut self.who {
            Open::One(room) => Ok((room.who, room.space.read())),
            Open::Both(_) => Err(Code::NotNow),
        }
    }

    /// The keys of one person who is open.
    #[must_use]
    pub fn keys(&self, who: Person) -> Option<&Member> {
        match &self.who {
            Open::One(room) => (room.who == who).then_some(&room.keys),
            Open::Both(rooms) => Some(&rooms.of(who).keys),
        }
    }

    /// What a run may see of a person's own space on that person's own page.
    #[must_use]
    pub(crate) fn turn(&mut self, who: Person) -> Option<Turn<'_>> {
        Some(Turn::new(self.room(who)?.space.read()))
    }

    /// What decides whether a joint exercise may begin (E25); only with both open.
    ///
    /// # Errors
    /// [`Code::NotNow`] with one open, [`Code::Internal`] if a space cannot be read.
    pub async fn facts(&mut self) -> Result<Pair<OwnFacts>, Code> {
        let Open::Both(rooms) = &mut self.who else { return Err(Code::NotNow) };
        Ok(Pair { a: facts(rooms.a.space.read()).await?, b: facts(rooms.b.space.read()).await? })
    }

    /// Writes what came of one input: own spaces first, then Ours, so that each step can be redone.
    ///
    /// # Errors
    /// [`SaveFailure`]; what could not be written stays in memory and is tried again.
    pub async fn commit(&mut self, by: Person, at: DateTime<Utc>, batch: Batch) -> Result<(), SaveFailure> {
        let Pair { a, b } = batch.own;
        for (who, changes) in [(Person::A, a), (Person::B, b)] {
            if let Some(room) = self.room(who) {
                room.space.commit(who, at, changes).await?;
            }
        }
        self.ours.commit(by, at, batch.ours).await
    }

    /// Writes changes of one person's own space.
    ///
    /// # Errors
    /// [`SaveFailure`].
    pub async fn commit_own(
        &mut self,
        who: Person,
        at: DateTime<Utc>,
        changes: Vec<OwnChange>,
    ) -> Result<(), SaveFailure> {
        match self.room(who) {
            Some(room) => room.space.commit(who, at, changes).await,
            None => Ok(()),
        }
    }

    /// Writes changes of Ours.
    ///
    /// # Errors
    /// [`SaveFailure`].
    pub async fn commit_ours(
        &mut self,
        by: Person,
        at: DateTime<Utc>,
        changes: Vec<OursChange>,
    ) -> Result<(), SaveFailure> {
        self.ours.commit(by, at, changes).await
    }

    /// Tries again to write what is pending; says whether there was anything.
    ///
    /// # Errors
    /// [`SaveFailure`].
    pub async fn flush(&mut self, now: DateTime<Utc>) -> Result<bool, SaveFailure> {
        let mut wrote = false;
        for who in self.people() {
            if let Some(room) = self.room(who) {
                wrote |= room.space.flush(now).await?;
            }
        }
        Ok(wrote | self.ours.flush(now).await?)
    }

    /// Writes the images of the own spaces, so that what was pinned cannot be cut off (`vault.md` 3.1).
    ///
    /// # Errors
    /// [`SaveFailure`].
    pub async fn write_own_images(&mut self, now: DateTime<Utc>) -> Result<(), SaveFailure> {
        for who in self.people() {
            if let Some(room) = self.room(who) {
                room.space.write(now).await?;
            }
        }
        Ok(())
    }

    /// Writes every open image, changed or not, so that the files do not tell which space was used, and notes in each
    /// own space which link of Ours was seen last.
    ///
    /// # Errors
    /// The first [`SaveFailure`]; the others are tried all the same.
    pub async fn close(&mut self, now: DateTime<Utc>) -> Result<(), SaveFailure> {
        let mut outcome = Ok(());
        let link = self.ours.read().last_link().await.ok().flatten();
        for who in self.people() {
            let Some(room) = self.room(who) else { continue };
            let seen = link.map(|l| OwnChange::Seen { seq: l.seq, hash: l.hash });
            let noted = room.space.commit(who, now, seen.into_iter().collect()).await;
            outcome = outcome.and(noted).and(room.space.write(now).await);
        }
        outcome.and(self.ours.write(now).await)
    }

    fn room(&mut self, who: Person) -> Option<&mut Room> {
        match &mut self.who {
            Open::One(room) => (room.who == who).then_some(room.as_mut()),
            Open::Both(rooms) => Some(rooms.of_mut(who)),
        }
    }
}

async fn facts(own: &mut Image<Own>) -> Result<OwnFacts, Code> {
    let (pace, rests) = (own.pace().await?, own.rests().await?);
    Ok(OwnFacts {
        pace: pace.value.as_deref().and_then(Pace::from_word).unwrap_or_default(),
        checked_on: pace.checked_on,
        rests,
        assigned: vec![],
    })
}
