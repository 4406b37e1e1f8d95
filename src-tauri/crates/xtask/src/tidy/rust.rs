//! What a Rust file may name, by where it lies.

use super::Broken;
use super::source::{Source, names};

/// Files under one of these folders may not name any of these words.
struct Rule {
    folders: &'static [&'static str],
    words: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        folders: &["src-tauri/crates/hearth-"],
        words: &["tauri", "tauri_build", "wry", "tao"],
        why: "only the shell names tauri, so that everything else is tested without a window",
    },
    Rule {
        folders: &["src-tauri/crates/hearth-domain/src", "src-tauri/crates/hearth-exercise/src"],
        words: &[
            "std::fs",
            "std::net",
            "std::env",
            "std::process",
            "std::thread",
            "SystemTime",
            "Instant",
            "Utc::now",
            "Local::now",
        ],
        why: "rules and the engine do no input or output and read no clock: they are handed values",
    },
    Rule {
        folders: &["src-tauri/src", "src-tauri/crates/hearth-"],
        words: &["std::net", "TcpStream", "TcpListener", "UdpSocket", "tokio::net"],
        why: "nothing leaves the laptop: the program has no network code",
    },
];

/// Every word that may not be there.
pub fn check(source: &Source) -> Vec<Broken> {
    // Tests may read fixtures; what is forbidden is forbidden to the program.
    if source.path.contains("/tests/") || source.path.ends_with("/tests.rs") {
        return Vec::new();
    }
    let here = RULES.iter().filter(|rule| rule.folders.iter().any(|folder| source.path.starts_with(folder)));
    here.flat_map(|rule| check_rule(source, rule)).collect()
}

fn check_rule(source: &Source, rule: &Rule) -> Vec<Broken> {
    let mut broken = Vec::new();
    for (at, line) in source.code() {
        for word in rule.words.iter().filter(|word| names(line, word)) {
            broken.push(Broken { place: source.at(at), found: format!("names {word}"), why: rule.why });
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let source = Source { path: path.into(), text: text.into() };
        check(&source).iter().map(|broken| broken.found.clone()).collect()
    }

    #[test]
    fn the_engine_reads_no_files_and_no_clock() {
        let path = "src-tauri/crates/hearth-exercise/src/run.rs";
        assert_eq!(found(path, "let a = std::fs::read(b);"), ["names std::fs"]);
        assert_eq!(found(path, "let now = Utc::now();"), ["names Utc::now"]);
        assert!(found(path, "// std::fs is not for us\nfn instant() {}").is_empty());
        assert!(found("src-tauri/crates/hearth-exercise/src/run/tests/shipped.rs", "use std::fs;").is_empty());
        assert!(found("src-tauri/crates/hearth-vault/src/disk.rs", "use std::fs;").is_empty());
    }

    #[test]
    fn nothing_below_the_shell_names_tauri() {
        assert_eq!(found("src-tauri/crates/hearth-app/src/lib.rs", "use tauri::App;"), ["names tauri"]);
        assert!(found("src-tauri/src/lib.rs", "use tauri::App;").is_empty());
    }

    #[test]
    fn nothing_opens_a_socket() {
        assert_eq!(found("src-tauri/src/lib.rs", "use std::net::TcpStream;").len(), 2);
    }
}
