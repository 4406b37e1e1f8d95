//! axe-core in the real window, with its real content security policy.

use std::path::Path;

use serde_json::Value;

use super::Window;

/// What axe found, one line per place: `rule: help: selector`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axe {
    /// What breaks a rule.
    pub violations: Vec<String>,
    /// What axe could not decide and a person looks at.
    pub incomplete: Vec<String>,
}

impl Window<'_> {
    /// Checks the page as it is drawn now (experience A1).
    ///
    /// # Panics
    /// If axe is not installed or breaks off.
    #[track_caller]
    #[must_use]
    pub fn axe(&self) -> Axe {
        if self.run("return typeof window.axe === 'undefined'", vec![]) == Value::Bool(true) {
            self.run(&axe_source(), vec![]);
        }
        let script = include_str!("axe.js");
        let found = self.wait(self.client.execute_async(script, vec![])).expect("axe runs in the page");
        assert!(found["error"].is_null(), "axe broke off: {}", found["error"]);
        Axe { violations: lines(&found["violations"]), incomplete: lines(&found["incomplete"]) }
    }
}

fn axe_source() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn lines(found: &Value) -> Vec<String> {
    let lines = found.as_array().expect("axe gives lists");
    lines.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect()
}
