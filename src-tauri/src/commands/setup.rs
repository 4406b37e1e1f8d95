//! Before anything is open.

use hearth_app::contract::{Code, Display, Opened, Start, Strength, Words};
use hearth_domain::Person;
use tauri::AppHandle;
use tauri::ipc::{InvokeBody, Request};
use zeroize::Zeroizing;

use super::{Answer, Core};
use crate::places;

/// The passphrase as raw bytes. It is wiped when it goes out of scope; the engine's own copy goes with the process.
fn passphrase(request: &Request<'_>) -> Answer<Zeroizing<Vec<u8>>> {
    match request.body() {
        InvokeBody::Raw(bytes) => Ok(Zeroizing::new(bytes.clone())),
        InvokeBody::Json(_) => Err(Code::BadPassphrase.into()),
    }
}

fn person(request: &Request<'_>) -> Answer<Person> {
    let who = request.headers().get("who").and_then(|value| value.to_str().ok());
    who.and_then(Person::from_letter).ok_or_else(|| Code::Unknown.into())
}

#[tauri::command(rename_all = "snake_case")]
pub async fn start(core: Core<'_>) -> Answer<Start> {
    core.start().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn display_set(core: Core<'_>, display: Display) -> Answer<Display> {
    core.display_set(display).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn vault_choose(app: AppHandle, core: Core<'_>) -> Answer<Start> {
    match places::ask_for_folder(&app).await {
        Some(folder) => core.vault_chosen(folder).await,
        None => core.start().await,
    }
}

#[tauri::command(rename_all = "snake_case")]
pub async fn setup_begin(core: Core<'_>) -> Answer<Words> {
    core.setup_begin().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn setup_words(core: Core<'_>) -> Answer<Words> {
    core.setup_words().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn setup_name(core: Core<'_>, name: String, on_tile: bool) -> Answer<()> {
    core.setup_name(name, on_tile).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn setup_passphrase(core: Core<'_>, request: Request<'_>) -> Answer<Strength> {
    core.setup_passphrase(passphrase(&request)?).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn setup_prove(core: Core<'_>, request: Request<'_>) -> Answer<Opened> {
    core.setup_prove(passphrase(&request)?).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn setup_leave(core: Core<'_>) -> Answer<Start> {
    core.setup_leave().await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn unlock(core: Core<'_>, request: Request<'_>) -> Answer<Opened> {
    core.unlock(person(&request)?, passphrase(&request)?).await
}

#[tauri::command(rename_all = "snake_case")]
pub async fn join(core: Core<'_>, request: Request<'_>) -> Answer<Opened> {
    core.join(person(&request)?, passphrase(&request)?).await
}
