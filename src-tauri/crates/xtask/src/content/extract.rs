//! The words a person reads, taken out of exercise files and interface texts.

use anyhow::{Result, anyhow};
use toml::de::{DeTable, DeValue};

/// One text as somebody reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it begins, from 1.
    pub line: usize,
    /// The text; variables are replaced by a short word.
    pub text: String,
    /// Words a person looked at here and let stand: `# reviewed: <word> - <reason>` on the lines above.
    pub reviewed: Vec<String>,
    /// One entry of a list of single words, such as feelings: no sentence, so no reading level.
    pub lone_word: bool,
}

/// Keys of an exercise file whose text is read by people. All others hold ids, rules and credits.
pub const READ: [&str; 21] = [
    "label", "help", "why", "title", "summary", "body", "low", "high", "say", "listen", "out", "stems", "not_for",
    "frames", "tip", "words", "text", "recap", "more", "what", "name",
];
/// Keys of the help lines: names of services, and whom they are for. What to dial is no sentence.
const READ_OF_LINES: [&str; 2] = ["name", "who"];
/// Entries of lists of words, and names: no sentences, so no reading level.
const LONE: [&str; 2] = ["words", "name"];

/// The passages of an exercise, list, lexicon, page or block.
///
/// # Errors
/// If the file is no TOML.
pub fn toml(file: &str) -> Result<Vec<Passage>> {
    passages(file, &READ)
}

/// The passages of the help lines.
///
/// # Errors
/// If the file is no TOML.
pub fn lines(file: &str) -> Result<Vec<Passage>> {
    passages(file, &READ_OF_LINES)
}

fn passages(file: &str, read: &[&str]) -> Result<Vec<Passage>> {
    let table = DeTable::parse(file).map_err(|error| anyhow!("{error}"))?;
    let mut passages = Vec::new();
    for (key, value) in table.get_ref() {
        collect((file, read), key.get_ref(), value.span().start, value.get_ref(), &mut passages);
    }
    passages.sort_by_key(|passage| passage.line);
    Ok(passages)
}

fn collect(of: (&str, &[&str]), key: &str, at: usize, value: &DeValue<'_>, passages: &mut Vec<Passage>) {
    match value {
        DeValue::String(text) if of.1.contains(&key) => {
            passages.push(Passage { lone_word: LONE.contains(&key), ..passage(of.0, at, text) });
        }
        DeValue::Array(values) => {
            values.iter().for_each(|value| collect(of, key, value.span().start, value.get_ref(), passages));
        }
        DeValue::Table(table) => {
            table
                .iter()
                .for_each(|(key, value)| collect(of, key.get_ref(), value.span().start, value.get_ref(), passages));
        }
        _ => {}
    }
}

fn passage(file: &str, at: usize, text: &str) -> Passage {
    let line = file[..at].matches('\n').count();
    Passage { line: line + 1, text: text.to_owned(), reviewed: reviewed_above(file, line), lone_word: false }
}

/// The passages of a Fluent file. Every variant of a message is a passage: each is read alone.
pub fn fluent(file: &str) -> Vec<Passage> {
    let mut passages = Vec::new();
    for (at, line) in file.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let text = without_variables(value_of(line)).trim().to_owned();
        if text.chars().any(char::is_alphabetic) {
            passages.push(Passage { line: at + 1, text, reviewed: reviewed_above(file, at), lone_word: false });
        }
    }
    passages
}

/// What follows `name =`, `.attribute =` or `[variant]`.
fn value_of(line: &str) -> &str {
    let text = line.trim();
    if let Some((_, after)) = text.trim_start_matches('*').strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return after;
    }
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    match text.split_once('=') {
        Some((name, after)) if is_name(name.trim()) => after,
        _ => text,
    }
}

fn without_variables(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else { return out };
        out.push_str("Sam");
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest.trim_end_matches('}'));
    out
}

/// The comment lines right above line `at` (from 0).
fn reviewed_above(file: &str, at: usize) -> Vec<String> {
    let above: Vec<&str> = file.lines().take(at).collect();
    let comments = above.iter().rev().take_while(|line| line.trim_start().starts_with('#'));
    let words = comments.filter_map(|line| {
        let (word, reason) = line.trim_start().strip_prefix("# reviewed: ")?.split_once(" - ")?;
        (!reason.trim().is_empty()).then(|| word.trim().to_lowercase())
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(passages: &[Passage]) -> Vec<(usize, &str)> {
        passages.iter().map(|passage| (passage.line, passage.text.as_str())).collect()
    }

    #[test]
    fn an_exercise_gives_its_texts_and_not_its_ids() {
        let file = "slug = \"never\"\ntitle = \"Our rules\"\n[[step]]\nid = \"a\"\noptions = [\n  { id = \"b\", label = \"Early\" },\n]\n";
        assert_eq!(texts(&toml(file).unwrap()), [(2, "Our rules"), (6, "Early")]);
    }

    #[test]
    fn help_lines_give_whom_they_are_for_and_not_what_to_dial() {
        let file = "[[line]]\nkind = \"abuse\"\nname = \"Refuge\"\ntext = \"HOME to 741741\"\nwho = \"For all\"\n";
        assert_eq!(texts(&lines(file).unwrap()), [(3, "Refuge"), (5, "For all")]);
    }

    #[test]
    fn a_reviewed_word_needs_a_reason() {
        let file =
            "# reviewed: never - a limit in their own words\ntitle = \"I never\"\n# reviewed: must\nhelp = \"a\"\n";
        let passages = toml(file).unwrap();
        assert_eq!(passages[0].reviewed, ["never"]);
        assert!(passages[1].reviewed.is_empty());
    }

    #[test]
    fn every_variant_of_a_message_is_read_alone() {
        let file =
            "# note\nwait = { $n ->\n    [one] { $n } minute\n   *[other] { $n } minutes\n  }\nsafe = Safe now.\n";
        assert_eq!(texts(&fluent(file)), [(3, "Sam minute"), (4, "Sam minutes"), (6, "Safe now.")]);
    }
}
