//! What a check has to say: every problem, where, and how to mend it.

use std::fmt::{Display, Formatter};

use super::tree::{Lines, line_of};

/// One problem of an exercise file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which kind of problem.
    pub code: Code,
    /// Whether the exercise can be used all the same.
    pub severity: Severity,
    /// Line of the TOML file, from 1; `None` on the wire.
    pub line: Option<usize>,
    /// JSON pointer into the document, e.g. `/step/3/label`.
    pub pointer: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What would mend it.
    pub fix: Option<String>,
}

impl Display for Finding {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if let Some(line) = self.line {
            write!(f, "Line {line}: ")?;
        }
        f.write_str(&self.message)?;
        self.fix.as_ref().map_or(Ok(()), |fix| write!(f, " {fix}"))
    }
}

/// Whether the exercise can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can; something is shown differently from what was written.
    Warning,
}

/// Kinds of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is its sentence in the finding")]
pub enum Code {
    Encoding,
    WrongFile,
    Syntax,
    Newer,
    UnknownField,
    Missing,
    WrongType,
    NotWhole,
    BadId,
    UnknownWord,
    TooLong,
    TooMany,
    OutOfRange,
    DuplicateId,
    Condition,
    NotEarlier,
    UnknownReference,
    Visibility,
    Role,
    /// What another person could read from a private answer (E22).
    Leak,
    Scale,
    Range,
    Review,
    Block,
    Markup,
    Hidden,
    NotCanonical,
}

/// Most findings that are told of one file; nobody reads more, and a hostile file could ask for a million.
pub(super) const MOST: usize = 300;

/// Collects findings; warnings alone leave an exercise usable.
#[derive(Debug, Default)]
pub(super) struct Findings {
    all: Vec<Finding>,
    broken: bool,
}

impl Findings {
    pub fn error(&mut self, code: Code, at: &str, message: impl Into<String>, fix: impl Into<String>) {
        self.push(code, Severity::Error, at, message.into(), fix.into());
    }

    pub fn warn(&mut self, code: Code, at: &str, message: impl Into<String>) {
        self.push(code, Severity::Warning, at, message.into(), String::new());
    }

    pub fn add(&mut self, finding: Finding) {
        self.broken |= finding.severity == Severity::Error;
        if !self.full() {
            self.all.push(finding);
        }
    }

    pub const fn errors(&self) -> bool {
        self.broken
    }

    /// Whether nothing more will be told, so that no work needs to go into words.
    pub const fn full(&self) -> bool {
        self.all.len() >= MOST
    }

    /// Gives each finding that has none its line.
    pub fn stand(&mut self, lines: &Lines) {
        for finding in self.all.iter_mut().filter(|f| f.line.is_none()) {
            finding.line = line_of(lines, &finding.pointer);
        }
    }

    /// Steps have moved: what was said about step `n` is about step `to[n]` now.
    pub fn moved(&mut self, to: &[usize]) {
        for finding in &mut self.all {
            let Some(rest) = finding.pointer.strip_prefix("/step/") else { continue };
            let (n, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            if let Some(place) = n.parse().ok().and_then(|n: usize| to.get(n)) {
                finding.pointer = format!("/step/{place}{below}");
            }
        }
    }

    /// Whether anything at or below a place is an error.
    pub fn errors_at(&self, place: &str) -> bool {
        let below = format!("{place}/");
        self.all.iter().any(|f| f.severity == Severity::Error && (f.pointer == place || f.pointer.starts_with(&below)))
    }

    pub fn into_vec(self) -> Vec<Finding> {
        self.all
    }

    fn push(&mut self, code: Code, severity: Severity, at: &str, message: String, fix: String) {
        let fix = (!fix.is_empty()).then_some(fix);
        self.add(Finding { code, severity, line: None, pointer: at.to_owned(), message, fix });
    }
}
