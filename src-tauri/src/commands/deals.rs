//! Limits and proposals outside an exercise.

use hearth_app::contract::{Begin, Draft, DraftKept, DraftWrite, ProposalAnswer, Register};
use hearth_domain::ItemId;

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn register(core: Core<'_>) -> Answer<Register> {
    core.register().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn draft_begin(core: Core<'_>, begin: Begin) -> Answer<Draft> {
    core.draft_begin(begin).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn draft_write(core: Core<'_>, write: DraftWrite) -> Answer<DraftKept> {
    core.draft_write(write).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn draft_give(core: Core<'_>, item: ItemId) -> Answer<Register> {
    core.draft_give(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn draft_remove(core: Core<'_>, item: ItemId) -> Answer<Register> {
    core.draft_remove(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn limit_read(core: Core<'_>, item: ItemId) -> Answer<Register> {
    core.limit_read(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn limit_end(core: Core<'_>, item: ItemId) -> Answer<Register> {
    core.limit_end(item).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn proposal_answer(core: Core<'_>, item: ItemId, n: u32, answer: ProposalAnswer) -> Answer<Register> {
    core.proposal_answer(item, n, answer).await
}
