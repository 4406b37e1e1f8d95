//! What a locked vault shows: who can open it.

use std::path::Path;
use std::sync::Arc;

use hearth_domain::{Pair, Person, VaultId};

use crate::disk::Disk;
use crate::error::OpenError;
use crate::folder::names;
use crate::vault_json::{self, VaultJson};

/// What a locked vault shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which vault.
    pub vault: VaultId,
    /// Who can open it.
    pub tiles: Pair<Option<Tile>>,
}

/// One person who can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Their name, unless they left it off.
    pub name: Option<String>,
}

impl Look {
    pub(crate) fn of(json: &VaultJson) -> Self {
        let tile = |who: Person| json.tiles.get(&who).map(|name| Tile { name: name.clone() });
        Self { vault: json.vault, tiles: Pair { a: tile(Person::A), b: tile(Person::B) } }
    }
}

pub(crate) fn read_json(disk: &Arc<dyn Disk>, root: &Path) -> Result<VaultJson, OpenError> {
    match disk.read(&root.join(names::VAULT), vault_json::CAP) {
        Ok(bytes) => VaultJson::parse(&bytes),
        Err(error) => Err(match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => OpenError::NotAVault,
            std::io::ErrorKind::FileTooLarge | std::io::ErrorKind::InvalidInput => OpenError::Damaged,
            _ => OpenError::Disk(error),
        }),
    }
}
