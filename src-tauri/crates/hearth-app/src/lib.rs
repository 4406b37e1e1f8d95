//! Use cases by feature over an open sitting, the wire contract, and one closed error.
//!
//! Must not know: Tauri, windows, WebDriver. Start at [`contract`] for what crosses to the window.
#![forbid(unsafe_code)]

pub mod contract;
