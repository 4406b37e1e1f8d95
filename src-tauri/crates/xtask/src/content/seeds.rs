//! Whether every theme of the source texts is taken up (exercises.md 4): each exercise it names is here and compiles.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use toml::{Table, Value};

/// The table, copied from the design.
pub const FILE: &str = "assets/catalogue/seeds.toml";
/// As many themes as the design has; fewer would be a table that was cut, not a catalogue that is whole.
const THEMES: usize = 76;

/// How many themes are taken up, and what is missing for the others.
#[derive(Debug, PartialEq, Eq)]
pub struct Coverage {
    pub covered: usize,
    pub findings: Vec<String>,
}

impl Coverage {
    /// The one line of it.
    pub fn line(&self) -> String {
        format!("seed coverage {} of {THEMES}", self.covered)
    }
}

/// Reads the table against what compiles.
///
/// # Errors
/// If the table cannot be read.
pub fn check(text: &str, compiled: &BTreeSet<String>, lexicons: &BTreeSet<String>) -> Result<Coverage> {
    let table: Table = text.parse().context(FILE)?;
    let themes: Vec<&Table> =
        table.get("theme").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table).collect();
    let mut coverage = Coverage { covered: 0, findings: Vec::new() };
    for theme in &themes {
        let missing = missing(theme, compiled, lexicons);
        match missing.is_empty() {
            true => coverage.covered += 1,
            false => coverage.findings.push(format!("{FILE}: {}: {}", word(theme, "theme"), missing.join("; "))),
        }
    }
    if themes.len() != THEMES {
        coverage.findings.push(format!("{FILE}: {} themes, the design has {THEMES}", themes.len()));
    }
    Ok(coverage)
}

fn missing(theme: &Table, compiled: &BTreeSet<String>, lexicons: &BTreeSet<String>) -> Vec<String> {
    let named = |key: &str| -> Vec<String> {
        let all = theme.get(key).and_then(Value::as_array).into_iter().flatten();
        all.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (exercises, words) = (named("exercises"), named("lexicons"));
    let mut missing: Vec<String> = Vec::new();
    if exercises.is_empty() {
        missing.push("no exercise takes it up".to_owned());
    }
    missing.extend(exercises.iter().filter(|slug| !compiled.contains(*slug)).map(|slug| format!("no exercise {slug}")));
    missing.extend(words.iter().filter(|name| !lexicons.contains(*name)).map(|name| format!("no lexicon {name}")));
    missing
}

fn word<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(all: &[&str]) -> BTreeSet<String> {
        all.iter().map(|one| (*one).to_owned()).collect()
    }

    fn themes(count: usize) -> String {
        "[[theme]]\ntheme = \"trust\"\nexercises = [\"a\", \"b\"]\nlexicons = [\"needs\"]\n".repeat(count)
    }

    #[test]
    fn a_theme_counts_only_if_everything_it_names_is_there() {
        let whole = check(&themes(76), &set(&["a", "b"]), &set(&["needs"])).unwrap();
        assert_eq!((whole.line().as_str(), whole.findings.len()), ("seed coverage 76 of 76", 0));
        let lacking = check(&themes(76), &set(&["a"]), &set(&["needs"])).unwrap();
        assert_eq!((lacking.covered, lacking.findings.len()), (0, 76));
        assert_eq!(lacking.findings[0], format!("{FILE}: trust: no exercise b"));
        assert_eq!(check(&themes(76), &set(&["a", "b"]), &set(&[])).unwrap().covered, 0);
    }

    #[test]
    fn a_table_that_was_cut_is_told() {
        let cut = check(&themes(75), &set(&["a", "b"]), &set(&["needs"])).unwrap();
        assert_eq!((cut.covered, cut.findings.len()), (75, 1));
        let empty = check("[[theme]]\ntheme = \"x\"\nexercises = []\n", &set(&[]), &set(&[])).unwrap();
        assert_eq!(empty.covered, 0);
    }
}
