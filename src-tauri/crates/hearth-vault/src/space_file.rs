//! One space on disk: an image in two slots and the journal of this session (`vault.md` 2.3 to 2.5).
//!
//! Deals in bytes: what an image or a line says is the store's. A [`SpaceFile`] keeps its reader's keyring with it,
//! so nobody can write an image and forget the high-water mark.

mod load;

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use hearth_domain::SpaceId;

use crate::age_file::Key;
use crate::durable::DurableError;
use crate::error::SaveError;
use crate::folder::{FileName, Folder, Slot, names};
use crate::frame::Place;
use crate::journal::{self, Appended, Journal, JournalKeys};
use crate::keyring::{Entry, SpaceKind};
use crate::keyring_file::SharedKeyring;
use crate::mac::{MacKey, MacKind};
use crate::trailer::{self, Trailer};

pub use load::{LoadNotice, Loaded};

/// One space's files. It must be loaded before anything is saved.
pub struct SpaceFile {
    folder: Folder,
    kind: SpaceKind,
    id: SpaceId,
    file: FileName,
    key: Key,
    mac: MacKey,
    journal_keys: JournalKeys,
    marks: Marks,
    state: Option<State>,
}

/// A loaded space.
struct State {
    base: Base,
    journal: Option<Journal>,
    /// The journal cannot be trusted or was replayed: an image comes first.
    image_first: bool,
    outdated: Outdated,
    /// The image's generation is not yet in every open keyring.
    unmarked: bool,
}

/// The newest image known to last.
#[derive(Clone, Copy)]
struct Base {
    generation: u64,
    slot: Slot,
    mac: [u8; 32],
}

/// What is to become of a journal file that the newest image made useless.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outdated {
    No,
    Remove,
    Keep,
}

/// The keyrings that remember a space: one's own for Mine, those of everybody open for Ours.
#[derive(Clone, Default)]
pub(crate) struct Marks(Arc<Mutex<MarksState>>);

#[derive(Default)]
struct MarksState {
    keyrings: Vec<SharedKeyring>,
    /// The loaded generation; 0 before.
    generation: u64,
}

impl Marks {
    pub(crate) fn of(keyring: &SharedKeyring) -> Self {
        let marks = Self::default();
        marks.add(keyring.clone());
        marks
    }

    pub(crate) fn add(&self, keyring: SharedKeyring) {
        self.with(|state| state.keyrings.push(keyring));
    }

    /// The generation on disk as far as this process knows.
    pub(crate) fn generation(&self) -> u64 {
        self.with(|state| state.generation)
    }

    fn set_generation(&self, generation: u64) {
        self.with(|state| state.generation = generation);
    }

    /// The highest generation anybody open has seen.
    fn high(&self, kind: SpaceKind) -> u64 {
        self.with(|state| state.keyrings.iter().map(|k| k.get().keyring.entry(kind).high).max().unwrap_or(0))
    }

    fn raise(&self, kind: SpaceKind, generation: u64) -> Result<(), SaveError> {
        let keyrings = self.with(|state| state.keyrings.clone());
        for keyring in keyrings {
            let mut file = keyring.get();
            if file.keyring.entry(kind).high < generation {
                file.update(|k| k.entry_mut(kind).high = generation)?;
            }
        }
        Ok(())
    }

    fn with<T>(&self, act: impl FnOnce(&mut MarksState) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl SpaceFile {
    pub(crate) fn new(folder: Folder, kind: SpaceKind, entry: &Entry, marks: Marks) -> Self {
        let mac = entry.key.mac_key(folder.vault, MacKind::Space);
        let journal_mac = entry.key.mac_key(folder.vault, MacKind::Journal);
        let journal_keys = JournalKeys { key: entry.key.clone(), mac: journal_mac };
        let (id, file, key) = (entry.id, entry.file, entry.key.clone());
        Self { folder, kind, id, file, key, mac, journal_keys, marks, state: None }
    }

    /// Which space this is.
    #[must_use]
    pub const fn kind(&self) -> SpaceKind {
        self.kind
    }

    /// The space's id.
    #[must_use]
    pub const fn id(&self) -> SpaceId {
        self.id
    }

    /// Frames in the journal since the last image; at 1000 the image is due (`vault.md` 2.3a).
    #[must_use]
    pub fn frames(&self) -> u32 {
        self.journal().map_or(0, Journal::frames)
    }

    /// Bytes in the journal since the last image; at 1 MiB the image is due.
    #[must_use]
    pub fn journal_bytes(&self) -> u64 {
        self.journal().map_or(0, Journal::len)
    }

    /// The generation of the newest image; 0 before it was loaded.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.state.as_ref().map_or(0, |s| s.base.generation)
    }

    /// The highest generation the open keyrings remember. What an image of at most this generation holds cannot be
    /// put back unnoticed: the condition for [`crate::sealed::Pin::on_disk`].
    #[must_use]
    pub fn marked(&self) -> u64 {
        self.marks.high(self.kind)
    }

    fn journal(&self) -> Option<&Journal> {
        self.state.as_ref().and_then(|s| s.journal.as_ref())
    }

    /// Saves lines, without line breaks, as one journal frame: after a crash all of them are there or none. On return
    /// they are on disk.
    ///
    /// # Errors
    /// [`SaveError::Flush`] whenever the journal cannot be trusted, also right after a load with records: write the
    /// image instead. After any other error nothing was saved and it can be tried again.
    pub fn append(&mut self, lines: &[Vec<u8>]) -> Result<(), SaveError> {
        let state = self.state.as_ref().ok_or(SaveError::NotLoaded)?;
        if state.image_first {
            return Err(SaveError::Flush);
        }
        if lines.is_empty() {
            return Ok(());
        }
        self.settle()?;
        match self.append_frame(lines) {
            Err(SaveError::Flush) => {
                self.state_mut()?.image_first = true;
                Err(SaveError::Flush)
            }
            done => done,
        }
    }

    fn append_frame(&mut self, lines: &[Vec<u8>]) -> Result<(), SaveError> {
        let state = self.state.as_mut().ok_or(SaveError::NotLoaded)?;
        let journal = match &mut state.journal {
            Some(journal) => journal,
            none => {
                let place = journal::first(self.id, state.base.generation, state.base.mac);
                none.insert(Journal::start(&self.folder, &names::log(self.file), names::SPACES, place)?)
            }
        };
        match journal.append(lines, &self.journal_keys) {
            Appended::Lasting => Ok(()),
            Appended::Not(error) => Err(error),
            Appended::Unsure => Err(SaveError::Flush),
        }
    }

    /// Writes the whole image: other slot, then the high-water mark of everybody open, then the journal is removed.
    /// `schema` is the store's number for the tables inside.
    ///
    /// # Errors
    /// [`SaveError`]: the last good copy and its journal stand. If only a later step failed, the image counts and the
    /// next save finishes that step first.
    pub fn write_image(&mut self, image: &[u8], schema: u32, now: DateTime<Utc>) -> Result<(), SaveError> {
        // Never two images ahead of a keyring: that gap is how an old keyring shows.
        self.mark()?;
        let next = self.put_image(image, schema, now)?;
        self.marks.set_generation(next.generation);
        let state = self.state_mut()?;
        if state.journal.take().is_some() && state.outdated == Outdated::No {
            state.outdated = Outdated::Remove;
        }
        state.base = next;
        state.unmarked = true;
        state.image_first = false;
        self.settle()
    }

    fn put_image(&mut self, image: &[u8], schema: u32, now: DateTime<Utc>) -> Result<Base, SaveError> {
        let high = self.marks.high(self.kind);
        let base = self.state_mut()?.base;
        let generation = base.generation.max(high) + 1;
        let trailer = Trailer { generation, space: self.id, at: now, schema, prev: base.mac };
        let (plain, mac) = trailer::seal(image, &trailer, &self.mac).ok_or(SaveError::TooBig)?;
        let file = self.key.encrypt(&plain)?;
        let slot = base.slot.other();
        match self.folder.put(&names::space(self.file, slot), &file) {
            Ok(()) => Ok(Base { generation, slot, mac }),
            Err(error) => {
                // The new image may have the name or not: frames after the old one could be taken for useless.
                if matches!(error, DurableError::Unsure(_)) {
                    self.state_mut()?.image_first = true;
                }
                Err(error.into())
            }
        }
    }

    /// Finishes what an earlier image write left undone. Every step can be redone.
    fn settle(&mut self) -> Result<(), SaveError> {
        self.mark()?;
        let (folder, name) = (self.folder.clone(), names::log(self.file));
        let state = self.state_mut()?;
        match state.outdated {
            Outdated::No => return Ok(()),
            Outdated::Remove => folder.remove(&name)?,
            Outdated::Keep => journal::put_aside(&folder, &name)?,
        }
        folder.sync(names::SPACES)?;
        state.outdated = Outdated::No;
        Ok(())
    }

    fn mark(&mut self) -> Result<(), SaveError> {
        let (marks, kind) = (self.marks.clone(), self.kind);
        let state = self.state_mut()?;
        if state.unmarked {
            marks.raise(kind, state.base.generation)?;
            state.unmarked = false;
        }
        Ok(())
    }

    fn state_mut(&mut self) -> Result<&mut State, SaveError> {
        self.state.as_mut().ok_or(SaveError::NotLoaded)
    }

    fn first_place(&self, base: &Base) -> Place {
        journal::first(self.id, base.generation, base.mac)
    }
}

/// Makes the first two copies of a new space: generations 1 and 2, so that a missing copy is always a lost one.
pub(crate) fn first_images(
    entry: &Entry,
    mac: &MacKey,
    image: &[u8],
    schema: u32,
    now: DateTime<Utc>,
) -> Result<[(String, Vec<u8>); 2], SaveError> {
    let copy = |generation, prev| {
        let trailer = Trailer { generation, space: entry.id, at: now, schema, prev };
        trailer::seal(image, &trailer, mac).ok_or(SaveError::TooBig)
    };
    let (one, first_mac) = copy(1, [0; 32])?;
    let (two, _) = copy(FIRST_GENERATION, first_mac)?;
    let name = |slot| names::space(entry.file, slot);
    Ok([(name(Slot::Zero), entry.key.encrypt(&one)?), (name(Slot::One), entry.key.encrypt(&two)?)])
}

/// The high-water mark of a new space.
pub(crate) const FIRST_GENERATION: u64 = 2;

/// All names a space's files can have, for sweeping and undoing.
pub(crate) fn all_names(file: FileName) -> [String; 3] {
    [names::space(file, Slot::Zero), names::space(file, Slot::One), names::log(file)]
}
