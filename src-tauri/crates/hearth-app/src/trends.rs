//! From dated numbers to dots on a page. Knows no screen; the window only draws what is worked out here.

mod axis;
mod chart;

pub use axis::{Axis, find};
pub use chart::{chart, first_day};
