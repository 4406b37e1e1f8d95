//! Set-up (F1): a name, a passphrase, the passphrase once more. A person exists only after that.

use hearth_domain::{ItemId, Person};
use hearth_store::{Image, ItemBody, Ours, OursChange, Own, SCHEMA, Stamped};
use hearth_vault::{NewPerson, Passphrase, VaultDir, strength};
use serde_json::json;
use zeroize::Zeroizing;

use super::{App, State};
use crate::contract::{Code, CommandError, Opened, Start, Strength, Words};
use crate::door::{Newcomer, disk};

/// Longest name, in characters.
const NAME: usize = 40;
/// After so many misses the passphrase is chosen anew.
const MISSES: u8 = 3;

impl App {
    /// Begins the set-up of the first person, or of the partner. When somebody is open, their pages close first.
    ///
    /// # Errors
    /// [`Code::NotNow`] if two people have set up, or both are open.
    pub async fn setup_begin(&self) -> Result<Words, CommandError> {
        let mut state = self.state.lock().await;
        if state.door.has_both() || state.open.as_ref().is_some_and(|table| table.sitting.together()) {
            return Err(Code::NotNow.into());
        }
        let now = self.now();
        if let Some(table) = state.open.as_mut() {
            if let Some(why) = table.sitting.why_ours_is_closed() {
                return Err(why.into());
            }
            // The partner types next: nothing of the one who is open stays in memory but the keys.
            table.runs.clear();
            let outcome = table.sitting.put_own_pages_away(now).await;
            self.saved(outcome)?;
        }
        state.door.newcomer = Some(Newcomer::default());
        drop(state);
        self.setup_words().await
    }

    /// Five other words.
    ///
    /// # Errors
    /// None today.
    pub async fn setup_words(&self) -> Result<Words, CommandError> {
        Ok(Words { words: strength::suggest(&mut *(self.ports.random)()).to_vec() })
    }

    /// What the person wants to be called.
    ///
    /// # Errors
    /// [`Code::BadName`] if it is empty, too long, or the partner's.
    pub async fn setup_name(&self, name: String, on_tile: bool) -> Result<(), CommandError> {
        let name = name.trim().to_owned();
        let plain = !name.is_empty() && name.chars().count() <= NAME && !name.chars().any(char::is_control);
        let mut state = self.state.lock().await;
        let taken = match state.open.as_mut() {
            Some(table) => table.people().await?.iter().any(|p| p.name.to_lowercase() == name.to_lowercase()),
            None => false,
        };
        let newcomer = state.door.newcomer.as_mut().ok_or(Code::NotNow)?;
        if !plain || taken {
            return Err(Code::BadName.into());
        }
        newcomer.name = Some((name, on_tile));
        Ok(())
    }

    /// Chooses a passphrase. It is taken only if it is strong enough and not the partner's.
    ///
    /// # Errors
    /// [`Code::BadPassphrase`] if it is empty, [`Code::LongPassphrase`] if it is too long, [`Code::TooEasy`] if it is the partner's.
    pub async fn setup_passphrase(&self, typed: Zeroizing<Vec<u8>>) -> Result<Strength, CommandError> {
        let passphrase = Passphrase::new(&typed).map_err(Code::from)?;
        let mut state = self.state.lock().await;
        let names = state.newcomer()?.name.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let enough = strength::is_enough(&passphrase, &names);
        let newcomer = state.newcomer()?;
        newcomer.misses = 0;
        newcomer.passphrase = enough.then_some(passphrase);
        Ok(Strength { enough })
    }

    /// The same passphrase once more. Then the person exists and their pages are open.
    ///
    /// # Errors
    /// [`Code::WrongPassphrase`] if it does not match; after three misses the choice is forgotten and
    /// [`Code::NotNow`] sends back to it. Else as for saving.
    pub async fn setup_prove(&self, typed: Zeroizing<Vec<u8>>) -> Result<Opened, CommandError> {
        let passphrase = Passphrase::new(&typed).map_err(Code::from)?;
        let mut state = self.state.lock().await;
        state.prove(&passphrase)?;
        let newcomer = state.door.newcomer.take().ok_or(Code::NotNow)?;
        let (name, on_tile) = newcomer.name.ok_or(Code::NotNow)?;
        let made = if state.open.is_some() {
            self.add_partner(&mut state, &name, on_tile, &passphrase).await
        } else {
            self.first_person(&mut state, &name, on_tile, &passphrase).await
        };
        match made {
            Ok(who) => self.open_first(&mut state, who, passphrase).await,
            Err(error) => {
                // Nothing was made; the name and the choice are still good.
                state.door.newcomer =
                    Some(Newcomer { name: Some((name, on_tile)), passphrase: Some(passphrase), misses: 0 });
                Err(error)
            }
        }
    }

    /// Leaves set-up; nothing of it stays. Whoever was open is locked.
    ///
    /// # Errors
    /// As [`App::start`].
    pub async fn setup_leave(&self) -> Result<Start, CommandError> {
        self.state.lock().await.door.newcomer = None;
        self.close().await;
        self.start().await
    }

    async fn first_person(
        &self,
        state: &mut State,
        name: &str,
        on_tile: bool,
        passphrase: &Passphrase,
    ) -> Result<Person, CommandError> {
        let now = self.now();
        let mut mine = Image::<Own>::create().await.map_err(crate::error::OpenFailure::from)?;
        let mut ours = Image::<Ours>::create().await.map_err(crate::error::OpenFailure::from)?;
        let named = Stamped { at: now, by: Person::A, what: self.name_change(name) }.line();
        ours.apply(&named).await.map_err(crate::error::SaveFailure::from)?;
        let new = NewPerson {
            tile: on_tile.then(|| name.to_owned()),
            passphrase: passphrase.clone(),
            first_mine: mine.to_bytes().await?,
            schema: schema(),
        };
        let (folder, settings, random) = (state.door.folder.clone(), self.ports.settings, self.ports.random);
        let ours = ours.to_bytes().await?;
        blocking(move || VaultDir::create(&disk(), &folder, settings, &mut *random(), now, &new, &ours))
            .await?
            .map_err(Code::from)?;
        let folder = state.door.folder.clone();
        state.door.look(&folder, self.ports.settings);
        Ok(Person::A)
    }

    /// The first person's own pages are closed before the partner's are made; their keys are still needed to hand Ours
    /// over.
    async fn add_partner(
        &self,
        state: &mut State,
        name: &str,
        on_tile: bool,
        passphrase: &Passphrase,
    ) -> Result<Person, CommandError> {
        let now = self.now();
        let new = NewPerson {
            tile: on_tile.then(|| name.to_owned()),
            passphrase: passphrase.clone(),
            first_mine: Image::<Own>::create().await.map_err(crate::error::OpenFailure::from)?.to_bytes().await?,
            schema: schema(),
        };
        let table = state.open.as_mut().ok_or(Code::NotNow)?;
        let first = table.sitting.people()[0];
        let random = self.ports.random;
        let vault = state.door.vault.as_mut().ok_or(Code::NotNow)?;
        let keys = table.sitting.keys(first).ok_or(Code::NotNow)?;
        tokio::task::block_in_place(|| vault.add_partner(keys, &new, &mut *random(), now)).map_err(Code::from)?;
        if let Some(mut table) = state.open.take() {
            // The partner exists from here on, whatever the disk says of the rest; what fails is told, not undone.
            let named = table.sitting.commit_ours(first.other(), now, vec![self.name_change(name)]).await;
            let _told = self.saved(named.and(table.sitting.close(now).await));
        }
        // The first person's keys go with the old vault value.
        state.door.vault = None;
        let folder = state.door.folder.clone();
        state.door.look(&folder, self.ports.settings);
        Ok(first.other())
    }

    fn name_change(&self, name: &str) -> OursChange {
        OursChange::ItemPut(ItemBody {
            item: ItemId::from_bytes(self.ports.make_bytes()),
            kind: "name".into(),
            run: None,
            step: None,
            title: name.to_owned(),
            body: json!([]),
            state: "kept".into(),
            review: None,
            until: None,
        })
    }
}

impl State {
    fn newcomer(&mut self) -> Result<&mut Newcomer, Code> {
        self.door.newcomer.as_mut().ok_or(Code::NotNow)
    }

    fn prove(&mut self, typed: &Passphrase) -> Result<(), Code> {
        let newcomer = self.newcomer()?;
        let chosen = newcomer.passphrase.as_ref().ok_or(Code::NotNow)?;
        if chosen.same_as(typed) {
            return Ok(());
        }
        newcomer.misses += 1;
        if newcomer.misses < MISSES {
            return Err(Code::WrongPassphrase);
        }
        newcomer.passphrase = None;
        Err(Code::NotNow)
    }
}

/// Work that takes a while, off the threads that answer the window.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Code> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Code::Internal)
}

fn schema() -> u32 {
    u32::try_from(SCHEMA).unwrap_or(u32::MAX)
}
