//! What no exercise in the box asks, offers or says. Read from the canonical text, so that no kind of step is missed.

use hearth_exercise::model::{Kind, Mode};
use serde_json::Value;

use crate::shipped::shipped;

/// Every string under one of these keys, wherever it stands, in small letters.
pub(crate) fn said(json: &Value, keys: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    collect(json, keys, false, &mut found);
    found
}

fn collect(json: &Value, keys: &[&str], wanted: bool, found: &mut Vec<String>) {
    match json {
        Value::String(text) if wanted => found.push(text.to_lowercase()),
        Value::Array(all) => all.iter().for_each(|one| collect(one, keys, wanted, found)),
        Value::Object(fields) => {
            for (key, one) in fields {
                collect(one, keys, wanted || keys.contains(&key.as_str()), found);
            }
        }
        _ => {}
    }
}

/// No shipped exercise says one of these under one of the keys.
#[track_caller]
pub(crate) fn never(keys: &[&str], banned: &[&str]) {
    let mut read = 0;
    for (slug, exercise) in shipped() {
        let json: Value = serde_json::from_str(&exercise.canonical).expect("canonical JSON");
        for text in said(&json, keys) {
            read += 1;
            let broken = banned.iter().find(|phrase| text.contains(**phrase));
            assert!(broken.is_none(), "{slug}: “{text}” holds “{}”", broken.unwrap_or(&""));
        }
    }
    assert!(read > 200, "only {read} texts were read: the keys no longer fit the format");
}

/// The keys under which an exercise asks something of people.
pub(crate) const ASKED: [&str; 7] = ["label", "help", "why", "stems", "ghost", "body", "say"];

#[test]
fn cr16_cr24_nobody_is_asked_for_facts_the_other_does_not_know_or_for_details_of_harm() {
    let banned = [
        "how many times",
        "with whom",
        "who else",
        "what exactly",
        "every detail",
        "in detail",
        "tell everything",
        "confess",
        "describe what happened",
        "full disclosure",
        "polygraph",
    ];
    never(&ASKED, &banned);
}

#[test]
fn cr7_nobody_is_asked_for_passwords_places_or_messages() {
    never(&ASKED, &["password", "your location", "tracking", "your phone's", "browser history", "read your messages"]);
}

#[test]
fn e37_cr20_no_label_option_or_reply_asks_for_forgiveness_or_gives_it() {
    never(
        &["label", "say", "stems"],
        &["forgive me", "i forgive", "do you forgive", "please forgive", "trust me again", "are we good"],
    );
}

#[test]
fn cr34_nothing_is_diagnosed_or_scored() {
    never(&ASKED, &["diagnos", "your score", "risk level", "disorder", "normal range", "proven to"]);
}

#[test]
fn e39_free_words_of_the_apology_keep_to_what_is_already_known() {
    let apology = &shipped()["apology-steps"];
    let asked = apology.steps.iter().find(|s| s.label.contains("does not already know"));
    let gate = asked.expect("it is asked first whether it holds anything new");
    assert!(matches!(gate.kind, Kind::Gate(_)), "{:?}", gate.kind);
    let letter = apology.steps.iter().find(|s| matches!(s.kind, Kind::Letter(_))).expect("a letter");
    let beside = serde_json::to_string(&apology.canonical).expect("text");
    assert!(beside.contains("already know"), "{letter:?}");
    let place = |id: &str| apology.steps.iter().position(|s| s.id == id);
    assert!(place(&gate.id) < place(&letter.id));
}

#[test]
fn cr33_cr35_every_joint_close_leads_to_more_help_and_the_ground_rules_say_it_is_not_therapy() {
    let shipped = shipped();
    let mut closes = 0;
    for (slug, exercise) in &shipped {
        for part in exercise.parts.iter().filter(|part| part.mode == Mode::Together) {
            let steps = exercise.steps.iter().filter(|step| step.part == part.id);
            let ends: Vec<_> =
                steps.filter_map(|s| if let Kind::Close(c) = &s.kind { Some(c) } else { None }).collect();
            assert!(!ends.is_empty() && ends.iter().all(|c| c.list.as_deref() == Some("morehelp")), "{slug}");
            closes += 1;
        }
    }
    assert!(closes >= 5, "{closes}");
    assert!(shipped["our-ground-rules"].canonical.contains("not therapy"));
}
