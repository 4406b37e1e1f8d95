//! What an agreement was before (P8): the versions both said yes to, and when.

use chrono::{DateTime, Utc};
use hearth_domain::Person;
use hearth_store::{AssentRow, ItemRow};
use serde_json::Value;

use super::{App, Table};
use crate::contract::{Code, Earlier};
use crate::items;

impl App {
    /// The last first. A version that only one said yes to was never agreed.
    pub(super) async fn earlier(&self, table: &mut Table, item: &ItemRow) -> Result<Vec<Earlier>, Code> {
        let ours = table.sitting.ours();
        let (versions, assents) = (ours.item_versions(item.id).await?, ours.assents(item.id).await?);
        let both = |n| both_said_yes(&assents, n);
        let agreed: Vec<(&Value, DateTime<Utc>)> =
            versions.iter().rev().filter_map(|v| Some((v.value.as_ref()?, both(v.n)?))).collect();
        let after = agreed.iter().skip(1).map(|(body, _)| *body).chain([&item.body]);
        let earlier = agreed.iter().zip(after).map(|((body, at), after)| Earlier {
            on: self.ports.clock.local(*at).date().to_string(),
            lines: (*body != after).then(|| items::rows(body)),
        });
        let mut earlier: Vec<Earlier> = earlier.collect();
        earlier.reverse();
        Ok(earlier)
    }
}

/// When the second of the two said yes to this version.
fn both_said_yes(assents: &[AssentRow], n: u32) -> Option<DateTime<Utc>> {
    let of = |who| assents.iter().find(|a| a.n == n && a.who == who).map(|a| a.at);
    Some(of(Person::A)?.max(of(Person::B)?))
}
