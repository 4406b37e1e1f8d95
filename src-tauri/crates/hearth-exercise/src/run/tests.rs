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
mod saying;
mod shipped;
mod shipped_agreements;
mod shipped_limits;
mod shipped_safety;
mod shipped_touch;
mod shipped_turns;
mod talks;
mod turns;
