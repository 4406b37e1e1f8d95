//! The rules of the run engine, each named after the rule it proves.

mod agreements;
mod alone;
mod branches;
mod compared;
mod gates;
mod offered;
mod play;
mod player;
mod reveals;
mod shipped;
mod talks;
mod turns;
