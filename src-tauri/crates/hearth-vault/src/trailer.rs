//! An image as it is encrypted: padded to a bucket, with a trailer that dates and proves it (`vault.md` 2.3).

use chrono::{DateTime, Utc};
use hearth_domain::SpaceId;
use zeroize::Zeroizing;

use crate::mac::MacKey;

pub(crate) const LEN: usize = 1024;
const MIB: usize = 1024 * 1024;
const BUCKETS: [usize; 7] = [MIB, 2 * MIB, 4 * MIB, 8 * MIB, 16 * MIB, 32 * MIB, 64 * MIB];
const MAGIC: &[u8; 4] = b"HST1";
const VERSION: u32 = 1;
const MAC_AT: usize = LEN - 32;

/// Largest image file: the last bucket, its trailer, and 16 bytes per 64 KiB that age adds, with room to spare.
pub(crate) const CAP: u64 = 65 * MIB as u64;

/// What a trailer says besides its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trailer {
    pub(crate) generation: u64,
    pub(crate) space: SpaceId,
    pub(crate) at: DateTime<Utc>,
    pub(crate) schema: u32,
    /// The proof of the image before.
    pub(crate) prev: [u8; 32],
}

/// An image that was read back.
pub(crate) struct Opened {
    pub(crate) image: Zeroizing<Vec<u8>>,
    pub(crate) trailer: Trailer,
    pub(crate) mac: [u8; 32],
}

/// Why a plaintext is no image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoImage {
    Damaged,
    Newer,
}

/// The plaintext and its proof, or nothing if the image is past the last bucket.
pub(crate) fn seal(image: &[u8], trailer: &Trailer, key: &MacKey) -> Option<(Zeroizing<Vec<u8>>, [u8; 32])> {
    let bucket = *BUCKETS.iter().find(|b| image.len() <= **b)?;
    let mut plain = Zeroizing::new(Vec::with_capacity(bucket + LEN));
    plain.extend_from_slice(image);
    plain.resize(bucket, 0);
    plain.extend_from_slice(MAGIC);
    plain.extend_from_slice(&VERSION.to_le_bytes());
    plain.extend_from_slice(&(image.len() as u64).to_le_bytes());
    plain.extend_from_slice(&trailer.generation.to_le_bytes());
    plain.extend_from_slice(trailer.space.bytes());
    plain.extend_from_slice(&trailer.at.timestamp().to_le_bytes());
    plain.extend_from_slice(&trailer.schema.to_le_bytes());
    plain.extend_from_slice(&trailer.prev);
    plain.resize(bucket + MAC_AT, 0);
    let mac = key.sign(&[&plain]);
    plain.extend_from_slice(&mac);
    Some((plain, mac))
}

/// Reads a plaintext back: the proof first, then what it says. The image stays where it is: after ten years it is large.
pub(crate) fn open(mut plain: Zeroizing<Vec<u8>>, key: &MacKey) -> Result<Opened, NoImage> {
    let bucket = plain.len().checked_sub(LEN).filter(|n| BUCKETS.contains(n)).ok_or(NoImage::Damaged)?;
    let (before, mac) = plain.split_at(bucket + MAC_AT);
    if !key.verify(&[before], mac) {
        return Err(NoImage::Damaged);
    }
    let mut fields = Fields(&before[bucket..]);
    if &fields.take::<4>() != MAGIC {
        return Err(NoImage::Damaged);
    }
    if u32::from_le_bytes(fields.take()) > VERSION {
        return Err(NoImage::Newer);
    }
    let len = usize::try_from(u64::from_le_bytes(fields.take())).ok().filter(|n| *n <= bucket);
    let trailer = Trailer {
        generation: u64::from_le_bytes(fields.take()),
        space: SpaceId::from_bytes(fields.take()),
        at: DateTime::from_timestamp(i64::from_le_bytes(fields.take()), 0).ok_or(NoImage::Damaged)?,
        schema: u32::from_le_bytes(fields.take()),
        prev: fields.take(),
    };
    let mac = mac.try_into().map_err(|_| NoImage::Damaged)?;
    plain.truncate(len.ok_or(NoImage::Damaged)?);
    Ok(Opened { image: plain, trailer, mac })
}

/// The generation a trailer names, before its proof was checked: a hint which copy to read first.
pub(crate) fn generation(trailer: &[u8; LEN]) -> u64 {
    let mut fields = Fields(trailer);
    let _ = (fields.take::<4>(), fields.take::<4>(), fields.take::<8>());
    u64::from_le_bytes(fields.take())
}

/// Fixed fields, one after the other. Taking past the end gives zeros; callers check lengths before.
pub(crate) struct Fields<'a>(pub(crate) &'a [u8]);

impl Fields<'_> {
    pub(crate) fn take<const N: usize>(&mut self) -> [u8; N] {
        let mut field = [0; N];
        let n = N.min(self.0.len());
        field[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        field
    }
}
