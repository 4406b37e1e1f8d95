//! Words people read: nobody is a role.
//!
//! Words that label, blame or push are held by the check of all texts (`cargo xtask content`), not here.

use std::fs;
use std::path::{Path, PathBuf};

use hearth_exercise::model::Kind;
use serde_json::Value;

use crate::promises::said;
use crate::shipped::shipped;

const READ: [&str; 19] = [
    "label", "help", "why", "title", "summary", "body", "low", "high", "say", "listen", "out", "stems", "not_for",
    "frames", "what", "words", "name", "recap", "tip",
];

/// Roles are for files; on screen there are names (CR39).
const ROLES: [&str; 12] = [
    "owner",
    "owners",
    "speaker",
    "speakers",
    "listener",
    "listeners",
    "receiver",
    "receivers",
    "recovering",
    "supporting",
    "supporter",
    "supporters",
];

/// "hurt" is a plain word for a feeling. As a name for a person it is a role.
const NAMED_HURT: [&str; 6] =
    ["the hurt one", "hurt person", "hurt partner", "the injured", "the betrayer", "the offender"];

/// A folder of what ships beside the code.
pub(crate) fn assets(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets").join(place)
}

/// Every text file with that ending, by its path.
pub(crate) fn files(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("a text")));
        }
    }
}

/// What a person reads of a Fluent text, in small letters: no comments, no keys, no variables.
pub(crate) fn shown(fluent: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in fluent.lines().filter(|l| !l.trim_start().starts_with('#')) {
        let value = line.split_once('=').map_or(line, |(_, value)| value);
        let (mut words, mut depth) = (String::new(), 0_u32);
        for c in value.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ if depth == 0 => words.push(c),
                _ => {}
            }
        }
        found.push(words.to_lowercase());
    }
    found
}

/// The role this text gives somebody, if any.
fn role_in(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let role = words.find_map(|word| ROLES.iter().find(|r| **r == word));
    role.or_else(|| NAMED_HURT.iter().find(|n| text.contains(**n))).copied()
}

#[test]
fn cr39_no_exercise_gives_anyone_a_role_for_a_name() {
    let mut read = 0;
    for (slug, exercise) in shipped() {
        let json: Value = serde_json::from_str(&exercise.canonical).expect("canonical JSON");
        for text in said(&json, &READ) {
            assert_eq!(role_in(&text), None, "{slug}: “{text}”");
            read += 1;
        }
    }
    assert!(read > 2000, "only {read} texts were read: the keys no longer fit the format");
}

/// The page says itself how many may be chosen; a line that says so too says it twice.
#[test]
fn no_line_of_help_counts_what_the_page_counts() {
    let number = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit()) || ["one", "two", "three", "four", "five", "six"].contains(&word)
    };
    let counts = |help: &str| {
        let words: Vec<&str> = help.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let after = |lead: &[&str]| words.windows(lead.len() + 1).any(|w| w.starts_with(lead) && number(w[lead.len()]));
        after(&["choose"]) || after(&["up", "to"]) || after(&["choose", "up", "to"]) || help.contains("all that fit")
    };
    let mut read = 0;
    for (slug, exercise) in shipped() {
        for step in exercise.steps.iter().filter(|s| says_how_many(&s.kind)) {
            let help = step.help.clone().unwrap_or_default().to_lowercase();
            assert!(!counts(&help), "{slug}, {}: “{help}”", step.id);
            read += 1;
        }
    }
    assert!(read > 40, "only {read} steps were read");
}

/// Several may be chosen.
fn says_how_many(kind: &Kind) -> bool {
    matches!(kind, Kind::Words(_)) || matches!(kind, Kind::Choose(choose) if choose.max > 1)
}

#[test]
fn cr39_no_text_of_the_window_gives_anyone_a_role_for_a_name() {
    let mut texts = Vec::new();
    files(&assets("locales"), "ftl", &mut texts);
    assert!(texts.len() >= 10, "{}", texts.len());
    for (file, fluent) in texts {
        for text in shown(&fluent) {
            assert_eq!(role_in(&text), None, "{file}: “{text}”");
        }
    }
}

#[test]
fn cr39_a_role_is_found_and_a_variable_is_not() {
    assert_eq!(role_in("What the Owner's plan says"), Some("owner"));
    assert_eq!(role_in("A letter from the hurt partner"), Some("hurt partner"));
    assert_eq!(role_in("I am a person in recovery, and I felt hurt"), None);
    assert_eq!(shown("turn = { $speaker } speaks.\n# the speaker\n"), ["  speaks."]);
}
