//! Whether an answer fits its question, as its writer was asked.

use hearth_domain::Person;

use super::{Issue, Run, World};
use crate::value::{self, IssueCode, Known, Value};

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
        issues.filter(|issue| !draft || !unfinished(issue.code)).map(Issue::from).collect()
    }
}

/// What more typing can still mend.
const fn unfinished(code: IssueCode) -> bool {
    !matches!(code, IssueCode::UnknownOption | IssueCode::TooLong)
}

impl From<value::Issue> for Issue {
    fn from(issue: value::Issue) -> Self {
        Self { code: issue.code.word(), part: issue.part, bound: issue.bound }
    }
}
