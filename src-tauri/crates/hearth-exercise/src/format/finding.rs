//! What a check has to say: every problem, where, and how to mend it.

use std::fmt::{Display, Formatter};

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

/// Collects findings; warnings alone leave an exercise usable.
#[derive(Debug, Default)]
pub(super) struct Findings {
    all: Vec<Finding>,
}

impl Findings {
    pub fn error(&mut self, code: Code, at: &str, message: impl Into<String>, fix: impl Into<String>) {
        self.push(code, Severity::Error, at, message.into(), fix.into());
    }

    pub fn warn(&mut self, code: Code, at: &str, message: impl Into<String>) {
        self.push(code, Severity::Warning, at, message.into(), String::new());
    }

    pub fn add(&mut self, finding: Finding) {
        self.all.push(finding);
    }

    pub fn errors(&self) -> bool {
        self.all.iter().any(|f| f.severity == Severity::Error)
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
        self.all.push(Finding { code, severity, line: None, pointer: at.to_owned(), message, fix });
    }
}
