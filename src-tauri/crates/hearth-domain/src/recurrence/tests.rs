//! Held against a calendar walked day by day, and against walls that change at any moment by any hour.

mod days;
mod walls;
