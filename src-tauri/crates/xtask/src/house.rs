//! Where things lie: the repository, what is built from it, and the tools kept beside it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::child;

/// The repository and its build folder.
#[derive(Debug)]
pub struct House {
    /// The workspace's folder.
    pub root: PathBuf,
    /// Where cargo builds; `CARGO_TARGET_DIR` and cargo's configuration may move it.
    pub target: PathBuf,
}

impl House {
    /// Asks cargo.
    ///
    /// # Errors
    /// If cargo cannot read the workspace.
    pub fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let metadata = metadata(here)?;
        let folder = |key: &str| metadata[key].as_str().map(PathBuf::from);
        Ok(Self {
            root: folder("workspace_root").context("cargo metadata names no workspace_root")?,
            target: folder("target_directory").context("cargo metadata names no target_directory")?,
        })
    }

    /// The page's folder.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The program as cargo builds it in the dev profile.
    pub fn program(&self) -> PathBuf {
        self.target.join("debug").join(format!("hearthside{}", std::env::consts::EXE_SUFFIX))
    }

    /// The end-to-end build, kept apart so that a normal build cannot be driven by mistake.
    pub fn driven_program(&self) -> PathBuf {
        self.target.join("e2e").join(format!("hearthside{}", std::env::consts::EXE_SUFFIX))
    }

    /// Where `tauri-driver` is installed, so that the machine's own tools stay as they are.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// `cargo`, in the workspace.
    pub fn cargo(&self, words: &[&str]) -> Command {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(words).current_dir(&self.root);
        command
    }

    /// `npm`, in the page's folder.
    pub fn npm(&self, words: &[&str]) -> Command {
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command.args(words).current_dir(self.ui());
        command
    }

    /// The workspace's own packages, as `cargo metadata --no-deps` tells them.
    ///
    /// # Errors
    /// If cargo cannot read the workspace.
    pub fn packages(&self) -> Result<Vec<Value>> {
        let metadata = metadata(&self.root)?;
        metadata["packages"].as_array().cloned().context("cargo metadata names no packages")
    }
}

fn metadata(folder: &Path) -> Result<Value> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(folder);
    Ok(serde_json::from_str(&child::output(&mut cargo)?)?)
}
