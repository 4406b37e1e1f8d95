//! What a partner with every file and their own passphrase can try (`vault.md` 1 and 6, `partner_attacks`).

use std::path::PathBuf;
use std::sync::Arc;

use hearth_domain::Person;
use hearth_vault::disk::{Disk, MemoryDisk};
use hearth_vault::{LoadError, LoadNotice, UnlockError, Unlocked};

use crate::support::*;

fn read(disk: &MemoryDisk, name: &str) -> Vec<u8> {
    disk.read(&root().join(name), 100 << 20).unwrap()
}

fn put(disk: &MemoryDisk, name: &str, bytes: &[u8]) {
    disk.plant(&root().join(name), bytes);
}

fn as_alex(disk: &MemoryDisk, passphrase: &str) -> Result<Unlocked, UnlockError> {
    open(Arc::new(disk.clone())).unwrap().unlock(Person::A, &pass(passphrase), &mut rng(5))
}

fn spaces(disk: &MemoryDisk) -> Vec<(PathBuf, Vec<u8>)> {
    disk.files().into_iter().filter(|(p, _)| p.starts_with(root().join("s"))).collect()
}

/// The two files that change when `write` runs are one space's.
fn files_of(disk: &MemoryDisk, mut write: impl FnMut()) -> Vec<PathBuf> {
    let before = spaces(disk);
    write();
    write();
    spaces(disk).into_iter().filter(|f| !before.contains(f)).map(|(p, _)| p).collect()
}

#[test]
fn a_swapped_unlock_file_is_damage_and_the_partners_passphrase_opens_nothing_of_mine() {
    let disk = couple();
    put(&disk, "unlock-a.age", &read(&disk, "unlock-b.age"));
    assert!(matches!(as_alex(&disk, ALEX), Err(UnlockError::Damaged)));
    assert!(matches!(as_alex(&disk, SAM), Err(UnlockError::Damaged)));
}

#[test]
fn a_whole_set_of_the_partners_files_under_my_name_is_someone_elses() {
    let disk = couple();
    for (mine, theirs) in [
        ("unlock-a.age", "unlock-b.age"),
        ("keyring-a.0.age", "keyring-b.0.age"),
        ("keyring-a.1.age", "keyring-b.1.age"),
    ] {
        put(&disk, mine, &read(&disk, theirs));
    }
    assert!(matches!(as_alex(&disk, SAM), Err(UnlockError::SomeoneElses)));
    assert!(matches!(as_alex(&disk, ALEX), Err(UnlockError::Damaged)));
}

#[test]
fn a_swapped_keyring_is_damage() {
    let disk = couple();
    for slot in ["0", "1"] {
        put(&disk, &format!("keyring-a.{slot}.age"), &read(&disk, &format!("keyring-b.{slot}.age")));
    }
    assert!(matches!(as_alex(&disk, ALEX), Err(UnlockError::Damaged)));
}

#[test]
fn keys_of_another_vault_with_my_passphrase_are_someone_elses() {
    let (disk, other) = (couple(), MemoryDisk::new());
    let shared: Arc<dyn Disk> = Arc::new(other.clone());
    let (settings, me) = (hearth_vault::Settings::for_tests(), new_person("Alex", ALEX, MINE));
    hearth_vault::VaultDir::create(&shared, &root(), settings, &mut rng(77), at(0), &me, OURS).unwrap();
    for name in ["unlock-a.age", "keyring-a.0.age", "keyring-a.1.age"] {
        put(&disk, name, &read(&other, name));
    }
    assert!(matches!(as_alex(&disk, ALEX), Err(UnlockError::SomeoneElses)));
}

#[test]
fn another_spaces_image_in_my_place_is_refused() {
    let disk = couple();
    let mut alex = as_alex(&disk, ALEX).unwrap();
    alex.own.load().unwrap();
    alex.ours.load().unwrap();
    let mine = files_of(&disk, || alex.own.write_image(MINE, 7, at(1)).unwrap());
    let ours = files_of(&disk, || alex.ours.write_image(OURS, 7, at(1)).unwrap());
    for (mine, ours) in mine.iter().zip(&ours) {
        let planted = disk.read(ours, 100 << 20).unwrap();
        disk.plant(mine, &planted);
    }
    assert!(matches!(as_alex(&disk, ALEX).unwrap().own.load(), Err(LoadError::Damaged)));
}

#[test]
fn pages_put_back_to_an_older_day_are_told() {
    let disk = couple();
    let old = spaces(&disk);
    let mut alex = as_alex(&disk, ALEX).unwrap();
    alex.own.load().unwrap();
    alex.ours.load().unwrap();
    for n in 0..2 {
        alex.own.write_image(b"newer", 7, at(n)).unwrap();
        alex.ours.write_image(b"newer", 7, at(n)).unwrap();
    }
    let newer = disk.copy();
    old.iter().for_each(|(path, bytes)| disk.plant(path, bytes));
    let mut again = as_alex(&disk, ALEX).unwrap();
    assert!(matches!(again.own.load(), Err(LoadError::RolledBack)));
    assert!(matches!(again.ours.load(), Err(LoadError::RolledBack)));
    // The one who put Ours back and had not seen the newer one opens it; joining then tells.
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let mut sam = unlock(&mut vault, Person::B).unwrap();
    assert_eq!(content(&mut sam.ours), OURS);
    assert!(matches!(vault.join(Person::A, &pass(ALEX)), Err(UnlockError::RolledBack)));
    assert_eq!(content(&mut as_alex(&newer, ALEX).unwrap().own), b"newer");
}

#[test]
fn one_deleted_copy_is_told_and_two_are_damage() {
    let disk = couple();
    let mut alex = as_alex(&disk, ALEX).unwrap();
    alex.own.load().unwrap();
    let mine = files_of(&disk, || alex.own.write_image(b"newest", 7, at(1)).unwrap());
    let (mut told, mut silent) = (0, 0);
    for path in &mine {
        let copy = disk.copy();
        copy.take_away(path);
        match as_alex(&copy, ALEX).unwrap().own.load().unwrap().notices[..] {
            [LoadNotice::OlderCopy] => told += 1,
            [] => silent += 1,
            ref other => panic!("{other:?}"),
        }
    }
    assert_eq!((told, silent), (1, 1), "the newest copy gone is told, the spare one is no loss");
    mine.iter().for_each(|path| disk.take_away(path));
    assert!(matches!(as_alex(&disk, ALEX).unwrap().own.load(), Err(LoadError::Damaged)));
}

#[test]
fn an_old_keyring_put_back_is_told() {
    let disk = couple();
    let old = ["keyring-a.0.age", "keyring-a.1.age"].map(|name| (name, read(&disk, name)));
    let mut alex = as_alex(&disk, ALEX).unwrap();
    alex.own.load().unwrap();
    (0..3).for_each(|n| alex.own.write_image(b"newer", 7, at(n)).unwrap());
    old.iter().for_each(|(name, bytes)| put(&disk, name, bytes));
    assert_eq!(as_alex(&disk, ALEX).unwrap().own.load().unwrap().notices, [LoadNotice::OlderKeyring]);
}

#[test]
fn a_journal_of_another_space_or_another_day_is_never_replayed() {
    let disk = couple();
    let mut alex = as_alex(&disk, ALEX).unwrap();
    alex.own.load().unwrap();
    alex.ours.load().unwrap();
    alex.own.append(&line("mine")).unwrap();
    let mine = find_log(&disk);
    let journal = disk.read(&mine, 1 << 20).unwrap();
    alex.own.write_image(b"with mine", 7, at(1)).unwrap();
    alex.ours.append(&line("ours")).unwrap();
    let foreign = disk.read(&find_log(&disk), 1 << 20).unwrap();

    disk.plant(&mine, &journal);
    let loaded = as_alex(&disk, ALEX).unwrap().own.load().unwrap();
    assert_eq!((loaded.records.len(), loaded.notices), (0, vec![]), "an older image's journal is of no use");
    disk.plant(&mine, &foreign);
    let loaded = as_alex(&disk, ALEX).unwrap().own.load().unwrap();
    assert_eq!((loaded.records.len(), loaded.notices), (0, vec![LoadNotice::JournalKept]));
}

fn find_log(disk: &MemoryDisk) -> PathBuf {
    spaces(disk).into_iter().map(|(p, _)| p).find(|p| p.extension().is_some_and(|e| e == "log")).unwrap()
}

#[test]
fn frames_cut_out_moved_or_doubled_end_the_replay() {
    let disk = solo();
    let mut alex = as_alex(&disk, ALEX).unwrap();
    alex.own.load().unwrap();
    ["1", "2", "3"].iter().for_each(|l| alex.own.append(&line(l)).unwrap());
    let path = find_log(&disk);
    let good = disk.read(&path, 1 << 20).unwrap();
    let mut frames = vec![];
    let mut rest = &good[..];
    while let Some((len, _)) = rest.split_first_chunk::<4>() {
        let (frame, after) = rest.split_at(4 + u32::from_be_bytes(*len) as usize);
        frames.push(frame);
        rest = after;
    }
    let cases: [(&[usize], usize); 5] = [(&[0, 2], 1), (&[1, 0, 2], 0), (&[0, 0, 1], 1), (&[1, 2], 0), (&[0, 1, 2], 3)];
    for (order, kept) in cases {
        disk.plant(&path, &order.iter().flat_map(|n| frames[*n]).copied().collect::<Vec<u8>>());
        let loaded = as_alex(&disk, ALEX).unwrap().own.load().unwrap();
        assert_eq!((loaded.records.len(), loaded.notices.is_empty()), (kept, kept == 3), "{order:?}");
    }
}

#[test]
fn a_header_of_592_kb_is_refused_at_once() {
    let disk = couple();
    let bomb = [&b"age-encryption.org/v1\n"[..], &b"-> X25519 abc\nabc\n".repeat(33_000)].concat();
    put(&disk, "unlock-a.age", &bomb[..16_000]);
    assert!(matches!(as_alex(&disk, ALEX), Err(UnlockError::Damaged)));
    let disk = couple();
    for (path, _) in spaces(&disk) {
        disk.plant(&path, &bomb);
    }
    let mut alex = as_alex(&disk, ALEX).unwrap();
    assert!(matches!(alex.own.load(), Err(LoadError::Damaged)));
}
