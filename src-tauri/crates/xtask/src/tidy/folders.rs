//! The top level, and the length of files.

use std::path::Path;

use anyhow::Result;

use super::Broken;
use super::source::Source;

/// Folders at the top; dot-folders and what git does not keep do not count.
const TOP: [&str; 4] = ["src-tauri", "ui", "assets", "tests"];
/// Longer than this, a file says in its `//!` why it is one.
const LONG: usize = 500;
/// What such a sentence contains.
const REASON: &str = "one file because";
/// Generated; its length is nobody's choice.
const GENERATED: [&str; 1] = ["ui/src/api/generated.ts"];

/// Top-level folders that nobody agreed on.
///
/// # Errors
/// If the folder cannot be read.
pub fn strangers(root: &Path) -> Result<Vec<Broken>> {
    let names = std::fs::read_dir(root)?.filter_map(|entry| {
        let entry = entry.ok()?;
        entry.path().is_dir().then(|| entry.file_name().to_string_lossy().into_owned())
    });
    let strange = names.filter(|name| !name.starts_with('.') && name != "target" && !TOP.contains(&name.as_str()));
    Ok(strange.map(stranger).collect())
}

fn stranger(name: String) -> Broken {
    let why = "the top level is src-tauri, ui, assets and tests, so that a newcomer guesses right";
    Broken { place: name, found: "a new top-level folder".into(), why }
}

/// A long file without a reason.
pub fn too_long(source: &Source) -> Option<Broken> {
    let lines = source.text.lines().count();
    let told = source
        .text
        .lines()
        .take_while(|line| line.starts_with("//!") || line.starts_with(" *") || line.starts_with("/*"));
    let reasoned = told.into_iter().any(|line| line.contains(REASON));
    if lines <= LONG || reasoned || GENERATED.contains(&source.path.as_str()) {
        return None;
    }
    let why = "past 500 lines a file has a second idea, or its //! says \"one file because ..\"";
    Some(Broken { place: source.path.clone(), found: format!("{lines} lines"), why })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(head: &str, lines: usize) -> Source {
        Source { path: "src-tauri/src/a.rs".into(), text: format!("{head}\n{}", "x\n".repeat(lines)) }
    }

    #[test]
    fn a_long_file_gives_a_reason() {
        assert!(too_long(&file("//! A.", 400)).is_none());
        assert!(too_long(&file("//! A.", 600)).is_some());
        assert!(too_long(&file("//! A. It is one file because it is one table.", 600)).is_none());
    }

    #[test]
    fn a_new_top_level_folder_is_noticed() {
        let root = std::env::temp_dir().join(format!("hearthside-top-{}", std::process::id()));
        for folder in ["ui", ".git", "target", "scripts"] {
            std::fs::create_dir_all(root.join(folder)).unwrap();
        }
        let found: Vec<String> = strangers(&root).unwrap().into_iter().map(|broken| broken.place).collect();
        std::fs::remove_dir_all(&root).unwrap();
        assert_eq!(found, ["scripts"]);
    }
}
