//! The rules of the run engine, each named after the rule it proves.

mod alone;
mod gates;
mod play;
mod turns;
