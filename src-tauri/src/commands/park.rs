//! The list for a session with a helper.

use hearth_app::contract::ParkLine;
use hearth_domain::ItemId;

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn park(core: Core<'_>) -> Answer<Vec<ParkLine>> {
    core.park().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn park_add(core: Core<'_>, text: String, shared: bool) -> Answer<Vec<ParkLine>> {
    core.park_add(text, shared).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn park_talked(core: Core<'_>, item: ItemId, talked: bool) -> Answer<Vec<ParkLine>> {
    core.park_talked(item, talked).await
}
