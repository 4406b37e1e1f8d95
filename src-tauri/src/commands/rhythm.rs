//! Check-ins and trends.

use hearth_app::contract::{CheckIns, Span, Trend};
use hearth_domain::RunId;

use super::{Answer, Core};

#[tauri::command(rename_all = "snake_case")]
pub async fn check_ins(core: Core<'_>, most: u32) -> Answer<CheckIns> {
    core.check_ins(most).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn check_in_show(core: Core<'_>, run: RunId, shown: bool, most: u32) -> Answer<CheckIns> {
    core.check_in_show(run, shown, most).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn trend(core: Core<'_>, series: Option<String>, span: Span) -> Answer<Option<Trend>> {
    core.trend(series, span).await
}
