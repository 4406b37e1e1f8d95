//! Building the program with its test seams, and running the tests that hold its window.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::INSIDE;
use crate::house::House;
use crate::{child, release_check};

/// Builds the end-to-end program and keeps it at [`House::driven_program`].
///
/// Builds the workspace's binaries and tests together, as `cargo test` does: cargo then chooses the same features
/// for every dependency, and Tauri is not built a second time.
///
/// # Errors
/// If the build fails.
pub fn build_driven(house: &House) -> Result<()> {
    let features = format!("{INSIDE},hearthside/e2e");
    let build = [
        "build",
        "--locked",
        "--workspace",
        "--exclude",
        "xtask",
        "--bins",
        "--tests",
        "--features",
        features.as_str(),
    ];
    child::run("building the program with its test seams", &mut house.cargo(&build))?;
    let kept = house.driven_program();
    std::fs::create_dir_all(house.target.join("e2e"))?;
    std::fs::copy(house.program(), &kept).with_context(|| kept.display().to_string())?;
    // The control of the release check: what it looks for is really visible where it must be.
    if release_check::has_no_seams(&kept).is_ok() {
        bail!("the end-to-end program has no seams, so the release check could not find any either");
    }
    Ok(())
}

/// The end-to-end tests, given the program and the driver. Each test brings its own display and bus.
pub fn end_to_end(house: &House, words: &[&str]) -> Command {
    let mut tests = house.cargo(&["test", "--locked", "--workspace", "--features", INSIDE, "--test", "e2e", "--"]);
    tests.args(words).env("HEARTHSIDE_PROGRAM", house.driven_program()).env("HEARTHSIDE_TOOLS", house.tools());
    tests
}
