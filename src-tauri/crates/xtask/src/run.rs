//! `cargo xtask run`: from a fresh machine to the open window.

use std::process::Command;

use anyhow::Result;

use crate::house::House;
use crate::{child, scenes, setup};

/// Sets up, builds, and opens the workbook; without a display plays the demonstration instead.
///
/// # Errors
/// The first step that failed.
pub fn run(house: &House) -> Result<()> {
    if !has_display() {
        println!("There is no display here, so the window cannot open. Playing the guided demonstration instead.");
        return scenes::demo(house);
    }
    setup::to_run(house)?;
    setup::build_page(house)?;
    let build = ["build", "--locked", "--package", "hearthside", "--features", "custom-protocol"];
    child::run("building the program", &mut house.cargo(&build))?;
    child::run("opening the workbook", &mut Command::new(house.program()))
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
