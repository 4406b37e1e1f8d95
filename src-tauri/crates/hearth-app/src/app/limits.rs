//! A limit that was given (F8): its writer ends it, the other can say that they have read it, and nothing else.

use hearth_domain::{ItemId, Person};
use hearth_store::{ItemRow, OursChange, OwnChange};

use super::{App, Table};
use crate::contract::{Code, CommandError, Register};
use crate::deals::{self, GivenLimit};
use crate::runs::write::Batch;

impl App {
    /// "I have read this", by the one it was given to. It is no yes, and none is needed.
    ///
    /// # Errors
    /// [`Code::Unknown`] if it is no limit of the other's, [`Code::NotNow`] in Together.
    pub async fn limit_read(&self, item: ItemId) -> Result<Register, CommandError> {
        let mut table = self.table().await?;
        let (who, limit, row) = table.limit(item).await?;
        if limit.writer == who {
            return Err(Code::Unknown.into());
        }
        let (n, digest) = (limit.n, deals::written(&row.kind, &row.title, &row.body));
        let mut batch = Batch::default();
        batch.own.of_mut(who).push(OwnChange::Receipt { item, n, digest });
        batch.ours.push(OursChange::Assent { item, n, who, digest });
        let outcome = table.sitting.commit(who, self.now(), batch).await;
        self.saved(outcome)?;
        Ok(self.register_of(&mut table).await?)
    }

    /// Ends one's own limit, at once (U2, U10).
    ///
    /// # Errors
    /// [`Code::Unknown`] if it is no limit of one's own, [`Code::NotNow`] in Together.
    pub async fn limit_end(&self, item: ItemId) -> Result<Register, CommandError> {
        let mut table = self.table().await?;
        let (who, limit, _) = table.limit(item).await?;
        if limit.writer != who {
            return Err(Code::Unknown.into());
        }
        let change = vec![OursChange::ItemState { item, state: "ended".into() }];
        let outcome = table.sitting.commit_ours(who, self.now(), change).await;
        self.saved(outcome)?;
        Ok(self.register_of(&mut table).await?)
    }
}

impl Table {
    /// A limit that stands, for the one who is open alone.
    async fn limit(&mut self, item: ItemId) -> Result<(Person, GivenLimit, ItemRow), Code> {
        let (who, _) = self.sitting.alone()?;
        let row = self.sitting.ours().item(item).await?.ok_or(Code::Unknown)?;
        let limit = GivenLimit::read(&row).filter(|limit| !limit.ended).ok_or(Code::Unknown)?;
        Ok((who, limit, row))
    }
}
