//! Use cases by feature over an open sitting, the wire contract, and one closed error.
//!
//! Start at [`App`], one method a command, and at [`contract`] for what crosses to the window.
//!
//! Must not know: Tauri, windows, WebDriver.
#![forbid(unsafe_code)]

mod agreeing;
mod app;
mod check_ins;
mod closeness;
mod come_next;
mod config;
pub mod contract;
mod deals;
mod door;
mod error;
pub mod exercises;
mod find;
mod help;
mod idle;
mod items;
mod letters;
mod ports;
mod runs;
mod sitting;
mod space;
mod trends;
mod watch;
mod way_in;

pub use app::App;
pub use idle::Idle;
pub use ports::{Clock, Places, Ports, Random};
