//! Lines of at most a hundred columns.

use std::fmt::Write as _;

const COLUMNS: usize = 100;

/// A text that grows downwards.
#[derive(Default)]
pub struct Lines(String);

impl Lines {
    /// An empty line, never two.
    pub fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// Words, with their own paragraphs.
    pub fn say(&mut self, indent: usize, words: &str) {
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            self.fold(&" ".repeat(indent), indent, line);
        }
    }

    /// One of several.
    pub fn item(&mut self, indent: usize, words: &str) {
        self.fold(&format!("{}- ", " ".repeat(indent)), indent + 2, words);
    }

    /// Words that follow a number.
    pub fn hang(&mut self, mark: &str, words: &str) {
        self.fold(mark, mark.chars().count(), words);
    }

    fn fold(&mut self, first: &str, indent: usize, words: &str) {
        let mut line = first.to_owned();
        let mut empty = true;
        for word in words.split_whitespace() {
            if !empty && line.chars().count() + 1 + word.chars().count() > COLUMNS {
                let _ = writeln!(self.0, "{line}");
                line = " ".repeat(indent);
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        let _ = writeln!(self.0, "{}", line.trim_end());
    }

    pub fn text(self) -> String {
        self.0
    }
}
