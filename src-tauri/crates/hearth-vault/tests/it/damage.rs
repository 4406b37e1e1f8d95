//! Files cut short and with one bit turned: the exact error, never a panic, never a part of a page.

use std::path::PathBuf;
use std::sync::Arc;

use hearth_domain::Person;
use hearth_vault::disk::MemoryDisk;
use hearth_vault::{LoadError, LoadNotice, OpenError, UnlockError, Unlocked};
use rand::Rng;

use crate::support::*;

/// A file's path and bytes.
type File = (PathBuf, Vec<u8>);

fn find(disk: &MemoryDisk, part: &str) -> Vec<File> {
    let found: Vec<_> = disk.files().into_iter().filter(|(p, _)| p.to_string_lossy().contains(part)).collect();
    assert!(!found.is_empty(), "{part}");
    found
}

/// Every length to 4 KiB, then around each 64 KiB, and all but the last byte.
fn cuts(bytes: &[u8]) -> Vec<usize> {
    let edges = (1..=bytes.len() / 65536).flat_map(|n| [n * 65536 - 1, n * 65536, n * 65536 + 1]);
    let mut cuts: Vec<_> = (0..4096).chain(edges).chain([bytes.len() - 1]).filter(|n| *n < bytes.len()).collect();
    cuts.dedup();
    cuts
}

fn turned(bytes: &[u8], rng: &mut impl Rng) -> Vec<u8> {
    // Half of the flips go where headers are.
    let end = if rng.r#gen() { bytes.len().min(512) } else { bytes.len() };
    let mut bytes = bytes.to_vec();
    bytes[rng.gen_range(0..end)] ^= 1 << rng.gen_range(0..8);
    bytes
}

/// All broken forms of a file: cut at each place, then so many single bits turned.
fn broken<'a>(bytes: &'a [u8], flips: usize, seed: u64) -> impl Iterator<Item = Vec<u8>> + 'a {
    let mut rng = rng(seed);
    cuts(bytes).into_iter().map(|n| bytes[..n].to_vec()).chain((0..flips).map(move |_| turned(bytes, &mut rng)))
}

fn enter(disk: &MemoryDisk) -> Result<Unlocked, UnlockError> {
    unlock(&mut open(Arc::new(disk.clone())).unwrap(), Person::A)
}

#[test]
fn a_broken_unlock_file_is_damaged_and_never_called_a_wrong_passphrase() {
    let disk = couple();
    let [(path, good)] = &find(&disk, "unlock-a")[..] else { panic!() };
    for (n, bad) in broken(good, 300, 11).enumerate() {
        disk.plant(path, &bad);
        assert!(matches!(enter(&disk), Err(UnlockError::Damaged)), "case {n}");
    }
    disk.plant(path, good);
    assert!(enter(&disk).is_ok());
}

#[test]
fn a_broken_recovery_file_disturbs_nobody() {
    let disk = couple();
    let [(path, good)] = &find(&disk, "recover-a")[..] else { panic!() };
    for bad in broken(good, 20, 12).step_by(97) {
        disk.plant(path, &bad);
        assert_eq!(enter(&disk).unwrap().notices, []);
    }
}

#[test]
fn one_broken_keyring_copy_is_told_and_two_are_damaged() {
    let disk = couple();
    let copies = find(&disk, "keyring-a");
    assert_eq!(copies.len(), 2);
    let bad: Vec<_> = copies.iter().map(|(_, good)| broken(good, 150, 13).collect::<Vec<_>>()).collect();
    for n in (0..bad[0].len()).step_by(7) {
        disk.plant(&copies[0].0, &bad[0][n]);
        assert_eq!(enter(&disk).unwrap().notices, [LoadNotice::KeyringCopyLost], "case {n}");
        disk.plant(&copies[1].0, &bad[1][n % bad[1].len()]);
        assert!(matches!(enter(&disk), Err(UnlockError::Damaged)), "case {n}");
        copies.iter().for_each(|(path, good)| disk.plant(path, good));
    }
}

#[test]
fn two_broken_images_are_damaged_and_one_falls_back_and_says_so() {
    let disk = solo();
    let mut alex = enter(&disk).unwrap();
    alex.own.load().unwrap();
    let before = find(&disk, "/s/");
    alex.own.write_image(b"newest", 7, at(5)).unwrap();
    let now = find(&disk, "/s/");
    let newest = now.iter().find(|file| !before.contains(file)).unwrap();
    let name = |p: &std::path::Path| p.to_string_lossy().split('.').rev().nth(2).map(str::to_owned);
    let older = now.iter().find(|file| file.0 != newest.0 && name(&file.0) == name(&newest.0)).unwrap();
    let mut again = enter(&disk).unwrap();
    for (n, bad) in broken(&newest.1, 300, 14).enumerate().step_by(3) {
        disk.plant(&newest.0, &bad);
        if n % 399 == 0 {
            let loaded = again.own.load().unwrap();
            assert_eq!((loaded.image.as_slice(), loaded.notices), (MINE, vec![LoadNotice::OlderCopy]), "case {n}");
        }
        disk.plant(&older.0, &bad);
        assert!(matches!(again.own.load(), Err(LoadError::Damaged)), "case {n}");
        disk.plant(&older.0, &older.1);
    }
    disk.plant(&newest.0, &newest.1);
    assert_eq!(again.own.load().unwrap().notices, []);
}

#[test]
fn a_broken_journal_gives_a_first_part_of_what_was_saved() {
    let disk = solo();
    let mut alex = enter(&disk).unwrap();
    alex.own.load().unwrap();
    let lines: Vec<Vec<u8>> = (0..3).map(|n| format!("entry {n}").into_bytes()).collect();
    lines.iter().for_each(|l| alex.own.append(std::slice::from_ref(l)).unwrap());
    let [(path, good)] = &find(&disk, ".log")[..] else { panic!() };
    let frame = good.len() / 3;
    let mut again = enter(&disk).unwrap();
    for (n, bad) in broken(good, 400, 15).enumerate().step_by(23) {
        disk.plant(path, &bad);
        let loaded = again.own.load().unwrap();
        assert!(lines.starts_with(&loaded.records), "case {n}");
        assert_eq!(loaded.image.as_slice(), MINE);
        let cut_short = bad.len() < good.len();
        if cut_short {
            // Header greasing makes frames differ in length by some hundred bytes.
            assert!(loaded.records.len() + 1 >= bad.len() / (frame + 400).max(1), "case {n}");
            assert_eq!(loaded.notices, [], "case {n}");
        } else if loaded.records.len() < 2 {
            assert_eq!(loaded.notices, [LoadNotice::JournalKept], "case {n}");
        }
    }
}

#[test]
fn a_kept_journal_is_put_aside_and_nothing_lands_behind_it() {
    let disk = solo();
    let mut alex = enter(&disk).unwrap();
    alex.own.load().unwrap();
    alex.own.append(&line("one")).unwrap();
    alex.own.append(&line("two")).unwrap();
    let [(path, good)] = &find(&disk, ".log")[..] else { panic!() };
    let mut bad = good.clone();
    *bad.last_mut().unwrap() ^= 1;
    disk.plant(path, &bad);
    let mut again = enter(&disk).unwrap();
    let loaded = again.own.load().unwrap();
    assert_eq!((loaded.records, loaded.notices), (line("one"), vec![LoadNotice::JournalKept]));
    again.own.write_image(b"with one", 7, at(3)).unwrap();
    again.own.append(&line("three")).unwrap();
    assert_eq!(find(&disk, ".log.kept")[0].1, bad);
    let loaded = enter(&disk).unwrap().own.load().unwrap();
    assert_eq!((loaded.image.as_slice(), loaded.records), (&b"with one"[..], line("three")));
}

#[test]
fn a_broken_plain_file_is_told_and_never_opens_other_pages() {
    let disk = solo();
    let [(path, good)] = &find(&disk, "vault.json")[..] else { panic!() };
    for (n, bad) in broken(good, 600, 16).enumerate() {
        disk.plant(path, &bad);
        match open(Arc::new(disk.clone())) {
            Err(OpenError::Damaged | OpenError::Newer) => {}
            Err(other) => panic!("case {n}: {other}"),
            // A turned bit in a name, a sum or the id is still JSON.
            Ok(mut vault) => match unlock(&mut vault, Person::A) {
                Ok(mut alex) => assert_eq!(content(&mut alex.own), MINE, "case {n}"),
                Err(UnlockError::SomeoneElses | UnlockError::NobodyThere) => {}
                Err(other) => panic!("case {n}: {other}"),
            },
        }
    }
    disk.plant(path, &good.repeat(10));
    assert!(matches!(open(Arc::new(disk.clone())), Err(OpenError::Damaged)));
    disk.plant(path, br#"{"format":2,"news":[]}"#);
    assert!(matches!(open(Arc::new(disk)), Err(OpenError::Newer)));
}
