//! A limit somebody sets for themself (F8): told, never asked. It has no answer, no vote and no review, and only its
//! writer can change or end it, so there is nothing here that a partner could do to one.

use serde::{Deserialize, Serialize};

/// The words of a limit, as its writer keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitText {
    /// What to call it.
    pub name: String,
    /// When it counts: "If there is shouting".
    pub when: String,
    /// What its writer will do then, for themself.
    pub will: String,
}

impl LimitText {
    /// Whether there is enough to give it: a name, and what its writer will do.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.name.trim().is_empty() && !self.will.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f8_a_limit_is_whole_with_a_name_and_what_its_writer_will_do() {
        let text = |name: &str, will: &str| LimitText { name: name.into(), when: String::new(), will: will.into() };
        assert!(text("Shouting", "I will go to the other room").is_whole());
        assert!(!text(" ", "I will go").is_whole() && !text("Shouting", "\n").is_whole());
    }
}
