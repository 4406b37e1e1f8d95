//! One laptop: a home folder, a display, a clock.

use std::collections::HashMap;
use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::display::Display;
use crate::driver::{Driver, target};
use crate::window::{Hand, Window};

/// Folders under the laptop's own, and the variable that names each.
const FOLDERS: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("XDG_CONFIG_HOME", "home/.config"),
    ("XDG_DATA_HOME", "home/.local/share"),
    ("XDG_STATE_HOME", "home/.local/state"),
    ("XDG_CACHE_HOME", "home/.cache"),
    ("XDG_RUNTIME_DIR", "run"),
    ("TMPDIR", "tmp"),
];

/// A fresh laptop. Its files outlive each window, so a test locks, starts again and finds everything still there.
#[derive(Debug)]
pub struct Laptop {
    disk: TempDir,
    display: Display,
    clock: String,
    zone: String,
    dialog: Option<PathBuf>,
    cost: u8,
    hand: Hand,
}

impl Laptop {
    /// A laptop that never had the workbook, on the evening of Monday 2 March 2026.
    ///
    /// # Panics
    /// If no folder or display can be made.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "starts a display: more than a default value does")]
    pub fn new() -> Self {
        let disk = TempDir::new().expect("a temporary folder");
        for (_, folder) in FOLDERS {
            std::fs::create_dir_all(disk.path().join(folder)).expect("a folder in it");
        }
        let private = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(disk.path().join("run"), private).expect("a private folder");
        let (display, clock) = (Display::start(), "2026-03-02T19:00:00Z".into());
        Self { disk, display, clock, zone: "UTC".into(), dialog: None, cost: 2, hand: Hand::Pointer }
    }

    /// Sets the clock (RFC 3339) that the next window starts with; it ticks on from there.
    pub fn set_clock(&mut self, now: &str) {
        now.clone_into(&mut self.clock);
    }

    /// Takes the laptop to another time zone (`Europe/Berlin`), from the next window on.
    pub fn travel(&mut self, zone: &str) {
        zone.clone_into(&mut self.zone);
    }

    /// What the next window's file dialogs answer.
    pub fn answer_dialogs(&mut self, path: &Path) {
        self.dialog = Some(path.to_path_buf());
    }

    /// The passphrase cost (log2 of the scrypt work factor) of the next window; 2 unless set.
    pub fn set_cost(&mut self, log_n: u8) {
        self.cost = log_n;
    }

    /// Takes the pointer away: the windows from now on are used by keyboard alone.
    pub fn unplug_pointer(&mut self) {
        self.hand = Hand::Keyboard;
    }

    /// Opens the workbook.
    ///
    /// # Panics
    /// If the program or a tool is missing, or no window comes.
    #[must_use]
    pub fn start(&self) -> Window<'_> {
        self.start_with(&[])
    }

    /// Opens the workbook with words on its command line, such as a file.
    ///
    /// # Panics
    /// As [`Laptop::start`].
    #[must_use]
    pub fn start_with(&self, words: &[&str]) -> Window<'_> {
        let program = program();
        let driver = || Driver::start(&self.environment(), &self.disk.path().join("driver.log"));
        Window::open(driver, program, words, self.hand)
    }

    /// Opens another program than the workbook.
    ///
    /// # Panics
    /// As [`Laptop::start`].
    #[must_use]
    pub fn start_other(&self, program: &Path) -> Window<'_> {
        let driver = || Driver::start(&self.environment(), &self.disk.path().join("driver.log"));
        Window::open(driver, program.to_path_buf(), &[], self.hand)
    }

    /// Where the program may have written: home with all its folders, run and temp. The driver's log is not there.
    #[must_use]
    pub fn written(&self) -> Vec<PathBuf> {
        ["home", "run", "tmp"].map(|folder| self.disk.path().join(folder)).to_vec()
    }

    /// The home folder.
    #[must_use]
    pub fn home(&self) -> PathBuf {
        self.disk.path().join("home")
    }

    /// The book's folder, unless another was chosen.
    #[must_use]
    pub fn vault(&self) -> PathBuf {
        self.home().join(".local/share/org.hearthside.workbook/workbook.hearth")
    }

    fn environment(&self) -> HashMap<OsString, OsString> {
        let mut set: HashMap<OsString, OsString> = HashMap::new();
        let mut put = |name: &str, value: OsString| drop(set.insert(name.into(), value));
        for (name, folder) in FOLDERS {
            put(name, self.disk.path().join(folder).into());
        }
        put("PATH", std::env::var_os("PATH").unwrap_or_default());
        put("DISPLAY", self.display.name().into());
        put("LANG", "en_US.UTF-8".into());
        put("TZ", self.zone.clone().into());
        put("GDK_BACKEND", "x11".into());
        put("HEARTHSIDE_E2E_NOW", self.clock.clone().into());
        put("HEARTHSIDE_E2E_COST", self.cost.to_string().into());
        if let Some(path) = &self.dialog {
            put("HEARTHSIDE_E2E_DIALOG", path.into());
        }
        set
    }
}

/// The end-to-end build of the program.
fn program() -> PathBuf {
    let program = std::env::var_os("HEARTHSIDE_PROGRAM").map_or_else(|| target().join("e2e/hearthside"), PathBuf::from);
    assert!(program.exists(), "{} is missing: cargo xtask test builds it", program.display());
    program
}
