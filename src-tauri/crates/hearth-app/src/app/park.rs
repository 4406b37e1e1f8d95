//! The list for the next session with a helper: what is better talked about there. A line of one's own stays one's own; a
//! shared one is both people's and has no one-sided delete (P8). Nothing here is ever due.

use hearth_domain::{ItemId, Pair};
use hearth_store::{ItemBody, ItemRow, OursChange, OwnChange};
use serde_json::json;

use super::{App, Table};
use crate::contract::{Code, CommandError, ParkLine, PersonName};

/// What both spaces call a line.
pub(crate) const KIND: &str = "park";
const OPEN: &str = "kept";
const TALKED: &str = "talked";
/// Longest line, in characters.
const LINE: usize = 280;

type Answer<T> = Result<T, CommandError>;

impl App {
    /// What waits, the oldest first; then what was talked about.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn park(&self) -> Answer<Vec<ParkLine>> {
        let mut table = self.table().await?;
        Ok(self.parked(&mut table).await?)
    }

    /// Writes a line: for oneself, or for both to read.
    ///
    /// # Errors
    /// [`Code::BadAnswer`] if it is empty or too long, [`Code::NotNow`] for a line of one's own in Together.
    pub async fn park_add(&self, text: String, shared: bool) -> Answer<Vec<ParkLine>> {
        let text = text.trim().to_owned();
        if text.is_empty() || text.chars().count() > LINE {
            return Err(Code::BadAnswer.into());
        }
        let mut table = self.table().await?;
        let line = self.line(text, table.sitting.together());
        let outcome = if shared {
            let who = table.sitting.people()[0];
            table.sitting.commit_ours(who, self.now(), vec![OursChange::ItemPut(line)]).await
        } else {
            let (who, _) = table.sitting.alone()?;
            table.sitting.commit_own(who, self.now(), vec![OwnChange::ItemPut(line)]).await
        };
        self.saved(outcome)?;
        Ok(self.parked(&mut table).await?)
    }

    /// It was talked about, or was not after all. Nothing is removed.
    ///
    /// # Errors
    /// [`Code::Unknown`] if there is no such line.
    pub async fn park_talked(&self, item: ItemId, talked: bool) -> Answer<Vec<ParkLine>> {
        let mut table = self.table().await?;
        let state = if talked { TALKED } else { OPEN }.to_owned();
        let is_line = |row: &ItemRow| row.kind == KIND && row.removed.is_none();
        let outcome = if table.own_item(item).await?.is_some_and(|row| is_line(&row)) {
            let (who, _) = table.sitting.alone()?;
            table.sitting.commit_own(who, self.now(), vec![OwnChange::ItemState { item, state }]).await
        } else {
            let row = table.sitting.ours().item(item).await.map_err(Code::from)?;
            row.filter(is_line).ok_or(Code::Unknown)?;
            let who = table.sitting.people()[0];
            table.sitting.commit_ours(who, self.now(), vec![OursChange::ItemState { item, state }]).await
        };
        self.saved(outcome)?;
        Ok(self.parked(&mut table).await?)
    }

    async fn parked(&self, table: &mut Table) -> Result<Vec<ParkLine>, Code> {
        let names = table.names().await?;
        let own = match table.sitting.alone() {
            Ok((_, own)) => own.items_of(KIND).await?,
            Err(_) => Vec::new(),
        };
        let ours = table.sitting.ours().items_of(KIND).await?;
        let mut rows: Vec<(bool, ItemRow)> = own.into_iter().map(|row| (true, row)).collect();
        rows.extend(ours.into_iter().map(|row| (false, row)));
        rows.retain(|(_, row)| row.removed.is_none());
        rows.sort_by_key(|(_, row)| (row.state == TALKED, row.made));
        Ok(rows.into_iter().map(|(mine, row)| self.shown_line(mine, row, &names)).collect())
    }

    fn shown_line(&self, mine: bool, row: ItemRow, names: &Pair<Option<String>>) -> ParkLine {
        let by = names.of(row.author).clone().filter(|_| row.body["together"] != true);
        ParkLine {
            item: row.id.to_string(),
            on: self.day(row.made),
            talked: row.state == TALKED,
            by: by.map(|name| PersonName { person: row.author, name }),
            text: row.title,
            mine,
        }
    }

    fn line(&self, text: String, together: bool) -> ItemBody {
        ItemBody {
            item: ItemId::from_bytes(self.ports.make_bytes()),
            kind: KIND.into(),
            run: None,
            step: None,
            title: text,
            // In Together nobody can say whose hand it was.
            body: json!({ "together": together }),
            state: OPEN.into(),
            review: None,
            until: None,
        }
    }
}

impl Table {
    async fn own_item(&mut self, item: ItemId) -> Result<Option<ItemRow>, Code> {
        match self.sitting.alone() {
            Ok((_, own)) => Ok(own.item(item).await?),
            Err(_) => Ok(None),
        }
    }
}
