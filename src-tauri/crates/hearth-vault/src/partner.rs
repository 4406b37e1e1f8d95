//! Adding the second person (`vault.md` 2.5, 2.6): the first one's keyring says what is under way, the second one's
//! files are written, their tile appears, and the first one's keyring takes them in. After a crash the tile decides:
//! with it the rest is finished, without it all is undone.

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use rand::{CryptoRng, RngCore};

use crate::error::{CreateError, OpenError, SaveError};
use crate::folder::{Folder, Found, Slot, names};
use crate::keyring::{PairKey, Peer, Pending};
use crate::keyring_file::SharedKeyring;
use crate::locked::{LockedVault, Member};
use crate::new_person::{Files, Identity, NewPerson, random};
use crate::space_file::all_names;
use crate::tile::read_json;
use crate::unlock_file;
use crate::vault_json::VaultJson;

impl LockedVault {
    /// Adds the partner of somebody who is open. They are not open afterwards; [`LockedVault::join`] opens them.
    ///
    /// # Errors
    /// [`CreateError`]; the vault has one person then, or the next unlock of the first finds two.
    pub fn add_partner<R: RngCore + CryptoRng + ?Sized>(
        &mut self,
        first: &Member,
        person: &NewPerson,
        rng: &mut R,
        now: DateTime<Utc>,
    ) -> Result<(), CreateError> {
        person.check()?;
        if !self.open.iter().any(|keyring| keyring.is(&first.keyring)) {
            return Err(CreateError::NotNow);
        }
        settle(&self.folder, &first.keyring)?;
        if first.keyring.get().keyring.peer.is_some() {
            return Err(CreateError::AlreadyTwo);
        }
        self.refuse_the_same(first.person(), person)?;
        let added = self.write_partner(first, person, rng, now);
        if added.is_err() {
            // Best effort: the next unlock of the first person tries again.
            let _ = settle(&self.folder, &first.keyring);
        }
        added
    }

    /// Told as too easy, or the second person would learn the first one's passphrase (`vault.md` 2.6).
    fn refuse_the_same(&self, first: Person, person: &NewPerson) -> Result<(), CreateError> {
        let file = self.folder.find(&names::unlock(first), unlock_file::CAP);
        let Found::Bytes(file) = file else { return Err(CreateError::Damaged) };
        match unlock_file::read(&file, self.folder.vault, &person.passphrase, self.settings.cost) {
            Ok(_) => Err(CreateError::TooEasy),
            Err(_) => Ok(()),
        }
    }

    fn write_partner<R: RngCore + CryptoRng + ?Sized>(
        &self,
        first: &Member,
        person: &NewPerson,
        rng: &mut R,
        now: DateTime<Utc>,
    ) -> Result<(), CreateError> {
        let pair_key = PairKey::new(random(rng));
        let (ours, me) = {
            let file = first.keyring.get();
            let me = Peer { author: file.keyring.author, card: file.keyring.card.card(), pair_key: pair_key.clone() };
            (file.keyring.ours.clone(), me)
        };
        let who = first.person().other();
        let identity = Identity::new(who, self.folder.vault, ours, Some(me), rng);
        let files = identity.files(person, self.settings, now, rng)?;
        let new = &identity.keyring;
        let peer = Peer { author: new.author, card: new.card.card(), pair_key };
        let pending = Pending { peer, file: new.mine.file };
        first.keyring.get().update(|keyring| keyring.pending = Some(pending))?;
        files.iter().try_for_each(|(name, bytes)| self.folder.put(name, bytes))?;
        self.put_tile(who, person, &files)?;
        Ok(settle(&self.folder, &first.keyring)?)
    }

    fn put_tile(&self, who: Person, person: &NewPerson, files: &Files) -> Result<(), CreateError> {
        let mut json = plain(&self.folder).map_err(|_| CreateError::Damaged)?;
        json.tiles.insert(who, person.tile.clone());
        for name in [names::unlock(who), names::recover(who)] {
            files.iter().filter(|(n, _)| *n == name).for_each(|(n, bytes)| json.set_sum(n, bytes));
        }
        Ok(self.folder.put(names::VAULT, &json.bytes())?)
    }
}

fn plain(folder: &Folder) -> Result<VaultJson, OpenError> {
    read_json(&folder.disk, &folder.root)
}

/// Finishes or undoes what an interrupted [`LockedVault::add_partner`] left. Touches only names in this keyring.
pub(crate) fn settle(folder: &Folder, keyring: &SharedKeyring) -> Result<(), SaveError> {
    let (pending, who) = {
        let file = keyring.get();
        (file.keyring.pending.clone(), file.keyring.partner.other())
    };
    let Some(pending) = pending else { return Ok(()) };
    // A plain file that cannot be read now decides nothing.
    let Ok(json) = plain(folder) else { return Ok(()) };
    if json.tiles.contains_key(&who) {
        // The tile may be there without lasting yet.
        folder.put(names::VAULT, &json.bytes())?;
        return keyring.get().update(|keyring| (keyring.peer, keyring.pending) = (Some(pending.peer), None));
    }
    undo(folder, who, &pending)?;
    keyring.get().update(|keyring| keyring.pending = None)
}

fn undo(folder: &Folder, who: Person, pending: &Pending) -> Result<(), SaveError> {
    let mut files = vec![names::unlock(who), names::recover(who)];
    files.extend(Slot::BOTH.map(|slot| names::keyring(who, slot)));
    files.extend(all_names(pending.file));
    folder.sweep(&files)?;
    files.iter().try_for_each(|name| folder.remove(name))?;
    folder.sync(names::SPACES)?;
    Ok(folder.sync("")?)
}
