//! `cargo xtask test`: everything that must hold, from a fresh clone to the real window, and one line at the end.
//!
//! A part that fails does not stop the next one; a part that fails without saying how many tests failed counts as
//! one failure, so the totals never look better than the exit code.

pub mod tally;
pub mod window;

use std::time::Instant;

use anyhow::{Result, bail};

use crate::house::House;
use crate::{child, content, release_check, setup, tidy};
use tally::Tally;

/// The shell is always built with its page inside, so that Tauri is built once.
pub const INSIDE: &str = "hearthside/custom-protocol";

type Part = (&'static str, fn(&House) -> Result<Tally>);

/// In order. Parts before the first test are cheap and find most mistakes.
const PARTS: &[Part] = &[
    ("formatting", formatting),
    ("tidy", |house| check(tidy::run(house))),
    ("content", |house| check(content::check(house))),
    ("page: types, lint, format", |house| check(child::run("npm run check", &mut house.npm(&["run", "check"])))),
    ("page: tests", page_tests),
    ("page: build", |house| check(setup::build_page(house))),
    ("clippy", clippy),
    ("tests", rust_tests),
    ("ways through the exercises", |house| check(content::walk(house))),
    ("build without seams", without_seams),
    ("build with seams", |house| check(window::build_driven(house))),
    ("end to end", end_to_end),
];

/// Runs every part.
///
/// # Errors
/// If anything failed.
pub fn run(house: &House) -> Result<()> {
    let begun = Instant::now();
    let mut total = Tally::default();
    let ready = timed("set-up", &mut total, || check(setup::to_test(house)));
    for (name, part) in PARTS.iter().filter(|_| ready) {
        timed(name, &mut total, || part(house));
    }
    println!("all parts: {:.1} min", begun.elapsed().as_secs_f64() / 60.0);
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        bail!("something failed; look above for the first part marked FAILED");
    }
    Ok(())
}

/// Runs one part, prints its time, adds what it counted. Tells whether it held.
fn timed(name: &str, total: &mut Tally, part: impl FnOnce() -> Result<Tally>) -> bool {
    println!("\n== {name}");
    let begun = Instant::now();
    let counted = part().unwrap_or_else(|problem| {
        println!("{problem:#}");
        Tally::one_failure()
    });
    let verdict = if counted.failed == 0 { "ok" } else { "FAILED" };
    println!("== {name}: {verdict}, {:.1} s", begun.elapsed().as_secs_f64());
    total.add(counted);
    counted.failed == 0
}

/// A check is no test: it is counted only when it fails.
fn check(result: Result<()>) -> Result<Tally> {
    result.map(|()| Tally::default())
}

fn formatting(house: &House) -> Result<Tally> {
    check(child::run("cargo fmt --check", &mut house.cargo(&["fmt", "--all", "--check"])))
}

fn clippy(house: &House) -> Result<Tally> {
    let lint = |targets: &[&str]| {
        let words = [&["clippy", "--locked", "--workspace", "--features", INSIDE], targets, &["--", "-D", "warnings"]];
        child::run("cargo clippy", &mut house.cargo(&words.concat()))
    };
    lint(&["--all-targets"])?;
    // The window's tests are no default test target (they need a display), so they are named.
    check(lint(&["--test", "e2e"]))
}

fn rust_tests(house: &House) -> Result<Tally> {
    count_cargo(
        "cargo test",
        &mut house.cargo(&["test", "--locked", "--workspace", "--no-fail-fast", "--features", INSIDE]),
    )
}

fn end_to_end(house: &House) -> Result<Tally> {
    if !house.driven_program().exists() {
        bail!("the program with seams was not built");
    }
    count_cargo("the real window", &mut window::end_to_end(house, &["--test-threads=2"]))
}

fn count_cargo(about: &str, command: &mut std::process::Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let succeeded = child::watch(about, command, |line| tally.add(tally::cargo_line(line)))?;
    Ok(tally.ended(succeeded))
}

fn page_tests(house: &House) -> Result<Tally> {
    let report = house.target.join("vitest.json");
    let _ = std::fs::remove_file(&report); // an old report must not speak for this run
    let out = format!("--outputFile={}", report.display());
    let words = ["run", "test", "--", "--reporter=default", "--reporter=json", &out];
    let succeeded = child::watch("npm run test", &mut house.npm(&words), |_| ())?;
    Ok(tally::vitest_report(&std::fs::read_to_string(report)?)?.ended(succeeded))
}

fn without_seams(house: &House) -> Result<Tally> {
    let build = ["build", "--locked", "--workspace", "--exclude", "xtask", "--bins", "--tests", "--features", INSIDE];
    child::run("building the program as it is released, unoptimised", &mut house.cargo(&build))?;
    check(release_check::has_no_seams(&house.program()))
}
