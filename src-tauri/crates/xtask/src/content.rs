//! `cargo xtask content`: what is generated from content, and what content must be like to be read.

mod extract;
mod reading;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::child;
use crate::house::House;
use extract::Passage;

/// Writes the generated types, then checks exercises and wording.
///
/// # Errors
/// What could not be written, or what does not hold.
pub fn run(house: &House) -> Result<()> {
    write_types(house)?;
    check_exercises(house)?;
    check_wording(house)
}

fn write_types(house: &House) -> Result<()> {
    let mut print = house.cargo(&["run", "--quiet", "--locked", "--package", "hearth-app", "--example", "typescript"]);
    println!("- writing ui/src/api/generated.ts");
    let types = child::output(&mut print)?;
    Ok(std::fs::write(house.ui().join("src/api/generated.ts"), types)?)
}

/// Runs the engine's own checker over every exercise.
///
/// # Errors
/// What the checker found.
pub fn check_exercises(house: &House) -> Result<()> {
    if !house.root.join("src-tauri/crates/hearth-exercise/examples/check.rs").exists() {
        println!("- the engine has no checker yet, so exercises are not validated");
        return Ok(());
    }
    let run =
        ["run", "--quiet", "--locked", "--package", "hearth-exercise", "--example", "check", "--", "assets/exercises"];
    child::run("checking every exercise", &mut house.cargo(&run))
}

/// Reading level and chosen words of all English text.
///
/// # Errors
/// If a text is too hard or uses a word that hurts; all of them are printed first.
pub fn check_wording(house: &House) -> Result<()> {
    let problems = wording(house)?;
    for problem in &problems {
        println!("{problem}");
    }
    if !problems.is_empty() {
        bail!("{} places to reword, or to review with a line above: # reviewed: <word> - <reason>", problems.len());
    }
    println!("- every text reads plainly");
    Ok(())
}

fn wording(house: &House) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for path in files(&house.root.join("assets"))? {
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let shown = path.strip_prefix(&house.root)?.to_string_lossy().replace('\\', "/");
        let passages = match path.extension().is_some_and(|end| end == "ftl") {
            true => extract::fluent(&text),
            false => extract::toml(&text).with_context(|| shown.clone())?,
        };
        problems.extend(passage_problems(&shown, &passages));
        problems.extend(reading::file_problem(&passages).map(|problem| format!("{shown}: {problem}")));
    }
    Ok(problems)
}

fn passage_problems(shown: &str, passages: &[Passage]) -> Vec<String> {
    let of = |passage: &Passage| {
        let found = words::problems(passage).into_iter().chain(reading::problems(passage));
        found.map(|problem| format!("{shown}:{}: {problem}", passage.line)).collect::<Vec<_>>()
    };
    passages.iter().flat_map(of).collect()
}

/// Exercises with their lists and pages, and the English interface.
fn files(assets: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for (folder, end) in [("exercises", "toml"), ("locales/en", "ftl")] {
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
}
