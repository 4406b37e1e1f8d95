//! Keys, age files, slots, the journal, the lock, sealed answers.
//!
//! Must not know: any table, any exercise, Tauri, the network.
#![forbid(unsafe_code)]
