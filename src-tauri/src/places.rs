//! Folders, and the next process.

use std::path::PathBuf;
use std::sync::Arc;

use hearth_app::{Places, Ports};
use hearth_vault::Settings;
use rand::rngs::OsRng;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt as _;

use crate::clock::SystemClock;

const IDENTIFIER: &str = "org.hearthside.workbook";

/// What the use cases are given: clock, randomness, folders, the cost of a passphrase.
#[must_use]
pub fn ports() -> Ports {
    let home = || dirs::home_dir().unwrap_or_else(std::env::temp_dir);
    Ports {
        clock: Arc::new(SystemClock::new()),
        random: || Box::new(OsRng),
        places: Places {
            vault: dirs::data_local_dir().unwrap_or_else(home).join(IDENTIFIER).join("workbook.hearth"),
            config: dirs::config_dir().unwrap_or_else(home).join(IDENTIFIER),
        },
        settings: settings(),
        locale: sys_locale::get_locale().unwrap_or_default(),
    }
}

fn settings() -> Settings {
    #[cfg(feature = "e2e")]
    if let Some(settings) = crate::seams::cost().and_then(Settings::with_log_n) {
        return settings;
    }
    Settings::default()
}

/// Asks for a folder with the system's own dialog, from Rust: the window never sees a path.
pub async fn ask_for_folder(app: &AppHandle) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if let Some(folder) = crate::seams::dialog() {
        return Some(folder);
    }
    let (send, receive) = tokio::sync::oneshot::channel();
    app.dialog().file().pick_folder(move |picked| drop(send.send(picked)));
    receive.await.ok().flatten()?.into_path().ok()
}

/// A folder of this process for what the web engine insists on writing.
#[must_use]
pub fn webview_data() -> PathBuf {
    std::env::temp_dir().join(format!("{IDENTIFIER}-{}", std::process::id()))
}

/// Removes what this and earlier processes left for the web engine.
pub fn clear_webview_data() {
    // A folder that cannot be removed now is tried again at the next start; it holds no words (a test looks).
    let _ = std::fs::remove_dir_all(webview_data());
}

/// Starts the next process, locked, without arguments: an opened file must not open again.
pub fn start_next() {
    if cfg!(feature = "e2e") {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let _ = std::process::Command::new(program).spawn();
    }
}
