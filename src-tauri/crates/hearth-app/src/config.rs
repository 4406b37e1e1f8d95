//! `config.json`, outside the vault: where the workbook lies, how the first page looks. No word anybody wrote.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::contract::Display;

const FILE: &str = "config.json";

/// What this computer account remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    /// A folder somebody chose instead of the usual one.
    pub vault: Option<PathBuf>,
    /// How the first page looks.
    pub display: Display,
    /// A language somebody chose.
    pub locale: Option<String>,
}

impl Config {
    /// Reads it; a missing or broken file means the defaults, because nothing in it is worth an error page.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let bytes = std::fs::read(folder.join(FILE)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Writes it beside the old one and swaps.
    ///
    /// # Errors
    /// What the disk says.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let fresh = folder.join(format!("{FILE}.new"));
        std::fs::write(&fresh, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(fresh, folder.join(FILE))
    }
}

impl Display {
    /// Bounds that a window can show: text 100 to 400 percent, an hour of the day.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.text = self.text.clamp(100, 400);
        self.evening_from = self.evening_from.filter(|hour| *hour < 24);
        self
    }

    /// In Together: the larger text, the higher contrast, the less motion and the fewer reminders of the two
    /// (`experience.md` 2).
    #[must_use]
    pub fn for_both(a: &Self, b: &Self) -> Self {
        use crate::contract::{Contrast, Motion};
        let mut both = a.clone();
        both.text = a.text.max(b.text);
        both.more_space |= b.more_space;
        both.shift_hides |= b.shift_hides;
        // Both read what is told, so both have asked for it.
        both.reminders &= b.reminders;
        if b.contrast == Contrast::More {
            both.contrast = Contrast::More;
        }
        if b.motion == Motion::Less {
            both.motion = Motion::Less;
        }
        both
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{Contrast, Motion};

    #[test]
    fn a_broken_config_means_defaults_and_a_written_one_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Config::read(folder.path()), Config::default());
        let config = Config { vault: Some("/somewhere".into()), ..Config::default() };
        config.write(folder.path()).unwrap();
        assert_eq!(Config::read(folder.path()), config);
        std::fs::write(folder.path().join(FILE), b"{").unwrap();
        assert_eq!(Config::read(folder.path()), Config::default());
    }

    #[test]
    fn together_takes_the_larger_text_the_higher_contrast_and_the_less_motion() {
        let a = Display { text: 150, motion: Motion::Less, ..Display::default() };
        let b = Display { text: 200, contrast: Contrast::More, ..Display::default() };
        let both = Display::for_both(&a, &b);
        assert_eq!((both.text, both.contrast, both.motion), (200, Contrast::More, Motion::Less));
    }
}
