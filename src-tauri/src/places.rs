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

/// Removes what this process, and earlier ones that were killed, left for the web engine.
pub fn clear_webview_data() {
    // A folder that cannot be removed now is tried again at the next end; it holds no words (a test looks).
    let _ = std::fs::remove_dir_all(webview_data());
    let entries = std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_str().is_some_and(is_left_behind)) {
        let _ = std::fs::remove_dir_all(entry.path());
    }
}

/// A folder of [`webview_data`] whose process is gone. Only Linux can be asked that without more code.
fn is_left_behind(name: &str) -> bool {
    let process = name.strip_prefix(IDENTIFIER).and_then(|rest| rest.strip_prefix('-')?.parse::<u32>().ok());
    cfg!(target_os = "linux") && process.is_some_and(|id| !std::path::Path::new("/proc").join(id.to_string()).exists())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_of_ended_processes_are_left_behind() {
        let of = |id: u32| format!("{IDENTIFIER}-{id}");
        assert!(!is_left_behind(&of(std::process::id())), "this process runs");
        assert!(is_left_behind(&of(u32::MAX)), "no process has this number");
        for other in ["", IDENTIFIER, "org.hearthside.workbook-x", "somebody-else-4294967295"] {
            assert!(!is_left_behind(other), "{other}");
        }
    }
}
