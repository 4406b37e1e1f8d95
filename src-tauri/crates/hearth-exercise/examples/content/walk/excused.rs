//! What walks do not come to, or do not see, and why that may stand for now. A reason for a place that is reached is a
//! finding itself, so that none outlives its cause.

/// Exercise, place (a step, `step.1` for its first branch, or a page), and the reason.
pub const EXCUSED: &[(&str, &str, &str)] = &[];
