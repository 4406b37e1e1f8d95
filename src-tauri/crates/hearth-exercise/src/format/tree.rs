//! TOML into a plain tree with the line of each place, everything that is not TOML or not ours reported.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::finding::{Code, Finding, Findings, MOST, Severity};

/// Line of each JSON pointer; the whole file is line 1.
pub(super) type Lines = BTreeMap<String, usize>;

/// A file as a tree.
pub(super) struct Tree {
    pub root: Map<String, Value>,
    pub lines: Lines,
}

/// Reads as much of a file as can be read.
pub(super) fn read(text: &str, found: &mut Findings) -> Tree {
    let (table, errors) = DeTable::parse_recoverable(text);
    let starts = Starts::of(text);
    for error in errors.iter().take(MOST) {
        found.add(syntax(text, error.span().unwrap_or_default(), &starts, error.message()));
    }
    let mut walk = Walk { starts, lines: Lines::from([(String::new(), 1)]), found };
    let root = walk.table(table.get_ref(), "");
    let lines = walk.lines;
    found.stand(&lines);
    Tree { root, lines }
}

/// A key as one piece of a JSON pointer, so that no key can be taken for a place below another.
pub(super) fn piece(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) { key.replace('~', "~0").replace('/', "~1").into() } else { key.into() }
}

/// The line a pointer stands on, or the nearest place around it.
pub(super) fn line_of(lines: &Lines, pointer: &str) -> Option<usize> {
    let mut at = pointer;
    loop {
        if let Some(line) = lines.get(at) {
            return Some(*line);
        }
        at = at.rsplit_once('/')?.0;
    }
}

/// Where lines start. Counted once: counting for each key would take minutes in a file of many small ones.
struct Starts(Vec<usize>);

impl Starts {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset) + 1
    }
}

fn syntax(text: &str, at: Range<usize>, starts: &Starts, said: &str) -> Finding {
    let said = said.split(", expected").next().unwrap_or_default();
    let here = text.get(at.start..).and_then(|rest| rest.chars().next());
    let control = here.is_some_and(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    // One that goes over many lines is noticed at the end of the file; the mistake is where it begins.
    let begins = if said.contains("basic string") { "\"\"\"" } else { "'''" };
    let begin = text.get(..at.start).filter(|_| said.contains("multi-line") && !control).and_then(|t| t.rfind(begins));
    let message = match said {
        _ if control => "a hidden control character stands here.".to_owned(),
        "recursion limit" => "there are too many brackets inside brackets.".to_owned(),
        "string values must be quoted" if at.is_empty() => "this name has no value.".to_owned(),
        "string values must be quoted" => "a text has to stand in quotes.".to_owned(),
        "carriage return must be followed by newline" => "this line does not end as lines of a text do.".to_owned(),
        "unexpected leading zero" => "a number does not start with 0.".to_owned(),
        "key with no value" | "invalid unquoted key" | "unquoted keys cannot be empty" | "unexpected key or value" => {
            "this cannot be read; a line is a name, \"=\" and one value.".to_owned()
        }
        _ if said.contains("duplicate") || said.starts_with("cannot extend") => "this name is given twice.".to_owned(),
        _ if said.contains("escape") || said.contains("unicode") || said == "invalid value" => {
            "a \"\\\" in this text stands for nothing; write \"\\\\\".".to_owned()
        }
        _ if said.starts_with("invalid") && said.ends_with("string") => {
            "a text is missing its closing quote.".to_owned()
        }
        _ if said.starts_with("unclosed") => "a bracket is not closed.".to_owned(),
        _ => format!("this cannot be read ({said})."),
    };
    let line = Some(starts.line(begin.unwrap_or(at.start)));
    Finding { code: Code::Syntax, severity: Severity::Error, line, pointer: String::new(), message, fix: None }
}

struct Walk<'a> {
    starts: Starts,
    lines: Lines,
    found: &'a mut Findings,
}

impl Walk<'_> {
    fn table(&mut self, table: &DeTable<'_>, at: &str) -> Map<String, Value> {
        let mut map = Map::new();
        for (key, value) in table.iter() {
            let place = format!("{at}/{}", piece(key.get_ref()));
            self.lines.insert(place.clone(), self.starts.line(key.span().start));
            map.insert(key.get_ref().to_string(), self.value(value.get_ref(), &place));
        }
        map
    }

    fn value(&mut self, value: &DeValue<'_>, at: &str) -> Value {
        match value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Integer(n) => {
                i64::from_str_radix(n.as_str(), n.radix()).map_or_else(|_| self.huge(at), Value::from)
            }
            DeValue::Float(_) => self.float(at),
            DeValue::Boolean(flag) => Value::Bool(*flag),
            DeValue::Datetime(_) => self.date(at),
            DeValue::Array(all) => Value::Array(self.array(all, at)),
            DeValue::Table(table) => Value::Object(self.table(table, at)),
        }
    }

    fn array(&mut self, all: &toml::de::DeArray<'_>, at: &str) -> Vec<Value> {
        let mut values = Vec::new();
        for (n, item) in all.iter().enumerate() {
            let place = format!("{at}/{n}");
            self.lines.insert(place.clone(), self.starts.line(item.span().start));
            values.push(self.value(item.get_ref(), &place));
        }
        values
    }

    /// Null stands for "already reported": TOML has none.
    fn float(&mut self, at: &str) -> Value {
        self.found.error(Code::NotWhole, at, "use a whole number.", "");
        Value::Null
    }

    fn huge(&mut self, at: &str) -> Value {
        self.found.error(Code::OutOfRange, at, "this number is too large.", "");
        Value::Null
    }

    fn date(&mut self, at: &str) -> Value {
        self.found.error(Code::NotWhole, at, "put dates in quotes.", "");
        Value::Null
    }
}
