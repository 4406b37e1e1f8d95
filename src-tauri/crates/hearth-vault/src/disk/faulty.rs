//! A disk that fails at one chosen operation, to walk through every crash point (`vault.md` 2.5, `crash_points`).

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};

use super::{Disk, DiskFile, Lock};

/// How the chosen operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The process ends before it: this and every later operation does nothing.
    Exit,
    /// The device fails once; nothing was done.
    Eio,
    /// The operation is done, and the device reports a failure all the same.
    DoneButEio,
    /// No space left, from here until a file is removed.
    Full,
    /// Half of the bytes are written, then the process ends. Like [`Fault::Exit`] where nothing is written.
    Torn,
    /// Every change is refused from here on: a disk that became read-only.
    ReadOnly,
}

/// A disk that fails at one chosen operation. Clones count together.
#[derive(Clone)]
pub struct FaultyDisk {
    inner: Arc<dyn Disk>,
    plan: Arc<Plan>,
}

struct Plan {
    at: u64,
    fault: Fault,
    count: AtomicU64,
    over: AtomicBool,
    freed: AtomicBool,
    kinds: Mutex<Vec<Kind>>,
}

impl FaultyDisk {
    /// Fails at operation number `at`, counted from 0. With [`u64::MAX`] it only counts.
    #[must_use]
    pub fn new(inner: Arc<dyn Disk>, at: u64, fault: Fault) -> Self {
        let (count, over, freed) = (AtomicU64::new(0), AtomicBool::new(false), AtomicBool::new(false));
        let kinds = Mutex::default();
        Self { inner, plan: Arc::new(Plan { at, fault, count, over, freed, kinds }) }
    }

    /// How many operations were asked for so far.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.plan.count.load(Ordering::SeqCst)
    }

    /// Whether that fault at that operation of this disk's past differs from every other fault and operation: ending
    /// before a look is ending before the change after it, and only what grows can be torn or find no room.
    #[must_use]
    pub fn matters(&self, at: u64, fault: Fault) -> bool {
        let kinds = self.plan.kinds.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(kind) = usize::try_from(at).ok().and_then(|at| kinds.get(at)) else { return false };
        match fault {
            Fault::Exit | Fault::DoneButEio | Fault::ReadOnly => *kind != Kind::Look,
            Fault::Torn | Fault::Full => *kind == Kind::Grow,
            Fault::Eio => true,
        }
    }

    fn run<T>(&self, kind: Kind, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        self.plan.run(kind, act)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Changes nothing.
    Look,
    /// Changes something and needs no room.
    Change,
    /// Needs room.
    Grow,
    /// Gives room back.
    Free,
}

impl Plan {
    fn run<T>(&self, kind: Kind, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let number = self.count.fetch_add(1, Ordering::SeqCst);
        self.kinds.lock().unwrap_or_else(PoisonError::into_inner).push(kind);
        if self.over.load(Ordering::SeqCst) {
            return Err(ended());
        }
        if kind == Kind::Free && number > self.at {
            self.freed.store(true, Ordering::SeqCst);
        }
        match self.fault {
            Fault::Exit | Fault::Torn if number == self.at => {
                self.over.store(true, Ordering::SeqCst);
                Err(ended())
            }
            Fault::Eio if number == self.at => Err(eio()),
            Fault::DoneButEio if number == self.at => act().and(Err(eio())),
            Fault::Full if number >= self.at && kind == Kind::Grow && !self.freed.load(Ordering::SeqCst) => {
                Err(io::ErrorKind::StorageFull.into())
            }
            Fault::ReadOnly if number >= self.at && kind != Kind::Look => Err(io::ErrorKind::ReadOnlyFilesystem.into()),
            _ => act(),
        }
    }

    /// Whether the next operation is to leave half its bytes behind.
    fn tears_next(&self) -> bool {
        self.fault == Fault::Torn && self.count.load(Ordering::SeqCst) == self.at
    }
}

fn ended() -> io::Error {
    io::ErrorKind::BrokenPipe.into()
}

fn eio() -> io::Error {
    io::ErrorKind::Other.into()
}

impl Disk for FaultyDisk {
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>> {
        self.run(Kind::Look, || self.inner.read(path, cap))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = self.run(Kind::Grow, || self.inner.create(path))?;
        Ok(Box::new(FaultyFile { inner: file, plan: self.plan.clone() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.run(Kind::Change, || self.inner.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.run(Kind::Free, || self.inner.remove(path))
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.run(Kind::Free, || self.inner.remove_tree(path))
    }

    fn make_dir(&self, path: &Path) -> io::Result<()> {
        self.run(Kind::Grow, || self.inner.make_dir(path))
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.run(Kind::Change, || self.inner.sync_dir(path))
    }

    fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>> {
        self.run(Kind::Look, || self.inner.list(path))
    }

    fn exists(&self, path: &Path) -> io::Result<bool> {
        self.run(Kind::Look, || self.inner.exists(path))
    }

    fn touch(&self, path: &Path, at: DateTime<Utc>) -> io::Result<()> {
        self.run(Kind::Change, || self.inner.touch(path, at))
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        self.run(Kind::Change, || self.inner.lock(path))
    }
}

struct FaultyFile {
    inner: Box<dyn DiskFile>,
    plan: Arc<Plan>,
}

impl DiskFile for FaultyFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.plan.tears_next() {
            self.inner.write_all(&bytes[..bytes.len() / 2])?;
        }
        let (plan, inner) = (&self.plan, &mut self.inner);
        plan.run(Kind::Grow, || inner.write_all(bytes))
    }

    fn sync(&mut self) -> io::Result<()> {
        let (plan, inner) = (&self.plan, &mut self.inner);
        plan.run(Kind::Change, || inner.sync())
    }

    fn set_len(&mut self, len: u64) -> io::Result<()> {
        let (plan, inner) = (&self.plan, &mut self.inner);
        plan.run(Kind::Change, || inner.set_len(len))
    }
}
