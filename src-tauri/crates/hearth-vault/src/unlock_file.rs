//! `unlock-x.age` and `recover-x.age`: the root identity under a passphrase or a printed code.

use secrecy::ExposeSecret;
use zeroize::Zeroizing;

use hearth_domain::VaultId;
use rand::{CryptoRng, RngCore};

use crate::age_file::{Key, NotEncrypted, Unreadable, decrypt_with, encrypt_with};
use crate::mac::MacKind;
use crate::{Cost, Passphrase, identity_file};

/// Largest such file in bytes; one is about 1.3 KB.
pub(crate) const CAP: u64 = 16 * 1024;
const UNIT: usize = 1024;
const FIRST_LINE: &str = "# hearthside-unlock v1\n";
/// Crockford's digits: no I, L, O, U.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Why an unlock file did not give a root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotUnlocked {
    WrongKey,
    Damaged,
    /// It opened and was made for another vault.
    SomeoneElses,
}

pub(crate) fn write(root: &Key, vault: VaultId, pass: &Passphrase, cost: Cost) -> Result<Vec<u8>, NotEncrypted> {
    let line = root.line();
    // Exposed to be written under the passphrase: this is the file that keeps it.
    let lines = Zeroizing::new(format!("{FIRST_LINE}{}\n", line.expose_secret()));
    let text = identity_file::seal(&lines, UNIT, &root.mac_key(vault, MacKind::Unlock));
    encrypt_with(pass, cost, &text)
}

pub(crate) fn read(file: &[u8], vault: VaultId, pass: &Passphrase, cost: Cost) -> Result<Key, NotUnlocked> {
    let text = decrypt_with(pass, cost, file).map_err(|error| match error {
        Unreadable::WrongKey => NotUnlocked::WrongKey,
        Unreadable::Damaged => NotUnlocked::Damaged,
    })?;
    let (body, mac) = identity_file::split(&text).ok_or(NotUnlocked::Damaged)?;
    let line = body.strip_prefix(FIRST_LINE).and_then(|rest| rest.lines().next()).ok_or(NotUnlocked::Damaged)?;
    let root = Key::parse(line).ok_or(NotUnlocked::Damaged)?;
    // The passphrase authenticated the text, so a proof that fails was made for another vault id.
    let ours = root.mac_key(vault, MacKind::Unlock).verify(&[body.as_bytes()], &mac);
    if ours { Ok(root) } else { Err(NotUnlocked::SomeoneElses) }
}

/// 160 random bits in Crockford's base 32: a code nobody is ever told, so that files never show whether a printed
/// one exists.
pub(crate) fn discarded_code<R: RngCore + CryptoRng + ?Sized>(rng: &mut R) -> Result<Passphrase, NotEncrypted> {
    let mut bytes = Zeroizing::new([0u8; 32]);
    rng.fill_bytes(&mut *bytes);
    let code = Zeroizing::new(bytes.map(|b| CROCKFORD[usize::from(b % 32)]));
    Passphrase::new(&*code).map_err(|_| NotEncrypted)
}
