//! Two people, Alex and Sam, and a disk to try things on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use hearth_vault::disk::{Disk, MemoryDisk};
use hearth_vault::{
    CreateError, LockedVault, NewPerson, OpenError, Passphrase, Settings, SpaceFile, UnlockError, Unlocked, VaultDir,
};
use rand::SeedableRng;
use rand::rngs::StdRng;

pub const ALEX: &str = "correct horse battery staple";
pub const SAM: &str = "violet anchor tundra mosaic";
pub const MINE: &[u8] = b"SQLite of Alex: kiwi-canary";
pub const SAMS: &[u8] = b"SQLite of Sam: plum-canary";
pub const OURS: &[u8] = b"SQLite of both: fig-canary";
/// What no file may ever show.
pub const CANARIES: [&str; 4] = ["kiwi-canary", "plum-canary", "fig-canary", "line-canary"];

pub fn root() -> PathBuf {
    PathBuf::from("/home/workbook.hearth")
}

pub fn rng(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

pub fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
}

pub fn pass(text: &str) -> Passphrase {
    Passphrase::new(text.as_bytes()).unwrap()
}

pub fn new_person(tile: &str, passphrase: &str, mine: &[u8]) -> NewPerson {
    let tile = Some(tile.to_owned());
    NewPerson { tile, passphrase: pass(passphrase), first_mine: mine.to_vec(), schema: 7 }
}

pub fn create(disk: Arc<dyn Disk>, path: &Path) -> Result<(), CreateError> {
    create_with(disk, path, 1)
}

pub fn create_with(disk: Arc<dyn Disk>, path: &Path, seed: u64) -> Result<(), CreateError> {
    let alex = new_person("Alex", ALEX, MINE);
    VaultDir::create(&disk, path, Settings::for_tests(), &mut rng(seed), at(0), &alex, OURS)
}

pub fn open(disk: Arc<dyn Disk>) -> Result<LockedVault, OpenError> {
    LockedVault::open(disk, &root(), Settings::for_tests())
}

pub fn add_sam(vault: &mut LockedVault, first: &Unlocked) -> Result<(), CreateError> {
    vault.add_partner(&first.member, &new_person("Sam", SAM, SAMS), &mut rng(2), at(1))
}

pub fn unlock(vault: &mut LockedVault, who: Person) -> Result<Unlocked, UnlockError> {
    vault.unlock(who, &pass(if who == Person::A { ALEX } else { SAM }), &mut rng(3))
}

/// A vault of one.
pub fn solo() -> MemoryDisk {
    let disk = MemoryDisk::new();
    create(Arc::new(disk.clone()), &root()).unwrap();
    disk
}

/// A vault of two.
pub fn couple() -> MemoryDisk {
    let disk = solo();
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let alex = unlock(&mut vault, Person::A).unwrap();
    add_sam(&mut vault, &alex).unwrap();
    disk
}

pub fn line(text: &str) -> Vec<Vec<u8>> {
    vec![text.as_bytes().to_vec()]
}

/// What an image and its journal amount to: lines appended to the image, as the store would apply them.
pub fn content(space: &mut SpaceFile) -> Vec<u8> {
    let loaded = space.load().unwrap();
    let mut content = loaded.image.to_vec();
    loaded.records.iter().for_each(|line| content.extend_from_slice(line));
    content
}
