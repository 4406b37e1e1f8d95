//! One journal frame: lines that were saved together, chained to what came before (`build-notes.md` 3).

use hearth_domain::SpaceId;
use zeroize::Zeroizing;

use crate::mac::MacKey;
use crate::trailer::Fields;

const MAGIC: &[u8; 4] = b"HSJ1";
const UNIT: usize = 1024;
/// Magic, seq, base, space, prev, n.
const HEAD: usize = 4 + 4 + 8 + 16 + 32 + 4;
const MAC: usize = 32;
/// Longest plaintext of a frame.
pub(crate) const CAP: usize = 8 * 1024 * 1024;

/// Where a frame stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// From 0.
    pub(crate) seq: u32,
    /// The generation of the image it continues.
    pub(crate) base: u64,
    pub(crate) space: SpaceId,
    /// The proof of the image, then of the frame before.
    pub(crate) prev: [u8; 32],
}

/// A frame that was read back.
pub(crate) struct Frame {
    pub(crate) place: Place,
    pub(crate) lines: Vec<Vec<u8>>,
    pub(crate) mac: [u8; 32],
}

/// Why lines make no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoFrame {
    TooBig,
    NotALine,
}

/// The plaintext and its proof.
pub(crate) fn seal<L: AsRef<[u8]>>(
    place: &Place,
    lines: &[L],
    key: &MacKey,
) -> Result<(Zeroizing<Vec<u8>>, [u8; 32]), NoFrame> {
    if lines.iter().any(|line| line.as_ref().is_empty() || line.as_ref().contains(&b'\n')) {
        return Err(NoFrame::NotALine);
    }
    let n: usize = lines.iter().map(|line| line.as_ref().len() + 1).sum();
    let size = (HEAD + n + MAC).next_multiple_of(UNIT);
    let count = u32::try_from(n).ok().filter(|_| size <= CAP).ok_or(NoFrame::TooBig)?;
    let mut plain = Zeroizing::new(Vec::with_capacity(size));
    plain.extend_from_slice(MAGIC);
    plain.extend_from_slice(&place.seq.to_le_bytes());
    plain.extend_from_slice(&place.base.to_le_bytes());
    plain.extend_from_slice(place.space.bytes());
    plain.extend_from_slice(&place.prev);
    plain.extend_from_slice(&count.to_le_bytes());
    for line in lines {
        plain.extend_from_slice(line.as_ref());
        plain.push(b'\n');
    }
    plain.resize(size - MAC, 0);
    let mac = key.sign(&[&plain]);
    plain.extend_from_slice(&mac);
    Ok((plain, mac))
}

/// Reads a plaintext back; nothing unless all of it is as it was written.
pub(crate) fn open(plain: &[u8], key: &MacKey) -> Option<Frame> {
    if plain.len() < UNIT || !plain.len().is_multiple_of(UNIT) {
        return None;
    }
    let (before, mac) = plain.split_at(plain.len() - MAC);
    if !key.verify(&[before], mac) {
        return None;
    }
    let mut fields = Fields(before);
    if &fields.take::<4>() != MAGIC {
        return None;
    }
    let place = Place {
        seq: u32::from_le_bytes(fields.take()),
        base: u64::from_le_bytes(fields.take()),
        space: SpaceId::from_bytes(fields.take()),
        prev: fields.take(),
    };
    let n = usize::try_from(u32::from_le_bytes(fields.take())).ok()?;
    let lines = fields.0.get(..n)?.strip_suffix(b"\n")?.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    Some(Frame { place, lines, mac: mac.try_into().ok()? })
}
