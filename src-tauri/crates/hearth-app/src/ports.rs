//! What the use cases are given instead of reaching for it: clock, randomness, folders, cost.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use hearth_vault::Settings;
use rand::{CryptoRng, RngCore};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, as the computer says; somebody may set it.
    fn now(&self) -> DateTime<Utc>;
    /// Time since some moment of this process. Nobody can set it; it may stand still while the computer sleeps.
    fn steady(&self) -> Duration;
    /// What the clock on the wall shows at that moment, here.
    fn local(&self, at: DateTime<Utc>) -> NaiveDateTime;
}

/// A source of secret random bytes.
pub trait Random: RngCore + CryptoRng + Send {}

impl<R: RngCore + CryptoRng + Send> Random for R {}

/// Folders of this computer account.
#[derive(Clone, Debug)]
pub struct Places {
    /// Where a new workbook goes unless somebody chose another place.
    pub vault: PathBuf,
    /// Where `config.json` lies.
    pub config: PathBuf,
}

/// Everything from outside.
pub struct Ports {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Secret random bytes.
    pub random: fn() -> Box<dyn Random>,
    /// Folders.
    pub places: Places,
    /// What a passphrase costs.
    pub settings: Settings,
    /// The system's locale, BCP 47; empty if it has none.
    pub locale: String,
}

impl Ports {
    /// Sixteen or thirty-two fresh random bytes.
    #[must_use]
    pub fn make_bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)().fill_bytes(&mut bytes);
        bytes
    }
}
