//! Parts that tests and benches share. Only ever a dev-dependency.
#![forbid(unsafe_code)]

mod check_ins;
mod clock;
mod mine;
mod program;
mod years;

pub use check_ins::ten_years_of_check_ins;
pub use clock::TestClock;
pub use mine::{assignment, change_mine};
pub use program::program;
pub use years::{TEN_YEARS, ten_years};
