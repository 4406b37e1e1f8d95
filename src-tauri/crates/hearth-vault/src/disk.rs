//! The few things the vault does to a disk, as a trait, so that every one of them can be made to fail.
//!
//! [`RealDisk`] is the computer's; [`MemoryDisk`] forgets what was not flushed when its power is cut; [`FaultyDisk`]
//! fails at a chosen operation. Must not know what the files mean.

mod faulty;
mod memory;
mod real;

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

pub use faulty::{Fault, FaultyDisk};
pub use memory::MemoryDisk;
pub use real::RealDisk;

/// A place for files. Folders are made 0700 and files 0600 where the system knows that.
pub trait Disk: Send + Sync {
    /// Reads a whole file.
    ///
    /// # Errors
    /// [`io::ErrorKind::FileTooLarge`] above `cap` bytes, before anything large is read.
    fn read(&self, path: &Path, cap: u64) -> io::Result<Vec<u8>>;

    /// Makes a file that must not exist yet.
    ///
    /// # Errors
    /// What the system says.
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Renames a file over whatever has that name, or a folder to a free name.
    ///
    /// # Errors
    /// What the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// What the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Removes a folder and all in it.
    ///
    /// # Errors
    /// What the system says.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder that must not exist yet; its parent must.
    ///
    /// # Errors
    /// What the system says.
    fn make_dir(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder's entries last (Unix; nothing elsewhere).
    ///
    /// # Errors
    /// What the system says.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// What the system says.
    fn list(&self, path: &Path) -> io::Result<Vec<PathBuf>>;

    /// Whether something has that name.
    ///
    /// # Errors
    /// What the system says.
    fn exists(&self, path: &Path) -> io::Result<bool>;

    /// Sets the time a file or folder was last written.
    ///
    /// # Errors
    /// What the system says.
    fn touch(&self, path: &Path, at: DateTime<Utc>) -> io::Result<()>;

    /// Takes the writer's lock on a file, making the file if needed. Dropping the value gives it back.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] if another holds it; what the system says otherwise, also where it has no locks.
    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>>;
}

/// A file being written.
pub trait DiskFile: Send {
    /// Appends bytes.
    ///
    /// # Errors
    /// What the system says; some of the bytes may be there.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes what was written last. After an error nothing is known about the file, and asking again proves nothing.
    ///
    /// # Errors
    /// What the system says.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts the file back to so many bytes.
    ///
    /// # Errors
    /// What the system says.
    fn set_len(&mut self, len: u64) -> io::Result<()>;
}

/// The writer's lock, held while this lives.
pub trait Lock: Send + Sync {}
