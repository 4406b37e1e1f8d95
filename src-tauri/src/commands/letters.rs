//! Letters and the tray.

use hearth_app::contract::{Letter, LetterCheck, LetterSaved, Letters};
use hearth_domain::{ItemId, RunId};

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn letters(core: Core<'_>) -> Answer<Letters> {
    core.letters().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn letter(core: Core<'_>, item: ItemId) -> Answer<Letter> {
    core.letter(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn letter_write(
    core: Core<'_>,
    item: Option<ItemId>,
    for_partner: bool,
    topic: String,
    words: String,
) -> Answer<LetterSaved> {
    core.letter_write(item, for_partner, &topic, &words).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn letter_ready(core: Core<'_>, item: ItemId) -> Answer<LetterCheck> {
    core.letter_ready(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn letter_put(core: Core<'_>, item: ItemId, topic: String) -> Answer<Letters> {
    core.letter_put(item, &topic).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn letter_take_back(core: Core<'_>, tray: ItemId) -> Answer<Letters> {
    core.letter_take_back(tray).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn tray_open(core: Core<'_>, tray: ItemId) -> Answer<Letter> {
    core.tray_open(tray).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn tray_leave(core: Core<'_>, tray: ItemId, closed: bool) -> Answer<Letters> {
    core.tray_leave(tray, closed).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn letters_pause(core: Core<'_>, paused: bool) -> Answer<Letters> {
    core.letters_pause(paused).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn forgiveness_remove(core: Core<'_>, run: RunId) -> Answer<Letters> {
    core.forgiveness_remove(run).await
}
