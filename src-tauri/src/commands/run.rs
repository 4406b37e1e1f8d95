//! A run, one moment at a time.

use hearth_app::contract::{Home, RunView, Saved, Tap, Until};
use hearth_domain::{Person, RunId};
use hearth_exercise::value::Value;

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn run_begin(core: Core<'_>, slug: String, part: Option<String>, first: Option<Person>) -> Answer<RunView> {
    core.run_begin(&slug, part.as_deref(), first).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_open(core: Core<'_>, run: RunId) -> Answer<RunView> {
    core.run_open(run).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_back(core: Core<'_>, run: RunId) -> Answer<RunView> {
    core.run_back(run).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_check(core: Core<'_>, run: RunId, step: Option<String>) -> Answer<RunView> {
    core.run_check(run, step).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_draft(core: Core<'_>, run: RunId, step: String, value: Option<Value>) -> Answer<Saved> {
    core.run_draft(run, step, value).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_answer(core: Core<'_>, run: RunId, step: String, value: Option<Value>) -> Answer<RunView> {
    core.run_answer(run, step, value).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_tap(core: Core<'_>, run: RunId, tap: Tap) -> Answer<RunView> {
    core.run_tap(run, tap).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_iam(core: Core<'_>, run: RunId, person: Person) -> Answer<RunView> {
    core.run_iam(run, person).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_return(core: Core<'_>, run: RunId, person: Person) -> Answer<RunView> {
    core.run_return(run, person).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_pick(core: Core<'_>, run: RunId, step: String, items: Vec<String>) -> Answer<RunView> {
    core.run_pick(run, step, items).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_break(core: Core<'_>, run: RunId, until: Until) -> Answer<RunView> {
    core.run_break(run, until).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_stop(core: Core<'_>, run: RunId, new_facts: bool) -> Answer<RunView> {
    core.run_stop(run, new_facts).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn run_keep(core: Core<'_>, run: RunId, keep: bool) -> Answer<Home> {
    core.run_keep(run, keep).await
}
