//! What only the engine can say: it compiles, walks and prints exercises. It runs as a child, because these commands are
//! built before it is.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::child;
use crate::house::House;

const FOLDER: &str = "assets/exercises";

/// Compiles every exercise and prints what is wrong by file and line. The slugs that compiled, and whether all did.
///
/// # Errors
/// If the checker cannot start.
pub fn compile(house: &House) -> Result<(BTreeSet<String>, bool)> {
    let mut check = house.cargo(&[&example("check")[..], &["--", FOLDER]].concat());
    let mut compiled = BTreeSet::new();
    let all = child::quiet("compiling every exercise", &mut check, |line| match slug_of(line) {
        Some(slug) => {
            compiled.insert(slug.to_owned());
        }
        None => println!("{line}"),
    })?;
    println!("- {} exercises compile", compiled.len());
    Ok((compiled, all))
}

/// `slug 1 12 steps sha256:..`; anything else is a finding.
fn slug_of(line: &str) -> Option<&str> {
    match line.split(' ').collect::<Vec<_>>().as_slice() {
        [slug, _, _, "steps", hash] if hash.starts_with("sha256:") => Some(slug),
        _ => None,
    }
}

/// Walks every part so many times.
///
/// # Errors
/// If a walk failed, or something cannot be reached; all of it is printed.
pub fn walk(house: &House, paths: u64, optimised: bool) -> Result<()> {
    let paths = paths.to_string();
    let profile: &[&str] = if optimised { &["--release"] } else { &[] };
    let words = [&example("content")[..], profile, &["--", "walk", FOLDER, &paths]].concat();
    child::run("walking every way through every exercise", &mut house.cargo(&words))
}

/// Prints one exercise as a person reads it.
///
/// # Errors
/// If there is none of that name.
pub fn show(house: &House, slug: &str) -> Result<()> {
    let status = house.cargo(&[&example("content")[..], &["--", "show", FOLDER, slug]].concat()).status()?;
    if !status.success() {
        bail!("no such exercise");
    }
    Ok(())
}

const fn example(name: &str) -> [&str; 7] {
    ["run", "--quiet", "--locked", "--package", "hearth-exercise", "--example", name]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compiled_exercise_and_a_finding_are_told_apart() {
        assert_eq!(slug_of("my-limits 1 12 steps sha256:ab"), Some("my-limits"));
        assert_eq!(slug_of("assets/exercises/my-limits.toml:3: error: \"moood\" is not a field."), None);
    }
}
