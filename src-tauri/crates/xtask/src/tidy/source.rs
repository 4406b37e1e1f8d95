//! Source files and their lines without comments.

use std::path::Path;

use anyhow::{Context, Result};

/// One file.
#[derive(Debug)]
pub struct Source {
    /// From the repository's root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl Source {
    /// Every file under `folders` that ends in one of `ends`; what is built or installed is left out.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn all(root: &Path, folders: &[&str], ends: &[&str]) -> Result<Vec<Self>> {
        let mut found = Vec::new();
        for folder in folders {
            walk(root, &root.join(folder), ends, &mut found)?;
        }
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }

    /// Number and text of each line that is no comment.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let comment =
            |line: &str| ["//", "* ", "*/", "/*", "<!--"].iter().any(|mark| line.trim_start().starts_with(mark));
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(move |(_, line)| !comment(line))
    }

    /// `path:line`.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

fn walk(root: &Path, folder: &Path, ends: &[&str], found: &mut Vec<Source>) -> Result<()> {
    const NOT_OURS: [&str; 4] = ["node_modules", "target", "gen", "dist"];
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if path.is_dir() && !NOT_OURS.iter().any(|other| name == *other) {
            walk(root, &path, ends, found)?;
        } else if path.extension().is_some_and(|end| ends.iter().any(|wanted| end == *wanted)) {
            let shown = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path).with_context(|| shown.clone())?;
            found.push(Source { path: shown, text });
        }
    }
    Ok(())
}

/// Whether `word` stands in `line` and no letter, digit or `_` touches it where the word itself has one.
pub fn names(line: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let (first, last) = (word.chars().next().is_some_and(is_name), word.chars().next_back().is_some_and(is_name));
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(is_name);
        let after = line[at + word.len()..].chars().next().is_some_and(is_name);
        !(first && before || last && after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_named_only_as_a_whole() {
        assert!(names("await fetch(url)", "fetch("));
        assert!(!names("prefetch(url)", "fetch("));
        assert!(names("use tauri::App;", "tauri"));
        assert!(!names("use tauri_like::App;", "tauri"));
    }

    #[test]
    fn comments_are_no_code() {
        let text = "// tauri\nlet a = 1;\n * tauri\n/// tauri\n".to_owned();
        let source = Source { path: "a.rs".into(), text };
        assert_eq!(source.code().collect::<Vec<_>>(), [(2, "let a = 1;")]);
    }
}
