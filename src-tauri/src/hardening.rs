//! Before anything else: no core dumps, no reading by other programs of this account, no words in a panic
//! (`vault.md` 5.3, following KeePassXC's start-up).

/// Hardens this process.
pub fn apply() {
    panic::quiet();
    forget_automation();
    #[cfg(target_os = "linux")]
    linux::no_dumps();
}

/// A web engine that can be driven from outside is for the end-to-end build only.
fn forget_automation() {
    if cfg!(feature = "e2e") {
        return;
    }
    for name in ["TAURI_WEBVIEW_AUTOMATION", "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS"] {
        // SAFETY: first statement of the process; no other thread exists that could read the environment.
        #[expect(unsafe_code, reason = "the standard library has no safe way to remove a variable")]
        unsafe {
            std::env::remove_var(name);
        }
    }
}

mod panic {
    /// A panic message may quote what somebody wrote, and stderr reaches the system's journal.
    pub fn quiet() {
        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(|l| format!("{}:{}", l.file(), l.line()));
            eprintln!("hearthside: internal error at {}", place.as_deref().unwrap_or("?"));
        }));
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use nix::sys::{prctl, resource};

    pub fn no_dumps() {
        // Best effort: a system that refuses still runs the workbook.
        let _ = resource::setrlimit(resource::Resource::RLIMIT_CORE, 0, 0);
        let _ = prctl::set_dumpable(false);
    }
}
