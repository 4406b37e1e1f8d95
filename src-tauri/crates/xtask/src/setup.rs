//! What a fresh machine needs: system packages, the page's packages, the window driver (design decision D12).

mod packages;
mod page;

use anyhow::{Result, bail};

use crate::child;
use crate::house::House;

pub use page::build_page;

/// The driver that lets a test hold the window; its newest release is an alpha, so the version is named.
const TAURI_DRIVER: &str = "2.1.0";

/// What building and starting the workbook needs.
///
/// # Errors
/// If something is missing and could not be installed.
pub fn to_run(house: &House) -> Result<()> {
    node()?;
    packages::install(packages::BUILD)?;
    page::install(house)
}

/// What the tests need besides.
///
/// # Errors
/// If something is missing and could not be installed.
pub fn to_test(house: &House) -> Result<()> {
    to_run(house)?;
    packages::install(packages::TEST)?;
    tauri_driver(house)
}

fn node() -> Result<()> {
    if child::exists(if cfg!(windows) { "npm.cmd" } else { "npm" }) {
        return Ok(());
    }
    bail!("Node.js 20.20 or newer with npm is missing. Install it from your system or nodejs.org, then try again.")
}

fn tauri_driver(house: &House) -> Result<()> {
    let tools = house.tools();
    if tools.join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX)).exists() {
        return Ok(());
    }
    let mut install = house.cargo(&["install", "tauri-driver", "--version", TAURI_DRIVER, "--locked", "--root"]);
    child::run("building the window driver (once)", install.arg(&tools).env("CARGO_TARGET_DIR", &house.target))
}
