//! What a couple does with a vault, start to end.

use std::sync::Arc;

use hearth_domain::{Pair, Person};
use hearth_vault::disk::{Disk, MemoryDisk, RealDisk};
use hearth_vault::{CreateError, LoadNotice, OpenError, SaveError, Tile, UnlockError, VaultDir};

use crate::support::*;

#[test]
fn two_people_set_up_write_lock_and_find_all_of_it_again() {
    let disk = couple();
    {
        let mut vault = open(Arc::new(disk.clone())).unwrap();
        let mut alex = unlock(&mut vault, Person::A).unwrap();
        let mut sam = vault.join(Person::B, &pass(SAM)).unwrap();
        assert_eq!(content(&mut alex.own), MINE);
        assert_eq!(content(&mut sam.own), SAMS);
        assert_eq!(content(&mut alex.ours), OURS);
        assert_eq!(alex.member.peer_author(), Some(sam.member.author()));
        assert_eq!(sam.member.peer_author(), Some(alex.member.author()));
        alex.own.append(&line(" one")).unwrap();
        alex.own.append(&[b" two".to_vec(), b" three".to_vec()]).unwrap();
        assert_eq!((alex.own.frames(), alex.own.journal_bytes() > 0), (2, true));
        alex.own.write_image(b"image of Alex", 8, at(10)).unwrap();
        assert_eq!((alex.own.frames(), alex.own.journal_bytes()), (0, 0));
        sam.own.append(&line(" later")).unwrap();
        alex.ours.write_image(b"image of both", 8, at(11)).unwrap();
    }
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let mut sam = unlock(&mut vault, Person::B).unwrap();
    let loaded = sam.own.load().unwrap();
    assert_eq!((loaded.image.as_slice(), loaded.records), (SAMS, line(" later")));
    assert_eq!(content(&mut sam.ours), b"image of both");
    let mut alex = vault.join(Person::A, &pass(ALEX)).unwrap();
    let loaded = alex.own.load().unwrap();
    assert_eq!((loaded.image.as_slice(), loaded.records.len(), loaded.schema), (&b"image of Alex"[..], 0, 8));
    assert_eq!((loaded.saved_at, loaded.notices), (at(10), vec![]));
}

#[test]
fn a_locked_vault_shows_tiles_and_nothing_else() {
    let disk: Arc<dyn Disk> = Arc::new(couple());
    let tile = |name: &str| Some(Tile { name: Some(name.to_owned()) });
    assert_eq!(VaultDir::look(&disk, &root()).unwrap().tiles, Pair { a: tile("Alex"), b: tile("Sam") });
    let nameless = MemoryDisk::new();
    let disk: Arc<dyn Disk> = Arc::new(nameless.clone());
    let mut alex = new_person("Alex", ALEX, MINE);
    alex.tile = None;
    let settings = hearth_vault::Settings::for_tests();
    VaultDir::create(&disk, &root(), settings, &mut rng(9), at(0), &alex, OURS).unwrap();
    assert_eq!(VaultDir::look(&disk, &root()).unwrap().tiles, Pair { a: Some(Tile { name: None }), b: None });
}

#[test]
fn no_file_shows_a_word_of_any_page() {
    let disk = couple();
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let mut alex = unlock(&mut vault, Person::A).unwrap();
    alex.own.load().unwrap();
    alex.own.append(&line("line-canary")).unwrap();
    for (path, bytes) in disk.files() {
        for canary in CANARIES.iter().chain(&[ALEX, SAM]) {
            let found = bytes.windows(canary.len()).any(|w| w == canary.as_bytes());
            assert!(!found, "{canary} in {}", path.display());
        }
    }
}

#[test]
fn each_situation_at_the_door_has_its_own_error_and_changes_nothing() {
    let disk = couple();
    let before = disk.files();
    {
        let shared: Arc<dyn Disk> = Arc::new(disk.clone());
        let mut vault = open(shared.clone()).unwrap();
        assert!(matches!(open(shared.clone()), Err(OpenError::AlreadyOpen)));
        for wrong in ["x", "Correct horse battery staple", "correct horse battery stapl\u{e9}", SAM] {
            let tried = vault.unlock(Person::A, &pass(wrong), &mut rng(4));
            assert!(matches!(tried, Err(UnlockError::WrongPassphrase)), "{wrong}");
        }
        assert!(matches!(vault.join(Person::B, &pass(SAM)), Err(UnlockError::NotNow)));
        let _alex = unlock(&mut vault, Person::A).unwrap();
        assert!(matches!(vault.join(Person::A, &pass(ALEX)), Err(UnlockError::NotNow)));
        assert!(matches!(vault.join(Person::B, &pass(ALEX)), Err(UnlockError::WrongPassphrase)));
        let elsewhere = std::path::Path::new("/home");
        let settings = hearth_vault::Settings::for_tests();
        assert!(matches!(hearth_vault::LockedVault::open(shared, elsewhere, settings), Err(OpenError::NotAVault)));
    }
    assert_eq!(disk.files(), before);
    open(Arc::new(disk)).unwrap();
}

#[test]
fn a_partner_cannot_take_the_first_passphrase_and_is_not_told_why() {
    let disk = solo();
    let before = disk.files();
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let alex = unlock(&mut vault, Person::A).unwrap();
    let same = new_person("Sam", ALEX, SAMS);
    let refused = vault.add_partner(&alex.member, &same, &mut rng(2), at(1));
    assert!(matches!(refused, Err(CreateError::TooEasy)));
    assert_eq!(disk.files(), before);
    add_sam(&mut vault, &alex).unwrap();
    assert!(matches!(add_sam(&mut vault, &alex), Err(CreateError::AlreadyTwo)));
}

#[test]
fn a_vault_is_never_made_over_something() {
    let disk = solo();
    let before = disk.files();
    assert!(matches!(create(Arc::new(disk.clone()), &root()), Err(CreateError::AlreadyThere)));
    assert_eq!(disk.files(), before);
    let mut nameless = new_person("\u{7}", ALEX, MINE);
    for bad in ["", "  ", "a\nb", &"x".repeat(101)] {
        nameless.tile = Some(bad.to_owned());
        let (shared, settings): (Arc<dyn Disk>, _) = (Arc::new(MemoryDisk::new()), hearth_vault::Settings::for_tests());
        let made = VaultDir::create(&shared, &root(), settings, &mut rng(1), at(0), &nameless, OURS);
        assert!(matches!(made, Err(CreateError::BadName)), "{bad:?}");
    }
}

#[test]
fn after_a_replay_the_image_comes_first() {
    let disk = solo();
    let unlocked = || {
        let mut vault = open(Arc::new(disk.clone())).unwrap();
        unlock(&mut vault, Person::A).unwrap()
    };
    let mut alex = unlocked();
    assert!(matches!(alex.own.append(&line("x")), Err(SaveError::NotLoaded)));
    alex.own.load().unwrap();
    alex.own.append(&line(" kept")).unwrap();
    let mut again = unlocked();
    assert_eq!(again.own.load().unwrap().records, line(" kept"));
    assert!(matches!(again.own.append(&line("x")), Err(SaveError::Flush)));
    again.own.write_image(b"replayed", 7, at(5)).unwrap();
    again.own.append(&line(" more")).unwrap();
    let mut third = unlocked();
    let loaded = third.own.load().unwrap();
    assert_eq!((loaded.image.as_slice(), loaded.records), (&b"replayed"[..], line(" more")));
    assert_eq!(loaded.notices, Vec::<LoadNotice>::new());
}

#[test]
fn lines_that_are_no_lines_and_images_past_the_cap_are_refused_whole() {
    let disk = solo();
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let mut alex = unlock(&mut vault, Person::A).unwrap();
    alex.own.load().unwrap();
    let before = disk.files();
    assert!(matches!(alex.own.append(&line("two\nlines")), Err(SaveError::NotALine)));
    assert!(matches!(alex.own.write_image(&vec![0; (64 << 20) + 1], 7, at(1)), Err(SaveError::TooBig)));
    let ours = disk.files().into_iter().filter(|(p, _)| !p.to_string_lossy().ends_with(".log")).collect::<Vec<_>>();
    assert_eq!(ours, before);
    alex.own.append(&line("fine")).unwrap();
}

#[test]
fn at_the_end_all_times_are_one_time() {
    let disk = couple();
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let mut alex = unlock(&mut vault, Person::A).unwrap();
    alex.own.load().unwrap();
    alex.ours.load().unwrap();
    alex.own.write_image(MINE, 7, at(50)).unwrap();
    alex.ours.write_image(OURS, 7, at(50)).unwrap();
    vault.end_session(at(51)).unwrap();
    let times: Vec<_> = disk.files().iter().map(|(path, _)| disk.touched(path)).collect();
    assert!(times.len() > 15 && times.iter().all(|t| *t == Some(at(51))), "{times:?}");
}

#[test]
fn images_grow_by_buckets_only() {
    let disk = solo();
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let mut alex = unlock(&mut vault, Person::A).unwrap();
    alex.own.load().unwrap();
    let mut sizes = std::collections::BTreeSet::new();
    for len in [0, 1, 1000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 2 << 20, (2 << 20) + 1] {
        let before = disk.files();
        alex.own.write_image(&vec![1; len], 7, at(1)).unwrap();
        let in_s = |(p, _): &&(std::path::PathBuf, Vec<u8>)| p.to_string_lossy().contains("/s/");
        let (now, old) = (disk.files(), before);
        let written = now.iter().filter(in_s).find(|file| !old.contains(file)).unwrap();
        // age adds up to about 600 bytes of header with grease; the buckets are a MiB apart.
        sizes.insert(written.1.len() / (1 << 19));
    }
    assert_eq!(sizes.into_iter().collect::<Vec<_>>(), [2, 4, 8]);
}

#[cfg(unix)]
#[test]
fn on_a_real_disk_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("deep").join("er").join("workbook.hearth");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    create(disk.clone(), &path).unwrap();
    let settings = hearth_vault::Settings::for_tests();
    let mut vault = hearth_vault::LockedVault::open(disk.clone(), &path, settings).unwrap();
    assert!(matches!(hearth_vault::LockedVault::open(disk, &path, settings), Err(OpenError::AlreadyOpen)));
    let mut alex = unlock(&mut vault, Person::A).unwrap();
    add_sam(&mut vault, &alex).unwrap();
    assert_eq!(content(&mut alex.own), MINE);
    alex.own.append(&line(" kept")).unwrap();
    alex.own.write_image(b"new", 7, at(3)).unwrap();
    vault.end_session(at(4)).unwrap();
    let mode = |p: &std::path::Path| p.metadata().unwrap().permissions().mode() & 0o777;
    let mut files = 0;
    for folder in [path.clone(), path.join("s")] {
        assert_eq!(mode(&folder), 0o700);
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_file()) {
            assert_eq!(mode(&entry), 0o600, "{}", entry.display());
            let modified = entry.metadata().unwrap().modified().unwrap();
            assert_eq!(chrono::DateTime::<chrono::Utc>::from(modified), at(4));
            files += 1;
        }
    }
    assert_eq!(files, 18);
}
