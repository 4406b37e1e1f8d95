//! The rules of `vault.md` 3.1, each broken once.

use rand::SeedableRng;
use rand::rngs::StdRng;

use super::*;

const ALEX: AuthorId = AuthorId::from_bytes([1; 16]);
const SAM: AuthorId = AuthorId::from_bytes([2; 16]);

fn round() -> Round {
    Round { vault: VaultId::from_bytes([9; 16]), id: RoundId::from_bytes([8; 16]), prompt: [7; 32] }
}

fn sealed(answer: &str, seed: u64, author: AuthorId) -> (Opening, Commitment) {
    let opening = Opening::seal(answer.as_bytes(), &mut StdRng::seed_from_u64(seed));
    let c = opening.commitment(&round(), author);
    (opening, c)
}

#[test]
fn both_open_and_each_reads_what_the_other_sealed() {
    let ((alex, ca), (sam, cs)) = (sealed("\"hope\"", 1, ALEX), sealed("null", 2, SAM));
    let pin_a = Pin::new(ca, cs).and_then(|p| p.on_disk(5, 5)).unwrap();
    let pin_s = Pin::new(cs, ca).and_then(|p| p.on_disk(3, 4)).unwrap();
    let from_alex = pin_a.release(&alex, &round(), ALEX, ca, cs).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(pin_s.verify(&from_alex, &round(), ALEX), Ok(&b"\"hope\""[..]));
    assert_eq!(pin_a.verify(&sam, &round(), SAM), Ok(&b"null"[..]));
}

#[test]
fn a_copied_commitment_is_never_pinned() {
    let (_, c) = sealed("\"mine\"", 1, ALEX);
    assert_eq!(Pin::new(c, Commitment::from_bytes(*c.bytes())), Err(SealError::Copied));
}

#[test]
fn nothing_is_released_before_the_pin_is_in_a_marked_image() {
    let ((_, ca), (_, cs)) = (sealed("1", 1, ALEX), sealed("2", 2, SAM));
    let pin = Pin::new(ca, cs).unwrap();
    assert_eq!(pin.on_disk(6, 5), Err(SealError::NotDurable));
    assert!(pin.on_disk(6, 6).is_ok());
}

#[test]
fn an_answer_replaced_after_the_pin_voids_the_round() {
    let ((alex, ca), (_, cs), (_, other)) = (sealed("1", 1, ALEX), sealed("2", 2, SAM), sealed("3", 3, SAM));
    let pinned = Pin::new(ca, cs).and_then(|p| p.on_disk(1, 1)).unwrap();
    assert_eq!(pinned.release(&alex, &round(), ALEX, ca, other).err(), Some(SealError::Replaced));
    assert_eq!(pinned.release(&alex, &round(), ALEX, other, cs).err(), Some(SealError::Replaced));
}

#[test]
fn what_was_not_sealed_is_neither_released_nor_shown() {
    let ((_, ca), (sam, cs), (other, _)) = (sealed("1", 1, ALEX), sealed("2", 2, SAM), sealed("3", 3, SAM));
    let pinned = Pin::new(ca, cs).and_then(|p| p.on_disk(1, 1)).unwrap();
    assert_eq!(pinned.release(&other, &round(), ALEX, ca, cs).err(), Some(SealError::NotWhatWasSealed));
    assert_eq!(pinned.verify(&other, &round(), SAM), Err(SealError::NotWhatWasSealed));
    let elsewhere = Round { id: RoundId::from_bytes([0; 16]), ..round() };
    assert_eq!(pinned.verify(&sam, &elsewhere, SAM), Err(SealError::NotWhatWasSealed));
    assert_eq!(pinned.verify(&sam, &round(), ALEX), Err(SealError::NotWhatWasSealed), "authors are bound");
}

#[test]
fn equal_answers_look_different_and_no_length_shows() {
    let commitments: Vec<_> = (0..50).map(|seed| *sealed("\"yes\"", seed, ALEX).1.bytes()).collect();
    assert!(commitments.iter().enumerate().all(|(n, c)| !commitments[..n].contains(c)));
}
