//! The closeness list.

use hearth_app::contract::{Closeness, ClosenessList, ClosenessMark};
use hearth_domain::Person;

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness(core: Core<'_>) -> Answer<Closeness> {
    core.closeness().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_open(core: Core<'_>, who: Person) -> Answer<Closeness> {
    core.closeness_open(who).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_take_back(core: Core<'_>, row: String) -> Answer<Closeness> {
    core.closeness_take_back(&row).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_list(core: Core<'_>) -> Answer<ClosenessList> {
    core.closeness_list().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_mark(core: Core<'_>, row: String, mark: Option<ClosenessMark>) -> Answer<ClosenessList> {
    core.closeness_mark(&row, mark).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_add(core: Core<'_>, label: String) -> Answer<ClosenessList> {
    core.closeness_add(&label).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_remove(core: Core<'_>, row: String) -> Answer<ClosenessList> {
    core.closeness_remove(&row).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_sexual(core: Core<'_>, on: bool) -> Answer<ClosenessList> {
    core.closeness_sexual(on).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_sort(core: Core<'_>, order: Vec<String>) -> Answer<ClosenessList> {
    core.closeness_sort(order).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn closeness_clear(core: Core<'_>) -> Answer<ClosenessList> {
    core.closeness_clear().await
}
