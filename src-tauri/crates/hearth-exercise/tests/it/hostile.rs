//! Files that mean harm, or were written in a hurry (`tests/hostile`), and what each is answered.
//!
//! `expected.toml` is the table: the row of the design, the file, the code, the line and a few words of the
//! answer. What is too large to keep is made here by a short recipe.

use std::collections::BTreeSet;
use std::path::PathBuf;

use hearth_exercise::format::{Code, Finding, Severity, compile, read_canonical, text_of};
use hearth_exercise::model::Exercise;

use crate::{bad, file, library, step};

/// One row of the table.
struct Expected {
    name: String,
    code: String,
    line: Option<usize>,
    says: String,
    loads: bool,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/hostile")
}

fn table() -> Vec<Expected> {
    let text = std::fs::read_to_string(folder().join("expected.toml")).expect("the table is there");
    let table: toml::Table = text.parse().expect("the table is TOML");
    let text = |row: &toml::Value, key: &str| row.get(key).and_then(toml::Value::as_str).expect(key).to_owned();
    let line = |row: &toml::Value| row.get("line").and_then(toml::Value::as_integer);
    let row = |row: &toml::Value| Expected {
        name: text(row, "name"),
        code: text(row, "code"),
        line: line(row).map(|n| usize::try_from(n).expect("a line")),
        says: text(row, "says"),
        loads: row.get("loads").is_some(),
    };
    table["file"].as_array().expect("a list of files").iter().map(row).collect()
}

/// What a file is answered, by whichever way in its name says.
fn answer(name: &str, bytes: &[u8]) -> (Option<Exercise>, Vec<Finding>) {
    if name.ends_with(".json") {
        return match read_canonical(std::str::from_utf8(bytes).expect("JSON arrives as text")) {
            Ok(exercise) => (Some(exercise), Vec::new()),
            Err(found) => (None, found),
        };
    }
    match text_of(bytes) {
        Ok(text) => compile(text, &library()),
        Err(finding) => (None, vec![finding]),
    }
}

/// What is wrong with an answer, if anything.
fn wrong(expected: &Expected) -> Option<String> {
    let bytes = std::fs::read(folder().join(&expected.name)).expect("the file of the table is there");
    let (exercise, found) = answer(&expected.name, &bytes);
    if exercise.is_some() != expected.loads {
        return Some(format!("loaded: {}, {found:?}", exercise.is_some()));
    }
    let fits = |f: &&Finding| {
        format!("{:?}", f.code) == expected.code && f.line == expected.line && f.to_string().contains(&expected.says)
    };
    let Some(answer) = found.iter().find(fits) else { return Some(format!("was answered {found:?}")) };
    let severity = if expected.loads { Severity::Warning } else { Severity::Error };
    if answer.severity != severity {
        return Some(format!("is {:?}", answer.severity));
    }
    found.iter().find_map(|f| unclear(f, expected.line.is_some()))
}

/// Every finding is a short sentence on one line that shows nothing of how the program is made.
fn unclear(finding: &Finding, lines: bool) -> Option<String> {
    let said = finding.to_string();
    let inside = ["Some(", "None", "Err(", "Ok(", "::", "{:", "\\u{", "panicked", "Value", "serde", "toml "];
    let ends = |text: &str| text.ends_with(['.', '?']) && text.trim() == text && text.len() > 5;
    let sentence = ends(&finding.message) && finding.fix.as_deref().is_none_or(ends);
    let hidden = said.chars().any(|c| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{2069}'));
    let leaks = inside.iter().any(|part| said.contains(part));
    let short = said.chars().count() < 400;
    let placed = !lines || finding.line.is_some();
    (!sentence || hidden || leaks || !short || !placed).then(|| format!("unclear: {finding:?}"))
}

#[test]
fn hostile_files_are_each_answered_with_a_message_and_a_line() {
    let table = table();
    let refused = table.iter().filter(|e| !e.loads).count();
    assert!(refused >= 100, "only {refused} hostile files");
    let wrong: Vec<_> =
        table.iter().filter_map(|e| wrong(e).map(|w| format!("{} ({}): {w}\n", e.name, e.says))).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.concat());
}

#[test]
fn every_hostile_file_is_in_the_table_once() {
    let names: Vec<_> = table().into_iter().map(|e| e.name).collect();
    let once: BTreeSet<_> = names.iter().cloned().collect();
    assert_eq!(once.len(), names.len());
    let entries = std::fs::read_dir(folder()).expect("the folder is there").flatten();
    let files = entries.filter_map(|e| e.file_name().into_string().ok());
    let files: BTreeSet<_> = files.filter(|f| f != "expected.toml" && !f.starts_with('.')).collect();
    assert_eq!(files, once);
}

#[test]
fn what_was_hidden_is_gone_from_what_loads() {
    for expected in table().iter().filter(|e| e.loads) {
        let bytes = std::fs::read(folder().join(&expected.name)).expect("the file of the table is there");
        let exercise = answer(&expected.name, &bytes).0.expect("a warning only");
        let hidden = exercise.canonical.chars().any(|c| c.is_control() || !(' '..'\u{a0}').contains(&c));
        assert!(!hidden, "{}", expected.name);
        assert_eq!(read_canonical(&exercise.canonical), Ok(exercise));
    }
}

/// Files of about one megabyte that ask for work out of all proportion. Each is answered, none loads, and the
/// answers stay few.
#[test]
fn large_hostile_files_are_answered_with_little_work() {
    let top = file("", &[]);
    let guide = step("read", "guide", "both", "body = \"Read.\"");
    let keys: String = (0..100_000).map(|n| format!("k{n}=1\n")).collect();
    let tables: String = (0..70_000).map(|n| format!("[t{n}]\n")).collect();
    let cases = [
        (keys.clone() + &top, Code::UnknownField),
        (format!("{top}{guide}{tables}"), Code::UnknownField),
        (format!("{top}{}", "[[step]]\n".repeat(100_000)), Code::TooMany),
        (format!("{top}{}", "[[step]]\nid='a'\n".repeat(50_000)), Code::TooMany),
        (format!("{top}{guide}{}", "[[step.then]]\n".repeat(60_000)), Code::TooMany),
        (format!("{top}{}", "= 1\n".repeat(200_000)), Code::Syntax),
        (format!("{top}{}", "\"\n".repeat(300_000)), Code::Syntax),
        (format!("{top}{}", "title = 1\n".repeat(90_000)), Code::Syntax),
        (format!("{top}a = {}", "[".repeat(900_000)), Code::Syntax),
        (format!("{top}a = {}", "{a=".repeat(300_000)), Code::Syntax),
        (format!("{top}a{} = 1", ".a".repeat(450_000)), Code::Syntax),
        (format!("{top}[a{}]", ".a".repeat(450_000)), Code::Syntax),
        (format!("{top}a{} = 1\n{guide}", ".a".repeat(70)), Code::UnknownField),
        (format!("{top}{} = 1\n{guide}", "a".repeat(900_000)), Code::UnknownField),
        (format!("{top}{guide}why = \"{}\"\n", "x".repeat(900_000)), Code::TooLong),
        (format!("{top}{guide}why = \"{}\"\n", "\\u200B".repeat(150_000)), Code::Missing),
        (format!("{top}{guide}show_if = \"{}\"\n", "(".repeat(900_000)), Code::Condition),
        (format!("{top}not_for = [{}]\n{guide}", "\"<b>\",".repeat(150_000)), Code::TooMany),
        (format!("{top}not_for = [{}]\n{guide}", "1.5,".repeat(200_000)), Code::NotWhole),
        (format!("{top}{guide}").replace("3d0c7a52-8a5e-4a1f-9f0e-6b7e5f1c2a01", &"-".repeat(900_000)), Code::BadId),
    ];
    for (text, code) in cases {
        let start: String = text.chars().rev().take(20).collect();
        let (exercise, found) = compile(&text, &library());
        assert!(exercise.is_none(), "{start}");
        assert!(found.iter().any(|f| f.code == code), "{code:?} {start} {:?}", found.first());
        assert!(found.len() <= 300, "{} findings: {start}", found.len());
        assert!(found.iter().all(|f| unclear(f, true).is_none()), "{start} {found:?}");
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let large = "[".repeat((1 << 20) + 1);
    for found in [
        vec![text_of(large.as_bytes()).unwrap_err()],
        compile(&large, &library()).1,
        read_canonical(&large).unwrap_err(),
    ] {
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, Code::TooLong);
        assert_eq!(found[0].message, "Too large for an exercise file (1.1 MiB); the limit is 1 MiB.");
    }
}

#[test]
fn lists_over_their_limits_are_counted() {
    let options = |n: usize| (0..n).map(|n| format!("{{ id = \"o{n}\", label = \"O\" }}, ")).collect::<String>();
    let lines = |n: usize| "\"x\", ".repeat(n);
    let guide = |keys: &str| file("", &[step("g", "guide", "both", &format!("body = \"Read.\"\n{keys}"))]);
    bad(&guide(&format!("items = [{}]", options(51))), Code::TooMany, "51 entries; the limit is 50");
    bad(&guide(&format!("answers = [{}]", options(51))), Code::TooMany, "51 entries; the limit is 50");
    bad(&guide(&format!("lines = [{}]", "\"abuse\", ".repeat(10))), Code::TooMany, "10 entries; the limit is 9");
    let top = |keys: &str| file(keys, &[step("g", "guide", "both", "body = \"Read.\"")]);
    bad(&top(&format!("sources = [{}]", lines(51))), Code::TooMany, "51 entries; the limit is 50");
    bad(&top(&format!("requires = [{}]", "\"\", ".repeat(21))), Code::Newer, "Needs a newer version");
    let parts = "[[part]]\nid = \"p\"\nmode = \"together\"\nheat = 1\n".repeat(11);
    bad(&top(&parts), Code::TooMany, "11 entries; the limit is 10");
    let states = format!("visibility = \"shared\"\nlist = \"more\"\nstates = [{}]", options(6));
    bad(&file("", &[step("c", "checklist", "both", &states)]), Code::TooMany, "6 entries; the limit is 5");
    let letter = format!("visibility = \"priv\"\nparts = [{}]", options(21));
    bad(&file("roles = \"owner/hurt\"", &[step("l", "letter", "owner", &letter)]), Code::TooMany, "the limit is 20");
}
