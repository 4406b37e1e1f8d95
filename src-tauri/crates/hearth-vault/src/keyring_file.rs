//! A keyring in its two slots: the newest valid one is read, the other one is replaced.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hearth_domain::Person;

use crate::age_file::Key;
use crate::error::{SaveError, UnlockError};
use crate::folder::{Folder, Found, Slot, names};
use crate::keyring::{Keyring, NoKeyring};

const CAP: u64 = 256 * 1024;

/// An open keyring and where it is kept.
pub(crate) struct KeyringFile {
    folder: Folder,
    root: Key,
    slot: Slot,
    pub(crate) keyring: Keyring,
}

/// An open keyring in the hands of all that need it: spaces raise their high-water marks in it.
#[derive(Clone)]
pub(crate) struct SharedKeyring(Arc<Mutex<KeyringFile>>);

impl SharedKeyring {
    pub(crate) fn new(file: KeyringFile) -> Self {
        Self(Arc::new(Mutex::new(file)))
    }

    pub(crate) fn get(&self) -> MutexGuard<'_, KeyringFile> {
        // A panic elsewhere leaves the old keyring or the new one, never half of one.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A keyring as found, and whether one of its two copies was missing or damaged.
pub(crate) struct FoundKeyring {
    pub(crate) file: KeyringFile,
    pub(crate) copy_lost: bool,
}

impl KeyringFile {
    pub(crate) fn open(folder: &Folder, who: Person, root: Key) -> Result<FoundKeyring, UnlockError> {
        let slots = Slot::BOTH.map(|slot| (slot, read(folder, who, slot, &root)));
        if slots.iter().any(|(_, found)| matches!(found, Err(NoKeyring::Newer))) {
            return Err(UnlockError::Newer);
        }
        let copy_lost = slots.iter().any(|(_, found)| found.is_err());
        let foreign = slots.iter().any(|(_, found)| matches!(found, Err(NoKeyring::SomeoneElses)));
        let newest = slots.into_iter().filter_map(|(s, k)| k.ok().map(|k| (s, k))).max_by_key(|(_, k)| k.generation);
        let (slot, keyring) = newest.ok_or(if foreign { UnlockError::SomeoneElses } else { UnlockError::Damaged })?;
        if keyring.partner != who {
            return Err(UnlockError::SomeoneElses);
        }
        Ok(FoundKeyring { file: Self { folder: folder.clone(), root, slot, keyring }, copy_lost })
    }

    /// Writes a changed keyring into the other slot. On error the old one counts, here and on disk.
    pub(crate) fn update(&mut self, change: impl FnOnce(&mut Keyring)) -> Result<(), SaveError> {
        let mut next = self.keyring.clone();
        change(&mut next);
        next.generation += 1;
        let file = self.root.encrypt(&next.text(&self.root))?;
        self.folder.put(&names::keyring(next.partner, self.slot.other()), &file)?;
        self.keyring = next;
        self.slot = self.slot.other();
        Ok(())
    }
}

fn read(folder: &Folder, who: Person, slot: Slot, root: &Key) -> Result<Keyring, NoKeyring> {
    let Found::Bytes(file) = folder.find(&names::keyring(who, slot), CAP) else { return Err(NoKeyring::Damaged) };
    let text = root.decrypt(&file).map_err(|_| NoKeyring::Damaged)?;
    Keyring::parse(&text, root, folder.vault)
}
