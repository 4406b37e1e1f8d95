//! `cargo xtask bench`: the measures of `tests/benches`, on optimised builds: use cases first, then the real window.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::house::House;
use crate::test::INSIDE;
use crate::{child, setup};

/// Sets up, builds what is measured and measures it.
///
/// # Errors
/// If something does not build, or a measure cannot be taken.
pub fn run(house: &House) -> Result<()> {
    setup::to_test(house)?;
    setup::build_page(house)?;
    child::run("measuring the use cases, optimised", &mut bench(house, "measures"))?;
    let (program, empty) = build(house)?;
    let mut window = bench(house, "window");
    window.env("HEARTHSIDE_PROGRAM", program).env("HEARTHSIDE_EMPTY", empty).env("HEARTHSIDE_TOOLS", house.tools());
    child::run("measuring the window, optimised", &mut window)
}

fn bench(house: &House, name: &str) -> std::process::Command {
    house.cargo(&["bench", "--locked", "--package", "hearth-tests", "--bench", name])
}

/// The workbook with its test seams, and an empty window from the same build. Both are kept apart from `release`, so that
/// a program that can be driven is never taken for a normal one.
fn build(house: &House) -> Result<(PathBuf, PathBuf)> {
    let features = format!("{INSIDE},hearthside/e2e");
    let what =
        ["build", "--locked", "--release", "--package", "hearthside", "--bin", "hearthside", "--example", "empty"];
    let mut build = house.cargo(&what);
    child::run("building the program and an empty window, optimised", build.args(["--features", &features]))?;
    let kept = house.target.join("bench");
    std::fs::create_dir_all(&kept)?;
    let keep = |built: &str, name: &str| {
        let (from, to) = (house.target.join("release").join(built), kept.join(name));
        std::fs::copy(&from, &to).with_context(|| from.display().to_string())?;
        std::fs::remove_file(&from)?;
        anyhow::Ok(to)
    };
    Ok((keep("hearthside", "hearthside")?, keep("examples/empty", "empty")?))
}
