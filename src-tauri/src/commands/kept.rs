//! Find, one entry, the history of Ours, and removing one's own things.

use hearth_app::contract::{Entry, Found, Past, Removed, Spot, Thing};
use hearth_domain::ItemId;

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn thing_remove(core: Core<'_>, item: ItemId) -> Answer<Vec<Thing>> {
    core.thing_remove(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn thing_put_back(core: Core<'_>, item: ItemId) -> Answer<Vec<Removed>> {
    core.thing_put_back(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn thing_purge(core: Core<'_>, item: ItemId) -> Answer<Vec<Removed>> {
    core.thing_purge(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn removed(core: Core<'_>) -> Answer<Vec<Removed>> {
    core.removed().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn find(core: Core<'_>, words: String, most: u32) -> Answer<Found> {
    core.find(&words, most).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn entry(core: Core<'_>, spot: Spot) -> Answer<Entry> {
    core.entry(spot).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn past(core: Core<'_>, before: Option<u32>) -> Answer<Past> {
    core.past(before).await
}
