//! Keys, age files, slots, the journal, the lock, sealed answers.
//!
//! Must not know: any table, any exercise, Tauri, the network. Everything here is synchronous and `Send`; the clock,
//! randomness, the disk and the cost of a passphrase are parameters. No type that holds a secret has `Debug`.
//!
//! # Map
//! - [`disk`]: what is asked of a disk, and disks that fail.
//! - [`VaultDir`], [`LockedVault`], [`Member`]: making, locking and unlocking a vault.
//! - [`SpaceFile`]: one space's image and journal, in bytes.
//! - [`sealed`]: commitments and pins of sealed answers.
//! - [`Passphrase`], [`strength`], [`Tries`]: what people type.
#![forbid(unsafe_code)]

mod age_file;
mod create;
pub mod disk;
mod durable;
mod error;
mod folder;
mod frame;
mod header;
mod identity_file;
mod journal;
mod keyring;
mod keyring_file;
mod locked;
mod mac;
mod new_person;
mod partner;
mod passphrase;
mod readme;
pub mod sealed;
mod settings;
mod space_file;
pub mod strength;
mod tile;
mod trailer;
mod tries;
mod unlock_file;
mod vault_json;
#[cfg(test)]
mod vectors;

pub use create::VaultDir;
pub use error::{CreateError, LoadError, OpenError, SaveError, UnlockError};
pub use keyring::SpaceKind;
pub use locked::{Joined, LockedVault, Member, Unlocked};
pub use new_person::NewPerson;
pub use passphrase::{Passphrase, PassphraseError};
pub use settings::{Cost, Settings};
pub use space_file::{LoadNotice, Loaded, SpaceFile};
pub use tile::{Look, Tile};
pub use tries::Tries;
