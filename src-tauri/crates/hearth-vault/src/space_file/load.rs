//! Loading: the newest copy that is what was written and not older than what its reader saw, then the journal after it.

use chrono::{DateTime, Utc};

use super::{Base, Outdated, SpaceFile, State};
use crate::error::LoadError;
use crate::folder::{Found, Slot, names};
use crate::journal::{self, Left};
use crate::keyring::SpaceKind;
use crate::trailer::{self, NoImage, Opened};

/// A space as it was found.
pub struct Loaded {
    /// The newest image.
    pub image: Vec<u8>,
    /// Journal lines to replay over it, in order. If there are any, the image must be written before anything else.
    pub records: Vec<Vec<u8>>,
    /// What to tell the reader.
    pub notices: Vec<LoadNotice>,
    /// When the image was written. A journal's lines may be later.
    pub saved_at: DateTime<Utc>,
    /// The store's number for the tables inside.
    pub schema: u32,
}

/// Something the reader should know; the space opened all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadNotice {
    /// The newest copy was lost; the one before was opened.
    OlderCopy,
    /// Part of the last session's journal could not be read; it was put aside.
    JournalKept,
    /// The keyring is older than the pages: somebody put an old one back.
    OlderKeyring,
    /// One of the two copies of the keyring was lost; the other was used.
    KeyringCopyLost,
}

enum Copy {
    Lost,
    Foreign,
    Newer,
    Good(Box<Opened>),
}

impl SpaceFile {
    /// Loads the newest copy. Changes nothing on disk.
    ///
    /// # Errors
    /// [`LoadError`].
    pub fn load(&mut self) -> Result<Loaded, LoadError> {
        let copies = Slot::BOTH.map(|slot| (slot, self.read(slot)));
        if copies.iter().any(|(_, copy)| matches!(copy, Copy::Newer)) {
            return Err(LoadError::Newer);
        }
        let foreign = copies.iter().any(|(_, copy)| matches!(copy, Copy::Foreign));
        let mut good: Vec<_> = copies.into_iter().filter_map(|(slot, copy)| copy.good(slot)).collect();
        good.sort_by_key(|(_, opened)| opened.trailer.generation);
        let both = good.len() == 2;
        let none = if foreign { LoadError::SomeoneElses } else { LoadError::Damaged };
        let (slot, opened) = good.pop().ok_or(none)?;
        let mut notices = self.compare(opened.trailer.generation, both)?.into_iter().collect();
        let records = self.adopt(slot, &opened, &mut notices);
        let (saved_at, schema) = (opened.trailer.at, opened.trailer.schema);
        Ok(Loaded { image: opened.image, records, notices, saved_at, schema })
    }

    fn read(&self, slot: Slot) -> Copy {
        let Found::Bytes(file) = self.folder.find(&names::space(self.file, slot), trailer::CAP) else {
            return Copy::Lost;
        };
        let Ok(plain) = self.key.decrypt(&file) else { return Copy::Lost };
        match trailer::open(&plain, &self.mac) {
            Ok(opened) if opened.trailer.space == self.id => Copy::Good(Box::new(opened)),
            Ok(_) => Copy::Foreign,
            Err(NoImage::Newer) => Copy::Newer,
            Err(NoImage::Damaged) => Copy::Lost,
        }
    }

    /// Holds what was found against the high-water mark. One copy lost explains a gap of one; more is a put-back.
    fn compare(&self, generation: u64, both: bool) -> Result<Option<LoadNotice>, LoadError> {
        let high = self.marks.high(self.kind);
        if generation >= high {
            // Ours may run ahead of a person who was away. Mine never: its mark is raised before the next image.
            let old_keyring = self.kind == SpaceKind::Mine && generation > high + 1;
            return Ok(old_keyring.then_some(LoadNotice::OlderKeyring));
        }
        if generation + 1 == high && !both { Ok(Some(LoadNotice::OlderCopy)) } else { Err(LoadError::RolledBack) }
    }

    fn adopt(&mut self, slot: Slot, opened: &Opened, notices: &mut Vec<LoadNotice>) -> Vec<Vec<u8>> {
        let base = Base { generation: opened.trailer.generation, slot, mac: opened.mac };
        let left =
            journal::read_left(&self.folder, &names::log(self.file), self.first_place(&base), &self.journal_keys);
        let (records, outdated) = match left {
            Left::Nothing => (vec![], Outdated::No),
            Left::Useless => (vec![], Outdated::Remove),
            Left::Strange => (vec![], Outdated::Keep),
            Left::Lines { lines, whole } => (lines, if whole { Outdated::Remove } else { Outdated::Keep }),
        };
        if outdated == Outdated::Keep {
            notices.push(LoadNotice::JournalKept);
        }
        self.marks.set_generation(base.generation);
        let (image_first, unmarked) = (!records.is_empty(), true);
        self.state = Some(State { base, journal: None, image_first, outdated, unmarked });
        records
    }
}

impl Copy {
    fn good(self, slot: Slot) -> Option<(Slot, Box<Opened>)> {
        match self {
            Self::Good(opened) => Some((slot, opened)),
            _ => None,
        }
    }
}
