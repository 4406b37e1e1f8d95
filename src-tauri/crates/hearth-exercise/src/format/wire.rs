//! Exercises from outside: bytes that should be a text, and canonical JSON.

use serde_json::Value;

use super::finding::{Code, Finding, Findings, Severity};
use super::{canonical, document, shape, too_large};
use crate::model::Exercise;

/// Reads canonical JSON, as [`crate::model::Exercise::canonical`] holds it.
///
/// # Errors
/// Every problem. Anything that is not the one canonical form is refused, so duplicate keys, floats, a byte
/// order mark and hidden characters cannot hide a second meaning behind the hash.
pub fn read_canonical(json: &str) -> Result<Exercise, Vec<Finding>> {
    let mut found = Findings::default();
    let exercise = if too_large(json.len(), &mut found) { None } else { read(json, &mut found) };
    exercise.filter(|_| !found.errors()).ok_or_else(|| found.into_vec())
}

fn read(json: &str, found: &mut Findings) -> Option<Exercise> {
    let Ok(mut doc) = serde_json::from_str::<Value>(json) else {
        not_canonical(found);
        return None;
    };
    let plain = whole(&doc, 0);
    shape::clean_texts(&mut doc, "", found);
    if !plain || !doc.is_object() || canonical::write(&doc) != json {
        not_canonical(found);
        return None;
    }
    document(&doc, found)
}

fn not_canonical(found: &mut Findings) {
    found.error(Code::NotCanonical, "", "The contents are malformed.", "Ask for a new export.");
}

/// Depth at most 16, no null, no floats.
fn whole(value: &Value, depth: usize) -> bool {
    match value {
        Value::Null => false,
        Value::Number(n) => n.is_i64(),
        Value::Array(all) => depth < 16 && all.iter().all(|v| whole(v, depth + 1)),
        Value::Object(map) => depth < 16 && map.values().all(|v| whole(v, depth + 1)),
        Value::Bool(_) | Value::String(_) => true,
    }
}

/// The bytes of a chosen file as text.
///
/// # Errors
/// What the file is instead (`exchange.md` 7).
pub fn text_of(bytes: &[u8]) -> Result<&str, Finding> {
    let mut found = Findings::default();
    if too_large(bytes.len(), &mut found) {
        return Err(found.into_vec().remove(0));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        let message = "This file is empty.".to_owned();
        return Err(refusal(Code::WrongFile, message, "Wait for the download, or copy it again."));
    }
    if let Some(name) = other_file(bytes) {
        let message = format!("This is a {name} file.");
        return Err(refusal(Code::WrongFile, message, "Use Export → Exercise in the app."));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| not_utf8(bytes, e.valid_up_to()))?;
    text.find('\0').map_or(Ok(text), |at| Err(not_utf8(bytes, at)))
}

fn not_utf8(bytes: &[u8], at: usize) -> Finding {
    let line = bytes.iter().take(at).filter(|b| **b == b'\n').count() + 1;
    let fix = "Save the file as UTF-8, then import again.";
    Finding { line: Some(line), ..refusal(Code::Encoding, "This file is not UTF-8.".to_owned(), fix) }
}

fn refusal(code: Code, message: String, fix: &str) -> Finding {
    let fix = Some(fix.to_owned());
    Finding { code, severity: Severity::Error, line: None, pointer: String::new(), message, fix }
}

/// What a file is by its first bytes, if it is one people mistake for an exercise.
fn other_file(bytes: &[u8]) -> Option<&'static str> {
    let start = |prefix: &[u8]| bytes.starts_with(prefix);
    if start(b"%PDF") {
        return Some("PDF");
    }
    if start(b"PK\x03\x04") {
        let word = bytes.windows(5).take(4096).any(|w| w == b"word/");
        return Some(if word { "Word" } else { "ZIP" });
    }
    if start(&[0xd0, 0xcf, 0x11, 0xe0]) || start(b"{\\rtf") {
        return Some("Word");
    }
    if bytes.trim_ascii_start().starts_with(b"{") {
        return Some("JSON");
    }
    let first = bytes.split(|b| *b == b'\n').map(<[u8]>::trim_ascii).find(|l| !l.is_empty() && !l.starts_with(b"#"))?;
    let yaml = first == b"---" || (first.contains(&b':') && !first.contains(&b'='));
    yaml.then_some("YAML")
}
