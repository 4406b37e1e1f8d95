//! Parts that tests and benches share. Only ever a dev-dependency.
#![forbid(unsafe_code)]

mod clock;
mod mine;
mod program;
mod years;

pub use clock::TestClock;
pub use mine::{assignment, change_mine};
pub use program::program;
pub use years::{TEN_YEARS, ten_years};
