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
use crate::find::Opened;
use crate::runs::write::Batch;
use crate::space::OpenSpace;

/// One person's open space.
pub struct Room {
    /// Whose.
    pub who: Person,
    /// Their keys.
    pub keys: Member,
    /// Their pages; put away while the partner sets up.
    space: Option<OpenSpace<Own>>,
}

impl Room {
    /// A person's open space.
    #[must_use]
    pub const fn new(who: Person, keys: Member, space: OpenSpace<Own>) -> Self {
        Self { who, keys, space: Some(space) }
    }
}

/// Who is open, and Ours, which either opens.
pub struct Sitting {
    who: Open,
    ours: OpenSpace<Ours>,
    /// Tonight's sitting, once something was begun together.
    pub tonight: Option<SittingId>,
    written: u64,
}

enum Open {
    One(Box<Room>),
    Both(Box<Pair<Room>>),
}

impl Sitting {
    /// One person is open.
    #[must_use]
    pub fn one(room: Room, ours: OpenSpace<Ours>) -> Self {
        Self { who: Open::One(Box::new(room)), ours, tonight: None, written: 0 }
    }

    /// The other joins; from now on it is Together.
    ///
    /// # Errors
    /// Gives the newcomer back if both are open already, or the same person came twice.
    pub fn joined(self, room: Room) -> Result<Self, Box<(Self, Room)>> {
        match self.who {
            Open::One(first) if first.who != room.who => {
                let mut first = first;
                // Together holds none of anybody's own words that it could not show.
                if let Some(space) = &mut first.space {
                    space.forget_words();
                }
                let both = match first.who {
                    Person::A => Pair { a: *first, b: room },
                    Person::B => Pair { a: room, b: *first },
                };
                Ok(Self { who: Open::Both(Box::new(both)), ours: self.ours, tonight: None, written: 0 })
            }
            who => Err(Box::new((Self { who, ..self }, room))),
        }
    }

    /// How often something other than a draft was written: while it stays the same, so does all that a run is told.
    #[must_use]
    pub const fn written(&self) -> u64 {
        self.written
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

    /// Why Ours stands empty, if its file could not be read.
    #[must_use]
    pub const fn why_ours_is_closed(&self) -> Option<Code> {
        self.ours.why_closed()
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
            Open::One(room) => Ok((room.who, room.space.as_mut().ok_or(Code::NotNow)?.read())),
            Open::Both(_) => Err(Code::NotNow),
        }
    }

    /// Where Find may look: with one open in their own pages and in Ours, in Together in Ours alone.
    pub(crate) fn searched(&mut self) -> (Option<&mut OpenSpace<Own>>, &mut OpenSpace<Ours>) {
        let own = match &mut self.who {
            Open::One(room) => room.space.as_mut(),
            Open::Both(_) => None,
        };
        (own, &mut self.ours)
    }

    /// The answers that both have opened, as each one who is open sealed theirs. They were published then; their ledger
    /// says whether Ours still holds what was.
    ///
    /// # Errors
    /// [`Code::Internal`] if a space cannot be read.
    pub(crate) async fn opened_answers(&mut self) -> Result<Opened, Code> {
        let mut opened = Opened::new();
        for who in self.people() {
            let Some(space) = self.space(who) else { continue };
            let entries = space.read().ledger().await?.into_iter().filter(|entry| entry.opened);
            opened.extend(entries.map(|entry| ((entry.at.run, entry.at.step, entry.at.lap, who), entry.m)));
        }
        Ok(opened)
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
        Some(Turn::new(self.space(who)?.read()))
    }

    /// What decides whether a joint exercise may begin (E25); only with both open.
    ///
    /// # Errors
    /// [`Code::NotNow`] with one open, [`Code::Internal`] if a space cannot be read.
    pub async fn facts(&mut self) -> Result<Pair<OwnFacts>, Code> {
        if !self.together() {
            return Err(Code::NotNow);
        }
        let mut both = Pair::default();
        for who in Person::BOTH {
            *both.of_mut(who) = facts(self.space(who).ok_or(Code::NotNow)?.read()).await?;
        }
        Ok(both)
    }

    /// What decides whether something done alone may begin; refuses in Together.
    ///
    /// # Errors
    /// [`Code::NotNow`], [`Code::Internal`] if the space cannot be read.
    pub async fn own_facts(&mut self) -> Result<OwnFacts, Code> {
        facts(self.alone()?.1).await
    }

    /// Writes what came of one input: own spaces first, then Ours, then what leaves the own spaces because it rests in
    /// Ours now, so that each step can be redone. The first two are applied before anything is written, so that an error
    /// on one disk file leaves nothing of the others behind.
    ///
    /// # Errors
    /// [`SaveFailure`]; what could not be written stays in memory and is tried again.
    pub async fn commit(&mut self, by: Person, at: DateTime<Utc>, batch: Batch) -> Result<(), SaveFailure> {
        self.written += u64::from(!batch.only_drafts());
        self.queue_own(at, batch.own).await?;
        self.ours.queue(by, at, batch.ours).await?;
        self.flush(at).await?;
        self.queue_own(at, batch.after).await?;
        self.flush(at).await.map(|_| ())
    }

    async fn queue_own(&mut self, at: DateTime<Utc>, changes: Pair<Vec<OwnChange>>) -> Result<(), SaveFailure> {
        let Pair { a, b } = changes;
        for (who, changes) in [(Person::A, a), (Person::B, b)] {
            if let Some(space) = self.space(who) {
                space.queue(who, at, changes).await?;
            }
        }
        Ok(())
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
        self.written += 1;
        match self.space(who) {
            Some(space) => space.commit(who, at, changes).await,
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
        self.written += 1;
        self.ours.commit(by, at, changes).await
    }

    /// Writes a change of Ours that leaves no trace of what was there before.
    ///
    /// # Errors
    /// [`SaveFailure`].
    pub async fn rewrite_ours(&mut self, at: DateTime<Utc>, change: OursChange) -> Result<(), SaveFailure> {
        self.written += 1;
        self.ours.rewrite(at, change).await
    }

    /// Writes what is pending, own spaces first; says whether there was anything. Ours waits for the own spaces.
    ///
    /// # Errors
    /// [`SaveFailure`]; it stays pending.
    pub async fn flush(&mut self, now: DateTime<Utc>) -> Result<bool, SaveFailure> {
        let mut wrote = false;
        for who in self.people() {
            if let Some(space) = self.space(who) {
                wrote |= space.flush(now).await?;
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
            if let Some(space) = self.space(who) {
                space.write(now).await?;
            }
        }
        Ok(())
    }

    /// Writes changes of Ours after which neither copy of it on the disk holds what went, nor its journal.
    ///
    /// # Errors
    /// [`SaveFailure`].
    pub async fn wipe_from_ours(
        &mut self,
        by: Person,
        now: DateTime<Utc>,
        changes: Vec<OursChange>,
    ) -> Result<(), SaveFailure> {
        self.commit_ours(by, now, changes).await?;
        self.ours.write(now).await?;
        self.ours.write(now).await
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
            // What somebody saw is their proof: a past that no longer holds does not replace it.
            let seen = if self.ours.why_closed().is_none() && self.past_holds(who).await {
                link.map(|l| OwnChange::Seen { seq: l.seq, hash: l.hash })
            } else {
                None
            };
            let Some(space) = self.space(who) else { continue };
            let noted = space.commit(who, now, seen.into_iter().collect()).await;
            outcome = outcome.and(noted).and(space.write(now).await);
        }
        outcome.and(self.ours.write(now).await)
    }

    /// Whether the past of Ours that this person saw is still there (P8). Nothing seen yet holds.
    pub async fn past_holds(&mut self, who: Person) -> bool {
        // Shared pages that could not be read say nothing about their past; that they are closed was told.
        if self.ours.why_closed().is_some() {
            return true;
        }
        let Some(seen) = self.seen(who).await else { return true };
        self.ours.read().still_holds(seen.link).await.unwrap_or(false)
    }

    /// What this person's program saw of Ours last.
    pub async fn seen(&mut self, who: Person) -> Option<hearth_store::SeenRow> {
        self.space(who)?.read().seen().await.ok().flatten()
    }

    /// Writes the own pages and drops them from memory; the keys stay, to hand Ours to the partner (`vault.md` 2.6).
    ///
    /// # Errors
    /// [`SaveFailure`]; the pages stay then.
    pub async fn put_own_pages_away(&mut self, now: DateTime<Utc>) -> Result<(), SaveFailure> {
        self.write_own_images(now).await?;
        if let Open::One(room) = &mut self.who {
            room.space = None;
        }
        Ok(())
    }

    fn space(&mut self, who: Person) -> Option<&mut OpenSpace<Own>> {
        match &mut self.who {
            Open::One(room) if room.who == who => room.space.as_mut(),
            Open::One(_) => None,
            Open::Both(rooms) => rooms.of_mut(who).space.as_mut(),
        }
    }
}

async fn facts(own: &mut Image<Own>) -> Result<OwnFacts, Code> {
    let (pace, rests, assigned) = (own.pace().await?, own.rests().await?, own.assigned().await?);
    Ok(OwnFacts {
        pace: pace.value.as_deref().and_then(Pace::from_word).unwrap_or_default(),
        checked_on: pace.checked_on,
        rests,
        assigned,
    })
}
