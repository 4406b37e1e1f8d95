//! `vault.json`, the only file that is read before a passphrase. No security rests on it (`build-notes.md` 3).

use std::collections::BTreeMap;

use hearth_domain::{Person, VaultId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::OpenError;

/// Largest such file in bytes (`vault.md` 2.1).
pub(crate) const CAP: u64 = 2 * 1024;
/// Longest name on a tile in bytes: two of them and four sums stay under the cap.
const LONGEST_NAME: usize = 100;
const FORMAT: u32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VaultJson {
    format: u32,
    pub(crate) vault: VaultId,
    /// A name, or `null` for who left it off; absent for who has not joined.
    pub(crate) tiles: BTreeMap<Person, Option<String>>,
    /// Sums of unlock and recover files: they tell a wrong passphrase from a damaged file.
    sums: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Says {
    format: u32,
}

impl VaultJson {
    pub(crate) const fn new(vault: VaultId) -> Self {
        Self { format: FORMAT, vault, tiles: BTreeMap::new(), sums: BTreeMap::new() }
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, OpenError> {
        let says: Says = serde_json::from_slice(bytes).map_err(|_| OpenError::Damaged)?;
        if says.format > FORMAT {
            return Err(OpenError::Newer);
        }
        serde_json::from_slice(bytes).map_err(|_| OpenError::Damaged)
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Remembers the one sum of a file, named without its ending.
    pub(crate) fn set_sum(&mut self, name: &str, file: &[u8]) {
        self.sums.insert(stem(name).to_owned(), vec![hex::encode(Sha256::digest(file))]);
    }

    /// Whether a file is known to differ from what was written.
    pub(crate) fn knows_better(&self, name: &str, file: &[u8]) -> bool {
        let sum = hex::encode(Sha256::digest(file));
        self.sums.get(stem(name)).is_some_and(|sums| !sums.contains(&sum))
    }
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".age").unwrap_or(name)
}

/// Whether a name can stand on a tile.
pub(crate) fn fits_tile(name: &str) -> bool {
    !name.trim().is_empty() && name.len() <= LONGEST_NAME && !name.chars().any(char::is_control)
}
