//! Lock, hide, close: save, then drop everything.

use super::App;
use crate::contract::Notice;

impl App {
    /// Writes every open image and drops keys and words. What could not be written stands as of the last good save.
    pub async fn close(&self) {
        let mut state = self.state.lock().await;
        if let Some(table) = state.open.as_mut() {
            let outcome = table.sitting.close(self.now()).await;
            if let Some(vault) = &state.door.vault {
                // All times become the session's end; a failure tells when somebody wrote, and nothing is lost.
                let _ = vault.end_session(self.now());
            }
            self.watch.tell(Notice::Saved { ok: outcome.is_ok() });
        }
        // Only now: a close that was cut off in the middle can be begun again.
        state.open = None;
        state.door = crate::door::Door::default();
    }

    /// Tries again to write what is pending.
    pub async fn retry(&self) {
        let mut state = self.state.lock().await;
        if let Some(table) = state.open.as_mut() {
            let outcome = table.sitting.flush(self.now()).await;
            if let Ok(true) = outcome {
                self.watch.tell(Notice::Saved { ok: true });
            }
        }
    }
}
