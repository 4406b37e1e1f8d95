//! TOML into a plain tree with the line of each place, everything that is not TOML or not ours reported.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::finding::{Code, Finding, Findings, Severity};

/// Line of each JSON pointer.
pub(super) type Lines = BTreeMap<String, usize>;

/// A file as a tree.
pub(super) struct Tree {
    pub root: Map<String, Value>,
    pub lines: Lines,
}

/// Reads as much of a file as can be read.
pub(super) fn read(text: &str, found: &mut Findings) -> Tree {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        found.add(syntax(text, error.span().map_or(0, |s| s.start), error.message()));
    }
    let mut walk = Walk { text, lines: Lines::new(), found };
    let root = walk.table(table.get_ref(), "");
    Tree { root, lines: walk.lines }
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

fn line(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|b| **b == b'\n').count() + 1
}

fn syntax(text: &str, offset: usize, said: &str) -> Finding {
    let quote = said.contains("quote") || (said.contains("newline") && said.contains("string"));
    let message = match said {
        _ if quote || said.contains("invalid basic string") => "a text is missing its closing quote.".to_owned(),
        _ if said.contains("duplicate") => "this name is given twice.".to_owned(),
        _ => format!("this cannot be read ({}).", said.lines().next().unwrap_or_default()),
    };
    let line = Some(line(text, offset));
    Finding { code: Code::Syntax, severity: Severity::Error, line, pointer: String::new(), message, fix: None }
}

struct Walk<'a> {
    text: &'a str,
    lines: Lines,
    found: &'a mut Findings,
}

impl Walk<'_> {
    fn table(&mut self, table: &DeTable<'_>, at: &str) -> Map<String, Value> {
        let mut map = Map::new();
        for (key, value) in table.iter() {
            let place = format!("{at}/{}", key.get_ref());
            self.lines.insert(place.clone(), line(self.text, key.span().start));
            map.insert(key.get_ref().to_string(), self.value(value.get_ref(), &place));
        }
        map
    }

    fn value(&mut self, value: &DeValue<'_>, at: &str) -> Value {
        match value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Integer(n) => {
                i64::from_str_radix(n.as_str(), n.radix()).map_or_else(|_| self.float(at), Value::from)
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
            self.lines.insert(place.clone(), line(self.text, item.span().start));
            values.push(self.value(item.get_ref(), &place));
        }
        values
    }

    /// Null stands for "already reported": TOML has none.
    fn float(&mut self, at: &str) -> Value {
        self.found.error(Code::NotWhole, at, "use a whole number.", "");
        Value::Null
    }

    fn date(&mut self, at: &str) -> Value {
        self.found.error(Code::NotWhole, at, "put dates in quotes.", "");
        Value::Null
    }
}
