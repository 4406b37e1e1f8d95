//! A vault whose lock is ours: unlocking one person, then the other (`vault.md` 2.2, README D2).
//!
//! **Invariant**: a [`Member`] is made by that person's passphrase alone, and nothing in it opens the other's pages.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::{AuthorId, Person, VaultId};
use rand::{CryptoRng, RngCore};

use crate::disk::{Disk, Lock};
use crate::error::{OpenError, SaveError, UnlockError};
use crate::folder::{Folder, Found, Slot, names};
use crate::keyring::SpaceKind;
use crate::keyring_file::{FoundKeyring, KeyringFile, SharedKeyring};
use crate::space_file::{LoadNotice, Marks, SpaceFile, all_names};
use crate::tile::{Look, read_json};
use crate::unlock_file::{self, NotUnlocked};
use crate::{Passphrase, Settings, partner};

/// A vault this process may write. Dropping it gives the lock back.
pub struct LockedVault {
    pub(crate) folder: Folder,
    pub(crate) settings: Settings,
    pub(crate) open: Vec<SharedKeyring>,
    /// The keyrings Ours is marked in, once somebody is open.
    ours: Option<Marks>,
    _lock: Box<dyn Lock>,
}

/// Proof that a person's passphrase was given in this process.
pub struct Member {
    person: Person,
    pub(crate) keyring: SharedKeyring,
}

/// The first person to open.
pub struct Unlocked {
    /// Who.
    pub member: Member,
    /// Their own pages, not loaded yet.
    pub own: SpaceFile,
    /// The shared pages, not loaded yet. In Together this one file serves both and is marked in both keyrings.
    pub ours: SpaceFile,
    /// What to tell this person about their keyring.
    pub notices: Vec<LoadNotice>,
}

/// The second person, beside the first.
pub struct Joined {
    /// Who.
    pub member: Member,
    /// Their own pages, not loaded yet.
    pub own: SpaceFile,
    /// What to tell this person about their keyring.
    pub notices: Vec<LoadNotice>,
}

impl Member {
    /// Who.
    #[must_use]
    pub const fn person(&self) -> Person {
        self.person
    }

    /// Their vault.
    #[must_use]
    pub fn vault_id(&self) -> VaultId {
        self.keyring.get().keyring.vault
    }

    /// This person as the author of sealed answers.
    #[must_use]
    pub fn author(&self) -> AuthorId {
        self.keyring.get().keyring.author
    }

    /// The partner as an author, once they joined.
    #[must_use]
    pub fn peer_author(&self) -> Option<AuthorId> {
        self.keyring.get().keyring.peer.as_ref().map(|peer| peer.author)
    }

    /// The keyring's generation, for `meta.keyring_gen`: a later session that finds a lower one has an old keyring.
    #[must_use]
    pub fn keyring_generation(&self) -> u64 {
        self.keyring.get().keyring.generation
    }
}

impl LockedVault {
    /// Takes the vault's lock.
    ///
    /// # Errors
    /// [`OpenError`]; nothing is written into a folder that is no vault.
    pub fn open(disk: Arc<dyn Disk>, path: &Path, settings: Settings) -> Result<Self, OpenError> {
        read_json(&disk, path)?;
        let lock = disk.lock(&path.join(names::LOCK)).map_err(no_lock)?;
        // Read again: another process may have changed it before the lock was ours.
        let vault = read_json(&disk, path)?.vault;
        let folder = Folder { disk, root: path.to_path_buf(), vault };
        Ok(Self { folder, settings, open: vec![], ours: None, _lock: lock })
    }

    /// What a locked vault shows.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn look(&self) -> Result<Look, OpenError> {
        Ok(Look::of(&read_json(&self.folder.disk, &self.folder.root)?))
    }

    /// Opens the first person's pages and Ours.
    ///
    /// # Errors
    /// [`UnlockError`]; after [`UnlockError::WrongPassphrase`] no file was touched.
    pub fn unlock<R: RngCore + CryptoRng + ?Sized>(
        &mut self,
        who: Person,
        passphrase: &Passphrase,
        rng: &mut R,
    ) -> Result<Unlocked, UnlockError> {
        if !self.open.is_empty() {
            return Err(UnlockError::NotNow);
        }
        let (member, notices) = self.admit(who, passphrase)?;
        // Neither stops anybody from reading: what stays undone is tried again at the next unlock.
        let _ = partner::settle(&self.folder, &member.keyring);
        let _ = self.folder.keep_reserve(rng);
        let marks = Marks::of(&member.keyring);
        let ours = self.space(&member, SpaceKind::Ours, marks.clone());
        self.ours = Some(marks);
        let own = self.space(&member, SpaceKind::Mine, Marks::of(&member.keyring));
        self.open.push(member.keyring.clone());
        Ok(Unlocked { member, own, ours, notices })
    }

    /// Opens the second person's pages beside the first: Together. From here Ours is marked in both keyrings.
    ///
    /// # Errors
    /// [`UnlockError`]; the first person stays open.
    pub fn join(&mut self, who: Person, passphrase: &Passphrase) -> Result<Joined, UnlockError> {
        let Some(ours) = self.ours.clone().filter(|_| self.open.len() == 1) else { return Err(UnlockError::NotNow) };
        if self.open[0].get().keyring.partner == who {
            return Err(UnlockError::NotNow);
        }
        let (member, notices) = self.admit(who, passphrase)?;
        let seen = member.keyring.get().keyring.ours.high;
        // Before Ours was loaded its generation is 0; loading then compares with both keyrings.
        if ours.generation() != 0 && seen > ours.generation() {
            return Err(UnlockError::RolledBack);
        }
        ours.add(member.keyring.clone());
        let own = self.space(&member, SpaceKind::Mine, Marks::of(&member.keyring));
        self.open.push(member.keyring.clone());
        Ok(Joined { member, own, notices })
    }

    /// Sets all times in the folder to the session's end, so that they do not tell who wrote (`vault.md` 2.4). Every
    /// open space must have written its image before, changed or not: Mine of whoever is open, and Ours.
    ///
    /// # Errors
    /// [`SaveError`]; what was saved is.
    pub fn end_session(&self, now: DateTime<Utc>) -> Result<(), SaveError> {
        Ok(self.folder.touch_all(now)?)
    }

    fn admit(&self, who: Person, passphrase: &Passphrase) -> Result<(Member, Vec<LoadNotice>), UnlockError> {
        let json = read_json(&self.folder.disk, &self.folder.root)?;
        if !json.tiles.contains_key(&who) {
            return Err(UnlockError::NobodyThere);
        }
        let name = names::unlock(who);
        let Found::Bytes(file) = self.folder.find(&name, unlock_file::CAP) else { return Err(UnlockError::Damaged) };
        let root =
            unlock_file::read(&file, self.folder.vault, passphrase, self.settings.cost).map_err(|e| match e {
                NotUnlocked::WrongKey if json.knows_better(&name, &file) => UnlockError::Damaged,
                NotUnlocked::WrongKey => UnlockError::WrongPassphrase,
                NotUnlocked::Damaged => UnlockError::Damaged,
                NotUnlocked::SomeoneElses => UnlockError::SomeoneElses,
            })?;
        let FoundKeyring { file, copy_lost } = KeyringFile::open(&self.folder, who, root)?;
        // Best effort, as every sweep.
        let _ = self.folder.sweep(&own_names(&file));
        let notices = if copy_lost { vec![LoadNotice::KeyringCopyLost] } else { vec![] };
        Ok((Member { person: who, keyring: SharedKeyring::new(file) }, notices))
    }

    fn space(&self, member: &Member, kind: SpaceKind, marks: Marks) -> SpaceFile {
        let file = member.keyring.get();
        SpaceFile::new(self.folder.clone(), kind, file.keyring.entry(kind), marks)
    }
}

fn no_lock(error: std::io::Error) -> OpenError {
    match error.kind() {
        std::io::ErrorKind::WouldBlock => OpenError::AlreadyOpen,
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => OpenError::ReadOnly,
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => OpenError::DiskFull,
        std::io::ErrorKind::Unsupported => OpenError::NoLocks,
        _ => OpenError::Disk(error),
    }
}

fn own_names(file: &KeyringFile) -> Vec<String> {
    let keyring = &file.keyring;
    let who = keyring.partner;
    let mut own = vec![names::unlock(who), names::recover(who)];
    own.extend(Slot::BOTH.map(|slot| names::keyring(who, slot)));
    own.extend(all_names(keyring.mine.file));
    own.extend(all_names(keyring.ours.file));
    own.push(names::VAULT.to_owned());
    own
}
