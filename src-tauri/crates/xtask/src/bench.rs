//! `cargo xtask bench`: the measures of `tests/benches/measures.rs`, on optimised builds.

use anyhow::{Result, bail};

use crate::house::House;
use crate::{child, setup};

/// Builds what is measured and measures it.
///
/// # Errors
/// If there are no measures, or one fails.
pub fn run(house: &House) -> Result<()> {
    if !house.root.join("tests/benches/measures.rs").exists() {
        bail!("there are no measures yet: tests/benches/measures.rs is missing");
    }
    setup::to_test(house)?;
    setup::build_page(house)?;
    let build = ["build", "--locked", "--release", "--package", "hearthside", "--features", "custom-protocol,e2e"];
    child::run("building the program, optimised", &mut house.cargo(&build))?;
    let mut bench = house.cargo(&["bench", "--locked", "--package", "hearth-tests", "--bench", "measures"]);
    let program = house.target.join("release").join(format!("hearthside{}", std::env::consts::EXE_SUFFIX));
    child::run("measuring", bench.env("HEARTHSIDE_PROGRAM", program).env("HEARTHSIDE_TOOLS", house.tools()))
}
