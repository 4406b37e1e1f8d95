//! Loading: the newest copy that is what was written and not older than what its reader saw, then the journal after it.

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::{Base, Outdated, SpaceFile, State};
use crate::error::LoadError;
use crate::folder::{Found, Slot, names};
use crate::journal::{self, Left};
use crate::keyring::SpaceKind;
use crate::trailer::{self, NoImage, Opened};

/// A space as it was found.
pub struct Loaded {
    /// The newest image.
    pub image: Zeroizing<Vec<u8>>,
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

/// The copy to open.
struct Best {
    slot: Slot,
    opened: Box<Opened>,
    /// The other copy is lost.
    alone: bool,
}

impl SpaceFile {
    /// Loads the newest copy. Changes nothing on disk.
    ///
    /// # Errors
    /// [`LoadError`].
    pub fn load(&mut self) -> Result<Loaded, LoadError> {
        let Best { slot, opened, alone } = self.best()?;
        let mut notices = self.compare(opened.trailer.generation, !alone)?.into_iter().collect();
        let records = self.adopt(slot, &opened, &mut notices);
        let (saved_at, schema) = (opened.trailer.at, opened.trailer.schema);
        Ok(Loaded { image: opened.image, records, notices, saved_at, schema })
    }

    /// The newest good copy. What claims to be newest is read first; if it is good and not older than what its reader
    /// saw, the other need not be decrypted. After ten years that is half of the time to open.
    fn best(&self) -> Result<Best, LoadError> {
        let mut files: Vec<(Slot, Vec<u8>)> = Slot::BOTH.into_iter().filter_map(|s| Some((s, self.file(s)?))).collect();
        files.sort_by_cached_key(|(_, file)| {
            let tail = self.key.decrypt_tail::<{ trailer::LEN }>(file);
            std::cmp::Reverse(tail.map(|tail| trailer::generation(&tail)))
        });
        let (mut good, mut foreign) = (Vec::new(), false);
        for (slot, file) in files {
            match self.read(&file) {
                Copy::Newer => return Err(LoadError::Newer),
                Copy::Foreign => foreign = true,
                Copy::Lost => {}
                Copy::Good(opened) if opened.trailer.generation >= self.marks.high(self.kind) => {
                    return Ok(Best { slot, opened, alone: false });
                }
                Copy::Good(opened) => good.push((slot, opened)),
            }
        }
        let alone = good.len() == 1;
        let newest = good.into_iter().max_by_key(|(_, opened)| opened.trailer.generation);
        let (slot, opened) = newest.ok_or(if foreign { LoadError::SomeoneElses } else { LoadError::Damaged })?;
        Ok(Best { slot, opened, alone })
    }

    fn file(&self, slot: Slot) -> Option<Vec<u8>> {
        match self.folder.find(&names::space(self.file, slot), trailer::CAP) {
            Found::Bytes(file) => Some(file),
            _ => None,
        }
    }

    fn read(&self, file: &[u8]) -> Copy {
        let Ok(plain) = self.key.decrypt(file) else { return Copy::Lost };
        match trailer::open(plain, &self.mac) {
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
