//! Where each file of a vault lies (`vault.md` 2.1), and the reserve that is given up when the disk is full.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hearth_domain::{Person, VaultId};
use rand::{CryptoRng, RngCore};

use crate::disk::Disk;
use crate::durable::{DurableError, TEMP, durable, write_new};

/// Bytes of the reserve.
const RESERVE: usize = 8 * 1024 * 1024;

/// A vault's folder.
#[derive(Clone)]
pub(crate) struct Folder {
    pub(crate) disk: Arc<dyn Disk>,
    pub(crate) root: PathBuf,
    pub(crate) vault: VaultId,
}

/// The random name of a space's files: 16 hexadecimal digits that say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileName([u8; 8]);

/// One of the two places a keyring or an image can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Zero,
    One,
}

impl Slot {
    pub(crate) const BOTH: [Self; 2] = [Self::Zero, Self::One];

    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Zero => Self::One,
            Self::One => Self::Zero,
        }
    }

    const fn digit(self) -> u8 {
        match self {
            Self::Zero => 0,
            Self::One => 1,
        }
    }
}

impl FileName {
    pub(crate) fn random<R: RngCore + CryptoRng + ?Sized>(rng: &mut R) -> Self {
        let mut bytes = [0; 8];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 8];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        let name = Self(bytes);
        if name.text() == text { Some(name) } else { None }
    }

    pub(crate) fn text(self) -> String {
        hex::encode(self.0)
    }
}

/// Names inside a vault's folder, before it is known where that lies.
pub(crate) mod names {
    use super::{FileName, Person, Slot};

    pub(crate) const VAULT: &str = "vault.json";
    pub(crate) const LOCK: &str = "lock";
    pub(crate) const RESERVE: &str = "reserve";
    pub(crate) const README: &str = "README.txt";
    pub(crate) const SPACES: &str = "s";

    pub(crate) fn unlock(who: Person) -> String {
        format!("unlock-{}.age", who.letter())
    }

    pub(crate) fn recover(who: Person) -> String {
        format!("recover-{}.age", who.letter())
    }

    pub(crate) fn keyring(who: Person, slot: Slot) -> String {
        format!("keyring-{}.{}.age", who.letter(), slot.digit())
    }

    pub(crate) fn space(file: FileName, slot: Slot) -> String {
        format!("{SPACES}/{}.{}.age", file.text(), slot.digit())
    }

    pub(crate) fn log(file: FileName) -> String {
        format!("{SPACES}/{}.log", file.text())
    }
}

impl Folder {
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    pub(crate) fn read(&self, name: &str, cap: u64) -> io::Result<Vec<u8>> {
        self.disk.read(&self.path(name), cap)
    }

    /// Reads what may be absent. A failing device is asked twice, because giving up a newer copy loses work.
    pub(crate) fn find(&self, name: &str, cap: u64) -> Found {
        match self.read(name, cap).or_else(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::FileTooLarge => Err(error),
            _ => self.read(name, cap),
        }) {
            Ok(bytes) => Found::Bytes(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Nothing,
            Err(_) => Found::Unreadable,
        }
    }

    /// Replaces a file durably. On a full disk the reserve is freed and it is tried once more.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), DurableError> {
        let path = self.path(name);
        match durable(&*self.disk, &path, bytes) {
            Err(DurableError::NotDone(e)) if e.kind() == io::ErrorKind::StorageFull && self.free_reserve() => {
                durable(&*self.disk, &path, bytes)
            }
            done => done,
        }
    }

    fn free_reserve(&self) -> bool {
        self.disk.remove(&self.path(names::RESERVE)).is_ok()
    }

    /// Makes the reserve if it is not there. Random, so that a file system that packs zeros keeps the room.
    pub(crate) fn keep_reserve<R: RngCore + CryptoRng + ?Sized>(&self, rng: &mut R) -> io::Result<()> {
        let path = self.path(names::RESERVE);
        if self.disk.exists(&path)? {
            return Ok(());
        }
        let mut bytes = vec![0; RESERVE];
        rng.fill_bytes(&mut bytes);
        write_new(&*self.disk, &path, &bytes).inspect_err(|_| {
            // Half a reserve would be taken for a whole one.
            let _ = self.disk.remove(&path);
        })
    }

    /// Removes a file that may be gone already.
    pub(crate) fn remove(&self, name: &str) -> io::Result<()> {
        match self.disk.remove(&self.path(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    pub(crate) fn sync(&self, folder: &str) -> io::Result<()> {
        self.disk.sync_dir(&self.path(folder))
    }

    /// Removes temporaries a crash left, of these files only: others may be the partner's (`vault.md` 2.5).
    pub(crate) fn sweep(&self, own: &[String]) -> io::Result<()> {
        for folder in ["", names::SPACES] {
            for path in self.disk.list(&self.path(folder))? {
                if own.iter().any(|name| is_temp_of(&path, &self.path(name))) {
                    self.disk.remove(&path)?;
                }
            }
        }
        Ok(())
    }

    /// Sets every time in the folder to one moment (`vault.md` 2.4).
    pub(crate) fn touch_all(&self, at: chrono::DateTime<chrono::Utc>) -> io::Result<()> {
        for folder in [names::SPACES, ""] {
            for path in self.disk.list(&self.path(folder))? {
                self.disk.touch(&path, at)?;
            }
        }
        self.disk.touch(&self.root, at)
    }
}

/// What reading a file that may be absent gave.
pub(crate) enum Found {
    Nothing,
    Unreadable,
    Bytes(Vec<u8>),
}

fn is_temp_of(path: &Path, file: &Path) -> bool {
    match (path.to_str(), file.to_str()) {
        (Some(path), Some(file)) => path.strip_prefix(file).is_some_and(|rest| rest.starts_with(TEMP)),
        _ => false,
    }
}
