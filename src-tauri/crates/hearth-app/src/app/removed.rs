//! Removing one's own things (F0): put back for thirty days, then gone, or gone at once (CR13, E40).
//!
//! Only one's own: what both keep has no one-sided delete (P8).

use chrono::{DateTime, Duration, Utc};
use hearth_domain::{ItemId, Person};
use hearth_store::{ItemRow, OwnChange};

use super::{App, Table};
use crate::contract::{Code, CommandError, Removed, Thing};
use crate::find;

/// How long a removed thing can be put back.
const KEPT: Duration = Duration::days(30);

type Answer<T> = Result<T, CommandError>;

impl App {
    /// Removes a thing of one's own; it can be put back for thirty days.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is none, [`Code::NotNow`] in Together.
    pub async fn thing_remove(&self, item: ItemId) -> Answer<Vec<Thing>> {
        {
            let mut table = self.table().await?;
            let who = table.own_thing(item, false).await?;
            let outcome = table.sitting.commit_own(who, self.now(), vec![OwnChange::ItemRemoved { item }]).await;
            self.saved(outcome)?;
        }
        self.things().await
    }

    /// Undoes a removal.
    ///
    /// # Errors
    /// [`Code::Unknown`] if nothing of that name was removed, [`Code::NotNow`] in Together.
    pub async fn thing_put_back(&self, item: ItemId) -> Answer<Vec<Removed>> {
        let mut table = self.table().await?;
        let who = table.own_thing(item, true).await?;
        let outcome = table.sitting.commit_own(who, self.now(), vec![OwnChange::ItemPutBack { item }]).await;
        self.saved(outcome)?;
        Ok(self.removed_of(&mut table).await?)
    }

    /// Removes a thing for good, its versions too. On return neither copy of one's pages holds it.
    ///
    /// # Errors
    /// [`Code::Unknown`] if nothing of that name was removed, [`Code::NotNow`] in Together.
    pub async fn thing_purge(&self, item: ItemId) -> Answer<Vec<Removed>> {
        let mut table = self.table().await?;
        let who = table.own_thing(item, true).await?;
        self.purge(&mut table, who, vec![item], self.now()).await?;
        Ok(self.removed_of(&mut table).await?)
    }

    /// What one removed and can still put back, the latest first; alone only.
    ///
    /// # Errors
    /// [`Code::NotNow`] in Together.
    pub async fn removed(&self) -> Answer<Vec<Removed>> {
        let mut table = self.table().await?;
        Ok(self.removed_of(&mut table).await?)
    }

    async fn removed_of(&self, table: &mut Table) -> Result<Vec<Removed>, Code> {
        let (_, own) = table.sitting.alone()?;
        let removed = own.removed_items().await?.into_iter().filter(|row| find::kind(row).is_some());
        let shown = |row: ItemRow| {
            let at = row.removed?;
            Some(Removed {
                item: row.id.to_string(),
                kind: find::kind(&row)?.to_owned(),
                title: row.title,
                removed_on: self.day(at),
                gone_on: self.day(at + KEPT),
            })
        };
        Ok(removed.filter_map(shown).collect())
    }

    /// At an opening: what was removed thirty days ago goes for good.
    pub(super) async fn purge_removed(&self, table: &mut Table, who: Person, now: DateTime<Utc>) {
        let Some(mut turn) = table.sitting.turn(who) else { return };
        let Ok(removed) = turn.removed().await else { return };
        let over = removed.into_iter().filter(|(_, at)| now - *at >= KEPT).map(|(item, _)| item).collect();
        // What cannot be written now stays removed, and goes at the next opening.
        let _told = self.purge(table, who, over, now).await;
    }

    async fn purge(&self, table: &mut Table, who: Person, items: Vec<ItemId>, now: DateTime<Utc>) -> Answer<()> {
        if items.is_empty() {
            return Ok(());
        }
        let changes = items.into_iter().map(|item| OwnChange::ItemPurged { item }).collect();
        let mut outcome = table.sitting.commit_own(who, now, changes).await;
        // Two copies lie on the disk, and each still has the words until it is written over (CR13).
        for _copy in 0..2 {
            if outcome.is_ok() {
                outcome = table.sitting.write_own_images(now).await;
            }
        }
        self.saved(outcome)
    }
}

impl Table {
    /// Whose it is, if it is a thing of the one who is open alone.
    async fn own_thing(&mut self, item: ItemId, removed: bool) -> Result<Person, Code> {
        let (who, own) = self.sitting.alone()?;
        let row = own.item(item).await?.filter(|row| find::kind(row).is_some_and(|kind| kind != "agreement"));
        row.filter(|row| row.removed.is_some() == removed).map(|_| who).ok_or(Code::Unknown)
    }
}
