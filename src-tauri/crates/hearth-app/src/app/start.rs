//! The first page: tiles, problems, display. Opens nothing.

use super::App;
use crate::config::Config;
use crate::contract::{CommandError, Display, HelpPage, Place, Start};
use crate::door::Looked;
use crate::help;

/// Path parts that usually mean a folder is copied to other machines.
const SYNCED: [&str; 6] = ["dropbox", "onedrive", "icloud", "google drive", "nextcloud", "syncthing"];

impl App {
    /// What the first page needs.
    ///
    /// # Errors
    /// None today; a problem with the folder is part of the answer.
    pub async fn start(&self) -> Result<Start, CommandError> {
        let config = self.config();
        let folder = config.vault.clone().unwrap_or_else(|| self.ports.places.vault.clone());
        let mut state = self.state.lock().await;
        let Looked { tiles, problem } = state.door.look(&folder, self.ports.settings);
        let synced = folder.to_string_lossy().to_lowercase();
        let place = match (&config.vault, SYNCED.iter().any(|part| synced.contains(part))) {
            (_, true) => Place::Synced,
            (Some(_), false) => Place::Chosen,
            (None, false) => Place::Usual,
        };
        Ok(Start {
            tiles,
            problem,
            display: config.display,
            locale: config.locale.unwrap_or_else(|| self.locale()),
            place,
            today: self.today().to_string(),
            minute: self.minute(),
        })
    }

    /// Keeps how pages look: for the person who is open, for tonight in Together, and for the first pages of this computer
    /// while nobody is. What a person chose for their own pages shows nowhere else (P3).
    ///
    /// # Errors
    /// When the configuration cannot be written.
    pub async fn display_set(&self, display: Display) -> Result<Display, CommandError> {
        let display = display.bounded();
        match self.table().await {
            Ok(mut table) => table.keep_display(&display, self.now()).await?,
            Err(_) => self.change_config(|config| config.display = Display { reminders: false, ..display.clone() }),
        }
        Ok(display)
    }

    /// Use the workbook in another folder from now on. A folder that holds none is told and not remembered.
    ///
    /// # Errors
    /// As [`App::start`].
    pub async fn vault_chosen(&self, folder: std::path::PathBuf) -> Result<Start, CommandError> {
        if self.is_open().await {
            return Err(crate::contract::Code::NotNow.into());
        }
        let found = crate::door::is_vault(&folder);
        if let Err(problem) = found {
            return Ok(Start { problem: Some(problem), tiles: vec![], ..self.start().await? });
        }
        self.change_config(|config| config.vault = Some(folder));
        self.state.lock().await.door = crate::door::Door::default();
        self.start().await
    }

    /// The help page of a region; needs nothing open and leaves no record (E26).
    #[must_use]
    pub fn help_page(&self, region: Option<&str>) -> HelpPage {
        help::page(region)
    }

    pub(super) fn config(&self) -> Config {
        self.config.lock().map(|config| config.clone()).unwrap_or_default()
    }

    fn change_config(&self, change: impl FnOnce(&mut Config)) {
        let Ok(mut config) = self.config.lock() else { return };
        change(&mut config);
        // How the first page looks is not worth an error page; the next change tries again.
        let _ = config.write(&self.ports.places.config);
    }

    /// The system's locale, or English where it has none or "C".
    fn locale(&self) -> String {
        let system = self.ports.locale.as_str();
        let usable = system.len() >= 2 && system.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if usable && system != "POSIX" { system.to_owned() } else { "en".to_owned() }
    }
}
