//! The way in: the one next thing offered first (E23, `experience.md` S4).
//!
//! Alone it may read this person's own pages; in Together it reads Ours only, so that it never tells what one of the
//! two has or has not done.

/// The exercises a new couple builds on, in order.
const JOINT: [&str; 4] = ["our-ground-rules", "pause-and-repair-plan", "one-talks-one-listens", "boundary-talk"];
/// What each does alone first.
const CHECK: &str = "starting-safely";
/// What the owner of a limit prepares alone.
const LIMITS: &str = "my-limits";

/// What Ours says.
#[derive(Clone, Debug, Default)]
pub struct Ours<'a> {
    /// A partner has set up.
    pub partner: bool,
    /// Exercises finished together, or whose agreement is in force.
    pub done: Vec<&'a str>,
}

/// What Mine says, alone only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own {
    /// The safety check was done in the last 90 days.
    pub checked: bool,
    /// `my-limits` was finished once.
    pub limits: bool,
}

/// The first line of Home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Begin this one now.
    Begin(&'static str),
    /// The partner sets up first.
    AddPartner,
    /// This one is for two: open together.
    OpenTogether(&'static str),
}

/// For one person alone.
#[must_use]
pub fn alone(ours: &Ours<'_>, own: Own) -> Option<Next> {
    if !own.checked {
        return Some(Next::Begin(CHECK));
    }
    if !ours.partner {
        return Some(Next::AddPartner);
    }
    match joint(ours)? {
        "boundary-talk" if !own.limits => Some(Next::Begin(LIMITS)),
        slug => Some(Next::OpenTogether(slug)),
    }
}

/// For both together.
#[must_use]
pub fn together(ours: &Ours<'_>) -> Option<Next> {
    joint(ours).map(Next::Begin)
}

fn joint(ours: &Ours<'_>) -> Option<&'static str> {
    JOINT.into_iter().find(|slug| !ours.done.contains(slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e23_each_step_towards_the_boundary_talk_is_the_first_line_offered() {
        let mut ours = Ours::default();
        let mut own = Own::default();
        assert_eq!(alone(&ours, own), Some(Next::Begin("starting-safely")));
        own.checked = true;
        assert_eq!(alone(&ours, own), Some(Next::AddPartner));
        ours.partner = true;
        for slug in JOINT {
            if slug == "boundary-talk" {
                assert_eq!(alone(&ours, own), Some(Next::Begin("my-limits")));
                own.limits = true;
            }
            assert_eq!(alone(&ours, own), Some(Next::OpenTogether(slug)));
            assert_eq!(together(&ours), Some(Next::Begin(slug)));
            ours.done.push(slug);
        }
        assert_eq!((alone(&ours, own), together(&ours)), (None, None));
    }

    #[test]
    fn e19_in_together_the_first_line_does_not_depend_on_what_one_person_did_alone() {
        // `together` takes no `Own` at all: the two cannot be told apart.
        let ours = Ours { partner: true, done: vec!["our-ground-rules"] };
        assert_eq!(together(&ours), Some(Next::Begin("pause-and-repair-plan")));
    }
}
