//! One open space: the image in memory and its file, joined. Neither knows the other.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use hearth_store::{Image, SCHEMA, Space, Stamped, Touched};
use hearth_vault::{LoadNotice, SaveError, SpaceFile};

use crate::contract::Code;
use crate::error::{OpenFailure, SaveFailure};
use crate::find::Index;

/// After so many frames, or so many bytes, the image is written in the background (`vault.md` 2.3a).
const FRAMES: u32 = 1000;
const JOURNAL_BYTES: u64 = 1024 * 1024;

/// An open space.
pub struct OpenSpace<S: Space> {
    image: Image<S>,
    file: Place,
    /// Lines applied to the image and not yet on disk, because a write failed.
    pending: Vec<Vec<u8>>,
    /// Its words for Find, once somebody looked for something. They go with the space, at lock and before.
    index: Option<Index>,
    /// What was changed since the index was made.
    touched: BTreeSet<Touched>,
}

enum Place {
    File(Box<SpaceFile>),
    /// The file could not be read: the image is empty, and nothing may be written over what lies there.
    Closed(Code),
}

/// A space as it was found.
pub struct Found<S: Space> {
    /// The space.
    pub space: OpenSpace<S>,
    /// What to tell its owner.
    pub notices: Vec<LoadNotice>,
    /// When its image or journal was last written.
    pub saved_at: DateTime<Utc>,
    /// A journal was left behind: the last session ended without locking.
    pub replayed: bool,
}

impl<S: Space> OpenSpace<S> {
    /// Loads the newest image, replays the journal, and writes the image at once if there was one: a journal
    /// belongs to one process.
    ///
    /// # Errors
    /// [`OpenFailure`].
    pub async fn open(mut file: SpaceFile, now: DateTime<Utc>) -> Result<Found<S>, OpenFailure> {
        let loaded = file.load()?;
        let mut image = Image::open(&loaded.image).await?;
        image.apply_all(&loaded.records).await?;
        let replayed = !loaded.records.is_empty();
        let saved_at = last_written::<S>(&loaded.records).unwrap_or(loaded.saved_at);
        let mut space = Self::around(image, Place::File(Box::new(file)));
        if replayed {
            space.write(now).await.map_err(OpenFailure::Save)?;
        }
        Ok(Found { space, notices: loaded.notices, saved_at, replayed })
    }

    /// An empty space in the place of one whose file cannot be read. It holds nothing and takes nothing.
    ///
    /// # Errors
    /// [`OpenFailure`] if SQLite refuses.
    pub async fn closed(why: Code) -> Result<Self, OpenFailure> {
        Ok(Self::around(Image::create().await?, Place::Closed(why)))
    }

    const fn around(image: Image<S>, file: Place) -> Self {
        Self { image, file, pending: vec![], index: None, touched: BTreeSet::new() }
    }

    /// Why this space stands empty, if its file could not be read.
    #[must_use]
    pub const fn why_closed(&self) -> Option<Code> {
        match self.file {
            Place::File(_) => None,
            Place::Closed(why) => Some(why),
        }
    }

    /// Writes changes: into the image, then into the journal. On return they are on disk.
    ///
    /// # Errors
    /// [`SaveFailure::DoesNotFit`] leaves everything as it was. Any other error keeps the changes in memory; they
    /// are written with the next save.
    pub async fn commit(&mut self, by: Person, at: DateTime<Utc>, changes: Vec<S::Change>) -> Result<(), SaveFailure> {
        self.queue(by, at, changes).await?;
        self.flush(at).await.map(|_| ())
    }

    /// Writes a change into both copies and into no journal, so that neither what was there before nor a line about it
    /// lies on the disk. The line that waits, should a write fail, names the first of the book whoever did it.
    ///
    /// # Errors
    /// As [`OpenSpace::commit`].
    pub async fn rewrite(&mut self, at: DateTime<Utc>, change: S::Change) -> Result<(), SaveFailure> {
        self.queue(Person::A, at, vec![change]).await?;
        self.write(at).await?;
        self.write(at).await
    }

    /// Applies changes to the image; the next [`OpenSpace::flush`] brings them to disk.
    ///
    /// # Errors
    /// [`SaveFailure::DoesNotFit`] leaves everything as it was, [`SaveFailure::Refused`] too: this space is closed.
    pub async fn queue(&mut self, by: Person, at: DateTime<Utc>, changes: Vec<S::Change>) -> Result<(), SaveFailure> {
        if let (Place::Closed(why), false) = (&self.file, changes.is_empty()) {
            return Err(SaveFailure::Refused(*why));
        }
        let touched: Vec<Touched> = changes.iter().filter_map(S::touched).collect();
        let lines: Vec<Vec<u8>> = changes.into_iter().map(|what| Stamped { at, by, what }.line()).collect();
        self.image.apply_all(&lines).await?;
        self.pending.extend(lines);
        if self.index.is_some() {
            self.touched.extend(touched);
        }
        Ok(())
    }

    /// Tries to write what is pending; says whether there was anything.
    ///
    /// # Errors
    /// [`SaveFailure`]; it stays pending.
    pub async fn flush(&mut self, now: DateTime<Utc>) -> Result<bool, SaveFailure> {
        if self.pending.is_empty() {
            return Ok(false);
        }
        let Place::File(file) = &mut self.file else { return Ok(false) };
        match file.append(&self.pending) {
            Ok(()) => self.pending.clear(),
            // After a failed flush the state of that file is unknown; the image is written instead (rule 3).
            Err(SaveError::Flush) => self.write(now).await?,
            Err(error) => return Err(error.into()),
        }
        if self.is_long() {
            // The lines are on disk already; an image that cannot be written now is written later.
            let _ = self.write(now).await;
        }
        Ok(true)
    }

    /// The journal has grown so long that opening would wait for it.
    fn is_long(&self) -> bool {
        matches!(&self.file, Place::File(file) if file.frames() >= FRAMES || file.journal_bytes() >= JOURNAL_BYTES)
    }

    /// Writes the whole image into the other slot and removes the journal.
    ///
    /// # Errors
    /// [`SaveFailure`]; the last good slot stands.
    pub async fn write(&mut self, now: DateTime<Utc>) -> Result<(), SaveFailure> {
        let Place::File(file) = &mut self.file else { return Ok(()) };
        let bytes = self.image.to_bytes().await?;
        let schema = u32::try_from(SCHEMA).unwrap_or(u32::MAX);
        file.write_image(&bytes, schema, now)?;
        self.pending.clear();
        Ok(())
    }

    /// The image, and its words as they were when somebody last looked for something, with what was changed since.
    pub const fn words(&mut self) -> (&mut Image<S>, &mut Option<Index>, &mut BTreeSet<Touched>) {
        (&mut self.image, &mut self.index, &mut self.touched)
    }

    /// Something was changed since the words were laid out, or they never were.
    #[must_use]
    pub fn words_are_stale(&self) -> bool {
        self.index.is_none() || !self.touched.is_empty()
    }

    /// Drops the words that were laid out for Find.
    pub fn forget_words(&mut self) {
        self.index = None;
        self.touched.clear();
    }

    /// The image, to read.
    pub fn read(&mut self) -> &mut Image<S> {
        &mut self.image
    }
}

/// When the last line of a journal was written: later than the image it follows.
fn last_written<S: Space>(lines: &[Vec<u8>]) -> Option<DateTime<Utc>> {
    Stamped::<S::Change>::read(lines.last()?).ok().map(|line| line.at)
}
