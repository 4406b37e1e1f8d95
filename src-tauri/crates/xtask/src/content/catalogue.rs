//! The files of the catalogue as they are written. What they mean is the engine's to say.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use toml::{Table, Value};

/// One file.
#[derive(Clone, Debug)]
pub struct Doc {
    /// From the repository's root, with `/`.
    pub path: String,
    /// Its text, for line numbers.
    pub text: String,
    /// What it holds.
    pub table: Table,
}

/// Exercises and what they share, by file name without `.toml`.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    pub exercises: BTreeMap<String, Doc>,
    pub blocks: BTreeMap<String, Doc>,
    pub lists: BTreeMap<String, Doc>,
    pub lexicons: BTreeMap<String, Doc>,
    pub pages: BTreeMap<String, Doc>,
}

impl Catalogue {
    /// Reads `assets/exercises`.
    ///
    /// # Errors
    /// If a file is no TOML.
    pub fn read(root: &Path) -> Result<Self> {
        let folder = root.join("assets/exercises");
        let docs = |name: &str| docs(root, &folder.join(name));
        Ok(Self {
            exercises: docs("")?,
            blocks: docs("blocks")?,
            lists: docs("lists")?,
            lexicons: docs("lexicons")?,
            pages: docs("pages")?,
        })
    }

    /// Every file.
    pub fn all(&self) -> impl Iterator<Item = &Doc> {
        [&self.exercises, &self.blocks, &self.lists, &self.lexicons, &self.pages].into_iter().flat_map(|of| of.values())
    }
}

fn docs(root: &Path, folder: &Path) -> Result<BTreeMap<String, Doc>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            let shown = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path).with_context(|| shown.clone())?;
            found.insert(name_of(&shown), Doc::new(&shown, &text).with_context(|| shown.clone())?);
        }
    }
    Ok(found)
}

fn name_of(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".toml").to_owned()
}

impl Doc {
    /// Reads one file.
    ///
    /// # Errors
    /// If it is no TOML.
    pub fn new(path: &str, text: &str) -> Result<Self> {
        Ok(Self { path: path.to_owned(), text: text.to_owned(), table: text.parse()? })
    }

    /// A finding at the first line that holds these words, else at the top.
    pub fn at(&self, words: &str, what: &str) -> String {
        let line = self.text.lines().position(|line| line.contains(words)).map_or(1, |at| at + 1);
        format!("{}:{line}: {what}", self.path)
    }

    /// A text at the top.
    pub fn word(&self, key: &str) -> &str {
        self.table.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// The tables under a key.
    pub fn tables(&self, key: &str) -> impl Iterator<Item = &Table> {
        self.table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table)
    }

    /// Every text with the key it stands under; texts of an array stand under the array's.
    pub fn texts(&self) -> Vec<(&str, &str)> {
        let mut found = Vec::new();
        self.table.iter().for_each(|(key, value)| texts(key, value, &mut found));
        found
    }
}

fn texts<'a>(key: &'a str, value: &'a Value, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) => found.push((key, text)),
        Value::Array(all) => all.iter().for_each(|value| texts(key, value, found)),
        Value::Table(table) => table.iter().for_each(|(key, value)| texts(key, value, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_with_their_keys_and_findings_with_their_lines() {
        let doc = Doc::new("a.toml", "slug = \"one\"\n[[step]]\nid = \"a\"\nnext = [\"b\", \"c\"]\n").unwrap();
        assert_eq!(doc.texts(), [("slug", "one"), ("id", "a"), ("next", "b"), ("next", "c")]);
        assert_eq!(doc.at("\"b\"", "no"), "a.toml:4: no");
        assert_eq!(doc.at("nowhere", "no"), "a.toml:1: no");
        assert_eq!(doc.tables("step").count(), 1);
    }
}
