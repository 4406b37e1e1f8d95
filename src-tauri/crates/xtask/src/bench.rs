//! `cargo xtask bench`: the measures of `tests/benches/measures.rs`, on optimised builds.

use anyhow::{Result, bail};

use crate::child;
use crate::house::House;

/// Builds what is measured and measures it.
///
/// # Errors
/// If there are no measures, or one fails.
pub fn run(house: &House) -> Result<()> {
    if !house.root.join("tests/benches/measures.rs").exists() {
        bail!("there are no measures yet: tests/benches/measures.rs is missing");
    }
    let bench = ["bench", "--locked", "--package", "hearth-tests", "--bench", "measures"];
    child::run("measuring, optimised", &mut house.cargo(&bench))
}
