//! Making a vault: all of it in a folder beside, then one rename (`vault.md` 2.5).

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use hearth_domain::{Person, VaultId};
use rand::{CryptoRng, RngCore};

use crate::Settings;
use crate::disk::Disk;
use crate::durable::write_new;
use crate::error::{CreateError, OpenError};
use crate::folder::{Folder, names};
use crate::new_person::{Files, Identity, NewPerson, images, new_entry, random};
use crate::readme::README;
use crate::tile::{Look, read_json};
use crate::vault_json::VaultJson;

/// A folder that is or may become a vault; locked by nobody yet.
pub struct VaultDir;

impl VaultDir {
    /// What a locked vault shows. Takes no lock and changes nothing.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn look(disk: &Arc<dyn Disk>, path: &Path) -> Result<Look, OpenError> {
        Ok(Look::of(&read_json(disk, path)?))
    }

    /// Makes a vault with its first person and the two first spaces. Missing parent folders are made.
    ///
    /// # Errors
    /// [`CreateError`]; there is no vault then.
    pub fn create<R: RngCore + CryptoRng + ?Sized>(
        disk: &Arc<dyn Disk>,
        path: &Path,
        settings: Settings,
        rng: &mut R,
        now: DateTime<Utc>,
        person: &NewPerson,
        first_ours: &[u8],
    ) -> Result<(), CreateError> {
        person.check()?;
        let vault = VaultId::from_bytes(random(rng));
        let ours = new_entry(rng);
        let ours_files = images(&ours, vault, first_ours, person.schema, now)?;
        let mut files = Identity::new(Person::A, vault, ours, None, rng).files(person, settings, now, rng)?;
        files.extend(ours_files);
        let json = plain(vault, person, &files);
        files.push((names::README.to_owned(), README.as_bytes().to_vec()));
        files.push((names::LOCK.to_owned(), vec![]));
        files.push((names::VAULT.to_owned(), json.bytes()));
        let parent = path.parent().unwrap_or(Path::new(""));
        let beside = parent.join(format!(".new-{}", hex::encode(random::<8, R>(rng))));
        publish(disk, path, &beside, vault, &files, rng)
    }
}

fn plain(vault: VaultId, person: &NewPerson, files: &Files) -> VaultJson {
    let mut json = VaultJson::new(vault);
    json.tiles.insert(Person::A, person.tile.clone());
    for name in [names::unlock(Person::A), names::recover(Person::A)] {
        files.iter().filter(|(n, _)| *n == name).for_each(|(n, bytes)| json.set_sum(n, bytes));
    }
    json
}

fn publish<R: RngCore + CryptoRng + ?Sized>(
    disk: &Arc<dyn Disk>,
    path: &Path,
    beside: &Path,
    vault: VaultId,
    files: &Files,
    rng: &mut R,
) -> Result<(), CreateError> {
    let parent = path.parent().unwrap_or(Path::new(""));
    make_dirs(&**disk, parent)?;
    if disk.exists(path)? {
        return Err(CreateError::AlreadyThere);
    }
    let folder = Folder { disk: disk.clone(), root: beside.to_path_buf(), vault };
    let done = fill(&folder, files, rng).and_then(|()| disk.rename(beside, path));
    if let Err(error) = done {
        // Best effort: what is left there is encrypted under keys nobody has.
        let _ = disk.remove_tree(beside);
        return Err(error.into());
    }
    Ok(disk.sync_dir(parent)?)
}

fn fill<R: RngCore + CryptoRng + ?Sized>(folder: &Folder, files: &Files, rng: &mut R) -> io::Result<()> {
    folder.disk.make_dir(&folder.root)?;
    folder.disk.make_dir(&folder.path(names::SPACES))?;
    files.iter().try_for_each(|(name, bytes)| write_new(&*folder.disk, &folder.path(name), bytes))?;
    folder.keep_reserve(rng)?;
    folder.sync(names::SPACES)?;
    folder.sync("")
}

fn make_dirs(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    let missing: Vec<PathBuf> = path
        .ancestors()
        .take_while(|p| !p.as_os_str().is_empty() && p.parent().is_some() && !matches!(disk.exists(p), Ok(true)))
        .map(Path::to_path_buf)
        .collect();
    missing.iter().rev().try_for_each(|p| {
        disk.make_dir(p)?;
        p.parent().map_or(Ok(()), |parent| disk.sync_dir(parent))
    })
}
