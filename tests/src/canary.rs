//! Looking for words on disk, raw.

use std::path::{Path, PathBuf};

use memchr::memmem;

/// A word that lies on disk in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The file, or a file of this name.
    pub path: PathBuf,
    /// The word.
    pub word: String,
    /// `UTF-8`, `UTF-16LE`, `UTF-16BE` or `name`.
    pub written_as: &'static str,
}

/// Searches every file under `folders`, and every file's name, for each of `words` in UTF-8 and UTF-16.
///
/// # Panics
/// If a folder or file that exists cannot be read: what was not read was not searched.
#[must_use]
pub fn canary_scan(folders: &[PathBuf], words: &[&str]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for folder in folders {
        scan(folder, words, &mut hits);
    }
    hits
}

fn scan(path: &Path, words: &[&str], hits: &mut Vec<Hit>) {
    let kind =
        std::fs::symlink_metadata(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).file_type();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = |word: &str, written_as| {
        hits.push(Hit { path: path.to_path_buf(), word: word.to_owned(), written_as });
    };
    words.iter().filter(|word| name.contains(**word)).for_each(|word| found(word, "name"));
    if kind.is_file() {
        let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for (word, written_as, needle) in words.iter().flat_map(|word| needles(word)) {
            if memmem::find(&bytes, &needle).is_some() {
                found(word, written_as);
            }
        }
    } else if kind.is_dir() {
        let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        entries.for_each(|entry| scan(&entry.expect("an entry can be read").path(), words, hits));
    }
}

fn needles(word: &str) -> [(&str, &'static str, Vec<u8>); 3] {
    let wide = |bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(bytes).collect();
    [
        (word, "UTF-8", word.as_bytes().to_vec()),
        (word, "UTF-16LE", wide(u16::to_le_bytes)),
        (word, "UTF-16BE", wide(u16::to_be_bytes)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_every_encoding_and_in_names() {
        let disk = tempfile::tempdir().unwrap();
        let inner = disk.path().join("a/b");
        std::fs::create_dir_all(&inner).unwrap();
        let wide: Vec<u8> = "über".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wide_big: Vec<u8> = "über".encode_utf16().flat_map(u16::to_be_bytes).collect();
        std::fs::write(inner.join("1"), "x über y").unwrap();
        std::fs::write(inner.join("2"), [&[7], wide.as_slice()].concat()).unwrap();
        std::fs::write(inner.join("3"), [&[7], wide_big.as_slice()].concat()).unwrap();
        std::fs::write(inner.join("über.log"), "").unwrap();
        let mut found: Vec<&str> = Vec::new();
        let hits = canary_scan(&[disk.path().to_path_buf()], &["über", "absent"]);
        found.extend(hits.iter().map(|hit| hit.written_as));
        found.sort_unstable();
        assert_eq!(found, ["UTF-16BE", "UTF-16LE", "UTF-8", "name"]);
        assert!(canary_scan(&[disk.path().to_path_buf()], &["absent"]).is_empty());
    }
}
