//! The files of somebody new: unlock, recovery, keyring and first images.

use chrono::{DateTime, Utc};
use hearth_domain::{AuthorId, Person, SpaceId, VaultId};
use rand::{CryptoRng, RngCore};

use crate::age_file::Key;
use crate::error::{CreateError, SaveError};
use crate::folder::{FileName, Slot, names};
use crate::keyring::{Entry, Keyring, Peer};
use crate::mac::MacKind;
use crate::space_file::{FIRST_GENERATION, first_images};
use crate::vault_json::fits_tile;
use crate::{Passphrase, Settings, unlock_file};

/// Somebody who sets up.
pub struct NewPerson {
    /// The name on their tile on the first page, which anybody can read; `None` leaves it off (`vault.md` 2.4).
    pub tile: Option<String>,
    /// What opens their pages.
    pub passphrase: Passphrase,
    /// The first image of Mine.
    pub first_mine: Vec<u8>,
    /// The store's number for the tables inside.
    pub schema: u32,
}

impl NewPerson {
    pub(crate) fn check(&self) -> Result<(), CreateError> {
        if self.tile.as_deref().is_none_or(fits_tile) { Ok(()) } else { Err(CreateError::BadName) }
    }
}

/// Files to be written, in order, by their names in the vault.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// Who somebody new is, before anything is written.
pub(crate) struct Identity {
    pub(crate) root: Key,
    pub(crate) keyring: Keyring,
}

impl Identity {
    pub(crate) fn new<R>(who: Person, vault: VaultId, ours: Entry, peer: Option<Peer>, rng: &mut R) -> Self
    where
        R: RngCore + CryptoRng + ?Sized,
    {
        let author = AuthorId::from_bytes(random(rng));
        let (mine, card) = (new_entry(rng), Key::generate());
        let keyring = Keyring { vault, generation: 0, partner: who, author, mine, ours, peer, pending: None, card };
        Self { root: Key::generate(), keyring }
    }

    /// All files of this person but the tile.
    pub(crate) fn files<R: RngCore + CryptoRng + ?Sized>(
        &self,
        person: &NewPerson,
        settings: Settings,
        now: DateTime<Utc>,
        rng: &mut R,
    ) -> Result<Files, SaveError> {
        let (who, vault) = (self.keyring.partner, self.keyring.vault);
        let unlock = unlock_file::write(&self.root, vault, &person.passphrase, settings.cost.within_memory())?;
        let code = unlock_file::discarded_code(rng)?;
        let recover = unlock_file::write(&self.root, vault, &code, settings.recovery_cost)?;
        let mut files = vec![(names::unlock(who), unlock), (names::recover(who), recover)];
        files.extend(self.keyrings()?);
        files.extend(images(&self.keyring.mine, vault, &person.first_mine, person.schema, now)?);
        Ok(files)
    }

    /// Both slots from the start, so that a missing one is always a lost one.
    fn keyrings(&self) -> Result<Files, SaveError> {
        let mut keyring = self.keyring.clone();
        let mut file = |slot| {
            keyring.generation += 1;
            Ok((names::keyring(keyring.partner, slot), self.root.encrypt(&keyring.text(&self.root))?))
        };
        Slot::BOTH.into_iter().map(&mut file).collect()
    }
}

pub(crate) fn new_entry<R: RngCore + CryptoRng + ?Sized>(rng: &mut R) -> Entry {
    let (id, file) = (SpaceId::from_bytes(random(rng)), FileName::random(rng));
    Entry { id, file, high: FIRST_GENERATION, key: Key::generate() }
}

pub(crate) fn images(
    entry: &Entry,
    vault: VaultId,
    image: &[u8],
    schema: u32,
    now: DateTime<Utc>,
) -> Result<[(String, Vec<u8>); 2], SaveError> {
    first_images(entry, &entry.key.mac_key(vault, MacKind::Space), image, schema, now)
}

pub(crate) fn random<const N: usize, R: RngCore + CryptoRng + ?Sized>(rng: &mut R) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
