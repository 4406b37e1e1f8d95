//! Opening (F3): one person, then perhaps the other beside them.

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use hearth_store::{Ours, Own, OwnChange};
use hearth_vault::{LoadNotice, LockedVault, Passphrase, SpaceFile, UnlockError, Unlocked};
use zeroize::Zeroizing;

use super::{App, State, Table};
use crate::contract::{Code, CommandError, Display, Notice, Opened};
use crate::ports::Random;
use crate::sitting::{Room, Sitting};
use crate::space::{Found, OpenSpace};

/// The setting that keeps how pages look for one person.
const DISPLAY: &str = "display";

impl App {
    /// Opens one person's pages and Ours.
    ///
    /// # Errors
    /// [`Code::WrongPassphrase`] with the seconds to wait, [`Code::Damaged`], [`Code::Newer`], [`Code::SomeoneElses`],
    /// [`Code::RolledBack`], [`Code::Wait`].
    pub async fn unlock(&self, who: Person, typed: Zeroizing<Vec<u8>>) -> Result<Opened, CommandError> {
        let passphrase = Passphrase::new(&typed).map_err(Code::from)?;
        let mut state = self.state.lock().await;
        if state.open.is_some() {
            return Err(Code::NotNow.into());
        }
        self.open_first(&mut state, who, passphrase).await
    }

    /// Opens the other beside the first: Together.
    ///
    /// # Errors
    /// As [`App::unlock`]; [`Code::NotNow`] unless the other one is open.
    pub async fn join(&self, who: Person, typed: Zeroizing<Vec<u8>>) -> Result<Opened, CommandError> {
        let passphrase = Passphrase::new(&typed).map_err(Code::from)?;
        let mut state = self.state.lock().await;
        let there = state.open.as_ref().map(|table| table.sitting.people());
        if there != Some(vec![who.other()]) {
            return Err(Code::NotNow.into());
        }
        if let Some(why) = state.open.as_ref().and_then(|table| table.sitting.why_ours_is_closed()) {
            return Err(why.into());
        }
        let now = self.now();
        let joined = self.one_try(&mut state, who, now, |vault, _| vault.join(who, &passphrase))?;
        let own: Found<Own> = OpenSpace::open(joined.own, now).await?;
        let Some(table) = state.open.take() else { return Err(Code::NotNow.into()) };
        let room = Room::new(who, joined.member, own.space);
        let sitting = table.sitting.joined(room).map_err(|_| CommandError::from(Code::NotNow))?;
        // Runs of the one who was alone are on disk; in Together nothing of them is in memory.
        let mut table = Table::new(sitting, state.door.tile_names());
        let display = table.display(&self.config().display).await?;
        let people = table.people().await?;
        // Both read this page: what the newcomer's own pages would say (when they last wrote) is not for it (CR8, E19).
        let told = table.past_holds(who).await.into_iter().collect();
        let session = table.sit_down_again(now).await?;
        self.purge_removed(&mut table, who, now).await;
        self.end_closeness(&mut table, now).await;
        state.open = Some(table);
        self.active();
        Ok(Opened { people, last_saved: None, notices: told, display, session })
    }

    pub(super) async fn open_first(
        &self,
        state: &mut State,
        who: Person,
        passphrase: Passphrase,
    ) -> Result<Opened, CommandError> {
        let now = self.now();
        let keys = self.one_try(state, who, now, |vault, random| vault.unlock(who, &passphrase, random))?;
        drop(passphrase);
        let opened = self.open_pages(state, who, keys, now).await;
        if opened.is_err() {
            // The vault counts as open whoever gave their passphrase. Nobody sits at the table, so it is locked anew:
            // the next try, of either person, meets a shut door and no half-open one.
            state.door.vault = None;
            let folder = state.door.folder.clone();
            state.door.look(&folder, self.ports.settings);
        }
        opened
    }

    async fn open_pages(
        &self,
        state: &mut State,
        who: Person,
        keys: Unlocked,
        now: DateTime<Utc>,
    ) -> Result<Opened, CommandError> {
        let own: Found<Own> = OpenSpace::open(keys.own, now).await?;
        let mut told: Vec<Notice> = keys.notices.iter().filter_map(notice).collect();
        told.extend(notices(&own));
        let ours = shared_pages(keys.ours, now, &mut told).await?;
        let last_saved = Some(own.saved_at.to_rfc3339());
        let sitting = Sitting::one(Room::new(who, keys.member, own.space), ours);
        let mut table = Table::new(sitting, state.door.tile_names());
        told.extend(table.past_holds(who).await);
        let display = table.display(&self.config().display).await?;
        let people = table.people().await?;
        self.purge_removed(&mut table, who, now).await;
        state.open = Some(table);
        self.active();
        Ok(Opened { people, last_saved, notices: told, display, session: None })
    }

    /// One try with a passphrase. Waits grow with misses; nothing is ever locked out or erased.
    fn one_try<T>(
        &self,
        state: &mut State,
        who: Person,
        now: DateTime<Utc>,
        open: impl FnOnce(&mut LockedVault, &mut dyn Random) -> Result<T, UnlockError>,
    ) -> Result<T, CommandError> {
        if let Some(seconds) = state.door.wait(who, now) {
            return Err(CommandError { wait_seconds: Some(seconds), ..Code::Wait.into() });
        }
        let vault = state.door.vault.as_mut().ok_or(Code::NotNow)?;
        match tokio::task::block_in_place(|| open(vault, &mut *(self.ports.random)())) {
            Ok(keys) => {
                state.door.tries.of_mut(who).succeeded();
                Ok(keys)
            }
            Err(error) => {
                let code = Code::from(error);
                if code == Code::WrongPassphrase {
                    state.door.tries.of_mut(who).failed(now);
                }
                let wait_seconds = state.door.wait(who, now);
                Err(CommandError { wait_seconds, ..code.into() })
            }
        }
    }
}

fn notices(found: &Found<Own>) -> Vec<Notice> {
    let mut told: Vec<Notice> = found.notices.iter().filter_map(notice).collect();
    if found.replayed {
        told.push(Notice::EndedWithoutLocking { last_saved: found.saved_at.to_rfc3339() });
    }
    told
}

/// Ours as it was found. The partner can write to its file; whatever they did to it, one's own pages open.
async fn shared_pages(
    file: SpaceFile,
    now: DateTime<Utc>,
    told: &mut Vec<Notice>,
) -> Result<OpenSpace<Ours>, CommandError> {
    let failure = match OpenSpace::open(file, now).await {
        Ok(found) => {
            told.extend(found.notices.iter().filter_map(notice));
            return Ok(found.space);
        }
        Err(failure) => CommandError::from(failure),
    };
    match failure.code {
        why @ (Code::Damaged | Code::Newer | Code::SomeoneElses | Code::RolledBack) => {
            told.push(Notice::SharedPagesClosed { why });
            Ok(OpenSpace::closed(why).await?)
        }
        _ => Err(failure),
    }
}

const fn notice(notice: &LoadNotice) -> Option<Notice> {
    match notice {
        LoadNotice::OlderCopy => Some(Notice::OlderCopy),
        LoadNotice::JournalKept => Some(Notice::JournalKept),
        _ => None,
    }
}

impl Table {
    /// How pages look for whoever is open; as this computer's first page for one who never chose.
    pub(super) async fn display(&mut self, usual: &Display) -> Result<Display, Code> {
        let mut shown: Option<Display> = None;
        for who in self.sitting.people() {
            let Some(mut turn) = self.sitting.turn(who) else { continue };
            let kept = turn.setting(DISPLAY).await?;
            let own: Display = kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_else(|| usual.clone());
            shown = Some(shown.map_or_else(|| own.clone(), |first| Display::for_both(&first, &own)));
        }
        Ok(shown.unwrap_or_else(|| usual.clone()))
    }

    /// Keeps how pages look for the one who is open; in Together it lasts for tonight.
    pub(super) async fn keep_display(&mut self, display: &Display, now: DateTime<Utc>) -> Result<(), CommandError> {
        let Ok((who, _)) = self.sitting.alone() else { return Ok(()) };
        let v = serde_json::to_string(display).map_err(|_| Code::Internal)?;
        Ok(self.sitting.commit_own(who, now, vec![OwnChange::Setting { k: DISPLAY.into(), v }]).await?)
    }

    /// Whether the past of Ours that this person saw is still there (P8).
    async fn past_holds(&mut self, who: Person) -> Option<Notice> {
        if self.sitting.past_holds(who).await {
            return None;
        }
        let seen = self.sitting.seen(who).await?;
        Some(Notice::SharedPagesChanged { seen_on: seen.at.date_naive().to_string() })
    }
}
