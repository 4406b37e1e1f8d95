//! Every operation on the disk fails in every way; afterwards the vault is exactly old or new, and what was
//! acknowledged as saved is there (`vault.md` 2.5, 6).

use std::sync::Arc;

use hearth_domain::Person;
use hearth_vault::disk::{Disk, Fault, FaultyDisk, MemoryDisk};
use hearth_vault::{OpenError, SaveError, SpaceFile, VaultDir};
use rand::Rng;

use crate::support::*;

const FAULTS: [Fault; 5] = [Fault::Exit, Fault::Torn, Fault::Eio, Fault::DoneButEio, Fault::Full];

/// Runs `act` on a copy of `before` once for each operation and fault, and hands `check` what is left.
fn every_crash_point<T>(before: &MemoryDisk, act: impl Fn(Arc<dyn Disk>) -> T, check: impl Fn(&MemoryDisk, T, &str)) {
    let counting = FaultyDisk::new(Arc::new(before.copy()), u64::MAX, Fault::Exit);
    act(Arc::new(counting.clone()));
    assert!(counting.count() > 10);
    for fault in FAULTS {
        for at in (0..counting.count()).filter(|at| counting.matters(*at, fault)) {
            let disk = before.copy();
            let done = act(Arc::new(FaultyDisk::new(Arc::new(disk.clone()), at, fault)));
            check(&disk.copy(), done, &format!("{fault:?} at {at}"));
        }
    }
}

#[test]
fn making_a_vault_leaves_a_whole_one_or_none() {
    let act = |disk: Arc<dyn Disk>| create(disk, &root()).is_ok();
    every_crash_point(&MemoryDisk::new(), act, whole_or_none);
}

fn whole_or_none(disk: &MemoryDisk, made: bool, point: &str) {
    let shared: Arc<dyn Disk> = Arc::new(disk.clone());
    match VaultDir::look(&shared, &root()) {
        Err(OpenError::NotAVault) => {
            assert!(!made, "{point}");
            create_with(shared, &root(), 99).unwrap_or_else(|e| panic!("{point}: {e}"));
        }
        Ok(_) => {}
        Err(other) => panic!("{point}: {other}"),
    }
    opens_as(disk, Person::A, &[MINE], point);
}

fn opens_as(disk: &MemoryDisk, who: Person, own: &[&[u8]], point: &str) {
    let mut vault = open(Arc::new(disk.clone())).unwrap_or_else(|e| panic!("{point}: {e}"));
    let mut person = unlock(&mut vault, who).unwrap_or_else(|e| panic!("{point}: {e}"));
    assert_eq!(person.notices, [], "{point}");
    assert!(own.contains(&content(&mut person.own).as_slice()), "{point}");
    assert_eq!(content(&mut person.ours), OURS, "{point}");
}

#[test]
fn adding_a_partner_is_finished_or_undone() {
    let act = |disk: Arc<dyn Disk>| -> bool {
        let Ok(mut vault) = open(disk) else { return false };
        let Ok(alex) = unlock(&mut vault, Person::A) else { return false };
        add_sam(&mut vault, &alex).is_ok()
    };
    every_crash_point(&solo(), act, finished_or_undone);
}

fn finished_or_undone(disk: &MemoryDisk, added: bool, point: &str) {
    opens_as(disk, Person::A, &[MINE], point);
    let mut vault = open(Arc::new(disk.clone())).unwrap();
    let alex = unlock(&mut vault, Person::A).unwrap();
    if vault.look().unwrap().tiles.b.is_none() {
        assert!(!added, "{point}");
        let strays: Vec<_> = disk.files().into_iter().filter(|(p, _)| p.to_string_lossy().contains("-b.")).collect();
        assert!(strays.is_empty(), "{point}");
        assert_eq!(alex.member.peer_author(), None, "{point}");
        add_sam(&mut vault, &alex).unwrap_or_else(|e| panic!("{point}: {e}"));
    }
    let mut sam = vault.join(Person::B, &pass(SAM)).unwrap_or_else(|e| panic!("{point}: {e}"));
    assert_eq!(content(&mut sam.own), SAMS, "{point}");
    assert_eq!(alex.member.peer_author(), Some(sam.member.author()), "{point}");
    assert_eq!(sam.member.peer_author(), Some(alex.member.author()), "{point}");
}

/// One space as the application keeps it: what it should hold, and how much of that was acknowledged.
struct Pages {
    file: SpaceFile,
    states: Vec<Vec<u8>>,
    pending: Vec<Vec<u8>>,
    acknowledged: usize,
}

/// What may be on the disk: any state from the last acknowledged one on.
type Allowed = Vec<Vec<u8>>;

impl Pages {
    fn new(mut file: SpaceFile) -> Option<Self> {
        let loaded = file.load().ok()?;
        Some(Self { file, states: vec![loaded.image.to_vec()], pending: vec![], acknowledged: 0 })
    }

    fn write(&mut self, text: &str) {
        let mut next = self.states[self.states.len() - 1].clone();
        next.extend_from_slice(text.as_bytes());
        self.states.push(next);
        self.pending.push(text.as_bytes().to_vec());
        match self.file.append(&self.pending) {
            Ok(()) => self.saved(),
            Err(SaveError::Flush) => self.image(),
            Err(_) => {}
        }
    }

    fn image(&mut self) {
        let now = self.states[self.states.len() - 1].clone();
        if self.file.write_image(&now, 7, at(9)).is_ok() {
            self.saved();
        }
    }

    fn saved(&mut self) {
        self.pending.clear();
        self.acknowledged = self.states.len() - 1;
    }

    fn allowed(self) -> Allowed {
        self.states[self.acknowledged..].to_vec()
    }
}

/// A whole session of two: entries, images, more entries, the end. `None`: nobody got in.
fn session(disk: Arc<dyn Disk>) -> Option<(Allowed, Allowed)> {
    let mut vault = open(disk).ok()?;
    let alex = unlock(&mut vault, Person::A).ok()?;
    let sam = vault.join(Person::B, &pass(SAM)).ok();
    let (mut own, mut ours) = (Pages::new(alex.own)?, Pages::new(alex.ours)?);
    own.write(" a1");
    own.write(" a2");
    ours.write(" o1");
    own.image();
    own.write(" a3");
    ours.image();
    ours.write(" o2");
    own.image();
    ours.image();
    drop(sam);
    // Times only: nothing that was saved depends on it.
    let _ = vault.end_session(at(10));
    Some((own.allowed(), ours.allowed()))
}

fn acknowledged_saves_are_there(disk: &MemoryDisk, left: Option<(Allowed, Allowed)>, point: &str) {
    let (own, ours) = left.unwrap_or((vec![MINE.to_vec()], vec![OURS.to_vec()]));
    let mut vault = open(Arc::new(disk.clone())).unwrap_or_else(|e| panic!("{point}: {e}"));
    let mut alex = unlock(&mut vault, Person::A).unwrap_or_else(|e| panic!("{point}: {e}"));
    let mut sam = vault.join(Person::B, &pass(SAM)).unwrap_or_else(|e| panic!("{point}: {e}"));
    for (file, allowed) in [(&mut alex.own, &own), (&mut alex.ours, &ours), (&mut sam.own, &vec![SAMS.to_vec()])] {
        let loaded = file.load().unwrap_or_else(|e| panic!("{point}: {:?}: {e}", file.kind()));
        let found = [loaded.image.to_vec(), loaded.records.concat()].concat();
        let text = String::from_utf8_lossy(&found).into_owned();
        assert!(allowed.contains(&found), "{point}: {:?} {text:?}", file.kind());
        assert_eq!(loaded.notices, [], "{point}");
    }
}

#[test]
fn a_disk_that_becomes_read_only_keeps_what_was_acknowledged() {
    let before = couple();
    for at in (0..100).step_by(9) {
        let disk = before.copy();
        let left = session(Arc::new(FaultyDisk::new(Arc::new(disk.clone()), at, Fault::ReadOnly)));
        acknowledged_saves_are_there(&disk.copy(), left, &format!("read-only at {at}"));
    }
    let faulty = FaultyDisk::new(Arc::new(before.copy()), 0, Fault::ReadOnly);
    assert!(matches!(open(Arc::new(faulty)), Err(OpenError::ReadOnly)));
}

#[test]
fn a_session_keeps_what_it_acknowledged() {
    every_crash_point(&couple(), session, acknowledged_saves_are_there);
}

#[test]
fn a_power_cut_keeps_what_was_acknowledged() {
    let before = couple();
    let counting = FaultyDisk::new(Arc::new(before.copy()), u64::MAX, Fault::Exit);
    session(Arc::new(counting.clone()));
    for seed in 0..40 {
        let mut rng = rng(seed);
        let at = rng.gen_range(0..counting.count());
        let disk = before.copy();
        let left = session(Arc::new(FaultyDisk::new(Arc::new(disk.clone()), at, Fault::Torn)));
        let (after, point) = (disk.after_power_cut(&mut rng), format!("seed {seed} at {at}"));
        power_cut_check(&after, left, &point);
    }
}

/// As after a crash, but the tail of the journal may be garbage, which is told.
fn power_cut_check(disk: &MemoryDisk, left: Option<(Allowed, Allowed)>, point: &str) {
    let (own, ours) = left.unwrap_or((vec![MINE.to_vec()], vec![OURS.to_vec()]));
    let mut vault = open(Arc::new(disk.clone())).unwrap_or_else(|e| panic!("{point}: {e}"));
    let mut alex = unlock(&mut vault, Person::A).unwrap_or_else(|e| panic!("{point}: {e}"));
    assert!(own.contains(&content(&mut alex.own)), "{point}");
    assert!(ours.contains(&content(&mut alex.ours)), "{point}");
}

#[test]
fn a_full_disk_gives_up_the_reserve_so_that_lock_can_save() {
    let before = couple();
    let mut freed = 0;
    for at_op in 20..60 {
        let disk = before.copy();
        let faulty = FaultyDisk::new(Arc::new(disk.clone()), at_op, Fault::Full);
        let mut vault = open(Arc::new(faulty)).unwrap();
        let Ok(alex) = unlock(&mut vault, Person::A) else { continue };
        let Some(mut own) = Pages::new(alex.own) else { continue };
        own.write(" typed");
        own.image();
        own.image();
        assert_eq!(own.acknowledged, 1, "at {at_op}");
        freed += u32::from(!disk.exists(&root().join("reserve")).unwrap());
    }
    assert!(freed > 0);
}
