//! `cargo xtask tidy`: the house's arrows. Absences are the architecture; each broken one is named with its reason.

mod crates;
mod folders;
mod network;
mod page;
mod rust;
mod source;

use anyhow::{Result, bail};

use crate::house::House;
use source::Source;

/// Where an arrow is broken, what was found, and why the arrow exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// A file with its line, or a package.
    pub place: String,
    /// What is there.
    pub found: String,
    /// Why it may not be.
    pub why: &'static str,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}\n    {}", self.place, self.found, self.why)
    }
}

/// Checks every arrow.
///
/// # Errors
/// If one is broken; all of them are printed first.
pub fn run(house: &House) -> Result<()> {
    let broken = look(house)?;
    for one in &broken {
        println!("{one}");
    }
    if !broken.is_empty() {
        bail!("{} broken", broken.len());
    }
    println!("- every arrow holds");
    Ok(())
}

fn look(house: &House) -> Result<Vec<Broken>> {
    let rust = Source::all(&house.root, &["src-tauri", "tests"], &["rs"])?;
    let page = Source::all(&house.root, &["ui/src"], &["ts", "svelte", "css"])?;
    let mut broken = crates::check(&house.packages()?);
    broken.extend(rust.iter().flat_map(rust::check));
    broken.extend(page.iter().flat_map(page::check));
    broken.extend(rust.iter().chain(&page).filter_map(folders::too_long));
    broken.extend(folders::strangers(&house.root)?);
    broken.extend(network::check(house)?);
    Ok(broken)
}
