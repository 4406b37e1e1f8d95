//! A disk so small that it can be filled, and made room on again.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file system in memory, mounted over a folder; it goes when dropped.
#[derive(Debug)]
pub struct SmallDisk {
    folder: PathBuf,
}

impl SmallDisk {
    /// Mounts one of this size over an empty folder.
    ///
    /// # Errors
    /// Why this computer does not allow it: to mount asks for root.
    pub fn mount(folder: &Path, mebibytes: u32) -> Result<Self, String> {
        let options = format!("size={mebibytes}m,mode=700");
        let mut mount = Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder).output();
        let done = done.map_err(|error| error.to_string())?;
        if done.status.success() {
            Ok(Self { folder: folder.to_path_buf() })
        } else {
            Err(String::from_utf8_lossy(&done.stderr).trim().to_owned())
        }
    }

    /// Somebody's photos take all the room that is left.
    ///
    /// # Panics
    /// If they stop for another reason than a full disk.
    pub fn fill(&self) {
        let mut photos = std::fs::File::options().create(true).append(true).open(self.photos()).expect("a file");
        // Smaller and smaller pieces, so that not even one byte is left.
        for size in [1 << 20, 1 << 12, 1] {
            let piece = vec![7; size];
            let full = loop {
                if let Err(error) = io::Write::write_all(&mut photos, &piece) {
                    break error;
                }
            };
            assert_eq!(full.kind(), io::ErrorKind::StorageFull);
        }
    }

    /// Somebody puts the photos elsewhere.
    ///
    /// # Panics
    /// If there were none.
    pub fn make_room(&self) {
        std::fs::remove_file(self.photos()).expect("the photos are there");
    }

    fn photos(&self) -> PathBuf {
        self.folder.join("photos")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazy: a program that was killed may still hold a file of it for a moment.
        let _ = Command::new("umount").arg("--lazy").arg(&self.folder).status();
    }
}
