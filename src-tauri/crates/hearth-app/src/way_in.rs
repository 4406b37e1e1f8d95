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
    /// This one each does alone: open alone.
    OpenAlone(&'static str),
    /// This one comes next, and not today.
    Later(&'static str),
}

impl Next {
    /// The exercise it names.
    #[must_use]
    pub const fn slug(self) -> Option<&'static str> {
        match self {
            Self::AddPartner => None,
            Self::Begin(slug) | Self::OpenTogether(slug) | Self::OpenAlone(slug) | Self::Later(slug) => Some(slug),
        }
    }
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

/// For both together. Where the next one is closed today, what each prepares alone for it comes first, whoever has done
/// it already: this page does not know. `open`: whether what [`joint`] names may begin now (E25).
#[must_use]
pub fn together(ours: &Ours<'_>, open: bool) -> Option<Next> {
    Some(match joint(ours)? {
        slug if open => Next::Begin(slug),
        "boundary-talk" => Next::OpenAlone(LIMITS),
        slug => Next::Later(slug),
    })
}

/// The next exercise for both.
#[must_use]
pub fn joint(ours: &Ours<'_>) -> Option<&'static str> {
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
            assert_eq!(together(&ours, true), Some(Next::Begin(slug)));
            ours.done.push(slug);
        }
        assert_eq!((alone(&ours, own), together(&ours, true)), (None, None));
    }

    #[test]
    fn e19_in_together_the_first_line_does_not_depend_on_what_one_person_did_alone() {
        // `together` takes no `Own` at all: the two cannot be told apart.
        let ours = Ours { partner: true, done: vec!["our-ground-rules"] };
        assert_eq!(together(&ours, true), Some(Next::Begin("pause-and-repair-plan")));
    }

    #[test]
    fn e23_what_is_closed_today_is_never_offered_to_begin() {
        let mut ours = Ours { partner: true, done: vec!["our-ground-rules", "pause-and-repair-plan"] };
        assert_eq!(together(&ours, false), Some(Next::Later("one-talks-one-listens")));
        ours.done.push("one-talks-one-listens");
        assert_eq!(together(&ours, false), Some(Next::OpenAlone("my-limits")));
    }
}
