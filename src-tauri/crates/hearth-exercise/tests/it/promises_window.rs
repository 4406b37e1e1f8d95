//! What the texts of the window and the help lines hold, as far as words can.

use std::collections::BTreeSet;
use std::fs;

use hearth_exercise::model::Kind;

use crate::promises::{ASKED, never};
use crate::promises_words::{assets, files, shown};
use crate::shipped::shipped;

/// An English text of the window.
fn english(file: &str, key: &str) -> String {
    let text = fs::read_to_string(assets("locales/en").join(file)).expect("a text");
    let line = text.lines().find_map(|l| l.strip_prefix(key)?.strip_prefix(" = ").map(str::to_owned));
    line.unwrap_or_else(|| panic!("{file} has no {key}"))
}

#[test]
fn cr14_the_first_run_says_that_written_words_can_be_found_and_asked_for() {
    let words = english("setup.ftl", "setup-before-court");
    assert!(words.contains("Written words can be found") && words.contains("a court can ask for them"), "{words}");
    let mut texts = Vec::new();
    files(&assets("locales"), "ftl", &mut texts);
    for (file, text) in texts.iter().filter(|(file, _)| file.ends_with("setup.ftl")) {
        assert!(text.lines().any(|l| l.starts_with("setup-before-court = ")), "{file} leaves it out");
    }
}

#[test]
fn cr33_the_first_run_says_that_it_is_not_therapy() {
    let words = english("setup.ftl", "setup-before-adults");
    assert!(words.contains("It is a workbook, not therapy."), "{words}");
}

#[test]
fn e10_the_neutral_end_gives_no_reason_and_says_that_stopping_is_fine() {
    let words = english("run.ftl", "end-stopped");
    assert_eq!(words, "Let’s stop here for today. Stopping is fine, for any reason. What is private stays private.");
}

/// Words that tell what the other person did, or left undone.
const TELLS: [&str; 14] = [
    "waiting for you",
    "partner is waiting",
    "last opened",
    "last seen",
    "has read",
    "has seen",
    "unread",
    "not done yet",
    "has not answered",
    "did not answer",
    "still has to",
    "is typing",
    "your turn since",
    "you missed",
];

#[test]
fn e19_cr8_no_text_tells_what_the_other_did_or_left_undone() {
    never(&ASKED, &TELLS);
    let mut texts = Vec::new();
    files(&assets("locales"), "ftl", &mut texts);
    for (file, fluent) in texts {
        for text in shown(&fluent) {
            let told = TELLS.iter().find(|t| text.contains(**t));
            assert_eq!(told, None, "{file}: “{text}”");
        }
    }
}

#[test]
fn cr36_every_number_an_exercise_leads_to_is_in_the_box() {
    let lines: toml::Table =
        toml::from_str(&fs::read_to_string(assets("help/lines.toml")).expect("a text")).expect("TOML");
    let all = |key: &str| lines[key].as_array().expect("a list").clone();
    let text = |of: &toml::Value, key: &str| of.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let known: BTreeSet<String> = all("line").iter().map(|l| text(l, "kind")).collect();
    for (slug, exercise) in shipped() {
        let guides =
            exercise.steps.iter().filter_map(|s| if let Kind::Guide(g) = &s.kind { Some(&g.lines) } else { None });
        for kind in guides.chain(exercise.pages.values().map(|p| &p.lines)).flatten() {
            assert!(known.contains(kind), "{slug} leads to “{kind}”, and no line is of that kind");
        }
    }
    for region in all("region") {
        let here = |kind: &str| {
            all("line").iter().any(|l| {
                text(l, "region") == text(&region, "id")
                    && text(l, "kind") == kind
                    && !(text(l, "call") + &text(l, "text")).is_empty()
            })
        };
        assert!(here("emergency") && here("crisis"), "{region}");
    }
}
