//! A passphrase as typed by a person.

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Longest passphrase in bytes (`vault.md` 2.2).
const LONGEST: usize = 1024;

/// A passphrase: NFC, 1 to 1024 bytes, no line break. It is wiped when dropped and has no `Debug`.
#[derive(Clone)]
pub struct Passphrase(SecretString);

/// Why a text cannot be a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// Nothing was typed.
    #[error("empty passphrase")]
    Empty,
    /// More than 1024 bytes.
    #[error("passphrase too long")]
    TooLong,
    /// It holds a line break, or is no UTF-8.
    #[error("passphrase is not one line of text")]
    NotOneLine,
}

impl Passphrase {
    /// Takes what was typed. The caller's copy is theirs to wipe.
    ///
    /// # Errors
    /// [`PassphraseError`], at once for long input: nothing is normalized or stretched before the length is known.
    pub fn new(typed: &[u8]) -> Result<Self, PassphraseError> {
        if typed.len() > LONGEST {
            return Err(PassphraseError::TooLong);
        }
        let text = std::str::from_utf8(typed).map_err(|_| PassphraseError::NotOneLine)?;
        // Reserved at once, so that growing leaves no copies: NFC can lengthen a text, at most threefold.
        let mut nfc = Zeroizing::new(String::with_capacity(3 * text.len()));
        nfc.extend(text.nfc());
        match nfc.len() {
            0 => Err(PassphraseError::Empty),
            n if n > LONGEST => Err(PassphraseError::TooLong),
            _ if nfc.contains(['\n', '\r']) => Err(PassphraseError::NotOneLine),
            _ => Ok(Self(SecretString::from(nfc.as_str()))),
        }
    }

    /// Whether the same was typed twice. Takes as long for every text of that length.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.expose().as_bytes().ct_eq(other.expose().as_bytes()).into()
    }

    /// For the age crate, which stretches it, and for the strength check, which reads it.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_letters_are_one_passphrase() {
        let composed = Passphrase::new("caf\u{e9}".as_bytes()).map(|p| p.expose().to_owned());
        let decomposed = Passphrase::new("cafe\u{301}".as_bytes()).map(|p| p.expose().to_owned());
        assert_eq!(composed, decomposed);
        assert_eq!(composed.as_deref(), Ok("caf\u{e9}"));
    }

    #[test]
    fn what_cannot_be_a_passphrase_is_told_apart() {
        let problem = |bytes: &[u8]| Passphrase::new(bytes).map(|_| ()).unwrap_err();
        assert_eq!(problem(b""), PassphraseError::Empty);
        assert_eq!(problem(&[b'a'; 1025]), PassphraseError::TooLong);
        assert_eq!(problem(&vec![b'a'; 1 << 20]), PassphraseError::TooLong);
        assert_eq!(problem(b"two\nlines"), PassphraseError::NotOneLine);
        assert_eq!(problem(b"\xff"), PassphraseError::NotOneLine);
        assert!(Passphrase::new(&[b'a'; 1024]).is_ok());
    }
}
