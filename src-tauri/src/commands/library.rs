//! Home, exercises, help.

use hearth_app::contract::{Card, Filter, HelpPage, Home, Look, Suggestion};
use hearth_domain::RunId;

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn help_page(core: Core<'_>, region: Option<String>) -> Answer<HelpPage> {
    Ok(core.help_page(region.as_deref()))
}

#[tauri::command(rename_all = "snake_case")]
pub async fn home(core: Core<'_>) -> Answer<Home> {
    core.home().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn catalogue(core: Core<'_>, filter: Filter) -> Answer<Vec<Card>> {
    core.catalogue(filter).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn come_next(core: Core<'_>, run: Option<RunId>, named: Vec<String>) -> Answer<Vec<Suggestion>> {
    core.come_next(run, named).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn look(core: Core<'_>, slug: String) -> Answer<Look> {
    core.look(&slug).await
}
