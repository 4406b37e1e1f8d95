//! Whether an answer fits its question, as its writer was asked.

use hearth_domain::Person;

use super::{Issue, Run, World};
use crate::value::{self, IssueCode, Known, Value};

/// Largest draft in bytes: each pause of somebody typing writes all of it.
const LONGEST_DRAFT: usize = 256 * 1024;

impl Run {
    /// Why an answer is not taken. A draft may be unfinished, but not of another shape.
    pub(super) fn misfits(
        &self,
        at: usize,
        value: &Value,
        viewer: Option<Person>,
        world: &World,
        draft: bool,
    ) -> Vec<Issue> {
        let step = self.step(at);
        let (from, per) = self.offered(step, viewer, world);
        let known =
            Known { today: world.today, from: &from, per: &per, lexicons: &self.exercise.lexicons, names: None };
        let issues = value::check(value, step, &known).into_iter();
        let endless = draft && serde_json::to_vec(value).is_ok_and(|json| json.len() > LONGEST_DRAFT);
        issues.filter(|issue| !draft || !unfinished(issue.code, endless)).map(Issue::from).collect()
    }
}

/// What more typing can still mend. Words too many for an answer are words all the same: they are kept until their
/// writer shortens them (P6), unless they have no end.
const fn unfinished(code: IssueCode, endless: bool) -> bool {
    match code {
        IssueCode::UnknownOption => false,
        IssueCode::TooLong => !endless,
        _ => true,
    }
}

impl From<value::Issue> for Issue {
    fn from(issue: value::Issue) -> Self {
        Self { code: issue.code.word(), part: issue.part, bound: issue.bound }
    }
}
