//! What the content commands need the engine for: it plays every exercise, and reads one aloud.
//!
//! `cargo run -p hearth-exercise --example content -- walk assets/exercises 100`
//! `cargo run -p hearth-exercise --example content -- show assets/exercises our-ground-rules`
//!
//! An example and no part of the developer's commands, because those are built before anything else is.

mod catalogue;
mod show;
mod walk;

use std::path::Path;
use std::process::ExitCode;

use catalogue::Catalogue;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["walk", folder, paths] => walk::run(&Catalogue::read(Path::new(folder)), paths),
        ["show", folder, slug] => show::run(&Catalogue::read(Path::new(folder)), slug),
        _ => Err("walk <folder> <paths>, or show <folder> <slug>".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
