//! Exercise files, from outside: what an author writes, what comes out, what is said about mistakes.

mod authoring;
mod bad_input;
mod hostile;
mod kinds;
mod promises;
mod promises_agreements;
mod promises_private;
mod promises_recovery;
mod promises_safety;
mod promises_touch;
mod promises_window;
mod promises_words;
mod rules;
mod schema;
mod shipped;
mod status;

use std::collections::BTreeMap;

use hearth_exercise::format::{Code, Finding, Library, compile};
use hearth_exercise::model::Exercise;

/// The design's own examples.
pub const RULES: &str = include_str!("../fixtures/our-ground-rules.toml");
/// The one with branches.
pub const BREATHE: &str = include_str!("../fixtures/breathe-and-ground.toml");

/// A small library: every block, a list, a lexicon, a page.
pub fn library() -> Library {
    let close = |id: &str, who: &str| step(id, "close", who, "label = \"Done for now\"\nlist = \"more\"");
    let blocks = [
        ("solo-open", step("so-calm", "scale", "me", "visibility = \"priv\"\nlow = \"wound up\"\nhigh = \"calm\"")),
        ("joint-open", joint_open("jo", 4)),
        ("hot-open", joint_open("ho", 6)),
        ("solo-close", close("sc-end", "me")),
        ("joint-close", close("jc-end", "both")),
    ];
    Library {
        blocks: named(blocks),
        lists: named([("more", "id = \"more\"\n[[item]]\nid = \"fear\"\nlabel = \"Fear\"\n".to_owned())]),
        lexicons: named([("body", "id = \"body\"\n[[group]]\nname = \"Warm\"\nwords = [\"soft\"]\n".to_owned())]),
        pages: named([("help-now", "id = \"help-now\"\ntitle = \"Help\"\nbody = \"You are not alone.\"\n".to_owned())]),
        ..Library::default()
    }
}

fn joint_open(prefix: &str, limit: u8) -> String {
    let scale = "visibility = \"eph\"\nlow = \"wound up\"\nhigh = \"calm\"";
    let again = format!("{scale}\nshow_if = \"not all({prefix}-calm >= {limit})\"");
    let pause = format!("form = \"timer\"\nseconds = 180\nshow_if = \"not all({prefix}-calm >= {limit})\"");
    let rest = format!("[[step.then]]\nif = \"not all({prefix}-again >= {limit})\"\nbreak = true\n");
    [
        step(&format!("{prefix}-now"), "consent", "each", "visibility = \"eph\""),
        step(&format!("{prefix}-calm"), "scale", "each", scale),
        step(&format!("{prefix}-steady"), "pause", "both", &pause),
        step(&format!("{prefix}-again"), "scale", "each", &again),
        rest,
    ]
    .concat()
}

fn named<const N: usize>(files: [(&str, String); N]) -> BTreeMap<String, String> {
    files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
}

/// A step with a label and these keys.
pub fn step(id: &str, kind: &str, who: &str, keys: &str) -> String {
    let label = if keys.contains("label =") && !keys.contains("{") { "" } else { "label = \"A question\"\n" };
    format!("[[step]]\nid = \"{id}\"\nkind = \"{kind}\"\nwho = \"{who}\"\n{label}{keys}\n")
}

/// A whole file around some steps; `more` are further top keys.
pub fn file(more: &str, steps: &[String]) -> String {
    let top = RULES.split("exempt").next().unwrap_or_default();
    format!("{top}license = \"CC-BY-4.0\"\n{more}\n{}", steps.concat())
}

/// Compiles and expects no finding at all.
pub fn good(toml: &str) -> Exercise {
    let (exercise, findings) = compile(toml, &library());
    assert!(findings.is_empty(), "{}\n{toml}", said(&findings));
    exercise.expect("no finding, so an exercise")
}

/// Compiles and returns what was found.
pub fn findings(toml: &str) -> Vec<Finding> {
    compile(toml, &library()).1
}

/// Expects that nothing comes out, and one finding with this code and these words.
#[track_caller]
pub fn bad(toml: &str, code: Code, words: &str) {
    let (exercise, findings) = compile(toml, &library());
    assert!(exercise.is_none(), "it compiled:\n{toml}");
    let found = findings.iter().any(|f| f.code == code && f.to_string().contains(words));
    assert!(found, "no {code:?} with {words:?} in:\n{}\n{toml}", said(&findings));
}

fn said(findings: &[Finding]) -> String {
    findings.iter().map(|f| format!("{f} [{:?} {}]\n", f.code, f.pointer)).collect()
}
