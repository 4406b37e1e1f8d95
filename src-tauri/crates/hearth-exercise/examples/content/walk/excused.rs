//! What no walk comes to, and why that may stand for now. A reason for a place that is reached is a finding itself.

/// Exercise, place (a step, `step.1` for its first branch, or a page), and the reason.
pub const EXCUSED: &[(&str, &str, &str)] = &[(
    "ride-the-urge",
    "urge2.1",
    "the engine does not say the line of a branch that goes back, when somebody is alone; the going back works",
)];
