//! Seals, agreements, pace, sittings.

use hearth_app::contract::{Agreeing, AgreeingPress, Agreement, Seal, Session, Thing};
use hearth_domain::{ItemId, RoundId};

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn seals(core: Core<'_>) -> Answer<Vec<Seal>> {
    core.seals().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn seal_take_back(core: Core<'_>, round: RoundId) -> Answer<Vec<Seal>> {
    core.seal_take_back(round).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn agreements(core: Core<'_>) -> Answer<Vec<Agreement>> {
    core.agreements().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn agreement_end(core: Core<'_>, item: ItemId) -> Answer<Vec<Agreement>> {
    core.agreement_end(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn agreeing_begin(core: Core<'_>, item: ItemId) -> Answer<Agreeing> {
    core.agreeing_begin(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn agreeing_press(core: Core<'_>, press: AgreeingPress) -> Answer<Agreeing> {
    core.agreeing_press(press).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn things(core: Core<'_>) -> Answer<Vec<Thing>> {
    core.things().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn pace_get(core: Core<'_>) -> Answer<String> {
    core.pace_get().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn pace_set(core: Core<'_>, pace: String) -> Answer<()> {
    core.pace_set(&pace).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn session_begin(core: Core<'_>, minutes: u32, slug: Option<String>) -> Answer<Session> {
    core.session_begin(minutes, slug).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn session_close(core: Core<'_>, line: Option<String>, next: Option<String>) -> Answer<()> {
    core.session_close(line, next).await
}
