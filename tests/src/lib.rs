//! Holding the real program in its real window, as a person at a laptop does.
//!
//! A [`Laptop`] is a fresh home folder with its own display, session bus and clock; [`Laptop::start`] opens the
//! workbook and gives its [`Window`]. What is on screen is found by role and accessible name, never by a class.
//! Nothing here waits a fixed time: [`until`] looks again until a deadline. Must not know: any use case or table.
//!
//! A problem is a panic at the caller's line: this code serves tests only. A window dropped by a failing test leaves
//! its picture and its text in `target/e2e/failed/`.

mod canary;
mod display;
mod driver;
mod laptop;
mod processes;
mod small_disk;
mod until;
mod window;

pub use canary::{Hit, canary_scan};
pub use laptop::Laptop;
pub use small_disk::SmallDisk;
pub use until::{PATIENCE, until, until_within};
pub use window::{Axe, Key, Moment, Window};
