//! Watching, staying awake, leaving.

use hearth_app::contract::Code;
use hearth_app::contract::Notice;
use tauri::ipc::Channel;
use tauri::{AppHandle, WebviewWindow};

use super::{Answer, Core};
use crate::leaving::{Exit, leave};

#[tauri::command(rename_all = "snake_case")]
pub async fn watch(core: Core<'_>, channel: Channel<Notice>) -> Answer<()> {
    core.watch(move |notice| drop(channel.send(notice)));
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub async fn active(core: Core<'_>) -> Answer<()> {
    core.active();
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub async fn lock(app: AppHandle) -> Answer<()> {
    leave(&app, Exit::Lock);
    Ok(())
}

#[tauri::command(rename_all = "snake_case")]
pub async fn hide(app: AppHandle) -> Answer<()> {
    leave(&app, Exit::Hide);
    Ok(())
}

/// The computer's own print window, for the page as it stands. Nothing is printed while nothing is open.
#[tauri::command(rename_all = "snake_case")]
pub async fn print(core: Core<'_>, window: WebviewWindow) -> Answer<()> {
    if !core.is_open().await {
        return Err(Code::NotNow.into());
    }
    Ok(window.print().map_err(|_| Code::Internal)?)
}
