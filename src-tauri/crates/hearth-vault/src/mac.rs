//! Proof that the holder of an identity wrote a plaintext: age alone does not say who wrote a file (`vault.md` 0.1).

use hearth_domain::VaultId;
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// What a MAC is for. A key for one kind proves nothing about another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MacKind {
    Unlock,
    Keyring,
    Space,
    Journal,
}

impl MacKind {
    const fn info(self) -> &'static [u8] {
        match self {
            Self::Unlock => b"hearthside/v1/mac/unlock",
            Self::Keyring => b"hearthside/v1/mac/keyring",
            Self::Space => b"hearthside/v1/mac/space",
            Self::Journal => b"hearthside/v1/mac/journal",
        }
    }
}

/// `HKDF-SHA256(ikm = the identity's text, salt = vault id, info = kind)` (`vault.md` 2.2).
pub(crate) struct MacKey(Zeroizing<[u8; 32]>);

impl MacKey {
    pub(crate) fn derive(identity_text: &str, vault: VaultId, kind: MacKind) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        // 32 bytes are always within what HKDF-SHA256 can give, so this cannot fail.
        let expanded =
            Hkdf::<Sha256>::new(Some(vault.bytes()), identity_text.as_bytes()).expand(kind.info(), &mut *key);
        debug_assert!(expanded.is_ok());
        Self(key)
    }

    pub(crate) fn sign(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.over(parts).finalize().into_bytes().into()
    }

    /// Compares in constant time.
    pub(crate) fn verify(&self, parts: &[&[u8]], mac: &[u8]) -> bool {
        self.over(parts).verify_slice(mac).is_ok()
    }

    fn over(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        // HMAC takes keys of any length; `new` with the block-sized array spares a failure path.
        let mut block = Zeroizing::new([0u8; 64]);
        block[..32].copy_from_slice(&*self.0);
        let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new((&*block).into());
        parts.iter().for_each(|part| mac.update(part));
        mac
    }
}
