//! `cargo xtask content`: what is generated from content, and what content must be like to be read.

mod catalogue;
mod engine;
mod extract;
mod grades;
mod ledger;
mod lengths;
mod linked;
mod options;
mod present;
mod reading;
mod seeds;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::child;
use crate::house::House;
use catalogue::Catalogue;
use extract::Passage;
use grades::Grades;
use ledger::Ledger;
use options::{PATHS, Wanted};

/// Does what the words after the command ask for; without any, writes the generated types and checks everything.
///
/// # Errors
/// What could not be written, or what does not hold.
pub fn run(house: &House) -> Result<()> {
    let words: Vec<String> = std::env::args().skip(2).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match Wanted::read(&words)? {
        Wanted::All => {
            write_types(house)?;
            check(house)?;
            walk(house)
        }
        Wanted::Check { publish, paths } => {
            if publish {
                publish_ids(house)?;
            }
            check(house)?;
            engine::walk(house, paths, false)
        }
        Wanted::Walk { paths } => engine::walk(house, paths, true),
        Wanted::Show { slug } => engine::show(house, &slug),
    }
}

/// Everything but the walk: files, ids, links, lengths, seeds and wording.
///
/// # Errors
/// If something does not hold; all of it is printed first.
pub fn check(house: &House) -> Result<()> {
    let (compiled, all_compiled) = engine::compile(house)?;
    let catalogue = Catalogue::read(&house.root)?;
    let lexicons = catalogue.lexicons.keys().cloned().collect();
    let coverage = seeds::check(&kept(house, seeds::FILE)?, &compiled, &lexicons)?;
    println!("- {}", coverage.line());
    let mut findings = files(house, &catalogue)?;
    findings.extend(coverage.findings);
    findings.extend((!all_compiled).then(|| "assets/exercises: not every exercise compiles; look above".to_owned()));
    for line in grades(house)?.report() {
        println!("- {line}");
    }
    findings.extend(wording(house)?);
    findings.iter().for_each(|finding| println!("{finding}"));
    if !findings.is_empty() {
        bail!("{} findings; a word may be reviewed by a line above it: # reviewed: <word> - <reason>", findings.len());
    }
    println!("- every id is its own, every name leads somewhere, every text is there and reads plainly");
    Ok(())
}

/// A million steps by chance.
///
/// # Errors
/// If a walk failed, or something cannot be reached.
pub fn walk(house: &House) -> Result<()> {
    engine::walk(house, PATHS, false)
}

/// What can be seen in the files alone.
fn files(house: &House, catalogue: &Catalogue) -> Result<Vec<String>> {
    let ledger = Ledger::read(&kept(house, ledger::FILE)?)?;
    let mut findings = ledger.conflicts(catalogue);
    findings.extend(ledger.unpublished(catalogue));
    findings.extend(linked::findings(catalogue));
    findings.extend(present::findings(catalogue));
    findings.extend(lengths::findings(catalogue));
    Ok(findings)
}

/// Adds new ids to the ledger; what contradicts it is never written over.
fn publish_ids(house: &House) -> Result<()> {
    let catalogue = Catalogue::read(&house.root)?;
    let mut ledger = Ledger::read(&kept(house, ledger::FILE).unwrap_or_default())?;
    let conflicts = ledger.conflicts(&catalogue);
    conflicts.iter().for_each(|conflict| println!("{conflict}"));
    if !conflicts.is_empty() {
        bail!("{} ids were published as something else; nothing was written", conflicts.len());
    }
    ledger.publish(&catalogue);
    println!("- writing {}", ledger::FILE);
    Ok(std::fs::write(house.root.join(ledger::FILE), ledger.write())?)
}

fn kept(house: &House, file: &str) -> Result<String> {
    std::fs::read_to_string(house.root.join(file)).with_context(|| file.to_owned())
}

fn write_types(house: &House) -> Result<()> {
    let mut print = house.cargo(&["run", "--quiet", "--locked", "--package", "hearth-app", "--example", "typescript"]);
    println!("- writing ui/src/api/generated.ts");
    let types = child::output(&mut print)?;
    Ok(std::fs::write(house.ui().join("src/api/generated.ts"), types)?)
}

fn wording(house: &House) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for (shown, passages) in passages(house)? {
        problems.extend(passage_problems(&shown, &passages));
        problems.extend(reading::file_problem(&passages).map(|problem| format!("{shown}: {problem}")));
    }
    problems.extend(grades(house)?.problem());
    Ok(problems)
}

/// How hard the exercises are, without the interface around them.
fn grades(house: &House) -> Result<Grades> {
    let mut grades = Grades::default();
    for (shown, passages) in passages(house)?.iter().filter(|(shown, _)| shown.starts_with("assets/exercises/")) {
        grades.add(shown, passages);
    }
    Ok(grades)
}

/// The texts of each file that people read.
fn passages(house: &House) -> Result<Vec<(String, Vec<Passage>)>> {
    let mut found = Vec::new();
    for path in read_files(&house.root.join("assets"))? {
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let shown = path.strip_prefix(&house.root)?.to_string_lossy().replace('\\', "/");
        let passages = match path.extension().is_some_and(|end| end == "ftl") {
            true => extract::fluent(&text),
            false if shown.starts_with("assets/help/") => extract::lines(&text).with_context(|| shown.clone())?,
            false => extract::toml(&text).with_context(|| shown.clone())?,
        };
        found.push((shown, passages));
    }
    Ok(found)
}

fn passage_problems(shown: &str, passages: &[Passage]) -> Vec<String> {
    let of = |passage: &Passage| {
        let found = words::problems(passage).into_iter().chain(reading::problems(passage));
        found.map(|problem| format!("{shown}:{}: {problem}", passage.line)).collect::<Vec<_>>()
    };
    passages.iter().flat_map(of).collect()
}

/// Exercises with their lists and pages, the help lines, and the English interface.
fn read_files(assets: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for (folder, end) in [("exercises", "toml"), ("help", "toml"), ("locales/en", "ftl")] {
        collect(&assets.join(folder), end, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, end: &str, found: &mut Vec<PathBuf>) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, end, found)?;
        } else if path.extension().is_some_and(|one| one == end) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_reads_plainly() {
        let problems = wording(&House::find().unwrap()).unwrap();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn exercises_and_what_they_share_the_help_lines_and_the_interface_are_read() {
        let read: Vec<String> =
            passages(&House::find().unwrap()).unwrap().into_iter().map(|(shown, _)| shown).collect();
        for part in ["exercises/my-limits.toml", "exercises/blocks/", "exercises/lists/", "exercises/lexicons/"] {
            assert!(read.iter().any(|shown| shown.starts_with(&format!("assets/{part}"))), "{part}");
        }
        for part in ["exercises/pages/", "help/lines.toml", "locales/en/"] {
            assert!(read.iter().any(|shown| shown.starts_with(&format!("assets/{part}"))), "{part}");
        }
    }

    #[test]
    fn the_files_hold_together() {
        let house = House::find().unwrap();
        let findings = files(&house, &Catalogue::read(&house.root).unwrap()).unwrap();
        assert!(findings.is_empty(), "{}", findings.join("\n"));
    }
}
