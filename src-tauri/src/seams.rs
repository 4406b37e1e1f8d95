//! What an end-to-end build may do otherwise (design decision D9), read from the environment. Nothing else hides
//! behind the feature.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

/// The clock's start.
pub fn now() -> Option<DateTime<Utc>> {
    let text = std::env::var("HEARTHSIDE_E2E_NOW").ok()?;
    Some(DateTime::parse_from_rfc3339(&text).ok()?.to_utc())
}

/// The passphrase cost, as log2 of the scrypt work factor.
pub fn cost() -> Option<u8> {
    std::env::var("HEARTHSIDE_E2E_COST").ok()?.parse().ok()
}

/// The answer of a file dialog.
pub fn dialog() -> Option<PathBuf> {
    std::env::var_os("HEARTHSIDE_E2E_DIALOG").map(PathBuf::from)
}
