//! Known answers, made by `tests/vectors/make.py` without any code of this crate. They pin the formats forever.

use chrono::DateTime;
use hearth_domain::{AuthorId, RoundId, SpaceId, VaultId};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::frame::{self, Place};
use crate::identity_file;
use crate::mac::{MacKey, MacKind};
use crate::sealed::{Opening, Round};
use crate::trailer::{self, Trailer};

fn vectors() -> Value {
    serde_json::from_str(include_str!("../tests/vectors/formats.json")).unwrap()
}

fn vault() -> VaultId {
    VaultId::from_bytes(std::array::from_fn(|n| u8::try_from(n).unwrap()))
}

fn key(kind: MacKind) -> MacKey {
    MacKey::derive(text(&vectors()["identity"]), vault(), kind)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn sum(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

#[test]
fn trailers_are_as_written_down() {
    for v in list(&vectors()["trailers"]) {
        let image: Vec<u8> = (0..v["image_len"].as_u64().unwrap()).map(|n| u8::try_from(n % 251).unwrap()).collect();
        let trailer = Trailer {
            generation: v["generation"].as_u64().unwrap(),
            space: SpaceId::from_bytes([0x5a; 16]),
            at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
            schema: 7,
            prev: [0xc3; 32],
        };
        let key = key(MacKind::Space);
        let (plain, mac) = trailer::seal(&image, &trailer, &key).unwrap();
        assert_eq!((hex::encode(mac), sum(&plain)), (text(&v["mac"]).to_owned(), text(&v["sha256"]).to_owned()));
        let opened = trailer::open(plain, &key).unwrap_or_else(|e| panic!("{e:?}"));
        assert_eq!((opened.image.to_vec(), opened.trailer, opened.mac), (image, trailer, mac));
    }
}

#[test]
fn frames_are_as_written_down() {
    for v in list(&vectors()["frames"]) {
        let lines: Vec<&str> = list(&v["lines"]).iter().map(text).collect();
        let place = Place {
            seq: u32::try_from(v["seq"].as_u64().unwrap()).unwrap(),
            base: v["base"].as_u64().unwrap(),
            space: SpaceId::from_bytes([0x5a; 16]),
            prev: [0xc3; 32],
        };
        let key = key(MacKind::Journal);
        let (plain, mac) = frame::seal(&place, &lines, &key).unwrap();
        assert_eq!((hex::encode(mac), sum(&plain)), (text(&v["mac"]).to_owned(), text(&v["sha256"]).to_owned()));
        assert_eq!(plain.len() as u64, v["len"].as_u64().unwrap());
        let opened = frame::open(&plain, &key).unwrap();
        assert_eq!((opened.place, opened.mac), (place, mac));
        assert_eq!(opened.lines, lines.iter().map(|l| l.as_bytes().to_vec()).collect::<Vec<_>>());
    }
}

#[test]
fn identity_files_are_as_written_down() {
    for v in list(&vectors()["identity_files"]) {
        let kind = if v["kind"] == "unlock" { MacKind::Unlock } else { MacKind::Keyring };
        let unit = usize::try_from(v["unit"].as_u64().unwrap()).unwrap();
        let sealed = identity_file::seal(text(&v["lines"]), unit, &key(kind));
        assert_eq!((sealed.len() as u64, sum(&sealed)), (v["len"].as_u64().unwrap(), text(&v["sha256"]).to_owned()));
        let (body, mac) = identity_file::split(&sealed).unwrap();
        assert_eq!(hex::encode(mac), text(&v["mac"]));
        assert!(key(kind).verify(&[body.as_bytes()], &mac));
        assert!(!key(MacKind::Space).verify(&[body.as_bytes()], &mac), "a key of one kind proves nothing of another");
    }
}

#[test]
fn commitments_are_as_written_down() {
    let round = Round { vault: vault(), id: RoundId::from_bytes([1; 16]), prompt: [2; 32] };
    for v in list(&vectors()["commitments"]) {
        let mut r = [0; 32];
        hex::decode_to_slice(text(&v["r"]), &mut r).unwrap();
        let opening = Opening::from_parts(r, text(&v["m"]).as_bytes().to_vec());
        let c = opening.commitment(&round, AuthorId::from_bytes([3; 16]));
        assert_eq!(hex::encode(c.bytes()), text(&v["c"]));
    }
}

#[test]
fn newer_versions_are_told_from_damage() {
    let key = key(MacKind::Space);
    let trailer = Trailer {
        generation: 1,
        space: SpaceId::from_bytes([1; 16]),
        at: DateTime::UNIX_EPOCH,
        schema: 1,
        prev: [0; 32],
    };
    let (plain, _) = trailer::seal(b"x", &trailer, &key).unwrap();
    let mut newer = plain;
    let bucket = newer.len() - trailer::LEN;
    newer[bucket + 4] = 2;
    assert!(matches!(trailer::open(newer.clone(), &key), Err(trailer::NoImage::Damaged)));
    let body = newer.len() - 32;
    let mac = key.sign(&[&newer[..body]]);
    newer[body..].copy_from_slice(&mac);
    assert!(matches!(trailer::open(newer.clone(), &key), Err(trailer::NoImage::Newer)));
}
