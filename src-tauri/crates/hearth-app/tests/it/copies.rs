//! The two copies of each space on the disk (`vault.md` 2.3), each looked at without the other.

use std::path::Path;
use std::sync::Arc;

use hearth_domain::Person;
use hearth_vault::disk::RealDisk;
use hearth_vault::{LockedVault, Passphrase, Settings, Unlocked};
use rand::rngs::OsRng;
use tempfile::TempDir;

use crate::couple::{Laptop, SAM};

/// What Sam opens where only one copy is left, for each of the two; it lasts as long as its folder.
pub(crate) fn of_each_copy(laptop: &Laptop) -> Vec<(TempDir, Unlocked)> {
    let folder = laptop.home.path().join("workbook.hearth");
    ["0", "1"].map(|copy| with_one(&folder, copy)).into()
}

fn with_one(folder: &Path, copy: &str) -> (TempDir, Unlocked) {
    let beside = tempfile::tempdir().unwrap();
    let there = beside.path().join("workbook.hearth");
    copy_all(folder, &there);
    for other in std::fs::read_dir(there.join("s")).unwrap().map(|file| file.unwrap().path()) {
        let name = other.file_name().unwrap().to_str().unwrap();
        if name.ends_with(".age") && !name.contains(&format!(".{copy}.")) {
            std::fs::remove_file(other).unwrap();
        }
    }
    let mut vault = LockedVault::open(Arc::new(RealDisk), &there, Settings::for_tests()).unwrap();
    let keys = vault.unlock(Person::B, &Passphrase::new(SAM.as_bytes()).unwrap(), &mut OsRng).unwrap();
    (beside, keys)
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(|file| file.unwrap().path()) {
        let there = to.join(file.file_name().unwrap());
        if file.is_dir() {
            copy_all(&file, &there);
        } else {
            std::fs::copy(&file, &there).unwrap();
        }
    }
}
