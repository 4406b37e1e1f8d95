//! Journals cut at every byte and with single bits turned.

use hearth_domain::VaultId;

use super::*;
use crate::mac::MacKind;

struct Written {
    keys: JournalKeys,
    first: Place,
    lines: Vec<Vec<u8>>,
    /// Where each frame ends.
    ends: Vec<usize>,
    bytes: Vec<u8>,
}

fn written() -> Written {
    let key = Key::generate();
    let mac = key.mac_key(VaultId::from_bytes([1; 16]), MacKind::Journal);
    let keys = JournalKeys { key, mac };
    let first = first(SpaceId::from_bytes([2; 16]), 5, [3; 32]);
    let lines: Vec<Vec<u8>> = (0..3u8).map(|n| vec![b'a' + n; 20]).collect();
    let (mut place, mut all, mut ends) = (first, vec![], vec![]);
    for line in &lines {
        let (frame, mac) = bytes(&place, &[line], &keys).unwrap_or_else(|e| panic!("{e}"));
        all.extend(frame);
        ends.push(all.len());
        place = Place { seq: place.seq + 1, prev: mac, ..place };
    }
    Written { keys, first, lines, ends, bytes: all }
}

fn left(lines: &[Vec<u8>], whole: bool) -> Left {
    match (lines.is_empty(), whole) {
        (true, true) => Left::Useless,
        (true, false) => Left::Strange,
        (false, whole) => Left::Lines { lines: lines.to_vec(), whole },
    }
}

#[test]
fn cut_at_any_byte_it_gives_the_whole_frames_before_and_is_a_torn_end() {
    let w = written();
    for n in 0..=w.bytes.len() {
        let whole = w.ends.iter().filter(|end| **end <= n).count();
        assert_eq!(weigh(&w.bytes[..n], w.first, &w.keys), left(&w.lines[..whole], true), "cut at {n}");
    }
}

#[test]
fn a_turned_bit_ends_the_replay_there_and_is_told() {
    let w = written();
    for n in 0..w.bytes.len() {
        let mut bad = w.bytes.clone();
        bad[n] ^= 1 << (n % 8);
        let before = w.ends.iter().filter(|end| **end <= n).count();
        let start = if before == 0 { 0 } else { w.ends[before - 1] };
        let found = weigh(&bad, w.first, &w.keys);
        // A last frame whose length grew looks torn: nothing tells it from a crash (`build-notes.md` 3, rule 2).
        let looks_torn = before == 2 && n - start < 4 && found == left(&w.lines[..before], true);
        assert!(looks_torn || found == left(&w.lines[..before], false), "bit at {n}: {found:?}");
    }
}

#[test]
fn a_tail_of_zeros_is_torn_and_one_of_anything_else_is_told() {
    let w = written();
    let with = |tail: &[u8]| weigh(&[&w.bytes, tail].concat(), w.first, &w.keys);
    assert_eq!(with(&[0; 4096]), left(&w.lines, true));
    assert_eq!(with(&[0, 0, 0, 0, 1]), left(&w.lines, false));
    assert_eq!(with(&[0, 0, 0, 1, 9]), left(&w.lines, false));
}

#[test]
fn a_journal_of_an_older_image_is_useless_and_of_a_newer_one_strange() {
    let w = written();
    let of = |base| weigh(&w.bytes, Place { base, ..w.first }, &w.keys);
    assert_eq!(of(6), Left::Useless);
    assert_eq!(of(4), Left::Strange);
    let other_past = Place { prev: [4; 32], ..w.first };
    assert_eq!(weigh(&w.bytes, other_past, &w.keys), Left::Strange);
}
