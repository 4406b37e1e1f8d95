//! The locked vault, and what is typed in front of it: set-up and passphrases.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use hearth_domain::{Pair, Person};
use hearth_vault::disk::{Disk, RealDisk};
use hearth_vault::{LockedVault, Passphrase, Settings, Tries, VaultDir};

use crate::contract::{Code, Tile};

/// The computer's own disk.
#[must_use]
pub fn disk() -> Arc<dyn Disk> {
    Arc::new(RealDisk)
}

/// What stands in front of the vault.
#[derive(Default)]
pub struct Door {
    /// The vault, with its lock taken; `None` if there is none yet or it cannot be opened.
    pub vault: Option<LockedVault>,
    /// Where it lies or will lie.
    pub folder: PathBuf,
    /// Set-up of one person, until their passphrase was proved.
    pub newcomer: Option<Newcomer>,
    /// Wrong tries of each person.
    pub tries: Pair<Tries>,
    people: Pair<bool>,
}

/// One person setting up. Quitting leaves nothing (F1).
#[derive(Default)]
pub struct Newcomer {
    /// What they want to be called, and whether the first page may show it.
    pub name: Option<(String, bool)>,
    /// The passphrase they chose, until it was typed once more.
    pub passphrase: Option<Passphrase>,
    /// How often the second typing did not match.
    pub misses: u8,
}

/// What the first page shows.
pub struct Looked {
    /// Who can open.
    pub tiles: Vec<Tile>,
    /// Why it cannot be opened.
    pub problem: Option<Code>,
}

/// Whether a folder holds a workbook.
///
/// # Errors
/// Why not.
pub fn is_vault(folder: &Path) -> Result<(), Code> {
    VaultDir::look(&disk(), folder).map(|_| ()).map_err(Code::from)
}

impl Door {
    /// Looks at the folder and takes its lock, if there is a vault.
    pub fn look(&mut self, folder: &Path, settings: Settings) -> Looked {
        folder.clone_into(&mut self.folder);
        if self.vault.is_none() && folder.exists() {
            match LockedVault::open(disk(), folder, settings) {
                Ok(vault) => self.vault = Some(vault),
                Err(error) => return Looked { tiles: self.tiles_of(folder), problem: Some(error.into()) },
            }
        }
        Looked { tiles: self.tiles_of(folder), problem: None }
    }

    /// What the first page calls the two.
    #[must_use]
    pub fn tile_names(&self) -> Pair<Option<String>> {
        let look = self.vault.as_ref().and_then(|vault| vault.look().ok());
        look.map_or_else(Pair::default, |look| Pair {
            a: look.tiles.a.and_then(|tile| tile.name),
            b: look.tiles.b.and_then(|tile| tile.name),
        })
    }

    fn tiles_of(&mut self, folder: &Path) -> Vec<Tile> {
        let Ok(look) = VaultDir::look(&disk(), folder) else { return vec![] };
        self.people = Pair { a: look.tiles.a.is_some(), b: look.tiles.b.is_some() };
        let tile = |person: Person| look.tiles.of(person).as_ref().map(|tile| Tile { person, name: tile.name.clone() });
        let mut tiles: Vec<Tile> = Person::BOTH.into_iter().filter_map(tile).collect();
        // A to Z, so that the order says nothing about who came first.
        tiles.sort_by_key(|tile| tile.name.as_ref().map(|n| n.to_lowercase()));
        tiles
    }

    /// Both people have set up.
    #[must_use]
    pub const fn has_both(&self) -> bool {
        self.people.a && self.people.b
    }

    /// Seconds to wait before this person may try again.
    #[must_use]
    pub fn wait(&self, who: Person, now: DateTime<Utc>) -> Option<u32> {
        let left: Duration = self.tries.of(who).wait(now);
        u32::try_from((left.num_milliseconds() + 999) / 1000).ok().filter(|seconds| *seconds > 0)
    }
}
