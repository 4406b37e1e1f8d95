//! The journal of a running session: frames one after the other in `s/<16 hex>.log` (`vault.md` 2.3a).
//!
//! Must not know what a line says.

use std::io;

use hearth_domain::SpaceId;
use zeroize::Zeroizing;

use crate::age_file::Key;
use crate::disk::DiskFile;
use crate::error::SaveError;
use crate::folder::{Folder, Found};
use crate::frame::{self, Frame, NoFrame, Place};
use crate::header;
use crate::mac::MacKey;

/// Largest journal that is read, in bytes. The image is written long before (`vault.md` 2.3a).
const CAP: u64 = 64 * 1024 * 1024;

/// What a journal's frames are made and checked with.
pub(crate) struct JournalKeys {
    pub(crate) key: Key,
    pub(crate) mac: MacKey,
}

/// The journal this process writes.
pub(crate) struct Journal {
    file: Box<dyn DiskFile>,
    next: Place,
    len: u64,
}

/// What became of an entry.
pub(crate) enum Appended {
    /// It is on disk.
    Lasting,
    /// It is not, and the journal is as it was.
    Not(SaveError),
    /// Nothing is known: the journal takes nothing more.
    Unsure,
}

impl Journal {
    /// Starts a journal for an image. Its name lasts before this returns.
    pub(crate) fn start(folder: &Folder, name: &str, parent: &str, first: Place) -> Result<Self, SaveError> {
        let file = folder.disk.create(&folder.path(name))?;
        folder.sync(parent).map_err(|_| SaveError::Flush)?;
        Ok(Self { file, next: first, len: 0 })
    }

    pub(crate) const fn frames(&self) -> u32 {
        self.next.seq
    }

    pub(crate) const fn len(&self) -> u64 {
        self.len
    }

    pub(crate) fn append<L: AsRef<[u8]>>(&mut self, lines: &[L], keys: &JournalKeys) -> Appended {
        let (bytes, mac) = match bytes(&self.next, lines, keys) {
            Ok(made) => made,
            Err(error) => return Appended::Not(error),
        };
        if let Err(error) = self.file.write_all(&bytes) {
            return match self.file.set_len(self.len) {
                Ok(()) => Appended::Not(error.into()),
                Err(_) => Appended::Unsure,
            };
        }
        if self.file.sync().is_err() {
            return Appended::Unsure;
        }
        self.len += bytes.len() as u64;
        self.next = Place { seq: self.next.seq + 1, prev: mac, ..self.next };
        Appended::Lasting
    }
}

fn bytes<L: AsRef<[u8]>>(place: &Place, lines: &[L], keys: &JournalKeys) -> Result<(Vec<u8>, [u8; 32]), SaveError> {
    let (plain, mac) = frame::seal(place, lines, &keys.mac).map_err(|error| match error {
        NoFrame::TooBig => SaveError::TooBig,
        NoFrame::NotALine => SaveError::NotALine,
    })?;
    let file = keys.key.encrypt(&plain)?;
    let len = u32::try_from(file.len()).map_err(|_| SaveError::TooBig)?;
    Ok(([&len.to_be_bytes()[..], &file].concat(), mac))
}

/// What a journal left by another process means for the image that was opened (`build-notes.md` 3, rules 1 and 2).
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Left {
    /// There is none.
    Nothing,
    /// It holds nothing for this image: it may go.
    Useless,
    /// These lines come after the image. `whole`: nothing else was in it.
    Lines { lines: Vec<Vec<u8>>, whole: bool },
    /// It cannot be read, or it continues an image that is lost: told, and put aside.
    Strange,
}

/// Reads what another process left.
pub(crate) fn read_left(folder: &Folder, name: &str, first: Place, keys: &JournalKeys) -> Left {
    match folder.find(name, CAP) {
        Found::Nothing => Left::Nothing,
        Found::Unreadable => Left::Strange,
        Found::Bytes(bytes) => weigh(&bytes, first, keys),
    }
}

fn weigh(bytes: &[u8], first: Place, keys: &JournalKeys) -> Left {
    let mut rest = bytes;
    let mut expected = first;
    let mut lines = vec![];
    let whole = loop {
        match cut(rest) {
            Cut::End => break true,
            Cut::Bad => break false,
            Cut::Frame(file, after) => match open(file, keys) {
                Some(frame) if frame.place == expected => {
                    lines.extend(frame.lines);
                    expected = Place { seq: expected.seq + 1, prev: frame.mac, ..expected };
                    rest = after;
                }
                // An authentic frame of an older image: that image's successor holds what it says.
                Some(frame) if of_older_image(&frame, first) => return Left::Useless,
                _ => break false,
            },
        }
    };
    match (lines.is_empty(), whole) {
        (true, true) => Left::Useless,
        (true, false) => Left::Strange,
        (false, whole) => Left::Lines { lines, whole },
    }
}

fn of_older_image(frame: &Frame, first: Place) -> bool {
    frame.place.space == first.space && frame.place.seq == 0 && frame.place.base < first.base
}

fn open(file: &[u8], keys: &JournalKeys) -> Option<Frame> {
    let plain: Zeroizing<Vec<u8>> = keys.key.decrypt(file).ok()?;
    frame::open(&plain, &keys.mac)
}

enum Cut<'a> {
    /// Nothing more, or a last frame that was not written to its end.
    End,
    Bad,
    Frame(&'a [u8], &'a [u8]),
}

/// The next frame. A short last one is torn, unless whole frames hide behind its length.
fn cut(rest: &[u8]) -> Cut<'_> {
    let Some((len, after)) = rest.split_first_chunk::<4>() else { return Cut::End };
    let len = u32::from_be_bytes(*len) as usize;
    if len == 0 {
        return if after.iter().all(|b| *b == 0) { Cut::End } else { Cut::Bad };
    }
    match after.split_at_checked(len) {
        Some((file, after)) => Cut::Frame(file, after),
        None if len > 2 * frame::CAP || hides_frames(after) => Cut::Bad,
        None => Cut::End,
    }
}

fn hides_frames(torn: &[u8]) -> bool {
    (1..torn.len()).any(|at| header::starts_here(&torn[at..]))
}

/// The place of the first frame after an image.
pub(crate) const fn first(space: SpaceId, base: u64, image_mac: [u8; 32]) -> Place {
    Place { seq: 0, base, space, prev: image_mac }
}

/// Puts a journal aside under a free name; it is never read again, and never deleted.
pub(crate) fn put_aside(folder: &Folder, name: &str) -> io::Result<()> {
    for n in 0u32.. {
        let kept = if n == 0 { format!("{name}.kept") } else { format!("{name}.kept-{n}") };
        if !folder.disk.exists(&folder.path(&kept))? {
            return match folder.disk.rename(&folder.path(name), &folder.path(&kept)) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                done => done,
            };
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests;
