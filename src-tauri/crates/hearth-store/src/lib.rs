//! One space is one SQLite image: changes, tables, history.
//!
//! Must not know: age, keys, exercises, Tauri.
#![forbid(unsafe_code)]
