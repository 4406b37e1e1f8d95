//! Sealed answers and fair reveal (`vault.md` 3): what is published before both are ready, and the rules by which a
//! side lets its answer go.
//!
//! Pure: where rounds and ledgers are kept is the store's. **Invariant**: an [`Opening`] leaves its author only by
//! [`Pinned::release`], so no code can publish one before the other side's commitment was pinned on disk.

use hearth_domain::{AuthorId, RoundId, VaultId};
use rand::{CryptoRng, RngCore};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// The question a commitment belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// Which vault.
    pub vault: VaultId,
    /// Which round in it.
    pub id: RoundId,
    /// SHA-256 of what was asked (`build-notes.md` 2).
    pub prompt: [u8; 32],
}

/// What is public before the reveal: 32 bytes that hide the answer and its length.
#[derive(Clone, Copy, Debug)]
pub struct Commitment([u8; 32]);

/// An author's secret half: 32 random bytes and the answer. No `Debug`.
#[derive(Clone)]
pub struct Opening {
    r: Zeroizing<[u8; 32]>,
    m: Zeroizing<Vec<u8>>,
}

/// Why nothing is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The other side published our own commitment as theirs.
    #[error("the other side's commitment is a copy of this one")]
    Copied,
    /// "The sealed answer was replaced": the round is void.
    #[error("the sealed answer was replaced")]
    Replaced,
    /// The published answer is not the one that was sealed.
    #[error("the opened answer is not the sealed one")]
    NotWhatWasSealed,
    /// The pin is not in an image on disk yet.
    #[error("the pin is not on disk")]
    NotDurable,
}

impl Commitment {
    /// The commitment with these bytes, as read from a space.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn is(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl PartialEq for Commitment {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl Eq for Commitment {}

impl Opening {
    /// Seals an answer: `m` is its canonical JSON, `null` if skipped.
    pub fn seal<R: RngCore + CryptoRng + ?Sized>(m: &[u8], rng: &mut R) -> Self {
        let mut r = Zeroizing::new([0; 32]);
        rng.fill_bytes(&mut *r);
        Self { r, m: Zeroizing::new(m.to_vec()) }
    }

    /// The opening with these parts, as read from a space.
    #[must_use]
    pub fn from_parts(r: [u8; 32], m: Vec<u8>) -> Self {
        Self { r: Zeroizing::new(r), m: Zeroizing::new(m) }
    }

    /// The random half. To be kept in the author's own space, or published by a release; nowhere else.
    #[must_use]
    pub fn r(&self) -> &[u8; 32] {
        &self.r
    }

    /// The answer. To be kept in the author's own space, or published by a release; nowhere else.
    #[must_use]
    pub fn m(&self) -> &[u8] {
        &self.m
    }

    /// `SHA-256("hearthside/v1/sealed" || 00 || vault || round || prompt || author || r || u64be(len m) || m)`.
    #[must_use]
    pub fn commitment(&self, round: &Round, author: AuthorId) -> Commitment {
        let hash = Sha256::new()
            .chain_update(b"hearthside/v1/sealed\0")
            .chain_update(round.vault.bytes())
            .chain_update(round.id.bytes())
            .chain_update(round.prompt)
            .chain_update(author.bytes())
            .chain_update(*self.r)
            .chain_update((self.m.len() as u64).to_be_bytes())
            .chain_update(&*self.m);
        Commitment(hash.finalize().into())
    }
}

/// Both commitments of a round as one side knows them, once both exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    own: Commitment,
    peer: Commitment,
}

/// A pin that a private image on disk holds, its high-water mark included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pinned(Pin);

impl Pin {
    /// Takes down the other side's commitment. Before both exist an author may still change or take back theirs.
    ///
    /// # Errors
    /// [`SealError::Copied`] if it is our own.
    pub fn new(own: Commitment, peer: Commitment) -> Result<Self, SealError> {
        if own.is(&peer) { Err(SealError::Copied) } else { Ok(Self { own, peer }) }
    }

    /// The other side's commitment, to be written into the author's own space.
    #[must_use]
    pub const fn peer(&self) -> Commitment {
        self.peer
    }

    /// Says that the pin is on disk. `generation` is the own space's when the pin went into an image, `marked` the
    /// high-water mark of that person's keyring now: a journal frame alone can be cut off and does not count.
    ///
    /// # Errors
    /// [`SealError::NotDurable`].
    pub const fn on_disk(self, generation: u64, marked: u64) -> Result<Pinned, SealError> {
        if marked >= generation { Ok(Pinned(self)) } else { Err(SealError::NotDurable) }
    }
}

impl Pinned {
    /// The own opening, to be published: only while what the shared space says now is what was pinned.
    ///
    /// # Errors
    /// [`SealError::Replaced`] if either commitment changed since; [`SealError::NotWhatWasSealed`] if the opening is
    /// not the one that was sealed.
    pub fn release(
        &self,
        opening: &Opening,
        round: &Round,
        author: AuthorId,
        shared_own: Commitment,
        shared_peer: Commitment,
    ) -> Result<Opening, SealError> {
        self.unchanged(shared_own, shared_peer)?;
        if !opening.commitment(round, author).is(&self.0.own) {
            return Err(SealError::NotWhatWasSealed);
        }
        Ok(opening.clone())
    }

    /// The other side's answer, checked against one's own pin at every display.
    ///
    /// # Errors
    /// [`SealError::NotWhatWasSealed`].
    pub fn verify<'a>(&self, opening: &'a Opening, round: &Round, peer: AuthorId) -> Result<&'a [u8], SealError> {
        if opening.commitment(round, peer).is(&self.0.peer) {
            Ok(opening.m())
        } else {
            Err(SealError::NotWhatWasSealed)
        }
    }

    fn unchanged(&self, own: Commitment, peer: Commitment) -> Result<(), SealError> {
        if self.0.own.is(&own) && self.0.peer.is(&peer) { Ok(()) } else { Err(SealError::Replaced) }
    }
}

#[cfg(test)]
mod tests;
