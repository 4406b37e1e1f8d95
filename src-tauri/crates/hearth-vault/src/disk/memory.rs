//! A disk in memory whose power can be cut.
//!
//! Contents last once their file was synced; names last once their folder was synced. A cut keeps, per folder, some
//! first part of the renames and removals not synced yet, and of each unsynced file the old bytes, the new ones, or a
//! part: what journaling file systems leave (`vault.md` 6, `power_model`).

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use rand::Rng;

use super::{Disk, DiskFile, Lock};

/// A disk in memory. Clones are the same disk.
#[derive(Clone, Default)]
pub struct MemoryDisk(Arc<Mutex<State>>);

#[derive(Clone, Default)]
struct State {
    names: Names,
    lasting: Names,
    /// Changes of names since their folder was synced, oldest first.
    pending: Vec<NameChange>,
    files: Vec<Contents>,
    times: BTreeMap<PathBuf, DateTime<Utc>>,
    locks: BTreeSet<PathBuf>,
}

type Names = BTreeMap<PathBuf, Node>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

#[derive(Clone, Default)]
struct Contents {
    now: Arc<Vec<u8>>,
    lasting: Arc<Vec<u8>>,
}

#[derive(Clone)]
enum NameChange {
    Put(PathBuf, Node),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf),
}

impl MemoryDisk {
    /// An empty disk.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A separate disk with the same contents, as a copy of the folder would be.
    #[must_use]
    pub fn copy(&self) -> Self {
        let mut state = self.state().clone();
        state.locks.clear();
        Self(Arc::new(Mutex::new(state)))
    }

    /// What a disk looks like after its power was cut now.
    #[must_use]
    pub fn after_power_cut(&self, rng: &mut impl Rng) -> Self {
        let mut state = self.state().clone();
        let mut cut = BTreeSet::new();
        for change in std::mem::take(&mut state.pending) {
            let folder = change.folder();
            if cut.contains(&folder) || rng.gen_bool(0.5) {
                cut.insert(folder);
            } else {
                change.apply(&mut state.lasting);
            }
        }
        state.names = state.lasting.clone();
        state.files.iter_mut().for_each(|f| f.lose_power(rng));
        state.locks.clear();
        Self(Arc::new(Mutex::new(state)))
    }

    /// All files with their bytes, in the order of their names.
    #[must_use]
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let state = self.state();
        let file = |(p, n): (&PathBuf, &Node)| match n {
            Node::Folder => None,
            Node::File(id) => Some((p.clone(), state.files[*id].now.to_vec())),
        };
        state.names.iter().filter_map(file).collect()
    }

    /// Puts a file there as somebody else would, past every rule.
    pub fn plant(&self, path: &Path, bytes: &[u8]) {
        let mut state = self.state();
        let id = state.files.len();
        let bytes = Arc::new(bytes.to_vec());
        state.files.push(Contents { now: bytes.clone(), lasting: bytes });
        state.names.insert(path.to_path_buf(), Node::File(id));
        state.lasting.insert(path.to_path_buf(), Node::File(id));
    }

    /// Takes a file away as somebody else would.
    pub fn take_away(&self, path: &Path) {
        let mut state = self.state();
        state.names.remove(path);
        state.lasting.remove(path);
    }

    /// When a file or folder was last touched.
    #[must_use]
    pub fn touched(&self, path: &Path) -> Option<DateTime<Utc>> {
        self.state().times.get(path).copied()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic in one test leaves plain data behind, never half a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Contents {
    fn lose_power(&mut self, rng: &mut impl Rng) {
        if self.now != self.lasting {
            match rng.gen_range(0..3) {
                0 => {}
                1 => self.lasting.clone_from(&self.now),
                _ => self.lasting = Arc::new(self.now[..rng.gen_range(0..=self.now.len())].to_vec()),
            }
        }
        self.now.clone_from(&self.lasting);
    }
}

impl NameChange {
    fn folder(&self) -> PathBuf {
        let (Self::Put(path, _) | Self::Remove(path) | Self::Rename(_, path)) = self;
        parent(path)
    }

    fn apply(&self, names: &mut Names) {
        match self {
            Self::Put(path, node) => drop(names.insert(path.clone(), *node)),
            Self::Remove(path) => names.retain(|p, _| !p.starts_with(path)),
            Self::Rename(from, to) => {
                let moved: Vec<_> = names.keys().filter(|p| p.starts_with(from)).cloned().collect();
                for old in moved {
                    if let (Some(node), Ok(rest)) = (names.remove(&old), old.strip_prefix(from)) {
                        names.insert(join(to, rest), node);
                    }
                }
            }
        }
    }
}

/// `join("")` would add a slash.
fn join(to: &Path, rest: &Path) -> PathBuf {
    if rest.as_os_str().is_empty() { to.to_path_buf() } else { to.join(rest) }
}

fn parent(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

impl State {
    fn change(&mut self, change: NameChange) {
        change.apply(&mut self.names);
        self.pending.push(change);
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.names.get(path) {
            Some(Node::File(id)) => Ok(*id),
            Some(Node::Folder) => Err(io::ErrorKind::InvalidInput.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn needs_folder(&self, path: &Path) -> io::Result<()> {
        let folder = parent(path);
        let root = folder.parent().is_none();
        if root || self.names.get(&folder) == Some(&Node::Folder) {
            Ok(())
        } else {
            Err(io::ErrorKind::NotFound.into())
        }
    }

    fn put(&mut self, path: &Path, node: Node) -> io::Result<()> {
        self.needs_folder(path)?;
        if self.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.change(NameChange::Put(path.to_path_buf(), node));
        Ok(())
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        let state = self.state();
        let bytes = &state.files[state.file(path)?].now;
        if bytes.len() as u64 > cap { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes.to_vec()) }
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let mut state = self.state();
        let id = state.files.len();
        state.put(path, Node::File(id))?;
        state.files.push(Contents::default());
        Ok(Box::new(MemoryFile { disk: self.clone(), id }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        let node = state.names.get(from).copied().ok_or(io::ErrorKind::NotFound)?;
        if node == Node::Folder && state.names.contains_key(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.needs_folder(to)?;
        state.change(NameChange::Rename(from.to_path_buf(), to.to_path_buf()));
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.file(path)?;
        state.change(NameChange::Remove(path.to_path_buf()));
        Ok(())
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.state().change(NameChange::Remove(path.to_path_buf()));
        Ok(())
    }

    fn make_dir(&self, path: &Path) -> io::Result<()> {
        self.state().put(path, Node::Folder)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        let (now, later) = std::mem::take(&mut state.pending).into_iter().partition(|c| c.folder() == path);
        state.pending = later;
        let now: Vec<NameChange> = now;
        now.iter().for_each(|c| c.apply(&mut state.lasting));
        Ok(())
    }

    fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        let state = self.state();
        if state.names.get(path) != Some(&Node::Folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(state.names.keys().filter(|p| p.parent() == Some(path)).cloned().collect())
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        Ok(self.state().names.contains_key(path))
    }

    fn touch(&self, path: &Path, at: DateTime<Utc>) -> io::Result<()> {
        self.state().times.insert(path.to_path_buf(), at);
        Ok(())
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        if !self.exists(path)? {
            self.create(path)?;
        }
        if !self.state().locks.insert(path.to_path_buf()) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        Ok(Box::new(MemoryLock { disk: self.clone(), path: path.to_path_buf() }))
    }
}

struct MemoryFile {
    disk: MemoryDisk,
    id: usize,
}

impl DiskFile for MemoryFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Arc::make_mut(&mut self.disk.state().files[self.id].now).extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let file = &mut self.disk.state().files[self.id];
        file.lasting = file.now.clone();
        Ok(())
    }

    fn set_len(&mut self, len: u64) -> io::Result<()> {
        let len = usize::try_from(len).map_err(|_| io::ErrorKind::InvalidInput)?;
        Arc::make_mut(&mut self.disk.state().files[self.id].now).resize(len, 0);
        Ok(())
    }
}

struct MemoryLock {
    disk: MemoryDisk,
    path: PathBuf,
}

impl Lock for MemoryLock {}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        self.disk.state().locks.remove(&self.path);
    }
}
