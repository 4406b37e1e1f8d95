//! Scenes of the end-to-end binary that leave pictures: the guided demonstration and the README's pictures.
//!
//! A scene is an `#[ignore]`d test in `tests/e2e/scenes.rs`, so it drives the real window like every other test, and
//! `cargo xtask test` leaves it out. It writes into the folder named by `HEARTHSIDE_PICTURES`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::house::House;
use crate::test::window;
use crate::{child, setup};

/// Plays the guided demonstration; pictures in `target/demo/`.
///
/// # Errors
/// The first step that failed.
pub fn demo(house: &House) -> Result<()> {
    play(house, "scenes::demo", &house.root.join("target/demo"))
}

/// Takes the pictures of the README again.
///
/// # Errors
/// The first step that failed.
pub fn pictures(house: &House) -> Result<()> {
    play(house, "scenes::pictures", &house.root.join("assets/pictures"))
}

fn play(house: &House, scene: &str, folder: &Path) -> Result<()> {
    setup::to_test(house)?;
    setup::build_page(house)?;
    window::build_driven(house)?;
    std::fs::create_dir_all(folder)?;
    let mut scene_run = window::end_to_end(house, &["--ignored", "--exact", scene]);
    child::run(&format!("playing {scene}"), scene_run.env("HEARTHSIDE_PICTURES", folder))?;
    let taken = taken(folder)?;
    if taken.is_empty() {
        bail!("{scene} left no picture in {}", folder.display());
    }
    println!("{} pictures in {}", taken.len(), folder.display());
    Ok(())
}

fn taken(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter(|path| path.extension().is_some_and(|end| end == "png")).collect())
}
