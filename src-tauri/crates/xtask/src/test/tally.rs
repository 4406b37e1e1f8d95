//! Counting tests from what the runners print.

use anyhow::{Context, Result};
use serde_json::Value;

/// Tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: u64,
    /// Failed, and parts that broke off before they could count.
    pub failed: u64,
}

impl Tally {
    /// A part that failed as a whole.
    pub fn one_failure() -> Self {
        Self { passed: 0, failed: 1 }
    }

    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// A runner that failed although it counted no failure (a file that does not compile, a crash) is one failure.
    pub fn ended(self, succeeded: bool) -> Self {
        let broke_off = !succeeded && self.failed == 0;
        Self { failed: self.failed + u64::from(broke_off), ..self }
    }
}

/// What one line of `cargo test` adds: `test result: ok. 5 passed; 0 failed; 1 ignored; ...`.
pub fn cargo_line(line: &str) -> Tally {
    let Some(counts) = line.strip_prefix("test result: ") else { return Tally::default() };
    let count = |word: &str| {
        let before = counts.split(';').find_map(|part| part.trim().strip_suffix(word))?;
        before.split_whitespace().next_back()?.parse().ok()
    };
    Tally { passed: count(" passed").unwrap_or(0), failed: count(" failed").unwrap_or(0) }
}

/// The counts of vitest's JSON report.
pub fn vitest_report(report: &str) -> Result<Tally> {
    let report: Value = serde_json::from_str(report).context("vitest's report")?;
    let count = |key: &str| report[key].as_u64().with_context(|| format!("vitest's report has no {key}"));
    Ok(Tally { passed: count("numPassedTests")?, failed: count("numFailedTests")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_counted_and_other_lines_are_not() {
        let ok = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(cargo_line(ok), Tally { passed: 5, failed: 0 });
        let bad = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s";
        assert_eq!(cargo_line(bad), Tally { passed: 12, failed: 3 });
        assert_eq!(cargo_line("test a_wrong_passphrase ... ok"), Tally::default());
    }

    #[test]
    fn a_vitest_report_is_counted() {
        let counted = vitest_report(r#"{"numPassedTests": 7, "numFailedTests": 2}"#).unwrap();
        assert_eq!(counted, Tally { passed: 7, failed: 2 });
        assert!(vitest_report("{}").is_err());
    }

    #[test]
    fn a_runner_that_breaks_off_is_a_failure() {
        assert_eq!(Tally { passed: 4, failed: 0 }.ended(false), Tally { passed: 4, failed: 1 });
        assert_eq!(Tally { passed: 4, failed: 2 }.ended(false), Tally { passed: 4, failed: 2 });
        assert_eq!(Tally { passed: 4, failed: 0 }.ended(true), Tally { passed: 4, failed: 0 });
    }
}
