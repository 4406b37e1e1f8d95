//! The shell: one window, commands of about ten lines, what the operating system tells us.
//!
//! The only crate that names Tauri. All rules live in `hearth-app` and below. Start at [`run`].

mod clock;
mod commands;
mod hardening;
mod leaving;
mod lock_triggers;
mod places;
#[cfg(feature = "e2e")]
mod seams;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use hearth_app::App;

use leaving::Leaving;

/// Runs the program until its window closes. After a lock the next process is started: memory that held words
/// cannot be wiped for certain, so it goes with the process (`vault.md` 2.6).
#[must_use]
pub fn run() -> ExitCode {
    hardening::apply();
    let leaving = Arc::new(Leaving::default());
    let app = Arc::new(App::new(places::ports()));
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Arc::clone(&app))
        .manage(Arc::clone(&leaving))
        .invoke_handler(commands::handler())
        .setup(|tauri| {
            window::open(tauri.handle())?;
            lock_triggers::watch(tauri.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    let Ok(built) = built else { return ExitCode::FAILURE };
    let code = built.run_return(move |handle, event| leaving::on_event(handle, &event));
    tauri::async_runtime::block_on(app.close());
    places::clear_webview_data();
    if leaving.next_process() {
        places::start_next();
    }
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}
