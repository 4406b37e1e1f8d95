//! The one window: nothing from outside, nothing kept, nothing opened elsewhere (`vault.md` 5.1, 5.2).

use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{AppHandle, WebviewWindowBuilder};

use crate::places;

/// Opens it.
///
/// # Errors
/// What Tauri says if the system has no web engine.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let config = app.config().app.windows.first().ok_or(tauri::Error::WebviewNotFound)?;
    WebviewWindowBuilder::from_config(app, config)?
        // On Linux a private context cannot be driven, so the end-to-end build keeps a folder and a test finds it clean.
        .incognito(!cfg!(feature = "e2e"))
        .data_directory(places::webview_data())
        .general_autofill_enabled(false)
        .content_protected(true)
        .on_navigation(|url| own_page(url.scheme(), url.host_str()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
        .build()?;
    Ok(())
}

/// The program's own pages: `tauri://localhost`, or `http://tauri.localhost` on Windows.
fn own_page(scheme: &str, host: Option<&str>) -> bool {
    matches!((scheme, host), ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")))
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn u9_only_the_programs_own_pages_open() {
        assert!(own_page("tauri", Some("localhost")));
        assert!(own_page("http", Some("tauri.localhost")));
        for (scheme, host) in
            [("https", Some("example.org")), ("http", Some("localhost")), ("file", None), ("data", None)]
        {
            assert!(!own_page(scheme, host), "{scheme} {host:?}");
        }
    }
}
