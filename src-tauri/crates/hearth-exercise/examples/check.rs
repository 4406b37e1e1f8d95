//! Compiles every exercise of a folder and prints what is wrong with it; ends with 1 if anything is an error.
//!
//! `cargo run -p hearth-exercise --example check -- assets/exercises`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use hearth_exercise::format::{Finding, Library, Severity, compile, text_of};

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("Which folder? check <folder>");
        return ExitCode::FAILURE;
    };
    let exercises = texts(&folder);
    let library = library(&folder, exercises.keys().cloned().collect());
    let mut broken = exercises.is_empty();
    for (slug, text) in &exercises {
        let (exercise, findings) = compile(text, &library);
        findings.iter().for_each(|f| println!("{}/{slug}.toml:{}", folder.display(), told(f)));
        broken |= exercise.is_none();
        exercise.into_iter().for_each(|e| println!("{slug} {} {} steps {}", e.revision, e.steps.len(), e.hash));
    }
    if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Line, weight and words. What was copied in from a block or list has no line of its own.
fn told(finding: &Finding) -> String {
    let weight = if finding.severity == Severity::Error { "error" } else { "warning" };
    let fix = finding.fix.as_ref().map(|fix| format!(" {fix}")).unwrap_or_default();
    format!("{}: {weight}: {}{fix}", finding.line.unwrap_or(1), finding.message)
}

fn library(folder: &Path, slugs: std::collections::BTreeSet<String>) -> Library {
    let part = |name: &str| texts(&folder.join(name));
    Library { blocks: part("blocks"), lists: part("lists"), lexicons: part("lexicons"), pages: part("pages"), slugs }
}

/// Every `.toml` of a folder by its name; a file that is not a text is named and left out.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path());
    let toml = files.filter(|p| p.extension().is_some_and(|e| e == "toml"));
    toml.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), text(&path)?))).collect()
}

fn text(path: &Path) -> Option<String> {
    let bytes = std::fs::read(path).map_err(|e| eprintln!("{}: {e}", path.display())).ok()?;
    text_of(&bytes).map(str::to_owned).map_err(|f| eprintln!("{}: {f}", path.display())).ok()
}
