//! Lock and hide: blank, save, drop keys, end the process (design decision D11).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use hearth_app::App;
use hearth_app::contract::Notice;
use tauri::{AppHandle, Manager, RunEvent, WindowEvent};

/// How long saving may take before the process ends all the same; the last good slot then stands.
const FLUSH: Duration = Duration::from_millis(1000);

/// Whether the process is ending, and whether another one follows.
#[derive(Debug, Default)]
pub struct Leaving {
    begun: AtomicBool,
    next: AtomicBool,
}

impl Leaving {
    /// A lock is followed by a new, locked process; hide and close are not.
    #[must_use]
    pub fn next_process(&self) -> bool {
        self.next.load(Ordering::SeqCst)
    }
}

/// Why the process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Lock: a new process follows.
    Lock,
    /// Hide or close: none follows.
    Hide,
}

/// Blanks the page at once, saves within [`FLUSH`], and ends the process. Every trigger ends here.
pub fn leave(app: &AppHandle, exit: Exit) {
    let leaving = app.state::<Arc<Leaving>>();
    if leaving.begun.swap(true, Ordering::SeqCst) {
        return;
    }
    leaving.next.store(exit == Exit::Lock, Ordering::SeqCst);
    let core = Arc::clone(&app.state::<Arc<App>>());
    core.tell(Notice::Blank);
    if exit == Exit::Hide
        && let Some(window) = app.get_webview_window("main")
    {
        let _ = window.hide();
    }
    let handle = app.clone();
    tauri::async_runtime::spawn(async move {
        let _ = tokio::time::timeout(FLUSH, core.close()).await;
        handle.exit(0);
    });
}

/// Closing the window saves like hide.
pub fn on_event(app: &AppHandle, event: &RunEvent) {
    if let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } = event {
        api.prevent_close();
        leave(app, Exit::Hide);
    }
}
