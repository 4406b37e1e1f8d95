//! Looks over an age header before the age crate sees it: its parser is quadratic (`vault.md` 0.8).

use std::ops::RangeInclusive;

/// Largest header in bytes.
const CAP: usize = 8 * 1024;
/// age adds stanzas nobody knows, so that readers keep skipping them.
const MOST_UNKNOWN: usize = 3;
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// The one stanza a file must have.
#[derive(Clone, Debug)]
pub(crate) enum Lock {
    X25519,
    /// With the accepted work factors.
    Scrypt(RangeInclusive<u8>),
}

/// Whether the header is small, whole and of the expected kind.
pub(crate) fn fits(file: &[u8], lock: &Lock) -> bool {
    let head = &file[..file.len().min(CAP)];
    let Some(stanzas) = stanzas(head) else { return false };
    match lock {
        Lock::X25519 => {
            let known = stanzas.iter().filter(|s| s.starts_with("X25519 ")).count();
            let scrypt = stanzas.iter().any(|s| kind(s) == "scrypt");
            known == 1 && !scrypt && stanzas.len() <= 1 + MOST_UNKNOWN
        }
        Lock::Scrypt(accepted) => stanzas.len() == 1 && work_factor(stanzas[0]).is_some_and(|n| accepted.contains(&n)),
    }
}

/// Whether these bytes begin as an age file does.
pub(crate) fn starts_here(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// The first lines of all stanzas, if the closing line comes within the cap.
fn stanzas(head: &[u8]) -> Option<Vec<&str>> {
    let mut rest = head.strip_prefix(MAGIC)?;
    let mut found = vec![];
    loop {
        let end = rest.iter().position(|b| *b == b'\n')?;
        let line = std::str::from_utf8(&rest[..end]).ok()?;
        rest = &rest[end + 1..];
        if line.starts_with("--- ") {
            return Some(found);
        }
        found.extend(line.strip_prefix("-> "));
    }
}

fn kind(stanza: &str) -> &str {
    stanza.split(' ').next().unwrap_or_default()
}

fn work_factor(stanza: &str) -> Option<u8> {
    let mut words = stanza.split(' ');
    let (kind, _salt, factor) = (words.next()?, words.next()?, words.next()?);
    if kind == "scrypt" { factor.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(stanzas: &[&str]) -> Vec<u8> {
        let lines: String = stanzas.iter().map(|s| format!("-> {s}\nAAAA\n")).collect();
        format!("age-encryption.org/v1\n{lines}--- mac\npayload").into_bytes()
    }

    #[test]
    fn one_stanza_of_the_right_kind_and_at_most_three_unknown() {
        assert!(fits(&header(&["X25519 k"]), &Lock::X25519));
        assert!(fits(&header(&["X25519 k", "g1", "g2", "g3"]), &Lock::X25519));
        assert!(!fits(&header(&["X25519 k", "g1", "g2", "g3", "g4"]), &Lock::X25519));
        assert!(!fits(&header(&["X25519 k", "X25519 l"]), &Lock::X25519));
        assert!(!fits(&header(&["X25519 k", "scrypt s 18"]), &Lock::X25519));
        assert!(!fits(&header(&["g1"]), &Lock::X25519));
        assert!(!fits(&header(&["X25519 k"]), &Lock::Scrypt(15..=20)));
        assert!(!fits(&header(&["scrypt s 18", "g1"]), &Lock::Scrypt(15..=20)));
    }

    #[test]
    fn the_work_factor_is_held_within_its_bounds() {
        for (factor, good) in [("14", false), ("15", true), ("20", true), ("21", false), ("63", false), ("x", false)] {
            assert_eq!(fits(&header(&[&format!("scrypt salt {factor}")]), &Lock::Scrypt(15..=20)), good, "{factor}");
        }
    }

    #[test]
    fn a_header_past_eight_kib_is_never_parsed() {
        let long = "x".repeat(9000);
        assert!(!fits(&header(&["X25519 k", &long]), &Lock::X25519));
        assert!(!fits(&header(&[]).repeat(60_000), &Lock::X25519));
        assert!(!fits(b"", &Lock::X25519));
    }
}
