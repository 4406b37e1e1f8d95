//! Replacing a file so that a crash leaves exactly the old or the new one (`vault.md` 2.5).
//!
//! Must not know what is in it.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::disk::Disk;

/// Why a file was not replaced.
#[derive(Debug)]
pub(crate) enum DurableError {
    /// The old file is still there.
    NotDone(io::Error),
    /// The new file has the name, but may not outlast a power cut: never count on either.
    Unsure(io::Error),
}

/// Replaces a file: own temporary name, flush, read back and compare, rename, flush the folder.
///
/// # Errors
/// [`DurableError`]; nothing is tried a second time, because a second flush of the same file proves nothing.
pub(crate) fn durable(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), DurableError> {
    let sum: [u8; 32] = Sha256::digest(bytes).into();
    let temp = temp_name(path, &sum);
    if let Err(error) = put_beside(disk, &temp, path, bytes, &sum) {
        // Best effort: a left temporary is swept at the next unlock.
        let _ = disk.remove(&temp);
        return Err(DurableError::NotDone(error));
    }
    disk.sync_dir(path.parent().unwrap_or(Path::new(""))).map_err(DurableError::Unsure)
}

fn put_beside(disk: &dyn Disk, temp: &Path, path: &Path, bytes: &[u8], sum: &[u8; 32]) -> io::Result<()> {
    write_new(disk, temp, bytes)?;
    let back = disk.read(temp, bytes.len() as u64)?;
    if Sha256::digest(&back)[..] != sum[..] {
        return Err(io::ErrorKind::InvalidData.into());
    }
    disk.rename(temp, path)
}

/// Writes and flushes a file that must not exist yet.
pub(crate) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = disk.create(path)?;
    file.write_all(bytes)?;
    file.sync()
}

/// `path.tmp-<hex>`. Encryption makes every content new, so its sum is as unique as random digits.
fn temp_name(path: &Path, sum: &[u8; 32]) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(format!("{TEMP}{}", hex::encode(&sum[..8])));
    PathBuf::from(name)
}

/// What stands between a file's name and the digits of its temporary.
pub(crate) const TEMP: &str = ".tmp-";

impl From<DurableError> for io::Error {
    fn from(error: DurableError) -> Self {
        match error {
            DurableError::NotDone(error) | DurableError::Unsure(error) => error,
        }
    }
}
