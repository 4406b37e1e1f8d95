//! The page in `ui/`: its packages and its build.

use std::path::Path;

use anyhow::Result;

use crate::child;
use crate::house::House;

/// Installs the page's packages if the lock file changed since the last time.
///
/// # Errors
/// If npm fails.
pub fn install(house: &House) -> Result<()> {
    let lock = std::fs::read(house.ui().join("package-lock.json"))?;
    let stamp = house.ui().join("node_modules/.hearthside-lock");
    if is_same(&stamp, &lock) {
        return Ok(());
    }
    // The packages need no install scripts, so none may run.
    child::run("npm ci in ui/", &mut house.npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    Ok(std::fs::write(stamp, lock)?)
}

/// Builds the page into `ui/dist`, which the program carries inside.
///
/// # Errors
/// If the build fails.
pub fn build_page(house: &House) -> Result<()> {
    child::run("building the page", &mut house.npm(&["run", "build", "--silent"]))
}

fn is_same(stamp: &Path, lock: &[u8]) -> bool {
    std::fs::read(stamp).is_ok_and(|seen| seen == lock)
}
