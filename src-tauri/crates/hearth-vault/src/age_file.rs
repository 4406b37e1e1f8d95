//! The only module that calls the age crate: bytes in, age file out, and back.
//!
//! Recipients of vault files are secret: whoever knows one could plant a file (`vault.md` 0.1). So no type here can
//! be printed, and no function returns a recipient except [`Key::card`].

use std::io::{Cursor, Read, Seek, SeekFrom};
use std::iter;

use age::scrypt;
use age::stream::StreamReader;
use age::x25519::Identity;
use hearth_domain::VaultId;
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::header::{Lock, fits};
use crate::mac::{MacKey, MacKind};
use crate::{Cost, Passphrase};

/// An age identity. No `Debug`: neither it nor its recipient may be printed.
#[derive(Clone)]
pub(crate) struct Key(Identity);

/// Why an age file did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// The file is whole as far as can be seen, but not for this key or passphrase. A change to the part that
    /// holds the key looks the same.
    WrongKey,
    /// The file is not what was written.
    Damaged,
}

/// A file that could not be written: the age crate refused to encrypt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotEncrypted;

impl Key {
    pub(crate) fn generate() -> Self {
        Self(Identity::generate())
    }

    /// Reads an `AGE-SECRET-KEY-1...` line.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        line.parse().ok().map(Self)
    }

    /// The identity's line, for the file that keeps it and as input of its MAC keys.
    pub(crate) fn line(&self) -> SecretString {
        self.0.to_string()
    }

    /// The public recipient. Only ever asked of a card identity, whose recipient is meant for others.
    pub(crate) fn card(&self) -> String {
        self.0.to_public().to_string()
    }

    pub(crate) fn mac_key(&self, vault: VaultId, kind: MacKind) -> MacKey {
        // Exposed to derive from it: the key is the identity's text (`vault.md` 2.2).
        MacKey::derive(self.line().expose_secret(), vault, kind)
    }

    pub(crate) fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, NotEncrypted> {
        age::encrypt(&self.0.to_public(), plain).map_err(|_| NotEncrypted)
    }

    pub(crate) fn decrypt(&self, file: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unreadable> {
        open(file, &Lock::X25519, &self.0)
    }

    /// The last bytes of the plaintext, without decrypting what comes before. Only a hint: what lies before may have
    /// been tampered with.
    pub(crate) fn decrypt_tail<const N: usize>(&self, file: &[u8]) -> Option<Zeroizing<[u8; N]>> {
        let mut reader = reader(file, &Lock::X25519, &self.0).ok()?;
        reader.seek(SeekFrom::End(-i64::try_from(N).ok()?)).ok()?;
        let mut tail = Zeroizing::new([0; N]);
        reader.read_exact(&mut *tail).ok()?;
        Some(tail)
    }
}

/// Encrypts to a passphrase with exactly this work factor.
pub(crate) fn encrypt_with(pass: &Passphrase, cost: Cost, plain: &[u8]) -> Result<Vec<u8>, NotEncrypted> {
    // Exposed to be stretched by the age crate, which wipes its copy.
    let mut recipient = scrypt::Recipient::new(SecretString::from(pass.expose()));
    recipient.set_work_factor(cost.log_n());
    age::encrypt(&recipient, plain).map_err(|_| NotEncrypted)
}

/// Decrypts with a passphrase; work factors that this cost does not accept count as damage.
pub(crate) fn decrypt_with(pass: &Passphrase, cost: Cost, file: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unreadable> {
    let accepted = cost.accepted();
    let lock = Lock::Scrypt(accepted.clone());
    if !fits(file, &lock) {
        return Err(Unreadable::Damaged);
    }
    // Exposed to be stretched by the age crate, which wipes its copy.
    let mut identity = scrypt::Identity::new(SecretString::from(pass.expose()));
    identity.set_max_work_factor(*accepted.end());
    open(file, &lock, &identity)
}

/// Decrypts fully before anything is returned: no part of a tampered file is ever seen.
fn open(file: &[u8], lock: &Lock, identity: &dyn age::Identity) -> Result<Zeroizing<Vec<u8>>, Unreadable> {
    let mut reader = reader(file, lock, identity)?;
    // Reserved at once, so that growing leaves no copies of the plaintext behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(file.len()));
    reader.read_to_end(&mut plain).map_err(|_| Unreadable::Damaged)?;
    Ok(plain)
}

fn reader<'f>(
    file: &'f [u8],
    lock: &Lock,
    identity: &dyn age::Identity,
) -> Result<StreamReader<Cursor<&'f [u8]>>, Unreadable> {
    if !fits(file, lock) {
        return Err(Unreadable::Damaged);
    }
    let decryptor = age::Decryptor::new_buffered(Cursor::new(file)).map_err(|_| Unreadable::Damaged)?;
    decryptor.decrypt(iter::once(identity)).map_err(|error| match error {
        age::DecryptError::DecryptionFailed
        | age::DecryptError::KeyDecryptionFailed
        | age::DecryptError::NoMatchingKeys => Unreadable::WrongKey,
        _ => Unreadable::Damaged,
    })
}
