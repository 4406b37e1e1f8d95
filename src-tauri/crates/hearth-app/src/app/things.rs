//! What runs left behind: cards, plans, rituals, lists and letters, where a person looks for them.

use hearth_store::ItemRow;

use super::{App, Table};
use crate::contract::{Code, CommandError, Thing};
use crate::items;
use crate::runs::world::Shelf;

/// In this order on the page: what is needed in a hurry first.
const KINDS: [&str; 5] = ["card", "plan", "ritual", "list", "letter"];

impl App {
    /// One's own things and the shared ones; in Together the shared ones alone. The newest of a kind first.
    ///
    /// # Errors
    /// [`Code::NotNow`] while nothing is open.
    pub async fn things(&self) -> Result<Vec<Thing>, CommandError> {
        let mut table = self.table().await?;
        let shelf = Shelf::read(&mut table.sitting).await?;
        let own = match table.sitting.alone() {
            Ok((_, own)) => own.runs().await.map_err(Code::from)?,
            Err(_) => Vec::new(),
        };
        let mut kept = kept(&mut table, &shelf).await?;
        kept.sort_by_key(|(_, item)| (KINDS.iter().position(|kind| *kind == item.kind), std::cmp::Reverse(item.made)));
        let slug = |item: &ItemRow| {
            let runs = shelf.runs().iter().chain(&own);
            runs.into_iter().find(|run| Some(run.id) == item.run).map(|run| run.slug.clone())
        };
        Ok(kept.iter().map(|(mine, item)| self.kept_thing(*mine, item, slug(item))).collect())
    }

    fn kept_thing(&self, mine: bool, item: &ItemRow, slug: Option<String>) -> Thing {
        let exercise = slug.and_then(|slug| self.exercises.get(&slug));
        Thing {
            item: item.id.to_string(),
            kind: item.kind.clone(),
            title: item.title.clone(),
            exercise: exercise.map(|e| e.title.clone()).unwrap_or_default(),
            mine,
            lines: items::rows(&item.body),
            made_on: self.day(item.made),
        }
    }
}

/// Every thing whoever is open may read, and whether it is their own alone.
///
/// # Errors
/// [`Code::Internal`] if one's own pages cannot be read.
pub(super) async fn kept(table: &mut Table, shelf: &Shelf) -> Result<Vec<(bool, ItemRow)>, Code> {
    let own = match table.sitting.alone() {
        Ok((_, own)) => own.items().await?,
        Err(_) => Vec::new(),
    };
    let mine = own.into_iter().map(|item| (true, item));
    let ours = shelf.items().iter().cloned().map(|item| (false, item));
    Ok(mine.chain(ours).filter(|(_, item)| KINDS.contains(&item.kind.as_str()) && item.state == "kept").collect())
}
