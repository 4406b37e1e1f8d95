//! The program without its window, over any folder.

use std::path::Path;
use std::sync::Arc;

use hearth_app::{App, Places, Ports};
use hearth_vault::Settings;
use rand::rngs::OsRng;

use crate::TestClock;

/// A program whose workbook lies in this folder. Passphrases cost next to nothing.
#[must_use]
pub fn program(home: &Path, clock: &Arc<TestClock>) -> App {
    App::new(Ports {
        clock: Arc::<TestClock>::clone(clock),
        random: || Box::new(OsRng),
        places: Places { vault: home.join("workbook.hearth"), config: home.join("config") },
        settings: Settings::for_tests(),
        locale: "en-GB".into(),
    })
}
