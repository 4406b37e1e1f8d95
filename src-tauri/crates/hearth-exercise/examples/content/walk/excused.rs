//! What walks do not come to, or do not see, and why that may stand for now. A reason for a place that is reached is a
//! finding itself, so that none outlives its cause.

/// Exercise, place (a step, `step.1` for its first branch, or a page), and the reason.
pub const EXCUSED: &[(&str, &str, &str)] = &[
    ("crisis-plan", "copy.1", LAST_OF_A_TURN),
    ("crisis-plan", "copy.2", LAST_OF_A_TURN),
    ("daily-check-in", "carry.1", LAST_OF_A_TURN),
    ("gentle-start", "calm2.1", LAST_OF_A_TURN),
    ("impact-letter", "room.1", LAST_OF_A_TURN),
    ("impact-letter", "room.2", LAST_OF_A_TURN),
    ("impact-letter", "use.1", LAST_OF_A_TURN),
    ("ride-the-urge", "urge2.1", GOES_BACK),
];

const LAST_OF_A_TURN: &str = "said after the last page of a turn, where a line for one person is dropped";
const GOES_BACK: &str = "somebody alone goes back, and the line of a branch that goes back is not said to them";
