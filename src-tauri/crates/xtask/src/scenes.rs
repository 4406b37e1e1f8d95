//! Scenes of the end-to-end binary that leave pictures: the guided demonstration and the README's pictures.
//!
//! A scene is an `#[ignore]`d test in `tests/e2e/scenes.rs`, so it drives the real window like every other test, and
//! `cargo xtask test` leaves it out. It writes into the folder named by `HEARTHSIDE_PICTURES`.

use std::path::Path;

use anyhow::{Result, bail};

use crate::house::House;
use crate::test::tally::{self, Tally};
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
    let mut played = Tally::default();
    let mut scene_run = window::end_to_end(house, &["--ignored", "--exact", scene]);
    scene_run.env("HEARTHSIDE_PICTURES", folder);
    child::watch(&format!("playing {scene}"), &mut scene_run, |line| played.add(tally::cargo_line(line)))?;
    // Older pictures in the folder must not speak for a scene that is missing or broke off.
    if played != (Tally { passed: 1, failed: 0 }) {
        bail!("{scene} was not played to its end");
    }
    println!("pictures in {}", folder.display());
    Ok(())
}
